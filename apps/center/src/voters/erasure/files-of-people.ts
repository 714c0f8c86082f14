import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';

/** Tables of an event whose files hold people: lists that were handed in, evidence, and packages, in which the lists of their places lie sealed. */
const OF_PEOPLE: readonly string[] = ['voter_import', 'voter_proposal', 'place_package'];

/** Files that rows name without a reference of the database. Records are public: anybody with an account may have sent the same bytes as an upload. */
const NAMED_IN_LISTS = [
  sql`select jsonb_array_elements_text(files) from delivery where jsonb_typeof(files) = 'array'`,
  sql`select option ->> 'photo' from contest, jsonb_array_elements(options) as option where option ->> 'photo' is not null`,
];

/**
 * Names of all files that an erasure removes: those of the event's people; every upload of its area, however it is called; and what earlier erasures of it were to
 * remove. A file that any other row names stays: another event's list, a sheet's photo.
 */
export async function filesOfPeople(
  transaction: Transaction,
  election: string,
  area: string,
): Promise<readonly string[]> {
  const named = await namedElsewhere(transaction, election);
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from (
      select file as sha256 from voter_import where election = ${election}
      union select evidence_file from voter_proposal where election = ${election}
      union select file from place_package where election = ${election}
      union select sha256 from upload where area = ${area} or starts_with(area, ${`${area}.`})
      union select jsonb_array_elements_text(files) from voter_erasure where election = ${election}
    ) as of_people
    where sha256 is not null and sha256 not in (${named})
    order by sha256`.execute(transaction);
  return rows.map(({ sha256 }) => sha256);
}

/** Every file that a row of any room names, but for this event's people and those of events that were erased. */
async function namedElsewhere(transaction: Transaction, election: string) {
  const { rows: references } = await sql<{ table: string; column: string }>`
    select conrelid::regclass::text as table, attname as column from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'file'::regclass and conrelid <> 'upload'::regclass`.execute(
    transaction,
  );
  const named = references.map(({ table, column }) => {
    const isOfPeople = OF_PEOPLE.includes(table);
    const ofOthers = sql`election <> ${election} and election not in (select election from voter_erasure)`;
    return sql`
      select ${sql.ref(column)} from ${sql.table(table)}
      where ${sql.ref(column)} is not null and ${isOfPeople ? ofOthers : sql`true`}`;
  });
  return sql.join([...named, ...NAMED_IN_LISTS], sql` union `);
}
