import type { Locator, Page } from 'playwright-core';
import type { Hall } from './open-hall.ts';
import { say, type Word } from './words.ts';

export const CHAIR = 'Rahmat Hidayat';
export const MEMBER = 'Lina Sari';
export const SECOND_MEMBER = 'Joko Susilo';
export const TECHNICIAN = 'Andi Pratama';
export const WITNESSES = ['Suhartini', 'Abdul Hamid', 'Rosmala Dewi'] as const;

export const press = (
  page: Page,
  word: Word,
  values?: Readonly<Record<string, string | number>>,
): Promise<void> => page.getByRole('button', { name: say(word, values), exact: true }).click();

/** The line of a step of the day that lies open. */
export const openStep = (page: Page, step: Word): Locator =>
  page.locator('.day-step__fold[aria-expanded=true]').filter({ hasText: say(step) });

/** What people do at the board of the hall. */
export interface BoardHands {
  readonly page: Page;
  readonly go: (view: string) => Promise<void>;
  /** Each in turn types their own PIN, on whatever page asks for it. */
  readonly typePins: (page: Page, people: readonly string[]) => Promise<void>;
  /** Ticks people in an open dialog. @returns the dialog */
  readonly tick: (people: readonly string[]) => Promise<Locator>;
  /** A command by its name in the catalogue. @param onAsk while the question is open, @param onPin while the first PIN is */
  readonly command: (
    name: string,
    people: readonly string[],
    looks?: { readonly onAsk?: () => Promise<void>; readonly onPin?: () => Promise<void> },
  ) => Promise<void>;
  /** A code that lets one device in, by the technician. */
  readonly giveCode: () => Promise<string>;
  /** Opens a step of the day that is folded, or folds one that lies open. */
  readonly unfold: (step: Word, to?: 'open' | 'folded') => Promise<void>;
  /** Opens the paper that a link of this name leads to, as whoever prints it. */
  readonly openPaper: (word: Word) => Promise<void>;
}

export function openBoardHands(page: Page, hall: Hall): BoardHands {
  const typePins: BoardHands['typePins'] = async (where, people) => {
    for (const person of people) {
      await where.getByLabel(say('parts.pin.of', { name: person }), { exact: true }).waitFor();
      await where.keyboard.type(hall.pinOf(person));
    }
    // what lies below an open dialog takes no keys
    await where.locator('dialog[open]').waitFor({ state: 'detached' });
  };
  const tick: BoardHands['tick'] = async (people) => {
    const dialog = page.getByRole('dialog').filter({ visible: true });
    // whom alone it can be is ticked already
    for (const person of people) await dialog.getByRole('checkbox', { name: person }).check();
    return dialog;
  };
  return {
    page,
    typePins,
    tick,
    async go(view) {
      await page.goto(`${new URL(page.url()).origin}/papan/?device=board-1#${view}`);
      await page.locator('.tabs__tab[aria-current=page], .outgoing').first().waitFor();
    },
    async command(name, people, looks = {}) {
      await press(page, `board.command.${name}` as Word);
      const dialog = await tick(people);
      // before the announced hour the board asks why
      const reason = dialog.getByLabel(say('board.early.reason'));
      if ((await reason.count()) > 0) await reason.fill('Latihan.');
      await looks.onAsk?.();
      await dialog.getByRole('button', { name: say(`board.command.${name}.yes` as Word) }).click();
      await looks.onPin?.();
      await typePins(page, people);
    },
    async giveCode() {
      const another = page.getByRole('button', { name: say('pairing.given.another'), exact: true });
      if ((await another.count()) > 0) await another.click();
      else await press(page, 'pairing.add');
      const dialog = page.getByRole('dialog').filter({ visible: true });
      await dialog.getByText(TECHNICIAN).click();
      await press(page, 'pairing.add.yes');
      const before = await page.locator('.given-code__digits').allInnerTexts();
      await typePins(page, [TECHNICIAN]);
      await dialog.waitFor({ state: 'detached' });
      const digits = page.locator('.given-code__digits');
      await digits.waitFor();
      const code = (await digits.innerText()).replace(/\D/g, '');
      if (before.some((text) => text.replace(/\D/g, '') === code))
        throw new Error('the board gave the same code');
      return code;
    },
    async unfold(step, to = 'open') {
      const fold = page.locator('.day-step__fold').filter({ hasText: say(step) });
      const isOpen = (await fold.getAttribute('aria-expanded')) === 'true';
      if (isOpen !== (to === 'open')) await fold.click();
    },
    async openPaper(word) {
      const paper = page.context().waitForEvent('page');
      await page.getByRole('link', { name: say(word) }).click();
      await (await paper).close();
    },
  };
}
