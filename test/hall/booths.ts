import type { Page } from 'playwright-core';
import { say, type Word } from './words.ts';

/** How one voter moves through the screens of a booth. */
export interface BoothHands {
  readonly press: (word: Word) => Promise<void>;
  /** @param option 0-based, in the order of the ballot; the blank vote is last */
  readonly choose: (option: number) => Promise<void>;
}

/** A finger on the glass. */
export const byTouch = (page: Page): BoothHands => ({
  press: (word) => page.getByRole('button', { name: say(word), exact: true }).tap(),
  choose: (option) => page.locator('.candidate').nth(option).tap(),
});

const MOVES = 60;

/** What the focus is on, as people know it: the words of a button, the key of an option. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (!(here instanceof HTMLElement)) return '';
    return here.dataset['voice'] ?? here.getAttribute('aria-label') ?? here.textContent ?? '';
  });

/** Two acts only: go on by one, and press what is there. */
export function byTwo(
  page: Page,
  acts: { readonly next: () => Promise<void>; readonly select: () => Promise<void> },
): BoothHands {
  const moveTo = async (wanted: string): Promise<void> => {
    for (let moves = 0; moves < MOVES; moves += 1) {
      if ((await focused(page)).trim() === wanted) return acts.select();
      await acts.next();
    }
    throw new Error(`${wanted} cannot be reached; the focus is on ${await focused(page)}`);
  };
  return {
    press: (word) => moveTo(say(word)),
    choose: (option) => moveTo(`option.village-head.c${option + 1}`),
  };
}

export const byKeys = (page: Page, keys: { readonly next: string; readonly select: string }): BoothHands =>
  byTwo(page, {
    next: () => page.keyboard.press(keys.next),
    select: () => page.keyboard.press(keys.select),
  });

/** A dark screen: the left half goes on, the right half presses. */
export const byHalves = (page: Page): BoothHands =>
  byTwo(page, { next: () => page.touchscreen.tap(300, 500), select: () => page.touchscreen.tap(900, 500) });

/** Screens of a vote, in their order. */
export type VoteStep = 'choice' | 'review' | 'tracker' | 'slip' | 'cast';
/** Those that have a heading of their own; a ballot of the logic and accuracy test ends with other words, and a word on a slip may wait. */
type HeadedStep = Exclude<VoteStep, 'choice'> | 'cast-test' | 'waits';

const HEADINGS: Readonly<Record<HeadedStep, Word>> = {
  review: 'booth.review.heading',
  tracker: 'booth.tracker.heading',
  slip: 'booth.slip.heading',
  waits: 'booth.wait.heading',
  cast: 'booth.finished.cast',
  'cast-test': 'booth.finished.test',
};

export interface OneVote {
  readonly page: Page;
  readonly hands: BoothHands;
  readonly card: string;
  readonly option: number;
  /** A card of the logic and accuracy test. */
  readonly isTest?: boolean;
  /** While each screen stands, before the voter goes on. */
  readonly onStep?: (step: VoteStep) => Promise<void>;
}

export const stepStands = (page: Page, step: HeadedStep): Promise<void> =>
  page.getByRole('heading', { name: say(HEADINGS[step]), exact: true }).waitFor({ state: 'attached' });

/** From the card, which a scanner types, to the tracker slip. */
export async function voteUntilTracker({ page, hands, card, option, onStep }: OneVote): Promise<void> {
  await page.locator('.keypad').waitFor({ state: 'attached' });
  await page.keyboard.type(card);
  await page.locator('.ballot').waitFor({ state: 'attached' });
  await onStep?.('choice');
  await hands.choose(option);
  await hands.press('common.next');
  await stepStands(page, 'review');
  await onStep?.('review');
  await hands.press('booth.review.confirm');
  await stepStands(page, 'tracker');
  await onStep?.('tracker');
}

/** From the tracker slip to the slip behind the glass. */
export async function voteUntilSlip(vote: OneVote): Promise<void> {
  await voteUntilTracker(vote);
  await vote.hands.press('booth.tracker.cast');
  await stepStands(vote.page, 'slip');
  await vote.page.getByRole('button', { name: say('booth.slip.yes') }).waitFor({ state: 'attached' });
  await vote.onStep?.('slip');
}

/** The whole vote; the booth is free again afterwards. */
export async function voteWhole(vote: OneVote): Promise<void> {
  await voteUntilSlip(vote);
  await vote.hands.press('booth.slip.yes');
  await stepStands(vote.page, vote.isTest === true ? 'cast-test' : 'cast');
  await vote.onStep?.('cast');
  await vote.hands.press('common.finish');
  await vote.page.locator('.keypad').waitFor({ state: 'attached' });
}
