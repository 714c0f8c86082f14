import { optionKeySchema, pollingPlaceIdSchema } from '@bilik/election';
import { checkLaneFigures, type LaneContradiction, type PlaceContest } from '@bilik/tabulation';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';

const count = z.int().min(0).max(100_000);

/** Figures of one contest as the Desk or a moderator types them. */
export const laneFiguresSchema = z.strictObject({
  users: count,
  votes: z.partialRecord(optionKeySchema, count),
  valid: count,
  invalid: count,
});
export type LaneInput = z.output<typeof laneFiguresSchema>;

/** The ballot of a contest in one place: its options in list order. */
export interface LaneBallot {
  readonly contest: string;
  readonly title: { readonly id: string; readonly en: string };
  readonly options: readonly {
    readonly key: string;
    readonly name: string;
    readonly number: number | null;
  }[];
}

/** A place of any mode with its ballots, where the transaction's scope sees it. */
export async function placeOfLanes(transaction: Transaction, election: string, place: string) {
  const row = await transaction
    .selectFrom('place')
    .leftJoin('election_rules', 'election_rules.election', 'place.election')
    .select(['place.area', 'registered_l', 'registered_p', 'rule_pack'])
    .where('place.election', '=', election)
    .where('place.id', '=', place)
    // an election that others conduct is counted from its sheets: there is no lane beside them
    .innerJoin('election', 'election.id', 'place.election')
    .where('election.conduct', '=', 'village-head')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const areas = row.area.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));
  const contests = await transaction
    .selectFrom('contest')
    .select(['id', 'title', 'options'])
    .where('election', '=', election)
    .where('area', 'in', areas)
    .orderBy('position')
    .execute();
  const ballots: readonly LaneBallot[] = contests.map(({ id, title, options }) => ({
    contest: id,
    title,
    options: options.map(({ key, name, number }) => ({ key, name, number })),
  }));
  return {
    ...{ place: pollingPlaceIdSchema.parse(place), area: row.area, ballots },
    registered: row.registered_l + row.registered_p,
    blankApart: row.rule_pack?.settings.blankVote.value === 'separate',
  };
}
export type PlaceOfLanes = NonNullable<Awaited<ReturnType<typeof placeOfLanes>>>;

/**
 * Typed figures as a lane keeps them, also where they contradict each other: a lane holds what somebody read.
 * @returns undefined where they name other options than the ballot, or leave one out
 */
export function laneResult(
  ballot: LaneBallot,
  registered: number,
  input: LaneInput,
): PlaceContest | undefined {
  const options = ballot.options.map(({ key }) => {
    const name = optionKeySchema.parse(key);
    return { key: name, votes: input.votes[name] };
  });
  const given = Object.keys(input.votes).length;
  const whole = options.flatMap(({ key, votes }) => (votes === undefined ? [] : [{ key, votes }]));
  if (whole.length < options.length || given > options.length) return undefined;
  const { users, valid, invalid } = input;
  return { registered, users, options: whole, valid, invalid, total: valid + invalid };
}

/** Where a lane's figures contradict each other, by the rules of a sheet. */
export function contradictionsOf(
  { place, blankApart }: PlaceOfLanes,
  contest: string,
  { registered, users, options, valid, invalid }: PlaceContest,
): readonly LaneContradiction[] {
  return checkLaneFigures({ place, contest, registered, users, options, valid, invalid, blankApart });
}
