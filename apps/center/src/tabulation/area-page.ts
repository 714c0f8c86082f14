import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import type { Lane } from './tables.ts';

/** Sums of one area, always with what they cover. */
export interface AreaLine {
  readonly area: string;
  readonly name: string;
  /** Polling places whose figures are in, of all. */
  readonly places: number;
  readonly expected: number;
  /** Voters on the lists of the places that are in: of these is the turnout. */
  readonly registered: number;
  /** Voters on the lists of all places. */
  readonly registeredInAll: number;
  readonly users: number;
  /** Among them, where the sources part them: the official lane. */
  readonly women: number;
  readonly valid: number;
  readonly invalid: number;
}

/** A polling place on the page of its village. */
export interface PlaceLine {
  readonly place: string;
  readonly number: number;
  readonly mode: string;
  readonly registered: number;
  /** What stands of it, part by part; none: awaited. */
  readonly parts: readonly {
    readonly part: string;
    readonly change: number;
    readonly users: number;
    readonly valid: number;
    readonly invalid: number;
    readonly votes: Readonly<Record<string, number>>;
    readonly source_kind: string;
    readonly source: string;
  }[];
}

/** One level of the roll-up: an area, what is below it, and the way up. */
export interface AreaPage {
  readonly own: AreaLine | null;
  /** Votes by option, where all places below vote on the same ballot. */
  readonly votes: Readonly<Record<string, number>>;
  readonly below: readonly AreaLine[];
  /** Of a village: its polling places. */
  readonly placesHere: readonly PlaceLine[];
  readonly above: readonly { readonly area: string; readonly name: string }[];
}

export interface AreaPageQuestion {
  readonly election: string;
  readonly contest: string;
  readonly lane: Lane;
  /** Kemendagri code; empty for the country. */
  readonly area: string;
}

/** The page of one area. Reads a few hundred rows at any level. */
export async function areaPage(transaction: Transaction, question: AreaPageQuestion): Promise<AreaPage> {
  const { election, contest, lane, area } = question;
  const isVillage = area.length === 13;
  const lines = await sql<AreaLine & { readonly isOwn: boolean }>`
    select area.code as area, area.name, area.code = ${area} as "isOwn",
      coalesce(sum.places, 0) as places, coalesce(expected.places, 0) as expected,
      coalesce(sum.registered_l + sum.registered_p, 0) as registered,
      coalesce(expected.registered_l + expected.registered_p, 0) as "registeredInAll",
      coalesce(sum.users, 0) as users, coalesce(sum.women, 0) as women, coalesce(sum.valid, 0) as valid, coalesce(sum.invalid, 0) as invalid
    from area
    left join expected_places as expected on expected.election = ${election} and expected.area = area.code
    left join area_sum as sum on sum.election = ${election} and sum.lane = ${lane} and sum.contest = ${contest} and sum.area = area.code
    where (area.code = ${area} or ${area === '' ? sql`area.parent is null` : sql`area.parent = ${area}`})
      and (expected.places is not null or area.code = ${area})
    order by area.code`.execute(transaction);
  const votes = await transaction
    .selectFrom('area_votes')
    .select(['option', 'votes'])
    .where('election', '=', election)
    .where('lane', '=', lane)
    .where('contest', '=', contest)
    .where('area', '=', area)
    .execute();
  const codes = [2, 5, 8].filter((length) => length < area.length).map((length) => area.slice(0, length));
  const above =
    codes.length === 0
      ? []
      : await transaction
          .selectFrom('area')
          .select(['code as area', 'name'])
          .where('code', 'in', codes)
          .orderBy('code')
          .execute();
  const named = lines.rows.map(({ isOwn, ...line }) => ({ isOwn, line }));
  return {
    own: named.find(({ isOwn }) => isOwn)?.line ?? null,
    below: named.filter(({ isOwn }) => !isOwn).map(({ line }) => line),
    votes: Object.fromEntries(votes.map((row) => [row.option, row.votes])),
    placesHere: isVillage ? await placesOf(transaction, question) : [],
    above,
  };
}

async function placesOf(
  transaction: Transaction,
  { election, contest, lane, area }: AreaPageQuestion,
): Promise<readonly PlaceLine[]> {
  const { rows } = await sql<PlaceLine>`
    select place.id as place, place.number, place.mode, place.registered_l + place.registered_p as registered,
      coalesce(jsonb_agg(jsonb_build_object(
        'part', change.part, 'change', change.number, 'users', change.users,
        'valid', change.valid, 'invalid', change.invalid, 'votes', change.votes,
        'source_kind', change.source_kind, 'source', change.source) order by change.part)
        filter (where change.number is not null), '[]') as parts
    from place
    left join place_result on place_result.election = place.election and place_result.place = place.id
      and place_result.contest = ${contest} and place_result.lane = ${lane}
    left join result_change as change on change.number = place_result.change and not change.withdrawn
    where place.election = ${election} and place.area = ${area}
    group by place.election, place.id
    order by place.number`.execute(transaction);
  return rows;
}
