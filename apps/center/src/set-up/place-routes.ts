import { type Problem, pollingPlaceId, slugSchema, type VillageCode } from '@bilik/election';
import { PLACE_TABLE_LIMIT_CHARACTERS, type PlaceRow, readPlaceTable } from '@bilik/intake';
import { placeNumber } from '@bilik/words/format';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { readElections } from './event-store.ts';
import { conductedByRegency, electionUnknown, refuse } from './refusals.ts';

const Places = z.strictObject({
  election: slugSchema,
  /** Village code, number, men, women; a row a place, all places of each village that it names. */
  table: z.string().min(1).max(PLACE_TABLE_LIMIT_CHARACTERS),
});

/** Polling places of an election that others conduct: they come from its holder's list, without a name of a voter. */
export function openPlaceRoutes(acts: ActsDoor): void {
  acts.act('set-up.enter-places', Places, async (input, { transaction, by, now }) => {
    const [election] = await readElections(transaction, input.election);
    if (election === undefined) return electionUnknown();
    if (election.body === null) return conductedByRegency();
    const read = readPlaceTable(input.table);
    if (!read.ok) return tableWrong(read.error);
    const strangers = await rowsOfStrangers(transaction, input.election, read.value);
    if (strangers.length > 0) return tableWrong(strangers);
    const before = await placesOf(transaction, input.election);
    const held: Problem[] = [];
    const villages = Map.groupBy(read.value, ({ village }) => village);
    for (const [village, places] of villages) {
      held.push(...(await writePlaces(transaction, input.election, village, places)));
    }
    if (held.length > 0) return tableWrong(held);
    await appendEvent(transaction, {
      ...{ act: 'set-up.enter-places', area: election.regency, subject: input.election },
      ...{ account: by.account, at: now },
      after: { villages: villages.size, places: read.value.length },
    });
    const after = await placesOf(transaction, input.election);
    return {
      ok: true,
      value: {
        ...{ villages: villages.size, places: read.value.length, all: after.size },
        // what the table left out of its villages is gone
        closed: [...before].filter((id) => !after.has(id)).length,
      },
    };
  });
}

async function placesOf(transaction: Transaction, election: string): Promise<Set<string>> {
  const rows = await transaction.selectFrom('place').select('id').where('election', '=', election).execute();
  return new Set(rows.map(({ id }) => id));
}

async function rowsOfStrangers(
  transaction: Transaction,
  election: string,
  rows: readonly PlaceRow[],
): Promise<readonly Problem[]> {
  const known = await transaction
    .selectFrom('election_village')
    .select('area')
    .where('election', '=', election)
    .execute();
  const villages = new Set(known.map(({ area }) => area));
  return rows
    .filter(({ village }) => !villages.has(village))
    .slice(0, 50)
    .map(({ row, village }) => ({
      ...{ path: `baris ${row}, kode desa`, code: 'village-not-in-event' },
      sentence: {
        id: `${village} tidak ikut dalam acara ini. Tambahkan lewat gelombang, atau keluarkan dari tabel.`,
        en: `${village} is not in this event. Add it with a wave, or take it out of the table.`,
      },
    }));
}

/**
 * Makes a village's polling places those of the table: new ones are opened, those that it does not name closed.
 * @returns problems where something hangs on a place that is changed or left out; the act's transaction is undone then
 */
async function writePlaces(
  transaction: Transaction,
  election: string,
  village: VillageCode,
  rows: readonly PlaceRow[],
): Promise<readonly Problem[]> {
  const numbers = rows.map(({ number }) => number);
  const { rows: closed } = await sql<{ held: readonly number[] }>`
    select close_places(${election}, ${village}, ${numbers}::smallint[]) as held`.execute(transaction);
  const held = closed[0]?.held ?? [];
  const [men, women] = [
    rows.map(({ registered }) => registered.L),
    rows.map(({ registered }) => registered.P),
  ];
  const ids = numbers.map((number) => pollingPlaceId(village, number));
  await sql`
    insert into place (election, id, area, number, name, mode, registered_l, registered_p)
    select ${election}, id, ${village}, number, null, 'paper', men, women
    from unnest(${ids}::text[], ${numbers}::smallint[], ${men}::integer[], ${women}::integer[]) as given (id, number, men, women)
    on conflict (election, id) do nothing`.execute(transaction);
  // how many are registered went into sums and sheets of a place that has begun
  const { rows: begun } = await sql<{ number: number }>`
    select place.number from place
    join unnest(${ids}::text[], ${men}::integer[], ${women}::integer[]) as given (id, men, women) on given.id = place.id
    where place.election = ${election} and (registered_l, registered_p) <> (men, women) and exists (
      select from sheet where sheet.election = place.election and sheet.place = place.id and step <> 'awaited')
    order by place.number`.execute(transaction);
  await sql`
    update place set registered_l = men, registered_p = women
    from unnest(${ids}::text[], ${men}::integer[], ${women}::integer[]) as given (id, men, women)
    where place.election = ${election} and place.id = given.id and (registered_l, registered_p) <> (men, women)
      and place.number <> all (${begun.map(({ number }) => number)}::smallint[])`.execute(transaction);
  return [...held, ...begun.map(({ number }) => number)].map((number) => ({
    ...{ path: `desa ${village}, TPS ${placeNumber(number)}`, code: 'place-in-use' },
    sentence: {
      id: `Lembar TPS ${placeNumber(number)} desa ${village} sudah masuk. TPS itu tetap seperti adanya: jangan dihapus dari tabel, dan jumlah pemilihnya sama seperti dahulu.`,
      en: `The sheet of polling place ${placeNumber(number)} of village ${village} is in. It stays as it is: keep it in the table with the numbers of before.`,
    },
  }));
}

function tableWrong(problems: readonly Problem[]) {
  return refuse(
    'place-table-wrong',
    `Tabel TPS berisi ${problems.length} kesalahan. Tidak ada TPS yang dimasukkan atau diubah. Perbaiki lalu kirim lagi seluruhnya.`,
    `The table of polling places has ${problems.length} mistakes. No place was entered or changed. Mend them and send all of it again.`,
    problems,
  );
}
