import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Secrets of the center that lie beside the database and never in it, nor in a backup. */
export interface CenterKeys {
  /** 32 bytes of this name; made at the first use. @param name letters and hyphens */
  readonly secret: (name: string) => Buffer;
  /** A text of this name, made by `make` at the first use: a signing key as PEM. */
  readonly text: (name: string, make: () => string) => string;
}

/** How a key's file is called; what is being written has dots more. */
export const KEY_NAME = /^[a-z0-9][a-z0-9._-]{0,119}$/;
const BEING_WRITTEN = /\.\d+\.[0-9a-f]{8}$/;
const keysFolder = (home: string): string => join(home, 'keys');

/** Names of the keys that a center has, in order. */
export function keyNames(home: string): readonly string[] {
  const folder = keysFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => KEY_NAME.test(name) && !BEING_WRITTEN.test(name))
    .toSorted();
}

const awaitedFile = (home: string): string => join(home, 'keys-awaited.json');

/** A restored center waits for these keys: one that opened without them would make new ones, which open nothing that is there. */
export function awaitKeys(home: string, names: readonly string[]): void {
  const beside = `${awaitedFile(home)}.part`;
  writeFileSync(beside, JSON.stringify(names), { mode: 0o600, flush: true });
  renameSync(beside, awaitedFile(home));
}

/** Keys that a restored center still waits for; once all are there it waits no more. */
export function missingKeys(home: string): readonly string[] {
  const text = read(awaitedFile(home));
  if (text === undefined) return [];
  const there = new Set(keyNames(home));
  const missing = z
    .array(z.string())
    .parse(JSON.parse(text))
    .filter((name) => !there.has(name));
  if (missing.length === 0) rmSync(awaitedFile(home), { force: true });
  return missing;
}

/** @param home the center's folder; keys lie in `keys/` there, for its own user alone */
export function openKeys(home: string): CenterKeys {
  const folder = keysFolder(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const text = (name: string, make: () => string): string => {
    const path = join(folder, name);
    const there = read(path);
    if (there !== undefined) return there;
    const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    const file = openSync(beside, 'wx', 0o600);
    try {
      // all of it, or an error: half a key must not become one
      writeFileSync(file, make());
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // a link, not a rename: of two processes that make it at once, the first one's stays
    try {
      linkSync(beside, path);
    } catch (error) {
      if (read(path) === undefined) throw error;
    } finally {
      rmSync(beside);
    }
    return readFileSync(path, 'utf8');
  };
  return {
    text,
    secret: (name) =>
      Buffer.from(
        text(`${name}.key`, () => randomBytes(32).toString('hex')),
        'hex',
      ),
  };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
