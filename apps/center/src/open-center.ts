import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CenterParts } from './center-parts.ts';
import { databaseAddress } from './database/address.ts';
import { connect, connectAsOwner } from './database/connect.ts';
import { migrate, type SchemaRefusal, schemaRefusal } from './database/migrate.ts';
import { openFileStore } from './files/file-store.ts';
import { migrateJobs, openJobs } from './jobs/jobs.ts';
import { missingKeys, openKeys } from './keys.ts';

/** Where the parts of one center lie below its folder. */
export const incomingFolder = (home: string): string => join(home, 'incoming');
export const filesFolder = (home: string): string => join(home, 'files');
export const kindFile = (home: string): string => join(home, 'center.json');

const Kind = z.strictObject({ format: z.literal('bilik/center/1'), kind: z.enum(['exercise', 'real']) });

/** Why a center's folder is not opened. Nothing was changed. */
export type CenterRefusal =
  | SchemaRefusal
  /** `center init` was not run here. */
  | { readonly type: 'center-not-made' }
  /** An exercise's folder is not a real election's. */
  | { readonly type: 'center-other-kind'; readonly kind: 'exercise' | 'real' }
  /** It was restored from a backup, and these keys of it are not here yet. */
  | { readonly type: 'keys-awaited'; readonly names: readonly string[] };

export type CenterAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CenterRefusal };

/** An open center: what rooms work with, and its end. */
export interface OpenCenter {
  readonly parts: CenterParts;
  readonly url: string;
  /** Closes connections; the embedded server lives on for the others. */
  readonly close: () => Promise<void>;
  readonly stopServer: () => Promise<void>;
}

/**
 * Makes a center's folder and its database, or brings the database forward. Repeat-safe.
 * @param home is made when it is not there @errors 'center-other-kind' · 'schema-unknown' · 'migration-failed'
 */
export async function makeCenter(
  home: string,
  kind: 'exercise' | 'real',
  databaseUrl: string | undefined,
  onBroken: (error: Error) => void,
): Promise<CenterAnswer<{ readonly migrations: readonly string[] }>> {
  const kept = keepKind(home, kind);
  if (!kept.ok) return kept;
  const { url } = await databaseAddress(home, databaseUrl);
  const owner = connectAsOwner(url, { onBroken });
  try {
    const migrated = await migrate(owner);
    if (!migrated.ok) return migrated;
    await migrateJobs(url, onBroken);
    return { ok: true, value: { migrations: migrated.value } };
  } finally {
    await owner.destroy();
  }
}

/** Makes a center's folder one of this kind for ever. @errors 'center-other-kind' */
export function keepKind(home: string, kind: 'exercise' | 'real'): CenterAnswer<null> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const before = kindIn(kindFile(home));
  if (before !== undefined && before !== kind) {
    return { ok: false, error: { type: 'center-other-kind', kind: before } };
  }
  if (before === undefined) {
    // whole or not at all: half a file would shut the center for ever
    const beside = `${kindFile(home)}.part`;
    writeFileSync(beside, `${JSON.stringify({ format: 'bilik/center/1', kind })}\n`, { flush: true });
    renameSync(beside, kindFile(home));
  }
  return { ok: true, value: null };
}

/** Opens a center for one process. @param part an API process asks for jobs, a worker does them */
export async function openCenter(
  home: string,
  options: {
    readonly part: 'asks' | 'works';
    readonly databaseUrl: string | undefined;
    readonly now: () => Date;
    readonly onBroken: (error: Error) => void;
  },
): Promise<CenterAnswer<OpenCenter>> {
  const kind = kindIn(kindFile(home));
  if (kind === undefined) return { ok: false, error: { type: 'center-not-made' } };
  const missing = missingKeys(home);
  if (missing.length > 0) return { ok: false, error: { type: 'keys-awaited', names: missing } };
  const { url, stopServer } = await databaseAddress(home, options.databaseUrl);
  const owner = connectAsOwner(url, options);
  const refusal = await schemaRefusal(owner).finally(() => owner.destroy());
  if (refusal !== undefined) return { ok: false, error: refusal };
  const database = connect(url, options);
  const jobs = await openJobs({ url, part: options.part, onBroken: options.onBroken });
  return {
    ok: true,
    value: {
      parts: {
        ...{ database, jobs, kind, now: options.now },
        files: openFileStore(filesFolder(home)),
        keys: openKeys(home),
      },
      url,
      stopServer,
      async close() {
        await jobs.close();
        await database.destroy();
      },
    },
  };
}

/** What a center's folder says of itself, for ever. @returns undefined where there is no such file */
export function kindIn(path: string): 'exercise' | 'real' | undefined {
  if (!existsSync(path)) return undefined;
  return Kind.parse(JSON.parse(readFileSync(path, 'utf8'))).kind;
}
