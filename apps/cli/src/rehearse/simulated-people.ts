import { createHash } from 'node:crypto';

/** What a simulated voter will do. Chosen by the seed alone: same seed, same people and choices. */
export type Conduct =
  /** Votes at the first go. */
  | 'votes'
  /** Says that the slip is not right, gets a new card, votes. */
  | 'rejects-slip-once'
  /** Has an encryption opened first, gets a new card, votes. */
  | 'proves-first'
  /** Is checked in, takes a card, gives it back and leaves. */
  | 'leaves'
  /** Does not come. */
  | 'stays-away';

export interface SimulatedVoter {
  readonly number: number;
  readonly conduct: Conduct;
  /** For each contest the position of the chosen option. */
  readonly answers: readonly number[];
}

/** 32 random-looking bits that depend on the seed and a name only. */
function draw(seed: number, name: string): number {
  return createHash('sha256').update(`bilik/rehearse/${seed}/${name}`).digest().readUInt32BE(0) / 2 ** 32;
}

const CONDUCTS: readonly (readonly [conduct: Conduct, upTo: number])[] = [
  ['stays-away', 0.08],
  ['rejects-slip-once', 0.1],
  ['proves-first', 0.115],
  ['leaves', 0.13],
];

/** Popularity of options, most popular first; the blank vote, which stands last, gets the rest. */
const POPULARITY = [0.42, 0.33, 0.15, 0.06, 0.02];

function drawOption(seed: number, name: string, options: number): number {
  let point = draw(seed, name);
  for (let option = 0; option < options - 1; option += 1) {
    point -= POPULARITY[option] ?? 0.01;
    if (point < 0) return option;
  }
  return options - 1;
}

/**
 * The people of one day, in the order in which they come.
 * @param optionsOfContest how many options each contest has, blank included
 */
export function simulatePeople(
  seed: number,
  voters: number,
  optionsOfContest: readonly number[],
): SimulatedVoter[] {
  return Array.from({ length: voters }, (_, index) => {
    const number = index + 1;
    const point = draw(seed, `conduct/${number}`);
    return {
      number,
      conduct: CONDUCTS.find(([, upTo]) => point < upTo)?.[0] ?? 'votes',
      answers: optionsOfContest.map((options, contest) =>
        drawOption(seed, `choice/${contest}/${number}`, options),
      ),
    };
  })
    .map((voter) => ({ voter, place: draw(seed, `queue/${voter.number}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ voter }) => voter);
}
