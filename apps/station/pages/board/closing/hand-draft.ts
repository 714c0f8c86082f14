import type { BoardAnswer, ContestOptions, HandCount } from '../board-answers.ts';
import type { BoardSay } from '../board-words.ts';
import { readCount } from './count-text.ts';

/** A hand count while it is typed. */
export interface HandDraft {
  /** As typed, by `cardsLeft`, `cardsReturned`, `inBox`, and by `<contest>/<option>`. */
  readonly figures: Readonly<Record<string, string>>;
  /** The slip box stays sealed for now, where the rules allow it. */
  readonly isBoxSealed: boolean;
  readonly countedBy: readonly string[];
  /** Why what was saved is changed; each correction has its own. */
  readonly reason: string;
}

const CARD_FIGURES = ['cardsLeft', 'cardsReturned'] as const;

export const slipKey = (contest: string, option: string): string => `${contest}/${option}`;

/** Paper of mobile groups; `invalid` beside the options. */
export const paperKey = (contest: string, option: string): string => `paper/${contest}/${option}`;
export const PAPER_IN_BOX = 'paperInBox';

/** What was typed into one entry. */
export function typedIn(draft: HandDraft, key: string): string {
  return draft.figures[key] ?? '';
}

/** Begins with what was saved before, or empty. */
export function openHandDraft(saved: HandCount | null): HandDraft {
  if (saved === null) return { figures: {}, isBoxSealed: false, countedBy: [], reason: '' };
  const slips = saved.slipBox?.contests.flatMap(({ contest, options }) =>
    options.map(({ key, votes }) => [slipKey(contest, key), String(votes)]),
  );
  const paper = saved.paper?.contests.flatMap(({ contest, options, invalid }) => [
    ...options.map(({ key, votes }) => [paperKey(contest, key), String(votes)]),
    [paperKey(contest, 'invalid'), String(invalid)],
  ]);
  return {
    figures: {
      cardsLeft: String(saved.cardsLeft),
      cardsReturned: String(saved.cardsReturned),
      ...(saved.slipBox === null ? {} : { inBox: String(saved.slipBox.inBox) }),
      ...Object.fromEntries(slips ?? []),
      ...(saved.paper === undefined ? {} : { [PAPER_IN_BOX]: String(saved.paper.inBox) }),
      ...Object.fromEntries(paper ?? []),
    },
    isBoxSealed: saved.slipBox === null,
    countedBy: saved.countedBy,
    reason: '',
  };
}

/** Slips of all options of a contest as typed so far; what is not a number counts as nothing. */
export function sumOfSlips(draft: HandDraft, { id, options }: ContestOptions): number {
  return sumTyped(
    draft,
    options.map(({ key }) => slipKey(id, key)),
  );
}

/** The same of a mobile group's paper, with what is not valid. */
export function sumOfPaper(draft: HandDraft, { id, options }: ContestOptions): number {
  return sumTyped(
    draft,
    [...options.map(({ key }) => key), 'invalid'].map((key) => paperKey(id, key)),
  );
}

function sumTyped(draft: HandDraft, keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + (readCount(typedIn(draft, key)) ?? 0), 0);
}

/**
 * What was typed as figures, or what is wrong with it, by entry; `countedBy` for the people, `reason` where what was saved is
 * changed without one.
 */
export function readHandDraft(
  draft: HandDraft,
  {
    contests,
    handCount: saved,
    mobileGroupLeft,
  }: Pick<BoardAnswer, 'contests' | 'handCount' | 'mobileGroupLeft'>,
  say: BoardSay,
): { readonly count: HandCount | null; readonly errors: Readonly<Record<string, string>> } {
  const boxFigures = [
    'inBox',
    ...contests.flatMap(({ id, options }) => options.map(({ key }) => slipKey(id, key))),
  ];
  const hasPaper = mobileGroupLeft && !draft.isBoxSealed;
  const paperFigures = [
    PAPER_IN_BOX,
    ...contests.flatMap(({ id, options }) => [
      ...options.map(({ key }) => paperKey(id, key)),
      paperKey(id, 'invalid'),
    ]),
  ];
  const errors: Record<string, string> = {};
  const figure = (key: string): number => {
    const typed = typedIn(draft, key);
    const count = readCount(typed);
    if (count === null) errors[key] = say(typed.trim() === '' ? 'form.required' : 'form.notANumber');
    else if (count > 6000) errors[key] = say('form.outOfRange', { least: 0, most: 6000 });
    return count ?? 0;
  };
  const figures = new Map(
    [...CARD_FIGURES, ...(draft.isBoxSealed ? [] : boxFigures), ...(hasPaper ? paperFigures : [])].map(
      (key) => [key, figure(key)],
    ),
  );
  // the station refuses these piles too; here it is said before two people type their PINs
  if (Object.keys(errors).length === 0) {
    for (const [key, sums, isWrong] of [
      ['inBox', contests.map((contest) => sumOfSlips(draft, contest)), isMore],
      [PAPER_IN_BOX, contests.map((contest) => sumOfPaper(draft, contest)), differs],
    ] as const) {
      const whole = figures.get(key);
      if (whole !== undefined && sums.some((sum) => isWrong(sum, whole))) {
        errors[key] = say('board.hands.sum.cannotBe');
      }
    }
  }
  if (draft.countedBy.length !== 2) errors['countedBy'] = say('board.people.wrongCount', { count: 2 });
  if (Object.keys(errors).length > 0) return { count: null, errors };
  const of = (key: string) => figures.get(key) ?? 0;
  const slipBox = {
    inBox: of('inBox'),
    contests: contests.map(({ id, options }) => ({
      contest: id,
      options: options.map(({ key }) => ({ key, votes: of(slipKey(id, key)) })),
    })),
  };
  const paper = {
    inBox: of(PAPER_IN_BOX),
    contests: contests.map(({ id, options }) => ({
      contest: id,
      options: options.map(({ key }) => ({ key, votes: of(paperKey(id, key)) })),
      invalid: of(paperKey(id, 'invalid')),
    })),
  };
  const reason = draft.reason.trim();
  const count: HandCount = {
    cardsLeft: of('cardsLeft'),
    cardsReturned: of('cardsReturned'),
    slipBox: draft.isBoxSealed ? null : slipBox,
    ...(hasPaper ? { paper } : {}),
    countedBy: [...draft.countedBy],
    reason: saved === null || reason === '' ? null : reason,
  };
  const isUnexplained = saved !== null && count.reason === null && !isSameCount(saved, count);
  return isUnexplained
    ? { count: null, errors: { reason: say('board.hands.reason.missing') } }
    : { count, errors };
}

/** Fewer slips by option than slips are possible: one cannot be read. */
const isMore = (sum: number, whole: number): boolean => sum > whole;
const differs = (sum: number, whole: number): boolean => sum !== whole;

function isSameCount(saved: HandCount, typed: HandCount): boolean {
  const text = ({ cardsLeft, cardsReturned, slipBox, paper, countedBy }: HandCount) =>
    JSON.stringify([
      cardsLeft,
      cardsReturned,
      slipBox?.inBox ?? null,
      slipBox?.contests.map(({ options }) => options.map(({ votes }) => votes)),
      paper?.inBox ?? null,
      paper?.contests.map(({ options, invalid }) => [...options.map(({ votes }) => votes), invalid]),
      countedBy,
    ]);
  return text(saved) === text(typed);
}
