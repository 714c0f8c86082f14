import { pollingPlaceId, villageCodeSchema } from '../src/area.ts';
import { ballotOptions } from '../src/ballot-option.ts';
import { type Contest, contestSchema } from '../src/definition.ts';
import type { OptionVotes } from '../src/figures.ts';
import type { PlaceResult, VillageInput } from '../src/winner.ts';

/** A residence area of a place: its name, registered voters, and votes in ballot order. */
export type AreaLine = readonly [area: string, registered: number, votes: readonly number[]];

/** A place: registered voters, votes in ballot order (candidates, empty column if any, blank), and areas if counted apart. */
export interface PlaceLine {
  readonly registered: number;
  readonly votes: readonly number[];
  readonly users?: number;
  readonly areas?: readonly AreaLine[];
}

const village = villageCodeSchema.parse('16.07.01.2901');

/** A contest of candidates 1 to `candidates`, named A, B, C… */
export function contestOf(candidates: number): Contest {
  return contestSchema.parse({
    id: 'kepala-desa',
    office: 'village-head',
    title: { id: 'Kepala Desa', en: 'Village head' },
    candidates: Array.from({ length: candidates }, (_, position) => ({
      number: position + 1,
      name: String.fromCharCode(65 + position),
    })),
  });
}

/** A village from short lines; TPS 1, 2, … in order. */
export function villageOf(candidates: number, lines: readonly PlaceLine[]): Omit<VillageInput, 'rulePack'> {
  const contest = contestOf(candidates);
  const optionsOf = (votes: readonly number[]): readonly OptionVotes[] =>
    ballotOptions(contest).map(({ key }, position) => ({ key, votes: votes[position] ?? 0 }));
  const results = lines.map(({ registered, votes, users, areas }, position): PlaceResult => {
    return {
      place: pollingPlaceId(village, position + 1),
      registered,
      users: users ?? votes.reduce((total, count) => total + count, 0),
      options: optionsOf(votes),
      areas:
        areas?.map(([area, voters, counts]) => ({ area, registered: voters, options: optionsOf(counts) })) ??
        null,
    };
  });
  return { contest, expected: results.map(({ place }) => place), results };
}
