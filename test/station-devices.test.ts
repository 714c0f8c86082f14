import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type SecureVersion } from 'node:tls';
import { pairWithStation, sessionHeaders, stationAddresses, stationFetch } from '@bilik/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { originOf } from '../apps/station/src/place/transport.ts';
import { startStation } from '../apps/station/src/station-server.ts';
import { lanDayForEachTest } from './support/lan-day.ts';
import { preparedDevice } from './support/paired-devices.ts';
import { MORNING_MS } from './support/polling-place.ts';
import { group, prepareHome, random } from './support/prepared-home.ts';
import { newFolder, tablesOf } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 2 });
const day = lanDayForEachTest(prepared);

const asTechnician = () => ({ confirmations: day.home.confirmed(['teknisi']) });
const Given = z.looseObject({ code: z.string(), qr: z.string() });
const Listed = z.looseObject({
  own: z.string(),
  devices: z.array(z.looseObject({ device: z.string(), isPaired: z.boolean(), isHeard: z.boolean() })),
});

async function newCode(device?: string): Promise<string> {
  return Given.parse((await day.lan.tell('/api/devices/invite', { device, ...asTechnician() })).value).code;
}
const preparedAs = (name: string) => preparedDevice(day.home, name);
const pair = (device: { device: string; secret: string }, code: string) =>
  pairWithStation(stationFetch(null), day.lan.station.url, device, code);
const refusalOf = async (device: { device: string; secret: string }, code: string): Promise<string> => {
  const paired = await pair(device, code);
  if (paired.ok) return 'paired';
  return paired.error.type === 'pairing-refused' ? paired.error.reason : paired.error.type;
};

/** All that anybody may call; everything else wants a session. */
const PUBLIC = [
  'GET /',
  'GET /api/pairing/stations',
  'GET /masuk/*',
  'GET /meja/*',
  'GET /papan/*',
  'POST /api/pairing/follow',
  'POST /api/pairing/join',
  'POST /api/pairing/question',
];

describe('the door', () => {
  test('has a rule for every route, and none answers without a session but pairing and the pages themselves', async () => {
    const routes = day.lan.station.routes();
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter(({ admits }) => admits === undefined)).toEqual([]);
    const open = routes.filter(({ admits }) => admits === 'everybody');
    const named = open.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`);
    expect([...new Set(named)].sort()).toEqual(PUBLIC);
    for (const { method, url, admits } of routes) {
      if (admits === 'everybody') continue;
      const path = url.replace(/:[a-z]+/gi, 'x').replace('*', '');
      const answer = await fetch(new URL(path, day.lan.station.url), { method });
      await answer.body?.cancel();
      expect(answer.status, `${method} ${url}`).toBe(401);
    }
  });

  test('tells every role from every other: a route answers only whom its rule admits', async () => {
    const speakers = ['desk-1', 'board-1', 'booth-1', 'trustee-1', 'reader-1'];
    let refused = 0;
    for (const { method, url, admits } of day.lan.station.routes()) {
      if (admits === 'everybody' || admits === undefined || method === 'HEAD') continue;
      for (const name of speakers) {
        const role = name.replace(/-.*/, '');
        if (admits.includes(role)) continue;
        const path = url.replace(/:[a-z]+/gi, 'x');
        const headers = { ...day.lan.sessionOf(name) };
        const answer = await fetch(new URL(path, day.lan.station.url), { method, headers });
        await answer.body?.cancel();
        expect(answer.status, `${name} at ${method} ${url}`).toBe(403);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(150);
  });
});

describe('pairing', () => {
  test('a prepared device with a code of the board, once; the store keeps no token', async () => {
    const code = await newCode();
    const first = await pair(preparedAs('trustee-2'), code);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    expect(first.value.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await refusalOf(preparedAs('trustee-3'), code)).toBe('no-code-given');
    const headers = sessionHeaders('trustee-2', first.value);
    expect((await day.lan.ask('/api/session', headers)).value).toEqual({
      device: 'trustee-2',
      role: 'trustee',
      number: 2,
    });
    const rows = JSON.stringify(tablesOf(day.home));
    expect(rows).not.toContain(first.value.token);
    // paired again, it is the newer session alone that counts
    const again = await pair(preparedAs('trustee-2'), await newCode());
    expect(again.ok).toBe(true);
    expect((await day.lan.ask('/api/session', headers)).status).toBe(401);
  });

  test('a phone without a secret, and a device of another place, are refused by name and keep nobody out', async () => {
    const code = await newCode();
    const stranger = { device: 'desk-1', secret: '00'.repeat(32) };
    for (let turn = 0; turn < 10; turn += 1)
      expect(await refusalOf(stranger, code)).toBe('device-not-prepared');
    expect(await refusalOf({ device: 'telepon-1', secret: '00'.repeat(32) }, code)).toBe(
      'device-not-prepared',
    );
    expect(await refusalOf(preparedAs('desk-2'), code)).toBe('paired');
  });

  test('a page’s token goes to its browser and to no script', async () => {
    const paired = await pair(preparedAs('desk-2'), await newCode());
    if (!paired.ok) throw new Error(JSON.stringify(paired.error));
    expect(paired.value.token).toBeNull();
    expect(paired.value.cookie).toMatch(/^bilik-[0-9a-f]{8}-desk-2=[A-Za-z0-9_-]{43}$/);
    const headers = sessionHeaders('desk-2', paired.value);
    expect((await day.lan.ask('/api/desk/state', headers)).value).toMatchObject({ desk: 2 });
  });

  test('wrong codes make their own device wait, and no other', async () => {
    const code = await newCode();
    const refusals: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) refusals.push(await refusalOf(preparedAs('desk-2'), '00000000'));
    expect(refusals).toEqual(['wrong-code', 'wrong-code', 'wrong-code', 'pairing-paused']);
    expect(await refusalOf(preparedAs('trustee-1'), code)).toBe('paired');
  });

  test('a code is given to one person who may, and who proves it', async () => {
    const invite = async (confirmations: unknown) =>
      (await day.lan.tell('/api/devices/invite', { confirmations })).refusal;
    expect(await invite(day.home.confirmed(['meja-1']))).toBe('phase-refused');
    expect(await invite([{ person: 'teknisi', pin: '000000' }])).toBe('pin-wrong');
    expect(await invite([])).toBe('malformed');
    expect(await invite(day.home.confirmed(['ketua', 'anggota-1']))).toBe('malformed');
    expect(await invite(day.home.confirmed(['anggota-1']))).toBe('accepted');
  });

  test('the first board comes in by the start code, which is another one afterwards', async () => {
    const startCode = () => readFileSync(join(day.home.home.station, 'start-code'), 'utf8');
    const before = startCode();
    expect(before).toMatch(/^[0-9]{8}$/);
    expect(await refusalOf(preparedAs('desk-1'), before)).toBe('no-code-given');
    expect(await refusalOf(preparedAs('board-2'), before)).toBe('paired');
    expect(startCode()).not.toBe(before);
    const second = startCode();
    await day.restart();
    expect(startCode()).not.toBe(second);
  });
});

describe('a session', () => {
  test('outlives a restart of the station', async () => {
    const paired = await pair(preparedAs('desk-2'), await newCode());
    if (!paired.ok) throw new Error(JSON.stringify(paired.error));
    const { station } = day.lan;
    await station.stop();
    const again = await startStation({
      home: day.home.home.station,
      second: day.home.home.stationSecond,
      host: '127.0.0.1',
      port: 0,
      group,
      now: () => MORNING_MS,
      elapsedMs: () => performance.now(),
      random,
      software: { version: '0.0.0', fingerprint: station.pollingPlace.software.fingerprint },
      onBroken: (error) => {
        throw error;
      },
    });
    if (!again.ok) throw new Error(JSON.stringify(again.error));
    const headers = sessionHeaders('desk-2', paired.value);
    const heard = await fetch(new URL('/api/desk/state', again.value.url), { headers });
    expect(heard.status).toBe(200);
    await heard.body?.cancel();
    await again.value.stop();
    await day.restart();
  });

  test('ends when its device is taken out: at once, its live stream too; no other', async () => {
    const listen = (device: string) =>
      fetch(new URL('/api/live', day.lan.station.url), { headers: { ...day.lan.sessionOf(device) } });
    const [gone, stays] = [await listen('desk-2'), await listen('desk-1')];
    const remove = (device: string) => day.lan.tell('/api/devices/remove', { device, ...asTechnician() });
    expect(await remove('desk-2')).toMatchObject({ refusal: 'accepted' });
    // the stream is broken off: whoever reads it to its end gets there
    await gone.text().catch(() => 'broken off');
    expect((await day.lan.ask('/api/desk/state', day.lan.asDesk(2))).refusal).toBe('not-paired');
    expect((await day.lan.ask('/api/desk/state', day.lan.asDesk(1))).status).toBe(200);
    await stays.body?.cancel();
    const { devices, own } = Listed.parse((await day.lan.ask('/api/devices')).value);
    expect(own).toBe('board-1');
    expect(devices.find(({ device }) => device === 'desk-2')).toMatchObject({
      isPaired: false,
      isHeard: false,
    });
    expect(devices.find(({ device }) => device === 'desk-1')).toMatchObject({
      isPaired: true,
      isHeard: true,
    });
    // a code made for it lets it in again
    expect(await refusalOf(preparedAs('desk-2'), await newCode('desk-2'))).toBe('paired');
    expect((await remove('board-1')).refusal).toBe('own-device');
    expect((await remove('telepon-1')).refusal).toBe('device-unknown');
  });
});

describe('plain HTTP', () => {
  /** Clients look at certificates by the machine's own clock. */
  const start = async (host: string, https: boolean, nowMs = Date.now()) => {
    const home = await prepareHome({ root: newFolder(), voters: 3, cards: 4, madeAtMs: Date.now() });
    return startStation({
      home: home.home.station,
      second: home.home.stationSecond,
      host,
      https,
      port: 0,
      group,
      now: () => nowMs,
      elapsedMs: () => performance.now(),
      random,
      software: { version: '0.0.0', fingerprint: day.lan.station.pollingPlace.software.fingerprint },
      onBroken: () => undefined,
    });
  };

  test('is spoken only in an exercise within one machine; elsewhere it is HTTPS or nothing', async () => {
    const outward = await start('0.0.0.0', false);
    if (!outward.ok) throw new Error(JSON.stringify(outward.error));
    expect(new URL(outward.value.url).protocol).toBe('https:');
    const plain = new URL('/papan/', outward.value.url);
    plain.protocol = 'http:';
    await expect(fetch(plain)).rejects.toThrow();
    const asked = stationFetch(outward.value.pollingPlace.place.authority);
    const answer = await asked(new URL('/papan/', outward.value.url.replace('0.0.0.0', '127.0.0.1')));
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=2592000');
    await answer.body?.cancel();
    // older versions of TLS are not spoken
    const versionSpoken = (version: SecureVersion) =>
      new Promise<string>((resolve) => {
        const socket = connect({
          host: '127.0.0.1',
          port: Number(plain.port),
          ca: outward.value.pollingPlace.place.authority,
          minVersion: version,
          maxVersion: version,
          ciphers: 'DEFAULT:@SECLEVEL=0',
        });
        socket.once('secureConnect', () => {
          resolve(socket.getProtocol() ?? 'none');
          socket.destroy();
        });
        socket.once('error', () => resolve('refused'));
      });
    const spoken: string[] = [];
    for (const version of ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)
      spoken.push(await versionSpoken(version));
    expect(spoken).toEqual(['refused', 'refused', 'refused', 'TLSv1.3']);
    await outward.value.stop();
  });

  test('the setup page of a station names the address under which its board will be, and no name that the certificate lacks', () => {
    const stationCertificate = readFileSync(
      join(prepared.home.station, 'place', 'station-certificate.pem'),
      'utf8',
    );
    const board = (kind: 'exercise' | 'real', host: string, https: boolean) =>
      originOf({ kind, stationCertificate }, { host, https, port: 4101 });
    const [first] = stationAddresses(stationCertificate, 4101);
    expect(board('exercise', '127.0.0.1', false)).toBe('http://127.0.0.1:4101');
    expect(board('exercise', '127.0.0.1', true)).toBe('https://127.0.0.1:4101');
    expect(board('real', '127.0.0.1', false)).toBe('https://127.0.0.1:4101');
    expect([board('real', '0.0.0.0', false), board('exercise', '::', false)]).toEqual([first, first]);
    expect(first).toMatch(/^https:\/\//);
  });

  test('a certificate for another address, or of another day, opens nothing', async () => {
    expect(await start('127.0.0.9', true)).toMatchObject({
      ok: false,
      error: { type: 'certificate-wrong', why: 'address' },
    });
    expect(await start('127.0.0.1', true, Date.UTC(2029, 0, 1))).toMatchObject({
      ok: false,
      error: { type: 'certificate-wrong', why: 'date' },
    });
  });
});
