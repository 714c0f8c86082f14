import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeviceFile } from './device-file.ts';
import { openStationSession } from './station-session.ts';

/** What a station answers whose board gave a code a moment ago; every proof is right. */
const ANSWERS: Readonly<Record<string, readonly [status: number, body: object]>> = {
  '/api/session': [401, { ok: false, error: { type: 'not-paired' } }],
  '/api/pairing/question': [200, { ok: true, value: { nonce: 'ab'.repeat(32) } }],
  '/api/pairing/join': [200, { ok: true, value: { token: 'a-token' } }],
};

let home: string;
let station: Server;
const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

/** An origin at which nobody listens any more. */
async function nobody(): Promise<string> {
  const gone = createServer();
  const url = await listening(gone);
  await new Promise((resolve) => gone.close(resolve));
  return url;
}

const sessionAt = (stations: readonly string[]) => {
  const file: DeviceFile = {
    format: 'bilik/device/1',
    prepared: { device: 'trustee-1', role: 'trustee', number: 1, secret: '01'.repeat(32) },
    stations: [...stations],
    authority: null,
  };
  return openStationSession({ home, file, onChange: () => undefined });
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bilik-session-'));
  station = createServer((request, response) => {
    const [status, body] = ANSWERS[request.url ?? ''] ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
afterEach(() => {
  station.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a device whose package names several addresses of its station', () => {
  test('is paired by one code wherever the station is', async () => {
    const there = await listening(station);
    for (const stations of [[there], [await nobody(), there], [await nobody(), await nobody(), there]]) {
      const session = sessionAt(stations);
      expect(await session.pair('12345678')).toEqual({ ok: true, value: null });
      expect(session.isPaired()).toBe(true);
      expect(session.station()).toBe(there);
    }
  });

  test('goes on to the next address once, however many requests failed at this one', async () => {
    const there = await listening(station);
    const session = sessionAt([await nobody(), there]);
    const failed = await Promise.allSettled([1, 2, 3, 4].map(() => session.fetch('/api/session')));
    expect(failed.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(session.station()).toBe(there);
    expect((await session.fetch('/api/session')).status).toBe(401);
  });

  test('says that nobody answers when nobody does', async () => {
    const session = sessionAt([await nobody(), await nobody()]);
    expect(await session.pair('12345678')).toEqual({ ok: false, error: { type: 'station-unheard' } });
    expect(session.isPaired()).toBe(false);
  });
});
