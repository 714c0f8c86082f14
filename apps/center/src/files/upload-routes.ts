import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ActsDoor } from '../http/acts-door.ts';
import type { FileStore } from './file-store.ts';
import { incomingBytes, removeIncoming, writePiece } from './incoming-file.ts';
import { noteFile } from './note-file.ts';
import { isRoomForUpload, UPLOAD_LIMIT_BYTES } from './room-for-uploads.ts';

/** Most bytes of a file in one request. */
export const UPLOAD_PIECE_BYTES = 512 * 1024;
/** How long an upload may take; after that it begins anew. */
const UPLOAD_HOURS = 24;
const id = z.string().regex(/^[0-9a-f]{32}$/);
const Begin = z.strictObject({
  /** Made by the page: the same upload asked for again goes on. */
  id,
  name: z.string().min(1).max(200),
  bytes: z.int().min(1).max(UPLOAD_LIMIT_BYTES),
});
const Piece = z.strictObject({
  id,
  at: z.int().min(0),
  bytes: z.base64().max(Math.ceil(UPLOAD_PIECE_BYTES / 3) * 4),
});
const Finish = z.strictObject({ id, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export type UploadRefusal =
  | { readonly type: 'upload-unknown' }
  /** This id is of another file. */
  | { readonly type: 'upload-differs' }
  /** This account, its area, or all together, began too much that was not finished, or its area sent too much within a day. What was begun is gone on with. */
  | { readonly type: 'too-many-uploads' }
  /** The rest of the disk is kept for the database and for sealed results. */
  | { readonly type: 'disk-nearly-full' }
  /** A piece begins elsewhere than where the file ends; `have` says where. */
  | { readonly type: 'piece-not-next'; readonly have: number }
  | { readonly type: 'piece-too-long' }
  | { readonly type: 'upload-not-complete'; readonly have: number }
  /** All is there, and it is not what was meant: it begins anew. */
  | { readonly type: 'upload-damaged' };

const refuse = (error: UploadRefusal) => ({ ok: false, error }) as const;

/** Files that come piece by piece and may be broken off at any moment: each request is safe to repeat. */
export function openUploadRoutes(
  acts: ActsDoor,
  {
    files,
    hasDiskRoom,
  }: { readonly files: FileStore; readonly hasDiskRoom: (bytes: number) => Promise<boolean> },
  incomingFolder: string,
): void {
  const pathOf = (account: string, upload: string) => join(incomingFolder, `${account}.${upload}`);
  acts.act(
    'files.upload',
    z.discriminatedUnion('step', [
      Begin.extend({ step: z.literal('begin') }),
      Piece.extend({ step: z.literal('piece') }),
      Finish.extend({ step: z.literal('finish') }),
    ]),
    async (input, { transaction, by, now }) => {
      const path = pathOf(by.account, input.id);
      const since = new Date(now.getTime() - UPLOAD_HOURS * 3_600_000);
      const known = await transaction
        .selectFrom('upload')
        .selectAll()
        .where('id', '=', input.id)
        // an erasure that comes at this moment waits, and then finds what was finished
        .$if(input.step === 'finish', (query) => query.forUpdate())
        .executeTakeFirst();
      const isOver = known !== undefined && known.sha256 === null && known.begun_at <= since;
      const row = isOver ? undefined : known;
      if (input.step === 'begin') {
        if (row === undefined) {
          if (!(await isRoomForUpload(transaction, by, input.bytes, since)))
            return refuse({ type: 'too-many-uploads' });
          if (!(await hasDiskRoom(input.bytes))) return refuse({ type: 'disk-nearly-full' });
          await removeAbandoned(incomingFolder);
          if (isOver) await removeIncoming(path);
          const begun = { name: input.name, bytes: input.bytes, begun_at: now };
          await transaction
            .insertInto('upload')
            .values({ id: input.id, area: by.area, account: by.account, sha256: null, ...begun })
            .onConflict((conflict) =>
              conflict.column('id').doUpdateSet(begun).where('upload.sha256', 'is', null),
            )
            .execute();
        } else if (row.name !== input.name || row.bytes !== input.bytes)
          return refuse({ type: 'upload-differs' });
        return { ok: true, value: { have: row?.sha256 ? input.bytes : await incomingBytes(path) } };
      }
      if (row === undefined) return refuse({ type: 'upload-unknown' });
      if (row.sha256 !== null) return { ok: true, value: { have: row.bytes } };
      const have = await incomingBytes(path);
      if (input.step === 'piece') {
        const bytes = Buffer.from(input.bytes, 'base64');
        if (input.at > have) return refuse({ type: 'piece-not-next', have });
        if (input.at + bytes.length > row.bytes) return refuse({ type: 'piece-too-long' });
        await writePiece(path, input.at, bytes);
        return { ok: true, value: { have: Math.max(have, input.at + bytes.length) } };
      }
      if (have !== row.bytes) return refuse({ type: 'upload-not-complete', have });
      const kept = await files.keep(createReadStream(path), UPLOAD_LIMIT_BYTES);
      if (!kept.ok || kept.value.sha256 !== input.sha256) {
        await removeIncoming(path);
        return refuse({ type: 'upload-damaged' });
      }
      await noteFile(transaction, kept.value, now);
      await transaction
        .updateTable('upload')
        .set({ sha256: input.sha256 })
        .where('id', '=', input.id)
        .execute();
      await removeIncoming(path);
      return { ok: true, value: { have } };
    },
  );
}

/** Pieces of uploads that nobody goes on with, of any account. Sealed results on their way lie in the same folder under other names. */
async function removeAbandoned(folder: string): Promise<void> {
  // by the clock of whoever wrote them: the disk's
  const before = new Date(Date.now() - UPLOAD_HOURS * 3_600_000);
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names.filter((name) => /^[a-z0-9][a-z0-9.-]*\.[0-9a-f]{32}$/.test(name))) {
    const path = join(folder, name);
    const { mtime } = (await stat(path).catch(() => undefined)) ?? {};
    if (mtime !== undefined && mtime < before) await removeIncoming(path);
  }
}
