import { fail, pollingPlaceId, type Result, succeed, villageCodeSchema } from '@bilik/election';
import type { VillageDivision } from '@bilik/voters';
import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';

/** A polling place without voters would stay for ever: it is awaited, and its village never complete. */
export interface PlaceInUse {
  readonly type: 'place-in-use';
  readonly places: readonly number[];
}

/**
 * Writes a division onto the list: polling place of everybody, and the numbers of each place's list in the order of the village, a household
 * together. Who may not vote stays on the list: behind the others, where their household or neighbourhood votes. Polling places that the
 * village does not have yet are opened, those that nobody votes in any more closed.
 * @errors 'place-in-use': something hangs on a polling place that this division leaves empty; the caller undoes its transaction
 */
export async function writeDivision(
  transaction: Transaction,
  election: string,
  area: string,
  division: VillageDivision,
): Promise<Result<null, PlaceInUse>> {
  const { households, placeOf, places } = division;
  const people: number[] = [];
  const placeNumbers: number[] = [];
  const numbers: number[] = [];
  const listed = new Map<number, number>();
  const list = (id: number, place: number): void => {
    const number = (listed.get(place) ?? 0) + 1;
    listed.set(place, number);
    people.push(id);
    placeNumbers.push(place);
    numbers.push(number);
  };
  for (const { key, members } of households) {
    for (const { id } of members) list(Number(id), placeOf.get(key) ?? 0);
  }
  const placeOfNeighbourhood = new Map(
    places.flatMap(({ number, parts }) => parts.map((part) => [neighbourhoodText(part), number] as const)),
  );
  for (const person of await ineligiblePeople(transaction, election, area)) {
    const household = placeOf.get(person.household ?? '');
    list(person.id, household ?? placeOfNeighbourhood.get(neighbourhoodText(person)) ?? 1);
  }
  // first nobody has a number: numbers are exchanged, and none may stand twice in between
  await sql`
    update voter set place_number = null, number = null
    where election = ${election} and area = ${area} and place_number is not null`.execute(transaction);
  await sql`
    update voter set place_number = given.place, number = given.number
    from unnest(${people}::bigint[], ${placeNumbers}::smallint[], ${numbers}::smallint[]) as given (id, place, number)
    where voter.id = given.id and election = ${election} and area = ${area}`.execute(transaction);
  const wanted = places.map(({ number }) => number);
  const { rows } = await sql<{ held: readonly number[] }>`
    select close_places(${election}, ${area}, ${wanted}::smallint[]) as held`.execute(transaction);
  const held = rows[0]?.held ?? [];
  if (held.length > 0) return fail({ type: 'place-in-use', places: held });
  await openPlaces(transaction, election, area, wanted);
  return succeed(null);
}

function neighbourhoodText({ hamlet, rw, rt }: { hamlet: string; rw: string; rt: string }): string {
  return [hamlet, rw, rt].join('\u0000');
}

function ineligiblePeople(transaction: Transaction, election: string, area: string) {
  return transaction
    .selectFrom('voter')
    .select(['id', 'hamlet', 'rw', 'rt'])
    .select(sql<string | null>`encode(family_hash, 'hex')`.as('household'))
    .where('election', '=', election)
    .where('area', '=', area)
    .where('ineligible_reason', 'is not', null)
    .orderBy('id')
    .execute();
}

/** Polling places of the village, new ones as the first one is. How many are registered in each follows from the list. */
async function openPlaces(
  transaction: Transaction,
  election: string,
  area: string,
  places: readonly number[],
): Promise<void> {
  const ids = places.map((number) => pollingPlaceId(villageCodeSchema.parse(area), number));
  await sql`
    insert into place (election, id, area, number, name, mode)
    select ${election}, id, ${area}, number, null,
      coalesce((select mode from place where election = ${election} and area = ${area} order by number limit 1), 'paper')
    from unnest(${ids}::text[], ${places}::smallint[]) as given (id, number)
    on conflict (election, id) do nothing`.execute(transaction);
  await countRegistered(transaction, election, area);
}

/** Writes how many men and women may vote into each polling place of a village. */
export async function countRegistered(
  transaction: Transaction,
  election: string,
  area: string,
): Promise<void> {
  await sql`
    update place set
      registered_l = (select count(*) from voter where voter.election = place.election and voter.area = place.area
        and place_number = place.number and sex = 'L' and ineligible_reason is null),
      registered_p = (select count(*) from voter where voter.election = place.election and voter.area = place.area
        and place_number = place.number and sex = 'P' and ineligible_reason is null)
    where election = ${election} and area = ${area}`.execute(transaction);
}
