import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import type { Role } from './roles.ts';

/** What a screen calls whoever did something: by name, and outside one's own areas and those above them by the role alone. */
export interface Person {
  readonly name: string | null;
  readonly role: Role;
}

/** Rows that name an account, each with the person; a row of no account, as of a device, has none. */
export async function withPeople<Row extends { readonly account: string | null }>(
  transaction: Transaction,
  rows: readonly Row[],
): Promise<readonly (Row & { readonly person: Person | null })[]> {
  const accounts = [...new Set(rows.flatMap(({ account }) => (account === null ? [] : [account])))];
  if (accounts.length === 0) return rows.map((row) => ({ ...row, person: null }));
  const { rows: found } = await sql<Person & { account: string }>`
    select account, name, role from people_of(${accounts})`.execute(transaction);
  const people = new Map(found.map(({ account, name, role }) => [account, { name, role }]));
  return rows.map((row) => ({
    ...row,
    person: row.account === null ? null : (people.get(row.account) ?? null),
  }));
}
