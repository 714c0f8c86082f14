import type { Page } from 'playwright-core';
import { type DeskHands, openDeskHands } from './desks.ts';
import type { Look } from './look.ts';
import type { Screens } from './morning.ts';
import type { Hall } from './open-hall.ts';

/** Options of the ballot: three candidates and the blank vote. */
export const OPTIONS = 4;
/** The option of the blank vote. */
export const BLANK = 3;

/** What the hall's people know of the day, for the figures in the evening. */
export interface HallDay {
  readonly hall: Hall;
  readonly screens: Screens;
  readonly look: Look;
  readonly desks: DeskHands;
  /** The top card of the pile. */
  readonly takeCard: () => string;
  readonly cardsLeft: () => number;
  /** A vote fell into the box. */
  readonly count: (option: number) => void;
  /** Votes by option. */
  readonly votes: () => readonly number[];
}

export function openHallDay(hall: Hall, screens: Screens, look: Look): HallDay {
  const pile = hall.cards();
  const votes = Array.from({ length: OPTIONS }, () => 0);
  return {
    hall,
    screens,
    look,
    desks: openDeskHands(hall, screens),
    takeCard() {
      const card = pile.pop();
      if (card === undefined) throw new Error('the pile of cards is gone');
      return card;
    },
    cardsLeft: () => pile.length,
    count(option) {
      votes[option] = (votes[option] ?? 0) + 1;
    },
    votes: () => votes,
  };
}

/** Looks at a desk's screen under a name. */
export const lookNamed =
  ({ look }: Pick<HallDay, 'look'>, name: string) =>
  (page: Page): Promise<void> =>
    look.at(page, name);
