import { civilClock, type VoterListState } from '@bilik/election';
import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';
import { areaRange } from '../voter-input.ts';

/** How many may vote at a polling place, by the list. */
export interface PlaceRecap {
  readonly number: number;
  readonly men: number;
  readonly women: number;
}

/** What papers of an area say around their content; `list` is undefined for areas that are no village or have none. */
export async function paperVillage(
  transaction: Transaction,
  election: string,
  area: string,
  kind: 'exercise' | 'real',
  now: Date,
) {
  const event = await transaction
    .selectFrom('election')
    .select(['title', 'zone', 'voting_date'])
    .where('id', '=', election)
    .executeTakeFirst();
  if (event === undefined) return undefined;
  const codes = [area, area.slice(0, 8), area.slice(0, 5)];
  const names = new Map(
    (await transaction.selectFrom('area').select(['code', 'name']).where('code', 'in', codes).execute()).map(
      ({ code, name }) => [code, name],
    ),
  );
  const list = await transaction
    .selectFrom('voter_list')
    .selectAll()
    .where('election', '=', election)
    .where('area', '=', area)
    .executeTakeFirst();
  return {
    paper: {
      village: names.get(area) ?? area,
      subDistrict: names.get(area.slice(0, 8)) ?? '',
      regency: names.get(area.slice(0, 5)) ?? '',
      title: event.title.id,
      isExercise: kind === 'exercise',
      day: civilClock(now.getTime(), event.zone).date,
    },
    zone: event.zone,
    votingDate: event.voting_date,
    list,
    posting:
      list === undefined || list.posted_from === null || list.posted_until === null
        ? null
        : { from: list.posted_from, until: list.posted_until },
  };
}

export async function placeRecaps(
  transaction: Transaction,
  election: string,
  area: string,
): Promise<readonly PlaceRecap[]> {
  const { rows } = await sql<PlaceRecap>`
    select place_number as number,
      count(*) filter (where sex = 'L' and (ineligible_reason is null or marked_beside)) as men,
      count(*) filter (where sex = 'P' and (ineligible_reason is null or marked_beside)) as women
    from voter where election = ${election} and area = ${area} and place_number is not null
    group by place_number order by place_number`.execute(transaction);
  return rows;
}

export async function villageRecaps(transaction: Transaction, election: string, area: string) {
  const [from, before] = areaRange(area);
  const { rows } = await sql<{
    name: string;
    stage: VoterListState;
    places: number;
    men: number;
    women: number;
  }>`
    select area.name, list.stage, coalesce(people.places, 0) as places,
      coalesce(people.men, 0) as men, coalesce(people.women, 0) as women
    from voter_list list join area on area.code = list.area
    left join (
      select voter.area, count(distinct place_number) as places,
        count(*) filter (where sex = 'L' and (ineligible_reason is null or marked_beside)) as men,
        count(*) filter (where sex = 'P' and (ineligible_reason is null or marked_beside)) as women
      from voter where election = ${election} and voter.area >= ${from} and voter.area < ${before}
      group by voter.area) people on people.area = list.area
    where list.election = ${election} and list.area >= ${from} and list.area < ${before}
    order by list.area`.execute(transaction);
  return rows;
}
