import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDeliveries } from '../apps/cli/src/receive/deliveries.ts';
import { openReceiveDoor } from '../apps/cli/src/receive/receive-door.ts';
import { openPolls } from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { changedTables, newFolder, removeFolders, tablesOf } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

// What the doors of station and receiver say to whoever sends what they should not; asked of every route there is, not of a list.

const prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6, booths: 2 });
let lan: StationOnLan;
beforeAll(async () => {
  lan = await openOnLan(prepared);
  openPolls(lan.station.pollingPlace);
});
afterAll(async () => {
  expect(lan.broken).toEqual([]);
  await lan.station.stop();
  removeFolders();
});

/** Every command, with headers of somebody who may give it. */
function commands(): { path: string; headers: Readonly<Record<string, string>> }[] {
  return lan.station.routes().flatMap(({ method, url, admits }) => {
    if (method !== 'POST' || admits === undefined) return [];
    const role = admits === 'everybody' ? 'board' : (admits[0] ?? 'board');
    return [{ path: url, headers: lan.sessionOf(`${role}-1`) }];
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('every command of the station', () => {
  test('refuses a key that it does not know, other content, depth, and what browsers send without asking; nothing is recorded', async () => {
    const before = tablesOf(prepared);
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const bodies: readonly (readonly [
      string,
      Readonly<Record<string, string>>,
      string,
      readonly number[],
    ])[] = [
      ['{"tak-dikenal":1}', JSON_TYPE, 'malformed', [400]],
      ['[]', JSON_TYPE, 'malformed', [400]],
      ['"x"', JSON_TYPE, 'malformed', [400]],
      ['1e999', JSON_TYPE, 'malformed', [400]],
      [deep, JSON_TYPE, 'malformed', [400]],
      ['{"constructor":{"prototype":{}}}', JSON_TYPE, 'not-json', [400]],
      ['a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 'not-json', [400]],
      ['x', { 'content-type': 'text/plain' }, 'malformed', [400]],
      ['<a/>', { 'content-type': 'application/xml' }, 'not-json', [400]],
      ['x'.repeat(256 * 1024 + 1), JSON_TYPE, 'too-large', [413]],
    ];
    const all = commands();
    expect(all.length).toBeGreaterThan(35);
    for (const { path, headers } of all) {
      for (const [body, type, refusal, statuses] of bodies) {
        const heard = await lan.send(path, body, { ...headers, ...type });
        expect([path, body.slice(0, 30), heard.refusal]).toEqual([path, body.slice(0, 30), refusal]);
        expect(statuses).toContain(heard.status);
        expect(heard.text).not.toMatch(/node_modules|\.ts:|\bat \w+ \(/);
      }
    }
    expect(changedTables(before, tablesOf(prepared))).toEqual([]);
  });

  test('answers any JSON by name, and never by breaking', async () => {
    const all = commands();
    let asked = 0;
    const value = fc.jsonValue({ maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: all.length - 1 }),
        fc.dictionary(fc.string(), value, { minKeys: 1 }),
        async (which, body) => {
          const { path, headers } = all[which] ?? { path: '', headers: {} };
          const heard = await lan.tell(path, body, headers);
          asked += 1;
          expect([400, 409]).toContain(heard.status);
        },
      ),
      { numRuns: 300, seed: 20_261_212 },
    );
    expect(asked).toBe(300);
  });
});

test('every answer of every route says what a browser may do with it, and nothing of what runs here', async () => {
  const seen: string[] = [];
  for (const { method, url, admits } of lan.station.routes()) {
    if (method === 'HEAD' || url === '/api/live') continue;
    const role = admits === 'everybody' || admits === undefined ? 'board' : (admits[0] ?? 'board');
    for (const headers of [{}, role === 'spare' ? {} : lan.sessionOf(`${role}-1`)]) {
      const answer = await fetch(new URL(url.replace('*', '').replace(':file', 'x'), lan.station.url), {
        method,
        headers: { ...headers },
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      const said = Object.fromEntries(answer.headers);
      expect(said, url).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        // the page of a station that broke asks the spare whether it answers: no more than names of stations and an epoch
        'cross-origin-resource-policy': url === '/api/pairing/stations' ? 'cross-origin' : 'same-site',
        'cache-control': url.endsWith('/*') ? 'no-cache' : 'no-store',
      });
      expect(said['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
      const telling = Object.keys(said).filter((name) =>
        /^(server|x-powered-by|access-control-.*|date-.*)$/.test(name),
      );
      expect(telling, url).toEqual([]);
      seen.push(url);
    }
  }
  expect(seen.length).toBeGreaterThan(120);
});

describe('the receiver of results', () => {
  test('takes nothing but what is signed for a place that it expects, whatever is sent', async () => {
    const home = newFolder();
    mkdirSync(join(home, 'expected'));
    const broken: string[] = [];
    const deliveries = openDeliveries({ home, expected: new Map(), receiverKey: '', now: () => 0 });
    const door = await openReceiveDoor(deliveries, {
      host: '127.0.0.1',
      port: 0,
      onBroken: (error, route) => broken.push(`${route}: ${error.message}`),
    });
    const paths = ['/api/deliveries', '/api/deliveries/piece', '/api/deliveries/finish'] as const;
    const tell = async (path: string, body: unknown) => {
      const answer = await fetch(new URL(path, door.url), {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify(body),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const name = 'ab'.repeat(32);
    const shaped: readonly (readonly [string, unknown, number])[] = [
      [paths[0], { manifest: '{}' }, 409],
      [paths[0], { manifest: 'x'.repeat(16_385) }, 400],
      [paths[1], { delivery: name, file: 0, at: 0, bytes: 'AA==' }, 409],
      [paths[1], { delivery: '../../etc', file: 0, at: 0, bytes: 'AA==' }, 400],
      [paths[1], { delivery: name, file: 3, at: 0, bytes: 'AA==' }, 400],
      [paths[1], { delivery: name, file: 0, at: -1, bytes: 'AA==' }, 400],
      [paths[1], { delivery: name, file: 0, at: 0, bytes: 'not base 64' }, 400],
      [paths[1], { delivery: name, file: 0, at: 0, bytes: 'A'.repeat(300_000) }, 413],
      [paths[2], { delivery: name }, 409],
      [paths[2], { delivery: name.toUpperCase() }, 400],
    ];
    for (const [path, body, status] of shaped) {
      expect([JSON.stringify(body).slice(0, 60), await tell(path, body)]).toEqual([
        JSON.stringify(body).slice(0, 60),
        status,
      ]);
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), async (path, body) => {
        expect([400, 409]).toContain(await tell(path, body));
      }),
      { numRuns: 150, seed: 1607 },
    );
    await door.close();
    expect(broken).toEqual([]);
    expect(readdirSync(home).sort()).toEqual(['conflicts', 'expected', 'received', 'staging']);
    for (const folder of ['conflicts', 'received', 'staging'])
      expect(readdirSync(join(home, folder))).toEqual([]);
  });
});
