import { generateKeyPairSync } from 'node:crypto';
import {
  type Canonical,
  type CivilDate,
  canonicalText,
  civilClock,
  civilDate,
  defaultRulePack,
  fail,
  type Result,
  type RulePack,
  succeed,
} from '@bilik/election';
import { publicKeyOf, signFields } from '@bilik/transfer';
import { sql } from 'kysely';
import type { Database, Transaction } from '../../database/connect.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';
import { appendEvent } from '../../events/append-event.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { CenterKeys } from '../../keys.ts';
import { filesOfPeople } from './files-of-people.ts';
import { overwriteAndRemove, removeBrokenOff, removeLeftOver } from './remove-files.ts';

export interface Erasure {
  /** Connected as the tables' owner: nobody else may delete. */
  readonly owner: Database;
  readonly files: FileStore;
  readonly keys: CenterKeys;
  /** Where broken-off uploads lie. */
  readonly incomingFolder: string;
  readonly election: string;
  /** Who orders it, as the proof names them. */
  readonly by: string;
  readonly now: Date;
}

/** What stays: which lists there were, and that their people are gone. Canonical text, signed. */
export interface ErasureProof {
  readonly proof: string;
  /** Ed25519 under the purpose `voter-erasure`, Base64. */
  readonly signature: string;
  /** 32 bytes in Base64. */
  readonly publicKey: string;
}

/** An erasure that was carried out. */
export interface Erased {
  readonly proof: ErasureProof;
  /** Files that somebody may be writing at this moment. They stayed: erase once more when they are old enough to be nobody's. */
  readonly beingWritten: number;
}

export type ErasureRefusal =
  | { readonly type: 'election-unknown' }
  /** Somebody may still object and must be able to prove their right. */
  | { readonly type: 'window-open'; readonly until: CivilDate };

const PURPOSE = 'voter-erasure';
const DAY_MS = 86_400_000;
/** What nobody may read any more stands so in rows that stay. */
const ERASED = '–';
const TABLES = ['voter', 'voter_proposal', 'voter_pair', 'voter_look', 'voter_import', 'upload'];

/**
 * Erases the persons' data of an election (Law 27/2022 on personal data protection, articles 8 and 44): rows, proposals, previews, files. Who
 * looked at people stays, without at whom. May be repeated: what a cut left is finished, and what came in since is erased with a proof of its own.
 * @errors 'election-unknown' · 'window-open': nothing was changed
 */
export async function eraseVoters(erasure: Erasure): Promise<Result<Erased, ErasureRefusal>> {
  const { owner, files, incomingFolder } = erasure;
  const done = await inScope(owner, OWN_WORK, (transaction) => eraseRows(transaction, erasure));
  if (!done.ok) return done;
  const { files: ofPeople, ...proof } = done.value;
  // deleted rows lie in the tables' pages until they are written anew
  for (const table of TABLES) await sql`vacuum full ${sql.table(table)}`.execute(owner);
  for (const file of ofPeople) await overwriteAndRemove(files.path(file));
  await removeBrokenOff(owner, incomingFolder);
  return succeed({ proof, beingWritten: await removeLeftOver(owner, files) });
}

/** The last day on which somebody may object or the regent decides: the result's day and the clocks of the rule pack. */
export function disputeWindowEnd(votingDate: CivilDate, rulePack: RulePack): CivilDate {
  const { objectionDays, decisionDays } = rulePack.settings.clocks.value;
  const end = Date.parse(votingDate) + (1 + objectionDays + decisionDays) * DAY_MS;
  return civilDate(new Date(end).toISOString().slice(0, 10));
}

async function eraseRows(
  transaction: Transaction,
  { keys, election, by, now }: Erasure,
): Promise<Result<ErasureProof & { readonly files: readonly string[] }, ErasureRefusal>> {
  const event = await transaction
    .selectFrom('election')
    .leftJoin('election_rules', 'election_rules.election', 'election.id')
    .select(['election.area', 'zone', 'rule_pack'])
    // the last wave's people object last
    .select(
      sql<string>`greatest(voting_date, (select max(voting_date) from wave where wave.election = election.id))`.as(
        'last_voting_date',
      ),
    )
    .where('election.id', '=', election)
    .forUpdate('election')
    .executeTakeFirst();
  if (event === undefined) return fail({ type: 'election-unknown' });
  const until = disputeWindowEnd(civilDate(event.last_voting_date), event.rule_pack ?? defaultRulePack);
  if (civilClock(now.getTime(), event.zone).date <= until) return fail({ type: 'window-open', until });
  const key = signingKey(keys);
  const publicKey = publicKeyOf(key);
  const earlier = await transaction
    .selectFrom('voter_erasure')
    .select(['proof', 'signature'])
    .where('election', '=', election)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  await awaitUploads(transaction, event.area);
  const { voters, lists } = await countsOf(transaction, election);
  const files = await filesOfPeople(transaction, election, event.area);
  const deleted = await deleteRows(transaction, election, event.area, files);
  if (earlier !== undefined && deleted === 0) return succeed({ ...earlier, publicKey, files });
  const proof = canonicalText({
    ...{ format: 'bilik/v1/voter-erasure', election, erasedAt: now.toISOString(), by, voters, lists },
  });
  const signature = signFields(key, PURPOSE, [proof]);
  await transaction
    .insertInto('voter_erasure')
    .values({ election, area: event.area, proof, signature, files: JSON.stringify(files), at: now })
    .execute();
  await appendEvent(transaction, {
    ...{ act: 'voters.erased', area: event.area, subject: election, account: null, at: now },
    after: { by, voters },
  });
  return succeed({ proof, signature, publicKey, files });
}

/** An upload that is being finished at this moment is finished first, and erased then. */
async function awaitUploads(transaction: Transaction, area: string): Promise<void> {
  await sql`select from upload where area = ${area} or starts_with(area, ${`${area}.`}) for update`.execute(
    transaction,
  );
}

async function countsOf(
  transaction: Transaction,
  election: string,
): Promise<{ readonly voters: number; readonly lists: readonly Canonical[] }> {
  const { rows } = await sql<{
    village: string;
    stage: string;
    fingerprint: string | null;
    places: Readonly<Record<string, string>> | null;
    men: number;
    women: number;
    ineligible: number;
  }>`
    select list.area as village, stage, fingerprint, place_fingerprints as places,
      count(voter.id) filter (where sex = 'L' and ineligible_reason is null) as men,
      count(voter.id) filter (where sex = 'P' and ineligible_reason is null) as women,
      count(voter.id) filter (where ineligible_reason is not null) as ineligible
    from voter_list list left join voter on voter.election = list.election and voter.area = list.area
    where list.election = ${election} group by list.election, list.area order by list.area`.execute(
    transaction,
  );
  return {
    voters: rows.reduce((sum, { men, women, ineligible }) => sum + men + women + ineligible, 0),
    lists: rows.map((row) => ({ ...row, places: row.places ?? {} })),
  };
}

/** @returns how many rows told something of people */
async function deleteRows(
  transaction: Transaction,
  election: string,
  area: string,
  files: readonly string[],
): Promise<number> {
  const statements = [
    sql`delete from voter_pair where election = ${election}`,
    sql`delete from voter_proposal where election = ${election}`,
    sql`delete from voter where election = ${election}`,
    sql`update voter_look set voter = null, why = ${ERASED}
      where election = ${election} and (voter is not null or why <> ${ERASED})`,
    // whoever waits for a worker waits for a file that is gone
    sql`update voter_import set preview = null, problems = null, file_name = ${ERASED}, options = '{"village":null}',
        state = case when state in ('reading', 'ready', 'entering') then 'left' else state end
      where election = ${election} and (file_name <> ${ERASED} or preview is not null or problems is not null)`,
    // sent and kept under another name, or not finished: whoever still wants to send it begins anew
    sql`delete from upload where sha256 = any(${files}::text[])
      or (sha256 is null and (area = ${area} or starts_with(area, ${`${area}.`})))`,
  ];
  let deleted = 0;
  for (const statement of statements) {
    deleted += Number((await statement.execute(transaction)).numAffectedRows ?? 0n);
  }
  return deleted;
}

/** The center's own key for proofs of erasure, as PEM. */
function signingKey(keys: CenterKeys): string {
  return keys.text('voter-erasure.pem', () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
}
