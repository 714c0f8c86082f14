import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CenterParts } from '../src/center-parts.ts';
import { openFileStore } from '../src/files/file-store.ts';
import type { ActsDoor } from '../src/http/acts-door.ts';
import { openCenterDoor } from '../src/http/center-door.ts';
import { openJobs } from '../src/jobs/jobs.ts';
import { openKeys } from '../src/keys.ts';
import { publishPlaces } from '../src/publish/publish-places.ts';
import { fillSmallRegency, sessionOf, TEST_NOW } from './small-regency.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

/** What a request answered. */
export interface Answered {
  readonly status: number;
  readonly body: {
    readonly ok: boolean;
    readonly value?: unknown;
    readonly error?: { readonly type: string };
  };
}

/** A whole center on a database of its own with the small regency in it; its clock stands still until a test moves it. */
export interface TestCenter {
  readonly parts: CenterParts;
  readonly store: TestDatabase;
  readonly home: string;
  readonly acts: ActsDoor;
  /** Calls an act as this account; without one, as nobody. */
  readonly act: (account: string | undefined, name: string, input?: object) => Promise<Answered>;
  /** Asks for a paper; its bytes. */
  readonly paper: (
    account: string,
    name: string,
    input?: object,
  ) => Promise<{ readonly status: number; readonly type: string; readonly bytes: Buffer }>;
  /** Posts to a route for people without a session. */
  readonly post: (
    path: string,
    input: object,
    address?: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answered & { readonly cookie: string }>;
  readonly cookieOf: (account: string) => Promise<string>;
  /** The next call of this account is the first one of a new session. */
  readonly signInAnew: (account: string) => void;
  readonly moveClock: (milliseconds: number) => void;
  /** Listens on a free port of loopback. @returns the address */
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openTestCenter(): Promise<TestCenter> {
  const store = await openTestDatabase();
  const home = mkdtempSync(join(tmpdir(), 'bilik-center-'));
  let now = TEST_NOW;
  await fillSmallRegency(store.database, now);
  const broken = (error: Error) => {
    throw error;
  };
  const jobs = await openJobs({ url: store.url, part: 'asks', onBroken: broken });
  const parts: CenterParts = {
    ...{ database: store.database, jobs, kind: 'exercise' },
    files: openFileStore(join(home, 'files')),
    keys: openKeys(home),
    now: () => now,
  };
  const failures: Error[] = [];
  const { door, acts } = await openCenterDoor(parts, {
    hostNames: ['127.0.0.1', 'localhost'],
    incomingFolder: join(home, 'incoming'),
    publishPlaces: publishPlaces(home),
    onBroken: (error) => failures.push(error),
  });
  const cookies = new Map<string, string>();
  const cookieOf = async (account: string) => {
    const cookie = cookies.get(account) ?? (await sessionOf(store.database, account, now));
    cookies.set(account, cookie);
    return cookie;
  };
  const unbroken = () => {
    const [failure] = failures.splice(0);
    if (failure !== undefined) throw failure;
  };
  return {
    ...{ parts, store, home, acts, cookieOf },
    signInAnew(account) {
      cookies.delete(account);
    },
    async act(account, name, input = {}) {
      const answer = await door.inject({
        method: 'POST',
        url: `/api/act/${name}`,
        headers: {
          host: 'localhost',
          'content-type': 'application/json',
          ...(account === undefined ? {} : { cookie: await cookieOf(account) }),
        },
        payload: input,
      });
      unbroken();
      return { status: answer.statusCode, body: answer.json() };
    },
    async paper(account, name, input = {}) {
      const answer = await door.inject({
        method: 'GET',
        url: `/api/paper/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
        headers: { host: 'localhost', cookie: await cookieOf(account) },
      });
      unbroken();
      const type = answer.headers['content-type'];
      return { status: answer.statusCode, type: String(type), bytes: answer.rawPayload };
    },
    async post(path, input, address = '10.0.0.1', headers = {}) {
      const answer = await door.inject({
        method: 'POST',
        url: path,
        remoteAddress: address,
        headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
        payload: input,
      });
      unbroken();
      const cookie = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
      return { status: answer.statusCode, body: answer.json(), cookie };
    },
    moveClock(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
    listen: () => door.listen({ host: '127.0.0.1', port: 0 }),
    async close() {
      await door.close();
      await jobs.close();
      await store.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
