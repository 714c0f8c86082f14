import { ageOn, type CivilDate, maskNik } from '@bilik/election';
import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';
import type { Identities } from '../identity/identities.ts';
import { nameKey } from '../identity/voter-row.ts';
import { areaRange } from '../voter-input.ts';

/** Where a page ended: the next one begins after it. */
export interface PageEnd {
  readonly area: string;
  readonly name: string;
  readonly id: number;
}

/** What is looked for: a part of a name within a village, a whole name in any spelling and order, or a whole NIK. */
export interface VoterSearch {
  readonly text: string | null;
  readonly show: 'all' | 'eligible' | 'ineligible' | 'undivided';
}

/** One line of a list on a screen: nothing by which a person could be told from a namesake but the mask. */
export interface ListedLine {
  readonly id: number;
  readonly area: string;
  readonly name: string;
  /** `160705••••••••••`. */
  readonly nik: string;
  readonly sex: 'L' | 'P';
  readonly ageYears: number;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly place: number | null;
  readonly number: number | null;
  readonly ineligible: string | null;
}

export interface VoterPage {
  readonly lines: readonly ListedLine[];
  /** Null on the last page. */
  readonly end: PageEnd | null;
}

export const PAGE_LINES = 50;
const VILLAGE_LEVEL = 4;

/** Whether a search compares a whole NIK with the lists. */
export function isWholeNik(text: string): boolean {
  return /^\d{16}$/.test(text);
}

/**
 * A page of the voters of an area, by village and name. However many there are, a page reads its own rows through one index and begins where
 * the one before ended.
 */
export async function voterPage(
  transaction: Transaction,
  identities: Identities,
  where: { readonly election: string; readonly area: string; readonly votingDate: CivilDate },
  search: VoterSearch,
  after: PageEnd | null,
): Promise<VoterPage> {
  const { election, area, votingDate } = where;
  const isVillage = area.split('.').length === VILLAGE_LEVEL;
  const [from, before] = areaRange(area);
  let query = transaction
    .selectFrom('voter')
    .select(['id', 'area', 'name', 'nik_hash', 'nik_sealed', 'sex', 'birth_date', 'hamlet', 'rt', 'rw'])
    .select(['place_number', 'number', 'ineligible_reason'])
    .where('election', '=', election);
  query = isVillage
    ? query.where('area', '=', area)
    : query.where('area', '>=', from).where('area', '<', before);
  const text = search.text?.trim() ?? '';
  if (isWholeNik(text)) query = query.where('nik_hash', '=', identities.nikHash(text));
  else if (text !== '') {
    query = isVillage
      ? query.where((row) =>
          row.or([
            row('name_key', '=', nameKey(text)),
            row(sql<number>`position(${text.toUpperCase()} in upper(name))`, '>', 0),
          ]),
        )
      : query.where('name_key', '=', nameKey(text));
  }
  if (search.show === 'eligible') query = query.where('ineligible_reason', 'is', null);
  if (search.show === 'ineligible') query = query.where('ineligible_reason', 'is not', null);
  if (search.show === 'undivided') {
    query = query.where('place_number', 'is', null).where('ineligible_reason', 'is', null);
  }
  if (after !== null) {
    query = isVillage
      ? query.where(sql<boolean>`(name, id) > (${after.name}, ${after.id})`)
      : query.where(sql<boolean>`(area, name, id) > (${after.area}, ${after.name}, ${after.id})`);
  }
  const rows = await query
    .orderBy('area')
    .orderBy('name')
    .orderBy('id')
    .limit(PAGE_LINES + 1)
    .execute();
  const shown = rows.slice(0, PAGE_LINES);
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => ({
      ...{ id: row.id, area: row.area, name: row.name, sex: row.sex },
      nik: maskNik(identities.openNik(row.nik_sealed, row.nik_hash)),
      ageYears: ageOn(row.birth_date, votingDate),
      ...{ hamlet: row.hamlet, rt: row.rt, rw: row.rw, place: row.place_number, number: row.number },
      ineligible: row.ineligible_reason,
    })),
    end:
      rows.length > PAGE_LINES && last !== undefined
        ? { area: last.area, name: last.name, id: last.id }
        : null,
  };
}
