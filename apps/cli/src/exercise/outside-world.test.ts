import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandom } from '@bilik/ballot/native';
import { definitionText } from '@bilik/election';
import { choicePictures, renderSahMark, slipPlaceOf, trackerSlips } from '@bilik/papers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { deviceBagPath, exerciseDevices } from './exercise-devices.ts';
import { exerciseHome, exercisePorts } from './exercise-home.ts';
import { inventPeople, votersOfList } from './exercise-people.ts';
import { exerciseDefinition } from './exercise-village.ts';
import { freeFirstPort } from './open-exercise.ts';
import { type OutsideWorld, openOutsideWorld } from './outside-world.ts';
import { cardPilePath, pinEnvelopesPath, testCardsPath } from './prepare.ts';

const definition = exerciseDefinition(votersOfList(inventPeople(20, 7)), [], {
  booths: 1,
  desks: 1,
  cards: 60,
});
const root = mkdtempSync(join(tmpdir(), 'bilik-outside-'));
/** What the station's board shows; undefined: the station does not answer. */
let phase: string | undefined;
let station: Server;
/** The part of the board's state that this world looks at, among more. */
const boardState = (phase: string) => ({
  phase,
  poll: { casts: 1, released: 1 },
  onTheirWay: 0,
  openCases: [{ booth: 1, state: 'sealing' }],
  shares: { owners: [1, 4], threshold: 3 },
  zeroReport: null,
  ...morning,
});
/** How far the tests before the zero report are. */
const UNTRIED = {
  selfTest: { last: null, hasNews: false },
  logicTest: { state: 'none', last: null, skipped: null },
};
let morning: { readonly selfTest: unknown; readonly logicTest: unknown; readonly zeroReport?: unknown } =
  UNTRIED;
let world: OutsideWorld;

beforeAll(async () => {
  const home = exerciseHome(root);
  const ports = exercisePorts(await freeFirstPort());
  mkdirSync(join(home.station, 'place'), { recursive: true });
  writeFileSync(join(home.station, 'place', 'definition.json'), definitionText(definition));
  mkdirSync(home.outside);
  writeFileSync(
    pinEnvelopesPath(home),
    JSON.stringify([{ person: 'ketua', name: 'Rahmat Hidayat', role: 'chair', pin: '123456' }]),
  );
  writeFileSync(cardPilePath(home), JSON.stringify(['1'.repeat(24), '2'.repeat(24)]));
  writeFileSync(testCardsPath(home), JSON.stringify([{ booth: 1, codes: ['3'.repeat(24)] }]));
  writeFileSync(deviceBagPath(home), JSON.stringify(exerciseDevices({ booths: 1, desks: 1 }, systemRandom)));
  writeFileSync(join(home.station, 'start-code'), '12345678');
  station = createServer((request, response) => {
    if (phase === undefined) {
      response.destroy();
      return;
    }
    // the technician's board is let in, and asks with what it was given
    const answers: Record<string, unknown> = {
      '/api/pairing/question': { nonce: 'a'.repeat(64) },
      '/api/pairing/join': { token: null },
      '/api/board/state': boardState(phase),
    };
    response.setHeader('set-cookie', 'session=papan; HttpOnly');
    response.end(JSON.stringify({ ok: true, value: answers[request.url ?? ''] }));
  });
  await new Promise<void>((resolve) => station.listen(ports.station, '127.0.0.1', resolve));
  world = await openOutsideWorld({
    home,
    ports,
    onBroken: (error) => {
      throw error;
    },
  });
});

afterAll(async () => {
  await world.stop();
  await new Promise((resolve) => station.close(resolve));
  rmSync(root, { recursive: true });
});

const View = z.object({
  value: z.looseObject({
    day: z.nullable(z.looseObject({ phase: z.string() })),
    trackersInHand: z.array(z.object({ booth: z.number(), file: z.string() })),
    addresses: z.looseObject({
      trustees: z.array(z.looseObject({ name: z.string(), interest: z.string() })),
    }),
  }),
});
const look = async () => View.parse(await (await fetch(`${world.url}/api/outside`)).json()).value;
const tell = (path: string, body: unknown = {}) =>
  fetch(`${world.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('whoever is not at this machine does not reach it: its clicks sign in as anybody', async () => {
  const others = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
  );
  const { port, hostname } = new URL(world.url);
  expect(hostname).toBe('127.0.0.1');
  for (const { address } of others) await expect(fetch(`http://${address}:${port}/luar/`)).rejects.toThrow();
});

test('the phase of the station is told, and that it does not answer', async () => {
  phase = undefined;
  expect((await look()).day).toBeNull();
  phase = 'zero_proven';
  expect((await look()).day).toEqual({
    phase: 'zero_proven',
    casts: 1,
    onTheirWay: 0,
    openCases: 1,
    shares: { given: 2, needed: 3 },
    testDue: null,
  });
});

test('before opening the tests are told in the order of the board, until people go on without them', async () => {
  phase = 'configured';
  const dueAfter = async (now: typeof morning) => {
    morning = now;
    return (await look()).day?.['testDue'];
  };
  const TRIED = { last: { verdict: 'go' }, hasNews: false };
  const logicTest = UNTRIED.logicTest;
  expect([
    await dueAfter(UNTRIED),
    await dueAfter({ selfTest: { ...TRIED, hasNews: true }, logicTest }),
    await dueAfter({ selfTest: TRIED, logicTest }),
    await dueAfter({ ...UNTRIED, logicTest: { ...logicTest, state: 'under-way' } }),
    await dueAfter({ ...UNTRIED, logicTest: { ...logicTest, last: { isMatch: false } } }),
    await dueAfter({ ...UNTRIED, logicTest: { ...logicTest, last: { isMatch: true } } }),
    await dueAfter({ ...UNTRIED, logicTest: { ...logicTest, skipped: { reason: 'Waktu.' } } }),
    await dueAfter({ ...UNTRIED, zeroReport: { signed: null } }),
  ]).toEqual([
    'self-test',
    'self-test',
    'begin-logic-test',
    'logic-test',
    'begin-logic-test',
    null,
    null,
    null,
  ]);
  morning = UNTRIED;
});

test('the box stays shut until voting is closed: no list of its slips, no picture of one', async () => {
  const choice = choicePictures(definition, 1, 576)[0]?.pictures[0]?.bitmap;
  const sah = renderSahMark({ kind: 'exercise', widthDots: 576 });
  if (choice === undefined) throw new Error('no choice slip');
  const data = Buffer.concat([choice.data, sah.data]);
  world.tray.receive(1, { width: 576, height: choice.height + sah.height, data });
  const [file = ''] = world.tray.files('slip-box');
  for (const open of ['configured', 'zero_proven', 'open', 'paused', undefined]) {
    phase = open;
    expect((await tell('/api/open-box')).status, String(open)).toBe(409);
    expect((await fetch(`${world.url}/paper/slip-box/${file}`)).status, String(open)).toBe(404);
    expect(JSON.stringify(await look())).not.toContain(file);
  }
  for (const closed of ['closed', 'counted', 'sealed']) {
    phase = closed;
    expect(await (await tell('/api/open-box')).json()).toEqual({ ok: true, value: { slips: [file] } });
    expect((await fetch(`${world.url}/paper/slip-box/${file}`)).status).toBe(200);
  }
});

test('the tracker slip of a booth is in its voter’s hand, to be seen, until it is taken home', async () => {
  phase = 'open';
  world.tray.receive(1, trackerSlips(slipPlaceOf(definition, 1, 576))('A'.repeat(43)));
  const [held] = (await look()).trackersInHand;
  expect(held?.booth).toBe(1);
  const picture = await fetch(`${world.url}/paper/trackers/${held?.file}`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect((await tell('/api/take-tracker-home', { booth: 1 })).status).toBe(200);
  expect((await look()).trackersInHand).toEqual([]);
});

test('each trustee is told with the interest that sent them', async () => {
  const { trustees } = (await look()).addresses;
  expect(trustees.map(({ interest }) => interest)).toContain('BPD');
  expect(trustees).toHaveLength(5);
});

test('a card that was taken can be given back unused, once; one in the pile cannot', async () => {
  const { code } = z
    .object({ value: z.object({ code: z.string() }) })
    .parse(await (await tell('/api/take-card')).json()).value;
  const inPile = code.startsWith('1') ? '2'.repeat(24) : '1'.repeat(24);
  expect((await tell('/api/return-card', { code: inPile })).status).toBe(409);
  expect(await look()).toMatchObject({ cardsLeft: 1, cardsReturned: 0 });
  expect((await tell('/api/return-card', { code })).status).toBe(200);
  expect((await tell('/api/return-card', { code })).status).toBe(409);
  expect(await look()).toMatchObject({ cardsLeft: 1, cardsReturned: 1 });
});
