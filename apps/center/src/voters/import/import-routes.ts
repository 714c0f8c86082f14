import { z } from 'zod';
import type { CenterParts } from '../../center-parts.ts';
import { appendEvent } from '../../events/append-event.ts';
import type { ActsDoor } from '../../http/acts-door.ts';
import { isErased, type VotersErased } from '../erasure/erased-event.ts';
import type { ImportState } from '../tables.ts';
import { areaCode, electionId } from '../voter-input.ts';
import { AskedOptionsSchema } from './import-options.ts';
import { explainKept } from './kept-problem.ts';

const id = z.string().regex(/^[0-9a-f]{32}$/);
const Ask = z.strictObject({ election: electionId, upload: id, options: AskedOptionsSchema });
const See = z.strictObject({ election: electionId, area: areaCode, id: id.optional() });
const Act = z.strictObject({ id });

export type ImportRefusalType =
  | { readonly type: 'election-unknown' }
  | { readonly type: 'upload-unknown' }
  | { readonly type: 'upload-not-complete' }
  /** The same file was handed in before; `id` says as which import. */
  | { readonly type: 'file-again'; readonly id: string; readonly state: ImportState }
  | VotersErased
  | { readonly type: 'import-unknown' }
  | { readonly type: 'import-state'; readonly state: ImportState };

const refuse = (error: ImportRefusalType) => ({ ok: false, error }) as const;
const SHOWN_IMPORTS = 100;

/** Files with voter lists: handed in, read by a worker, looked at by a person, entered by a worker or left. */
export function openImportRoutes(acts: ActsDoor, { jobs }: CenterParts): void {
  acts.act('voters.import-ask', Ask, async ({ election, upload, options }, { transaction, by, now }) => {
    const found = await transaction
      .selectFrom('election')
      .select('id')
      .where('id', '=', election)
      .executeTakeFirst();
    if (found === undefined) return refuse({ type: 'election-unknown' });
    if (await isErased(transaction, election)) return refuse({ type: 'voters-erased' });
    const file = await transaction
      .selectFrom('upload')
      .select(['sha256', 'name'])
      .where('id', '=', upload)
      .executeTakeFirst();
    if (file === undefined) return refuse({ type: 'upload-unknown' });
    if (file.sha256 === null) return refuse({ type: 'upload-not-complete' });
    const area = options.village ?? by.area;
    const earlier = await transaction
      .selectFrom('voter_import')
      .select(['id', 'state'])
      .where('election', '=', election)
      .where('area', '=', area)
      .where('file', '=', file.sha256)
      .where('state', 'in', ['reading', 'ready', 'entering', 'entered'])
      .executeTakeFirst();
    if (earlier !== undefined && earlier.id !== upload) return refuse({ type: 'file-again', ...earlier });
    if (earlier === undefined) {
      await transaction
        .insertInto('voter_import')
        .values({
          ...{ id: upload, election, area, file: file.sha256, file_name: file.name, state: 'reading' },
          ...{
            options: JSON.stringify(options),
            preview: null,
            problems: null,
            voters: null,
            villages: null,
          },
          ...{ asked_by: by.account, asked_at: now, done_at: null },
        })
        .execute();
      await appendEvent(transaction, {
        ...{ act: 'voters.import-ask', area, subject: upload, account: by.account, at: now },
        after: { file: file.sha256, village: options.village },
      });
      await jobs.ask(transaction, 'import-voters', { id: upload }, upload);
    }
    return { ok: true, value: { id: upload } };
  });

  acts.act('voters.imports', See, async ({ election, area, id: wanted }, { transaction }) => {
    const rows = await transaction
      .selectFrom('voter_import')
      .selectAll()
      .where('election', '=', election)
      .where((where) => where.or([where('area', '=', area), where('area', 'like', `${area}.%`)]))
      .$if(wanted !== undefined, (query) => query.where('id', '=', wanted ?? ''))
      .orderBy('asked_at', 'desc')
      .limit(SHOWN_IMPORTS)
      .execute();
    return {
      ok: true,
      value: rows.map(({ preview, problems, options, ...row }) => ({
        ...row,
        village: options.village,
        // the long parts only when one file is looked at
        preview: wanted === undefined ? null : preview,
        problems:
          wanted === undefined
            ? []
            : (problems ?? []).map((problem) => ({ ...problem, ...explainKept(problem) })),
        problemCount: (problems?.length ?? 0) + row.problems_left_off,
      })),
    };
  });

  const move = (name: 'voters.import-enter' | 'voters.import-leave', to: 'entering' | 'left') =>
    acts.act(name, Act, async ({ id: wanted }, { transaction, by, now }) => {
      const row = await transaction
        .selectFrom('voter_import')
        .select(['state', 'area', 'election'])
        .where('id', '=', wanted)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return refuse({ type: 'import-unknown' });
      if (to === 'entering' && (await isErased(transaction, row.election))) {
        return refuse({ type: 'voters-erased' });
      }
      if (row.state !== 'ready') return refuse({ type: 'import-state', state: row.state });
      await transaction.updateTable('voter_import').set({ state: to }).where('id', '=', wanted).execute();
      await appendEvent(transaction, {
        ...{ act: name, area: row.area, subject: wanted, account: by.account, at: now },
      });
      if (to === 'entering') await jobs.ask(transaction, 'import-voters', { id: wanted }, wanted);
      return { ok: true, value: { state: to } };
    });
  move('voters.import-enter', 'entering');
  move('voters.import-leave', 'left');
}
