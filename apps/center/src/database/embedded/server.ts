import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { serverAccount } from './account.ts';
import { serverPrograms } from './programs.ts';
import { runProgram } from './run-program.ts';
import { storePlace } from './store-place.ts';

/** A server that runs and belongs to a center's folder. It outlives the process that started it; `stop` ends it. */
export interface EmbeddedServer {
  /** Connection string over its socket, as its owner, to the maintenance database. */
  readonly url: string;
  /** Whether it ran before we came. */
  readonly wasRunning: boolean;
  /** Ends it: in order, everything on disk; or `immediate`, as when the power goes, for drills. */
  readonly stop: (how?: 'fast' | 'immediate') => Promise<void>;
}

export interface EmbeddedOptions {
  /** False for tests alone: nothing waits for the disk. */
  readonly isDurable?: boolean;
}

/** The login that owns all tables; known to the socket's folder alone. */
const OWNER = 'bilik';
const START_SECONDS = 60;
/** Two processes may begin at once: the one that comes second adopts what the other starts. */
const ATTEMPTS = 20;
const PAUSE_MS = 250;
/** What PostgreSQL answers while it starts, recovers or ends. */
const CANNOT_CONNECT_NOW = '57P03';

/**
 * Starts the server of a center's folder, or adopts the one that runs: after a crash of ours it lives on.
 * @param home exists @errors throws with the server's own last words when it does not start
 */
export async function openEmbeddedServer(
  home: string,
  { isDurable = true }: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const account = serverAccount();
  const { initdb, pg_ctl } = serverPrograms(account);
  const { tables, socketFolder, log } = storePlace(home, account);
  const control = (...parameters: string[]) => runProgram(pg_ctl, ['-D', tables, ...parameters], account);
  if (!existsSync(tables)) await makeTables();
  const settings = [
    `-k ${socketFolder}`,
    "-h ''",
    '-c max_connections=200',
    '-c shared_buffers=256MB',
    '-c timezone=UTC',
    ...(isDurable ? [] : ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']),
  ].join(' ');
  const url = `postgres:///postgres?host=${encodeURIComponent(socketFolder)}&user=${OWNER}`;
  const stop = async (how: 'fast' | 'immediate' = 'fast') => {
    await control('-m', how, '-w', '-t', String(START_SECONDS), 'stop');
  };
  let said = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const isRunning = (await control('status')).code === 0;
    const begun = isRunning
      ? undefined
      : await control('-l', log, '-w', '-t', String(START_SECONDS), '-o', settings, 'start');
    // a server that another process has just started, or that repairs itself after a cut, is there before it answers
    if ((isRunning || begun?.code === 0) && (await answers(url))) return { url, wasRunning: isRunning, stop };
    said = begun?.said ?? 'it runs and does not answer';
    await wait(PAUSE_MS);
  }
  throw new Error(`PostgreSQL did not start. Nothing was changed. Its words (${log}): ${said.trim()}`);

  /** Whole or not at all: made beside and renamed, so that a cut leaves nothing that looks like tables. */
  async function makeTables(): Promise<void> {
    const beside = `${tables}.${randomBytes(4).toString('hex')}`;
    const made = await runProgram(
      initdb,
      [
        ...['-D', beside, '-U', OWNER, '-E', 'UTF8', '--auth=trust', '--no-instructions'],
        ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...(isDurable ? [] : ['--no-sync']),
      ],
      account,
    );
    if (made.code !== 0) throw new Error(`PostgreSQL made no tables: ${made.said.trim()}`);
    try {
      renameSync(beside, tables);
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      if (!existsSync(tables)) throw error;
    }
  }
}

/** Waits while the server starts, repairs or ends. @returns false when nobody listens: it has ended, or has only just begun */
async function answers(url: string): Promise<boolean> {
  for (let look = 0; look < (START_SECONDS * 1000) / PAUSE_MS; look += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ECONNREFUSED') return false;
      // whatever else it refuses, it is there
      if (code !== CANNOT_CONNECT_NOW) return true;
    } finally {
      await client.end();
    }
    await wait(PAUSE_MS);
  }
  return false;
}
