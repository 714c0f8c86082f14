import type { ListedPerson } from '@bilik/intake';
import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';
import type { Identities } from '../identity/identities.ts';
import { familyColumns, type ParticularsColumns, particularsColumns } from '../identity/voter-row.ts';

/** A person, and the village when it is not that of the whole file. */
export type StagedPerson = ListedPerson & { readonly village: string | null };

/** People of a file, kept aside in the transaction until the whole file is judged. Gone with it, whatever happens. */
export interface StagedVoters {
  readonly add: (voters: readonly StagedPerson[]) => Promise<void>;
  /** To be awaited after the last ones: the database may still be taking them. */
  readonly done: () => Promise<void>;
}

/**
 * A temporary table of the transaction. `COPY` into the list itself is not to be had under row security; one text of JSON a batch costs little more,
 * and its bytes as hexadecimal text leave no small buffers behind.
 * @param village of the whole file; null: each person names theirs
 */
export async function stageVoters(
  transaction: Transaction,
  identities: Identities,
  village: string | null,
): Promise<StagedVoters> {
  await sql`
    create temporary table voter_staged (
      area text not null, nik_hash bytea not null, nik_sealed bytea not null, family_hash bytea, family_sealed bytea,
      look_up_hash bytea not null, name text not null, name_key text not null, sex text not null, birth_place text not null,
      birth_date date not null, marital_status text not null, hamlet text not null, rt text not null, rw text not null, disability text
    ) on commit drop`.execute(transaction);
  let taken: Promise<unknown> = Promise.resolve();
  let card: string | null = null;
  let family = familyColumns(identities, card);
  return {
    async add(voters) {
      const rows = voters.map((voter) => {
        // a household stands together in nearly every list
        if (voter.familyCard !== card) {
          card = voter.familyCard;
          family = familyColumns(identities, card);
        }
        const area = areaOf(voter, village);
        return { area, ...asText(particularsColumns(identities, area, voter, family)) };
      });
      const text = JSON.stringify(rows);
      await taken;
      // while the database takes these, the next ones are sealed
      const taking = sql`
        insert into voter_staged
        select area, decode(nik_hash, 'hex'), decode(nik_sealed, 'hex'), decode(family_hash, 'hex'), decode(family_sealed, 'hex'),
          decode(look_up_hash, 'hex'), name, name_key, sex, birth_place, birth_date, marital_status, hamlet, rt, rw, disability
        from json_to_recordset(${text}::json) as given (
          area text, nik_hash text, nik_sealed text, family_hash text, family_sealed text, look_up_hash text, name text, name_key text,
          sex text, birth_place text, birth_date date, marital_status text, hamlet text, rt text, rw text, disability text)`.execute(
        transaction,
      );
      taking.catch(() => {});
      taken = taking;
    },
    async done() {
      await taken;
    },
  };
}

/** The same columns, their bytes as hexadecimal text. */
function asText({
  nik_hash,
  nik_sealed,
  family_hash,
  family_sealed,
  look_up_hash,
  ...texts
}: ParticularsColumns) {
  return {
    nik_hash: nik_hash.toString('hex'),
    nik_sealed: nik_sealed.toString('hex'),
    family_hash: family_hash?.toString('hex') ?? null,
    family_sealed: family_sealed?.toString('hex') ?? null,
    look_up_hash: look_up_hash.toString('hex'),
    ...texts,
  };
}

function areaOf(voter: StagedPerson, village: string | null): string {
  const area = village ?? voter.village;
  if (area === null) throw new Error('a person of no village came through the importer');
  return area;
}

/** How many people of which village are kept aside. */
export async function stagedVillages(
  transaction: Transaction,
): Promise<readonly { readonly area: string; readonly voters: number }[]> {
  const { rows } = await sql<{ area: string; voters: number }>`
    select area, count(*) as voters from voter_staged group by area order by area collate "C"`.execute(
    transaction,
  );
  return rows;
}

/** Lets everybody enter, village by village in the order of the pages that people read. */
export async function enterStaged(transaction: Transaction, election: string): Promise<void> {
  await sql`
    insert into voter (election, area, nik_hash, nik_sealed, family_hash, family_sealed, look_up_hash, name, name_key, sex,
      birth_place, birth_date, marital_status, hamlet, rt, rw, disability)
    select ${election}, area, nik_hash, nik_sealed, family_hash, family_sealed, look_up_hash, name, name_key, sex,
      birth_place, birth_date, marital_status, hamlet, rt, rw, disability
    from voter_staged order by area collate "C", name collate "C"`.execute(transaction);
  // pages are asked for at once, before anything else would tell the planner how many there are now
  await sql`select bilik.count_voters()`.execute(transaction);
}
