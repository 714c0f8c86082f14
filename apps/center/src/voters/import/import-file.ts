import { civilDate, fail, type Result, villageCodeSchema } from '@bilik/election';
import {
  type ImportOptions,
  type ImportPreview,
  type ImportSummary,
  importVoterListInBatches,
} from '@bilik/intake';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CenterParts } from '../../center-parts.ts';
import type { Transaction } from '../../database/connect.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';
import { appendEvent } from '../../events/append-event.ts';
import { isErased } from '../erasure/erased-event.ts';
import type { Identities } from '../identity/identities.ts';
import type { ImportState } from '../tables.ts';
import { KEPT_PROBLEMS, REGENCY_LIMITS } from './import-options.ts';
import { type KeptProblem, ownProblem } from './kept-problem.ts';
import { enterStaged, stagedVillages, stageVoters } from './staged-voters.ts';

export const ImportJob = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) });

interface AskedImport {
  readonly id: string;
  readonly election: string;
  readonly area: string;
  readonly file: string;
  readonly village: string | null;
  readonly account: string;
  readonly options: ImportOptions;
  /** When the work began. A job may be done twice, also at once: whoever comes second finds another one and changes nothing. */
  readonly state: ImportState;
}

/** Why nobody of a file enters. */
interface KeptRefusal {
  readonly preview: ImportPreview | null;
  readonly problems: readonly KeptProblem[];
  readonly problemsLeftOff: number;
}

/** Keeps everybody out of the transaction that is undone. */
class Refused extends Error {
  readonly refusal: KeptRefusal;
  constructor(refusal: KeptRefusal) {
    super('the file is refused');
    this.refusal = refusal;
  }
}

/**
 * Does what is due for an import: reads the whole file and says what is in it, or, once a person has seen that and said so, lets all of it
 * enter in one transaction. A worker that is killed leaves the import as it was; the next one begins anew.
 */
export async function workOnImport(parts: CenterParts, identities: Identities, id: string): Promise<void> {
  const asked = await inScope(parts.database, OWN_WORK, (transaction) => askedImport(transaction, parts, id));
  if (asked === undefined) return;
  if (asked.state === 'reading') await readFile(parts, asked);
  else if (asked.state === 'entering') await enterFile(parts, identities, asked);
}

/** Asks once more for every import that waits for a worker: jobs are not in a backup, and a queue may be lost. */
export async function askForImports({
  database,
  jobs,
}: Pick<CenterParts, 'database' | 'jobs'>): Promise<void> {
  await inScope(database, OWN_WORK, async (transaction) => {
    const waiting = await transaction
      .selectFrom('voter_import')
      .select('id')
      .where('state', 'in', ['reading', 'entering'])
      .execute();
    for (const { id } of waiting) await jobs.ask(transaction, 'import-voters', { id }, id);
  });
}

async function askedImport(
  transaction: Transaction,
  parts: CenterParts,
  id: string,
): Promise<AskedImport | undefined> {
  const row = await transaction
    .selectFrom('voter_import')
    .innerJoin('election', 'election.id', 'voter_import.election')
    .select(['voter_import.id', 'voter_import.election', 'voter_import.area', 'file', 'state', 'options'])
    .select(['asked_by', 'voting_date'])
    .where('voter_import.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const villages = await transaction
    .selectFrom('area')
    .select(['code', 'name'])
    .where('level', '=', 4)
    .where((where) => where.or([where('code', '=', row.area), where('code', 'like', `${row.area}.%`)]))
    .execute();
  const { village, hiddenRows, twoDigitYears, assume } = row.options;
  const listed = villages.map(({ code, name }) => ({ code: villageCodeSchema.parse(code), name }));
  const own = listed.find(({ code }) => code === village);
  return {
    ...{ id, election: row.election, area: row.area, file: row.file, state: row.state, village },
    account: row.asked_by,
    options: {
      purpose: parts.kind,
      votingDate: civilDate(row.voting_date),
      ...(own === undefined ? { villages: listed } : { village: own }),
      ...{ hiddenRows, twoDigitYears },
      assume: {
        ...(assume.birthPlace === undefined ? {} : { birthPlace: assume.birthPlace }),
        ...(assume.maritalStatus === undefined ? {} : { maritalStatus: assume.maritalStatus }),
        ...(assume.hamlet === undefined ? {} : { hamlet: assume.hamlet }),
      },
      limits: { problems: KEPT_PROBLEMS, ...(own === undefined ? REGENCY_LIMITS : {}) },
    },
  };
}

async function readFile(parts: CenterParts, asked: AskedImport): Promise<void> {
  const villages = new Set<string>();
  const outcome = await readWhole(parts, asked, (people) => {
    for (const { village } of people) villages.add(asked.village ?? village ?? '');
  });
  await inScope(parts.database, OWN_WORK, async (transaction) => {
    // an erasure left it; nothing of what was read is noted
    if (await isErased(transaction, asked.election)) return;
    if (!outcome.ok) return noteRefusal(transaction, parts, asked, outcome.error);
    const problems = await listsInTheWay(transaction, asked.election, [...villages]);
    if (problems.length === 0) {
      return note(transaction, parts, asked, 'ready', outcome.value, villages.size);
    }
    return noteRefusal(transaction, parts, asked, { ...outcome.value, problems, problemsLeftOff: 0 });
  });
}

/** Reads the file; one that is no longer there is refused like any other that cannot be read. */
async function readWhole(
  { files }: Pick<CenterParts, 'files'>,
  { file, options }: AskedImport,
  receive: Parameters<typeof importVoterListInBatches>[2],
): Promise<Result<ImportSummary, KeptRefusal>> {
  if (!(await files.has(file))) {
    return fail({ preview: null, problems: [ownProblem('file-gone')], problemsLeftOff: 0 });
  }
  // opened only when it is read: an error of a stream that nobody reads yet would end this process
  async function* content() {
    yield* files.open(file);
  }
  return importVoterListInBatches(content(), options, receive);
}

async function enterFile(parts: CenterParts, identities: Identities, asked: AskedImport): Promise<void> {
  try {
    await inScope(parts.database, OWN_WORK, async (transaction) => {
      // Sorting half a million rows and keeping them aside should not go to disk in small pieces.
      await sql`set local work_mem = '128MB'`.execute(transaction);
      await sql`set local temp_buffers = '64MB'`.execute(transaction);
      // an erasure that comes at this moment waits until everybody is in
      if (await isErased(transaction, asked.election)) return;
      const staged = await stageVoters(transaction, identities, asked.village);
      const outcome = await readWhole(parts, asked, staged.add);
      if (!outcome.ok) throw new Refused(outcome.error);
      await staged.done();
      const villages = await stagedVillages(transaction);
      await openLists(
        transaction,
        asked,
        villages.map(({ area }) => area),
      );
      await enterStaged(transaction, asked.election);
      for (const { area, voters } of villages) {
        await appendEvent(transaction, {
          ...{ act: 'voters.entered', area, subject: asked.id, account: asked.account, at: parts.now() },
          after: { voters },
        });
      }
      await note(transaction, parts, asked, 'entered', outcome.value, villages.length);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await inScope(parts.database, OWN_WORK, (transaction) =>
      noteRefusal(transaction, parts, asked, error.refusal),
    );
  }
}

/** Opens a provisional list for each village; one that has people already, or is past its first stage, keeps the whole file out. */
async function openLists(
  transaction: Transaction,
  asked: AskedImport,
  areas: readonly string[],
): Promise<void> {
  await sql`
    insert into voter_list (election, area) select ${asked.election}, area from unnest(${areas}::text[]) as area
    on conflict do nothing`.execute(transaction);
  // two imports at once: the second waits here, and then sees the first one's people
  const locked = await transaction
    .selectFrom('voter_list')
    .select('area')
    .where('election', '=', asked.election)
    .where('area', 'in', areas)
    .orderBy('area')
    .forUpdate()
    .execute();
  if (locked.length !== areas.length) throw new Error('a list was opened that is not there');
  const inTheWay = await listsInTheWay(transaction, asked.election, areas);
  if (inTheWay.length > 0) throw new Refused({ preview: null, problems: inTheWay, problemsLeftOff: 0 });
}

async function listsInTheWay(
  transaction: Transaction,
  election: string,
  areas: readonly string[],
): Promise<readonly KeptProblem[]> {
  const { rows } = await sql<{ area: string }>`
    select area from voter_list as list
    where election = ${election} and area = any(${areas}::text[])
      and (stage <> 'provisional' or exists (
        select 1 from voter where voter.election = list.election and voter.area = list.area))
    order by area limit 20`.execute(transaction);
  return rows.map(({ area }) => ownProblem('village-has-list', area));
}

async function note(
  transaction: Transaction,
  parts: CenterParts,
  asked: AskedImport,
  state: 'ready' | 'entered',
  { preview, warnings, warningsLeftOff }: ImportSummary,
  villages: number,
): Promise<void> {
  await transaction
    .updateTable('voter_import')
    .set({
      ...{ state, voters: preview.voters, villages, done_at: parts.now() },
      ...{ preview: JSON.stringify(preview), problems: JSON.stringify(warnings) },
      problems_left_off: warningsLeftOff,
    })
    .where('id', '=', asked.id)
    .where('state', '=', asked.state)
    .execute();
}

async function noteRefusal(
  transaction: Transaction,
  parts: CenterParts,
  asked: AskedImport,
  { preview, problems, problemsLeftOff }: KeptRefusal,
): Promise<void> {
  const noted = await transaction
    .updateTable('voter_import')
    .set({
      ...{ state: 'refused', done_at: parts.now(), problems_left_off: problemsLeftOff },
      ...(preview === null ? {} : { preview: JSON.stringify(preview), voters: preview.voters }),
      problems: JSON.stringify(problems),
    })
    .where('id', '=', asked.id)
    .where('state', '=', asked.state)
    .executeTakeFirst();
  if (noted.numUpdatedRows !== 1n) return;
  await appendEvent(transaction, {
    ...{
      act: 'voters.refused',
      area: asked.area,
      subject: asked.id,
      account: asked.account,
      at: parts.now(),
    },
    after: { problems: problems.length + problemsLeftOff },
  });
}
