import { type Figures as Added, wholeOf } from '@bilik/tabulation';
import type { Part, Votes } from './tables.ts';

/** Figures of one contest in one part of a polling place. Whole numbers, 0 to 100,000. */
export interface Figures {
  /** Users of the right to vote. */
  readonly users: number;
  /** Women among them; null where the source does not part them. */
  readonly women: number | null;
  readonly valid: number;
  readonly invalid: number;
  readonly votes: Votes;
}

export const NO_FIGURES: Figures = { users: 0, women: 0, valid: 0, invalid: 0, votes: {} };

/** A column of the sums: `area_sum` has each, `result_change` what a change adds to it (`adds_…`). */
export type SumColumn = 'places' | 'registered_l' | 'registered_p' | 'users' | 'women' | 'valid' | 'invalid';
/** What sums count of a place. */
export type Counted = Added<SumColumn>;

/** What a place gives to the sums above it: its parts together once all of them are there, else nothing. */
export function countedOf(
  parts: readonly Part[],
  given: ReadonlyMap<Part, Figures>,
  registered: { readonly L: number; readonly P: number },
): Counted {
  const whole = wholeOf(parts, new Map([...given].map(([part, figures]) => [part, columnsOf(figures)])));
  if (whole === undefined) return columnsOf(NO_FIGURES);
  const { L, P } = registered;
  return { ...whole, counts: { ...whole.counts, places: 1, registered_l: L, registered_p: P } };
}

function columnsOf({ users, women, valid, invalid, votes }: Figures): Counted {
  const place = { places: 0, registered_l: 0, registered_p: 0 };
  return {
    counts: { ...place, users, women: women ?? 0, valid, invalid },
    votes: new Map(Object.entries(votes)),
  };
}
