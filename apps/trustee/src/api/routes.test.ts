import { systemRandom } from '@bilik/ballot/native';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE, QUICK_SCRYPT } from '../../test/device.ts';
import { pairedHome } from '../../test/device-home.ts';
import { openFakeStation, type StationAnswer } from '../../test/fake-station.ts';
import { openPlace, type TestPlace } from '../../test/polling-place.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { temporaryHome } from '../../test/temporary-home.ts';
import { startTrustee, type TrusteeOptions } from '../start-trustee.ts';
import { BODY_LIMIT_BYTES } from './routes.ts';
import { TrusteeState } from './state.ts';

const broken: string[] = [];

async function start(options: Partial<TrusteeOptions> = {}) {
  broken.length = 0;
  const home = options.home ?? temporaryHome();
  const running = succeeded(
    await startTrustee({
      home,
      port: 0,
      host: '127.0.0.1',
      isExercise: false,
      random: systemRandom,
      now: () => 1_800_000_000_000,
      maxWorkers: 0,
      scryptCost: QUICK_SCRYPT,
      onAct: () => {},
      onBroken: (error, route) => broken.push(`${route}: ${error.stack}`),
      ...options,
    }),
  );
  onTestFinished(running.close);
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${running.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: Answer.parse(await response.json()) };
  };
  const upload = async (path: string, bytes: BodyInit) => {
    const request: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
      duplex: 'half',
    };
    const response = await fetch(`${running.address}${path}`, request);
    return { status: response.status, answer: Answer.parse(await response.json()) };
  };
  const state = async () => {
    const answer = Answer.parse(await (await fetch(`${running.address}/api/state`)).json());
    return TrusteeState.parse(answer.value);
  };
  return { ...running, home, post, upload, state };
}

const Answer = z.object({
  ok: z.boolean(),
  value: z.unknown().optional(),
  error: z.looseObject({ type: z.string() }).optional(),
});

/** A station that answers each path with what it was given. */
function openStation(answers: Record<string, () => StationAnswer>) {
  return openFakeStation((path) => answers[path]?.());
}

/** A home whose key is bound to the election of a place. */
async function boundHome(): Promise<{ home: string; place: TestPlace }> {
  const home = temporaryHome();
  const party = [openTestDevice({ name: 'api 1', home }), openTestDevice({ name: 'api 2' })];
  await runCeremony(party, 2);
  const device = at(party, 0);
  const place = openPlace({ trusteesText: device.trusteesText() ?? '' });
  succeeded(device.electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));
  return { home, place };
}

test('a second device on one home is refused; after the first has closed it may start', async () => {
  const { home, close } = await start();
  const options = {
    home,
    port: 0,
    host: '127.0.0.1',
    isExercise: false,
    random: systemRandom,
    now: Date.now,
  };
  const second = () =>
    startTrustee({ ...options, scryptCost: QUICK_SCRYPT, onAct: () => {}, onBroken: () => {} });
  expect(await second()).toEqual({ ok: false, error: { type: 'home-in-use', home } });
  await close();
  const third = succeeded(await second());
  await third.close();
});

test('every command refuses unknown keys, wrong types and too much', async () => {
  const { post, state } = await start();
  const long = 'a'.repeat(5 * 1024 * 1024);
  const malformed: [string, unknown][] = [
    ['/api/ceremony/start', {}],
    ['/api/ceremony/start', { ceremony: 'A', name: 'B', passphrase: 'pendek' }],
    ['/api/ceremony/start', { ceremony: 'A', name: 'B\n', passphrase: PASSPHRASE }],
    ['/api/ceremony/start', { ceremony: '', name: 'B', passphrase: PASSPHRASE }],
    ['/api/ceremony/start', { ceremony: 'A', name: 'B', passphrase: PASSPHRASE, seed: 'x' }],
    ['/api/ceremony/polynomial', { certificates: [], threshold: 2 }],
    ['/api/ceremony/polynomial', { certificates: ['a'], threshold: 2.5 }],
    ['/api/ceremony/polynomial', { certificates: Array.from({ length: 51 }, () => 'a'), threshold: 2 }],
    ['/api/ceremony/share', { shareInput: 7 }],
    ['/api/ceremony/finish', { parameters: 'a' }],
    ['/api/ceremony/add', { message: long }],
    ['/api/ceremony/remove', { round: 'certificate', certificateId: '../key.json' }],
    ['/api/ceremony/abandon', {}],
    ['/api/election', { election: 'a'.repeat(600_000), trustees: '[]' }],
    ['/api/opening/fetch', { from: 'http://elsewhere' }],
    ['/api/opening/check', { quick: true }],
    ['/api/opening/stop', { now: true }],
    ['/api/opening/share', {}],
    ['/api/opening/share', { passphrase: PASSPHRASE }],
    ['/api/opening/share', { passphrase: PASSPHRASE, ballotCount: '2' }],
    ['/api/opening/share', { passphrase: PASSPHRASE, ballotCount: -1 }],
    ['/api/opening/share', { passphrase: PASSPHRASE, ballotCount: 1_000_001 }],
    ['/api/opening/send', { to: 'elsewhere' }],
  ];
  for (const [path, body] of malformed) {
    const { status, answer } = await post(path, body);
    expect([path, status, answer.error?.type]).toEqual([path, 400, 'malformed']);
  }
  const tooLarge = await post('/api/ceremony/add', { message: 'a'.repeat(BODY_LIMIT_BYTES) });
  expect([tooLarge.status, tooLarge.answer.error?.type]).toEqual([413, 'too-large']);
  expect(await state()).toMatchObject({ step: 'empty', name: null });
  expect(broken).toEqual([]);
});

test('open screens are told that something changed, never what', async () => {
  const { address, post } = await start();
  const stream = await fetch(`${address}/api/events`);
  const reader = stream.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  let told = '';
  const readMore = async () => {
    told += new TextDecoder().decode((await reader.read()).value);
  };
  await readMore();
  await post('/api/ceremony/start', {
    ceremony: 'Pilkades Melati',
    name: 'Ibu Sari',
    passphrase: PASSPHRASE,
  });
  while (told.split('event: changed').length < 3) await readMore();
  await reader.cancel();
  expect(told.replaceAll(/event: changed|data: 1|\s/g, '')).toBe('');
});

test('uploads are streamed, limited, and taken only as bytes', async () => {
  const { home, place } = await boundHome();
  const { upload, post, state, address } = await start({ home });
  const voidList = Buffer.from(place.voidList());
  expect((await upload('/api/opening/void', voidList)).answer.ok).toBe(true);
  expect((await state()).incoming).toEqual({ record: null, voidList: voidList.length });

  const tooMuch = new Blob(Array.from({ length: 20 }, () => new Uint8Array(1024 * 1024)));
  // With its length said beforehand, and as a stream that does not say.
  for (const body of [tooMuch, tooMuch.stream()]) {
    const tooLarge = await upload('/api/opening/void', body);
    expect([tooLarge.status, tooLarge.answer.error?.type]).toEqual([409, 'file-too-large']);
  }
  expect((await state()).incoming.voidList).toBe(voidList.length);

  const asJson = await post('/api/opening/record', { record: 'a' });
  expect([asJson.status, asJson.answer.error?.type]).toEqual([400, 'not-json']);
  const empty = await fetch(`${address}/api/opening/record`, { method: 'POST' });
  expect(empty.status).toBe(200);
  expect(broken).toEqual([]);
});

test('from the station: sealed record and void list are checked, the share is sent, a repeat changes nothing', async () => {
  const { home, place } = await boundHome();
  const record = place.seal([place.vote(0, 1), place.vote(1, 1)]);
  const station = await openStation({
    '/api/record/sealed': () => ({ status: 200, body: record }),
    '/api/record/void': () => ({ status: 200, body: place.voidList() }),
    '/api/shares': () => ({ status: 200, body: '{"ok":true,"value":{"owner":1}}' }),
  });
  const { post, state } = await start({ home: pairedHome(home, station.origin) });
  expect((await post('/api/opening/send', {})).answer.error?.type).toBe('not-shared-yet');
  const checked = await post('/api/opening/fetch', { from: 'station' });
  expect(checked.answer).toMatchObject({ ok: true, value: { voidCount: 0 } });
  const other = await post('/api/opening/share', { passphrase: PASSPHRASE, ballotCount: 120 });
  expect([other.status, other.answer.error?.type]).toEqual([409, 'ballot-count-differs']);
  expect((await post('/api/opening/send', {})).answer.error?.type).toBe('not-shared-yet');
  const shared = await post('/api/opening/share', { passphrase: PASSPHRASE, ballotCount: 2 });
  expect(shared.answer).toMatchObject({ ok: true, value: { owner: 1 } });
  for (let repeat = 0; repeat < 2; repeat += 1) {
    expect((await post('/api/opening/send', {})).answer).toEqual({ ok: true, value: { owner: 1 } });
  }
  expect(station.posted).toHaveLength(2);
  expect(station.posted[0]).toBe(JSON.stringify(shared.answer.value));
  expect(station.posted[1]).toBe(station.posted[0]);
  expect(await state()).toMatchObject({ step: 'opened', sharedFor: { isSent: true, ballotCount: 2 } });
  expect(broken).toEqual([]);
});

test('a check is stopped by a command that may be repeated; whoever began it is told', async () => {
  const { home } = await boundHome();
  const asked = Promise.withResolvers<void>();
  const station = await openFakeStation(() => {
    asked.resolve();
    return new Promise(() => undefined);
  });
  const { post, upload, state } = await start({ home: pairedHome(home, station.origin) });
  const idle = { status: 200, answer: { ok: true, value: { wasRunning: false } } };
  expect(await post('/api/opening/stop', {})).toEqual(idle);
  const fetching = post('/api/opening/fetch', { from: 'station' });
  await asked.promise;
  expect((await upload('/api/opening/record', new Uint8Array(9))).answer.error?.type).toBe('check-running');
  expect((await post('/api/opening/stop', {})).answer).toEqual({ ok: true, value: { wasRunning: true } });
  expect(await fetching).toEqual({ status: 409, answer: { ok: false, error: { type: 'check-stopped' } } });
  expect(await post('/api/opening/stop', {})).toEqual(idle);
  expect((await state()).check).toEqual({ phase: 'idle' });
  expect((await upload('/api/opening/record', new Uint8Array(9))).answer.ok).toBe(true);
  expect(broken).toEqual([]);
});

test('a station in another phase, out of reach, with nonsense or with too much is refused by name', async () => {
  const { home, place } = await boundHome();
  const ask = async (answers: Parameters<typeof openStation>[0]) => {
    const station = await openStation(answers);
    const device = await start({ home: pairedHome(home, station.origin) });
    const { answer } = await device.post('/api/opening/fetch', { from: 'station' });
    await device.close();
    return answer.error;
  };
  const record = () => ({ status: 200, body: place.seal([]) });
  expect(
    await ask({
      '/api/record/sealed': () => ({ status: 409, body: '{"ok":false,"error":{"type":"not-sealed-yet"}}' }),
    }),
  ).toEqual({ type: 'station-not-sealed', reason: 'not-sealed-yet' });
  expect(await ask({})).toEqual({ type: 'station-not-sealed', reason: 'not-found' });
  expect(await ask({ '/api/record/sealed': () => ({ status: 404, body: 'no such page' }) })).toEqual({
    type: 'station-refused',
    status: 404,
    reason: 'unreadable',
  });
  expect(await ask({ '/api/record/sealed': () => ({ status: 500, body: '<html>' }) })).toEqual({
    type: 'station-refused',
    status: 500,
    reason: 'unreadable',
  });
  expect(
    await ask({
      '/api/record/sealed': record,
      '/api/record/void': () => ({ status: 200, body: Buffer.alloc(17 * 1024 * 1024) }),
    }),
  ).toMatchObject({ type: 'file-too-large', file: 'void-list' });
  expect(
    await ask({
      '/api/record/sealed': record,
      '/api/record/void': () => ({ status: 200, body: '{}' }),
    }),
  ).toMatchObject({ type: 'void-list-wrong', problem: 'file-malformed' });

  const unreachable = await start({ home: pairedHome(home, 'http://127.0.0.1:9') });
  expect((await unreachable.post('/api/opening/fetch', { from: 'station' })).answer.error?.type).toBe(
    'station-unreachable',
  );
  await unreachable.close();
  const alone = await start({ home: (await boundHome()).home });
  expect((await alone.post('/api/opening/fetch', { from: 'station' })).answer.error?.type).toBe(
    'station-unknown',
  );
});
