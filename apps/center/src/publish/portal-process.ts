import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Where the portal's process begins; it never sees the database. */
const PORTAL = fileURLToPath(new URL('../../../portal/src/main.ts', import.meta.url));
/** Most letters of the portal's words that are kept, the last ones. */
const SAID_LETTERS = 2000;

/** How a call of the portal's process ended. */
export interface PortalAnswer {
  /** 0 done, 1 refused, 2 no such call. */
  readonly code: number | null;
  /** The type of what it refused for, where it answered a refusal. */
  readonly refusedFor: string | undefined;
  readonly said: string;
}

/** Runs the portal's process to its end. */
export function callPortal(parameters: readonly string[]): Promise<PortalAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PORTAL, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let answered = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        said = (said + piece.toString('utf8')).slice(-SAID_LETTERS);
      });
    }
    child.stdout.on('data', (piece: Buffer) => {
      answered = (answered + piece.toString('utf8')).slice(0, SAID_LETTERS);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const refusedFor = /^\{"ok":false,"error":\{"type":"([a-z-]+)"/.exec(answered)?.[1];
      resolve({ code, refusedFor, said: said.trim() });
    });
  });
}
