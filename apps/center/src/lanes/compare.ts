import { type OptionKey, optionKeySchema } from '@bilik/election';
import {
  byWeight,
  type ComparedPlace,
  compareLanes,
  opensCommitment,
  type PlaceContest,
  type PlaceLanes,
} from '@bilik/tabulation';
import { sql } from 'kysely';
import type { ActContext } from '../http/acts-door.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';
import { sha256 } from './internal-lane.ts';

/** A place on which the sides have met. */
export interface MetPlace {
  readonly place: string;
  readonly contest: string;
  /** The hash, the random bytes and the figures: whoever hashes them again finds the hash that was fixed before. */
  readonly commitment: string;
  readonly nonce: string;
  readonly fixedAt: string;
  /** The official result was here before: whoever fixed it may have read it where it is public. */
  readonly isLater: boolean;
  /** What is stored opens its hash: nobody changed it since. */
  readonly opens: boolean;
  readonly internal: PlaceContest;
  readonly official: PlaceContest;
  readonly evidence: PlaceContest | null;
}

/** With the number of places whose official votes its margin is of: all that whoever asks may see. */
export type WeighedPlace = ComparedPlace & { readonly marginOf: number };

export interface LaneComparison {
  readonly places: readonly MetPlace[];
  /** Places whose lanes differ, a difference that reaches the village's margin first. For the Desk margins are of places that met. */
  readonly differences: readonly WeighedPlace[];
}

interface Sums {
  readonly registered: number;
  readonly users: number;
  readonly valid: number;
  readonly invalid: number;
  /** Of each part of the place. */
  readonly votes: readonly Readonly<Record<string, number>>[];
}

interface Row extends Sums {
  readonly place: string;
  readonly area: string;
  readonly contest: string;
  readonly commitment: string;
  readonly nonce: string;
  readonly at: Date;
  readonly official_at: Date;
  readonly figures: PlaceContest;
  /** What a moderator read on a photo of the public, by contest. */
  readonly seen: Readonly<Record<string, PlaceContest>> | null;
  /** Of a signed code that somebody scanned from the board. */
  readonly scanned: Omit<Sums, 'registered'> | null;
}

/** Most places of one comparison: a regency has up to 1,600. */

/** All lanes of the places of an area on which both sides are in, and where they differ. */
export async function compareArea(
  { transaction }: ActContext,
  { election, area }: { readonly election: string; readonly area: string },
): Promise<LaneComparison> {
  const { rows } = await sql<Row>`
    with latest as (
      select distinct on (place, contest) place, area, contest, commitment, nonce, at, figures
      from internal_figures
      where election = ${election} and (area = ${area} or starts_with(area, ${`${area}.`}))
        and lanes_met(election, place, contest)
      order by place, contest, id desc
    )
    select latest.*, place.registered_l + place.registered_p as registered,
      official.users, official.valid, official.invalid, official.votes, official.at as official_at, seen.figures as seen, scanned.figures as scanned
    from latest
    join place on place.election = ${election} and place.id = latest.place
    join lateral (
      select sum(change.users)::int as users, sum(change.valid)::int as valid,
        sum(change.invalid)::int as invalid, jsonb_agg(change.votes) as votes, max(change.at) as at
      from place_result join result_change as change on change.number = place_result.change and not change.withdrawn
      where place_result.election = ${election} and place_result.place = latest.place
        and place_result.contest = latest.contest and place_result.lane = 'official'
    ) as official on official.users is not null
    left join lateral (
      select verdict.figures from evidence
      join lateral (select * from evidence_verdict where evidence = evidence.id order by number desc limit 1) as verdict on true
      where evidence.election = ${election} and evidence.place = latest.place and verdict.verdict = 'accepted'
        and verdict.figures ? latest.contest
      order by evidence.is_signed desc, evidence.id desc limit 1
    ) as seen on true
    left join lateral (
      select jsonb_build_object('users', change.users, 'valid', change.valid, 'invalid', change.invalid,
        'votes', jsonb_build_array(change.votes)) as figures
      from place_result join result_change as change on change.number = place_result.change and not change.withdrawn
      where place_result.election = ${election} and place_result.place = latest.place
        and place_result.contest = latest.contest and place_result.lane = 'evidence'
      limit 1
    ) as scanned on true
    order by latest.place, latest.contest
    limit ${LIST_LIMITS.places}`.execute(transaction);
  const byVillage = new Map<string, PlaceLanes[]>();
  const places = rows.map((row): MetPlace => {
    const official = sumOfParts(row);
    const { place, contest, commitment, nonce, figures: internal } = row;
    const { scanned, registered } = row;
    const evidence =
      row.seen?.[contest] ?? (scanned === null ? null : sumOfParts({ ...scanned, registered }));
    const key = `${row.area} ${contest}`;
    const lanes = { place, contest, official, internal, ...(evidence === null ? {} : { evidence }) };
    byVillage.set(key, [...(byVillage.get(key) ?? []), lanes]);
    const opens = opensCommitment(commitment, { place, contest, result: internal }, nonce, sha256);
    return {
      place,
      contest,
      commitment,
      nonce,
      fixedAt: row.at.toISOString(),
      isLater: row.at > row.official_at,
      opens,
      internal,
      official,
      evidence,
    };
  });
  const visible = await officialVotes(transaction, { election, area });
  const differences = [...byVillage]
    .flatMap(([key, lanes]) => {
      const official = visible.get(key);
      return compareLanes(lanes, official?.votes).map((compared) => ({
        ...compared,
        marginOf: official?.places ?? lanes.length,
      }));
    })
    .sort(byWeight);
  return { places, differences };
}

/** The official votes of each village and contest, of the places that whoever asks may see: the database hides from the Desk those that have not met. */
async function officialVotes(
  transaction: ActContext['transaction'],
  { election, area }: { readonly election: string; readonly area: string },
): Promise<ReadonlyMap<string, { readonly places: number; readonly votes: ReadonlyMap<OptionKey, number> }>> {
  const { rows } = await sql<{ village: string; option: string; votes: number; places: number }>`
    with standing as (
      select change.area || ' ' || change.contest as village, change.place, change.votes
      from place_result join result_change as change on change.number = place_result.change and not change.withdrawn
      where place_result.election = ${election} and place_result.lane = 'official'
        and (change.area = ${area} or starts_with(change.area, ${`${area}.`}))
    ), counted as (
      select village, count(distinct place)::int as places from standing group by village
    )
    select village, option.key as option, sum(option.value::int)::int as votes, counted.places
    from standing join counted using (village), jsonb_each_text(standing.votes) as option (key, value)
    group by village, option.key, counted.places`.execute(transaction);
  return new Map(
    [...Map.groupBy(rows, ({ village }) => village)].map(([village, options]) => [
      village,
      {
        places: options[0]?.places ?? 0,
        votes: new Map(options.map(({ option, votes }) => [optionKeySchema.parse(option), votes])),
      },
    ]),
  );
}

/** The parts of a place together. */
function sumOfParts({ registered, users, valid, invalid, votes }: Sums): PlaceContest {
  const sums = new Map<OptionKey, number>();
  for (const part of votes) {
    for (const [name, count] of Object.entries(part)) {
      const key = optionKeySchema.parse(name);
      sums.set(key, (sums.get(key) ?? 0) + count);
    }
  }
  const options = [...sums].map(([key, count]) => ({ key, votes: count }));
  return { registered, users, options, valid, invalid, total: valid + invalid };
}
