import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file that was kept. */
export interface KeptFile {
  /** Hex SHA-256 of its bytes: its name. */
  readonly sha256: string;
  readonly bytes: number;
}

export type KeepAnswer =
  | { readonly ok: true; readonly value: KeptFile }
  | { readonly ok: false; readonly error: { readonly type: 'file-too-large'; readonly limitBytes: number } };

/**
 * Files by the hash of their bytes: records, photos, evidence. What is kept is never changed and is on disk when `keep` answers;
 * an object store can stand behind the same questions.
 */
export interface FileStore {
  /** Keeps a file; one that is there already is kept once. @errors 'file-too-large': nothing was kept */
  readonly keep: (content: Uint8Array | AsyncIterable<Uint8Array>, limitBytes: number) => Promise<KeepAnswer>;
  /** A kept file's bytes as a stream. Rejects when there is none. */
  readonly open: (sha256: string) => Readable;
  readonly has: (sha256: string) => Promise<boolean>;
  /** Where a kept file lies, for programs that read files by path. */
  readonly path: (sha256: string) => string;
  /** What is being kept at this moment, and what keepers that were killed left: nothing of it is a kept file. */
  readonly incoming: () => Promise<readonly IncomingFile[]>;
  /** Names of the files that were kept before this moment of the disk's clock. */
  readonly keptBefore: (moment: Date) => Promise<readonly string[]>;
}

/** A file that is not kept yet. */
export interface IncomingFile {
  readonly path: string;
  /** When the last bytes came, by the disk's clock. */
  readonly writtenAt: Date;
}

const NAME = /^[0-9a-f]{64}$/;

/** A folder as file store. @param folder is made when it is not there */
export function openFileStore(folder: string): FileStore {
  const path = (sha256: string) => {
    if (!NAME.test(sha256)) throw new Error(`${sha256} is no name of a file`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    path,
    async keep(content, limitBytes) {
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const beside = join(incoming, randomBytes(16).toString('hex'));
      const file = await open(beside, 'wx', 0o600);
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        for await (const piece of content instanceof Uint8Array ? [content] : content) {
          bytes += piece.length;
          if (bytes > limitBytes) return { ok: false, error: { type: 'file-too-large', limitBytes } };
          hash.update(piece);
          // all of it: `write` may take a part and say so, on a disk that is full
          await file.appendFile(piece);
        }
        await file.sync();
        const sha256 = hash.digest('hex');
        const made = await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
        if (made !== undefined) await syncFolder(folder);
        await placed(beside, path(sha256));
        await syncFolder(join(folder, sha256.slice(0, 2)));
        return { ok: true, value: { sha256, bytes } };
      } finally {
        await file.close();
        await rm(beside, { force: true });
      }
    },
    open: (sha256) => createReadStream(path(sha256)),
    async has(sha256) {
      try {
        await stat(path(sha256));
        return true;
      } catch (error) {
        if (isCode(error, 'ENOENT')) return false;
        throw error;
      }
    },
    incoming: () => writtenIn(join(folder, 'incoming')),
    async keptBefore(moment) {
      const names: string[] = [];
      for (const shelf of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
        for (const { path: there, writtenAt } of await writtenIn(join(folder, shelf))) {
          if (NAME.test(basename(there)) && writtenAt < moment) names.push(basename(there));
        }
      }
      return names;
    },
  };
}

/** What lies in a folder; what goes away meanwhile is left out. */
async function writtenIn(folder: string): Promise<readonly IncomingFile[]> {
  const found: IncomingFile[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const there = await orAbsent(stat(path));
    if (there?.isFile() === true) found.push({ path, writtenAt: there.mtime });
  }
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await orAbsent(readdir(folder))) ?? [];
}

async function orAbsent<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Same name, same bytes: whoever came first is as good. */
async function placed(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
