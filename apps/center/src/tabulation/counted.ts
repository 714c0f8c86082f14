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

/** What sums count of a place: nothing until all of its parts are in. */
export interface Counted extends Figures {
  readonly places: 0 | 1;
  readonly registered: { readonly L: number; readonly P: number };
}

export const NO_FIGURES: Figures = { users: 0, women: 0, valid: 0, invalid: 0, votes: {} };

/** What a place gives to the sums above it: its parts together once all of them are there, else nothing. */
export function countedOf(
  parts: readonly Part[],
  given: ReadonlyMap<Part, Figures>,
  registered: Counted['registered'],
): Counted {
  const figures = parts.flatMap((part) => given.get(part) ?? []);
  if (figures.length < parts.length) return { ...NO_FIGURES, places: 0, registered: { L: 0, P: 0 } };
  return { ...figures.reduce(addFigures, NO_FIGURES), places: 1, registered };
}

function addFigures(left: Figures, right: Figures): Figures {
  return {
    users: left.users + right.users,
    women: (left.women ?? 0) + (right.women ?? 0),
    valid: left.valid + right.valid,
    invalid: left.invalid + right.invalid,
    votes: addVotes(left.votes, right.votes, 1),
  };
}

/** What a change adds to every sum: after without before. Options without a difference are left out. */
export function difference(
  before: Counted,
  after: Counted,
): Omit<Counted, 'places' | 'women'> & { readonly places: -1 | 0 | 1; readonly women: number } {
  const places = after.places - before.places;
  return {
    places: places < 0 ? -1 : places > 0 ? 1 : 0,
    registered: {
      L: after.registered.L - before.registered.L,
      P: after.registered.P - before.registered.P,
    },
    users: after.users - before.users,
    women: (after.women ?? 0) - (before.women ?? 0),
    valid: after.valid - before.valid,
    invalid: after.invalid - before.invalid,
    votes: Object.fromEntries(
      Object.entries(addVotes(after.votes, before.votes, -1)).filter(([, votes]) => votes !== 0),
    ),
  };
}

function addVotes(left: Votes, right: Votes, sign: 1 | -1): Votes {
  const sums = new Map(Object.entries(left));
  for (const [option, votes] of Object.entries(right))
    sums.set(option, (sums.get(option) ?? 0) + sign * votes);
  return Object.fromEntries(sums);
}
