import type { Page } from 'playwright-core';
import { press } from './board.ts';
import type { Screens } from './morning.ts';
import { screenOf } from './morning.ts';
import type { Hall } from './open-hall.ts';
import { READER_DESK } from './open-hall.ts';
import { say, type Word } from './words.ts';

const CARD_PATIENCE_MS = 20_000;

/** What stands before a desk: somebody of the list, by list number. */
export interface DeskHands {
  /** Checks somebody in by the way that this desk is used to. @param onIdentity while the officer compares */
  readonly checkIn: (
    desk: number,
    voter: number,
    onIdentity?: (page: Page) => Promise<void>,
  ) => Promise<void>;
  /** As a scanner of the keyboard kind does: letter by letter into whatever has the focus, then Enter. */
  readonly scan: (desk: number, text: string) => Promise<void>;
  readonly invitationOf: (voter: number) => string;
  /** Waits for a calm screen and goes back to the search. */
  readonly refused: (desk: number, title: Word, onScreen: (page: Page) => Promise<void>) => Promise<void>;
}

export function openDeskHands(hall: Hall, { desks }: Screens): DeskHands {
  const { invitations } = hall.things();
  const personOf = (voter: number) => {
    const person = hall.people[voter - 1];
    if (person === undefined) throw new Error(`nobody has list number ${voter}`);
    return person;
  };
  const invitationOf = (voter: number) => invitations.find((one) => one.voter === voter)?.code ?? '';
  const scan: DeskHands['scan'] = async (desk, text) => {
    const page = screenOf(desks, desk);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  const find = async (desk: number, voter: number): Promise<void> => {
    const { nik, name, birthDate } = personOf(voter);
    switch (desk) {
      case 1:
      case 2:
        return scan(desk, invitationOf(voter));
      case 3:
        return scan(desk, nik);
      case 4:
        return scan(desk, `${name} ${birthDate.slice(0, 4)}`);
      case READER_DESK:
        return hall.reader.present({ nik, name, birthDate, finger: 'matched' });
      default:
        return scan(desk, String(voter));
    }
  };
  return {
    scan,
    invitationOf,
    async checkIn(desk, voter, onIdentity) {
      const page = screenOf(desks, desk);
      const { name } = personOf(voter);
      const isFound = page.locator('form.identity').getByRole('heading', { name, exact: true });
      await find(desk, voter);
      // a card that the station did not take is laid down once more, as the reader says
      if (desk === READER_DESK)
        await isFound.waitFor({ timeout: CARD_PATIENCE_MS }).catch(() => find(desk, voter));
      await isFound.waitFor();
      await onIdentity?.(page);
      if (desk === 2) await press(page, 'desk.present.photo');
      else await page.keyboard.press('Enter');
      await page
        .getByText(say('desk.released.who', { name: `${voter} · ${name}` }), { exact: true })
        .waitFor();
    },
    async refused(desk, title, onScreen) {
      const page = screenOf(desks, desk);
      await page.getByRole('heading', { name: say(title), exact: true }).waitFor();
      await onScreen(page);
      await page.keyboard.press('Enter');
      await page.getByRole('combobox').waitFor();
    },
  };
}
