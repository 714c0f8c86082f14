import type { Transaction } from '../database/connect.ts';
import type { LaneBallot } from './lane-figures.ts';

/** Rows about a contest of a place, each with the options of its ballot: people compare by names, not by keys. */
export async function withOptions<Row extends { readonly place: string; readonly contest: string }>(
  transaction: Transaction,
  election: string,
  rows: readonly Row[],
): Promise<readonly (Row & { readonly options: LaneBallot['options'] })[]> {
  if (rows.length === 0) return [];
  const contests = await transaction
    .selectFrom('contest')
    .select(['id', 'area', 'options'])
    .where('election', '=', election)
    .where('id', 'in', [...new Set(rows.map(({ contest }) => contest))])
    .execute();
  return rows.map((row) => {
    // a contest stands at the village or above it
    const found = contests.find(
      ({ id, area }) =>
        id === row.contest && (row.place.startsWith(`${area}-`) || row.place.startsWith(`${area}.`)),
    );
    const options = found?.options.map(({ key, name, number }) => ({ key, name, number })) ?? [];
    return { ...row, options };
  });
}
