import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

/** What a program said when it had ended. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Most characters of a program's words that are kept, from the end. */
const KEPT_LETTERS = 4000;

/**
 * Runs one of the server's programs to its end, as the account that owns the store.
 * @param program absolute path
 */
export function runProgram(program: string, parameters: readonly string[], account: Account): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
      ...(account.isOwn ? {} : { uid: account.uid, gid: account.gid }),
    });
    let said = '';
    const keep = (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-KEPT_LETTERS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    // the server that pg_ctl starts keeps the pipes open: what counts is that pg_ctl itself has ended
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code: code ?? -1, said });
    });
  });
}
