import type { RehearsedPlace } from './rehearsed-regency.ts';
import { seededDraw, seededWhole } from './seeded-draw.ts';

/** A sheet's figures by their keys, as they stand on the paper. */
export type SheetFigures = Readonly<Record<string, number>>;

const BOARD = 5;
/** Ballot papers beyond one a voter: 2.5 in a hundred. */
const RESERVE_PER_THOUSAND = 25;
const POPULARITY = [0.4, 0.3, 0.16, 0.09, 0.05];

/** Turnout around which the places of a sub-district lie. */
const LEAST_TURNOUT = 0.76;
const TURNOUT_WIDTH = 0.1;

/**
 * What the board of a paper polling place writes at the end of its day. Every sum holds.
 * @param options keys of the ballot's lines in their order
 * @param tie the first two get the same, and more than the others
 */
export function paperFigures(
  seed: number,
  place: Pick<RehearsedPlace, 'id' | 'registered'>,
  contest: string,
  options: readonly string[],
  tie = false,
): SheetFigures {
  const { L, P } = place.registered;
  const came = (sex: 'L' | 'P', registered: number) =>
    Math.round(registered * (LEAST_TURNOUT + TURNOUT_WIDTH * seededDraw(seed, `turnout/${place.id}/${sex}`)));
  const [men, women] = [came('L', L), came('P', P)];
  const users = men + women;
  const spoiltVotes = Math.min(users, seededWhole(seed, `invalid/${place.id}`, 0, Math.ceil(users / 60)));
  const votes = shared(seed, place.id, users - spoiltVotes, options.length, tie);
  if (tie) {
    // a vote that cannot be halved is an invalid one
    const half = Math.floor(((votes[0] ?? 0) + (votes[1] ?? 0)) / 2);
    votes.splice(0, 2, half, half);
  }
  const valid = votes.reduce((sum, count) => sum + count, 0);
  const invalid = users - valid;
  const received = L + P + Math.ceil(((L + P) * RESERVE_PER_THOUSAND) / 1000);
  const spoiled = seededWhole(seed, `spoiled/${place.id}`, 0, 3);
  const of = (line: string) => `${contest}:${line}`;
  return {
    ...{ 'registered.L': L, 'registered.P': P, 'registered.total': L + P },
    ...{ 'dpt.L': men, 'dpt.P': women, 'dpt.total': users },
    ...{ 'added.L': 0, 'added.P': 0, 'added.total': 0, 'users.total': users },
    ...{ [of('received')]: received, [of('used')]: users, [of('spoiled')]: spoiled },
    [of('unused')]: received - users - spoiled,
    ...Object.fromEntries(options.map((key, index) => [of(key), votes[index] ?? 0])),
    ...{ [of('valid')]: valid, [of('invalid')]: invalid, [of('total')]: valid + invalid },
    ...{ 'signatures.board': BOARD, 'signatures.witnesses': options.length },
  };
}

/** Parts a number of votes among options, another winner in another village. */
function shared(seed: number, name: string, votes: number, options: number, isTie: boolean): number[] {
  const first = isTie ? 0 : seededWhole(seed, `winner/${name.slice(0, 13)}`, 0, options - 1);
  const weights = Array.from(
    { length: options },
    (_, index) =>
      (POPULARITY[(index - first + options) % options] ?? 0.03) *
      (0.85 + 0.3 * seededDraw(seed, `share/${name}/${index}`)),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.floor((votes * weight) / all));
  const left = votes - counts.reduce((sum, count) => sum + count, 0);
  counts[first] = (counts[first] ?? 0) + left;
  return counts;
}
