import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Secrets of the center that lie beside the database and never in it, nor in a backup. */
export interface CenterKeys {
  /** 32 bytes of this name; made at the first use. @param name letters and hyphens */
  readonly secret: (name: string) => Buffer;
  /** A text of this name, made by `make` at the first use: a signing key as PEM. */
  readonly text: (name: string, make: () => string) => string;
}

/** @param home the center's folder; keys lie in `keys/` there, for its own user alone */
export function openKeys(home: string): CenterKeys {
  const folder = join(home, 'keys');
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
