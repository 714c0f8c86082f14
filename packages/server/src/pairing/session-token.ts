import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const TOKEN_FILE = 'session-token';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The session token that a process keeps in its own home, readable by its user alone. */
export interface SessionToken {
  /** `undefined` before the first pairing. */
  readonly get: () => string | undefined;
  readonly keep: (token: string) => void;
}

/** @param home the device's own root */
export function openSessionToken(home: string): SessionToken {
  const path = join(home, TOKEN_FILE);
  let token = readToken(path);
  return {
    get: () => token,
    keep(next) {
      const file = openSync(`${path}.new`, 'w', 0o600);
      writeSync(file, next);
      fsyncSync(file);
      closeSync(file);
      renameSync(`${path}.new`, path);
      token = next;
    },
  };
}

/** A damaged token is none: the device is paired again. */
function readToken(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return TOKEN.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
