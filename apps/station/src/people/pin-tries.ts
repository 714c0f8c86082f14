import type { Counters } from '../store/counters.ts';
import type { Durably } from '../store/durable.ts';
import { pauseSecondsAfter } from './pin-pause.ts';

/** Whoever is not in the PIN file shares one row, so that a made-up id meets the same pauses as a person. */
export const NOBODY = '';

const ALL_WRONG = 'wrong-pins';
/**
 * Where PINs are typed. Booths count for themselves: whoever is alone in one cannot keep the chair from closing the polls at the board.
 */
export const PIN_PLACES = ['board', 'booth'] as const;
export type PinPlace = (typeof PIN_PLACES)[number];

const inARowOf = (place: PinPlace, person: string): string => `wrong-pins-in-a-row:${place}:${person}`;

/** Names of the counters to prepare. @param people ids in the PIN file */
export function pinCounters(people: readonly string[]): string[] {
  const rows = PIN_PLACES.flatMap((place) => [...people, NOBODY].map((person) => inARowOf(place, person)));
  return [ALL_WRONG, ...rows];
}

/** How often each person's PIN was wrong in a row, and how long it is not looked at for that. */
export interface PinTries {
  /** Milliseconds of the pause that are left; 0 when the PIN is looked at. */
  readonly pauseLeftMs: (person: string) => number;
  /** Counts what one request showed, in one write. A right PIN ends its person's row. */
  readonly note: (shown: readonly { readonly person: string; readonly isRight: boolean }[]) => void;
  /** Wrong PINs of the whole day, wherever they were typed, that belong into the minutes. */
  readonly wrong: () => number;
}

/**
 * Numbers are kept in the store and survive restart and takeover; a pause is measured by a clock that nobody can set and begins anew,
 * whole, when the station starts: switching it off and on shortens nothing. What a failing medium does not take is remembered all the
 * same: two people must be able to prove who they are in order to put in a new one.
 * @param parts.elapsedMs monotonic
 * @param parts.isMinuted whether a wrong PIN of now still stands in the minutes
 */
export function openPinTries(parts: {
  readonly at: PinPlace;
  readonly people: readonly string[];
  readonly counters: Counters<string>;
  readonly durably: Durably;
  readonly elapsedMs: () => number;
  readonly isMinuted: () => boolean;
}): PinTries {
  const { counters } = parts;
  const rows = new Map<string, { readonly inARow: number; readonly untilMs: number }>();
  const set = (person: string, inARow: number): void => {
    rows.set(person, { inARow, untilMs: parts.elapsedMs() + pauseSecondsAfter(inARow) * 1000 });
  };
  for (const person of [...parts.people, NOBODY]) set(person, counters.get(inARowOf(parts.at, person)));
  const inARow = (person: string): number => rows.get(person)?.inARow ?? 0;

  return {
    pauseLeftMs: (person) => Math.max(0, (rows.get(person)?.untilMs ?? 0) - parts.elapsedMs()),
    note(shown) {
      const changed = shown.filter(({ person, isRight }) => !isRight || inARow(person) > 0);
      if (changed.length === 0) return;
      for (const { person, isRight } of changed) set(person, isRight ? 0 : inARow(person) + 1);
      const wrong = changed.filter(({ isRight }) => !isRight).length;
      parts.durably('pin-tries', () => {
        for (const { person } of changed) counters.set(inARowOf(parts.at, person), inARow(person));
        if (wrong > 0 && parts.isMinuted()) counters.add(ALL_WRONG, wrong);
      });
    },
    wrong: () => counters.get(ALL_WRONG),
  };
}
