import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layVirtualCard, startVirtualCertifiedReader } from '@bilik/devices';
import { openSessionToken } from '@bilik/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { voterThingsPath } from '../apps/cli/src/exercise/check-in-files.ts';
import { deviceFileOf } from '../apps/cli/src/exercise/exercise-devices.ts';
import { inventPeople } from '../apps/cli/src/exercise/exercise-people.ts';
import { openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { type PrivatePcscd, startPrivatePcscd } from './support/private-pcscd.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

const VOTERS = 6;
const DESK = 2;
const PATIENCE_MS = 15_000;

const Things = z.looseObject({
  cards: z.array(z.strictObject({ voter: z.int(), uid: z.string() })),
  elsewhere: z.array(z.strictObject({ name: z.string(), nik: z.string() })),
});
const DeskState = z.looseObject({
  value: z.looseObject({
    reader: z.string(),
    card: z
      .looseObject({
        turn: z.int(),
        row: z.looseObject({ voter: z.looseObject({ number: z.int() }) }).nullable(),
        place: z.string().nullable(),
        finger: z.string(),
      })
      .nullable(),
  }),
});
type AtDesk = z.output<typeof DeskState>['value'];

let prepared: PreparedHome;
let things: z.output<typeof Things>;
const people = inventPeople(VOTERS, 1607);

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: VOTERS, cards: VOTERS + 2 });
  things = Things.parse(JSON.parse(readFileSync(voterThingsPath(prepared.home), 'utf8')));
});
afterAll(removeFolders);

let home: PreparedHome;
let lan: StationOnLan;

beforeEach(async () => {
  home = copyOf(prepared);
  lan = await openOnLan(home);
  openPolls(lan.station.pollingPlace);
  return async () => {
    expect(lan.broken).toEqual([]);
    await lan.station.stop();
  };
});

const atDesk = async (desk = DESK): Promise<AtDesk> =>
  DeskState.parse(JSON.parse((await lan.ask('/api/desk/state', lan.asDesk(desk))).text)).value;

/** Waits until the desk's screen would show it. */
async function seen(isThere: (state: AtDesk) => boolean): Promise<AtDesk> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const state = await atDesk();
    if (isThere(state)) return state;
    if (performance.now() > giveUpAt) throw new Error(`the desk still shows ${JSON.stringify(state)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A reader's own process, as it runs beside a desk. */
function startReader(source: object, environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  const { authorization } = lan.asReader(DESK);
  writeFileSync(join(folder, 'reader.json'), JSON.stringify({ source }));
  const file = deviceFileOf(home.home, home.ports, `reader-${DESK}`);
  writeFileSync(join(folder, 'device.json'), JSON.stringify({ ...file, stations: [lan.station.url] }));
  openSessionToken(folder).keep(authorization.replace('Bearer ', ''));
  return spawn(process.execPath, ['apps/reader/src/main.ts', '--home', folder], {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
}

async function stopReader(reader: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => reader.once('exit', resolve));
  reader.kill('SIGTERM');
  await gone;
}

const checkIn = (voter: number, identity: object, desk = DESK) =>
  lan.tell('/api/desk/check-in', { voter, identity }, lan.asDesk(desk));
const byCard = (compared: string | null, override: string | null = null) => ({
  method: 'card-chip',
  compared,
  override,
});

describe('an NFC card, through pcscd and a virtual reader', () => {
  let daemon: PrivatePcscd;
  beforeAll(async () => {
    daemon = await startPrivatePcscd();
    return () => daemon.stop();
  });

  test('names its voter at its own desk, proves nobody, and is gone with the check-in', async () => {
    const reader = startReader({ type: 'pcsc' }, daemon.environment);
    await seen((state) => state.reader === 'ready');
    const uid = things.cards.find(({ voter }) => voter === 3)?.uid ?? '';
    const card = await layVirtualCard({ port: daemon.cardPort, uid });
    const shown = await seen((state) => state.card !== null);
    expect(shown.card ?? {}).toMatchObject({
      row: { voter: { number: 3 } },
      finger: 'not-asked',
      place: null,
    });
    expect((await atDesk(1)).card).toBeNull();
    expect(JSON.stringify(shown)).not.toContain(uid);

    expect((await checkIn(3, byCard('card'), 1)).refusal).toBe('card-not-read');
    expect((await checkIn(4, byCard('card'))).refusal).toBe('card-not-read');
    expect((await checkIn(3, byCard('finger'))).refusal).toBe('identity-not-compared');
    expect((await checkIn(3, byCard(null))).refusal).toBe('identity-not-compared');
    expect((await checkIn(3, byCard('card'))).refusal).toBe('accepted');
    expect((await atDesk()).card).toBeNull();
    await card.takeAway();

    // the next card: of nobody here; then one that says nothing
    const stranger = await layVirtualCard({ port: daemon.cardPort, uid: '04a1b2c3d4e5f6' });
    expect((await seen((state) => state.card !== null)).card).toMatchObject({ row: null, place: null });
    await stranger.takeAway();
    const broken = await layVirtualCard({ port: daemon.cardPort, uid: null });
    await seen((state) => state.reader === 'card-unreadable');
    await broken.takeAway();
    await stopReader(reader);

    const kept = readdirSync(join(home.home.station, 'store'))
      .map((file) => readFileSync(join(home.home.station, 'store', file)).toString('latin1'))
      .join('');
    expect(kept).not.toContain(uid);
    expect(kept).not.toContain(Buffer.from(uid, 'hex').toString('latin1'));
  });
});

describe('a certified reader, with its finger match', () => {
  const chipOf = (index: number, finger: 'matched' | 'not-matched') => {
    const person = people[index];
    if (person === undefined) throw new Error('fewer people than expected');
    return { nik: person.nik, name: person.name, birthDate: person.birthDate, finger };
  };

  test('matches, does not match, reads a neighbour of elsewhere, and vanishes', async () => {
    const service = await startVirtualCertifiedReader();
    const reader = startReader({ type: 'certified', host: '127.0.0.1', port: service.port });
    await seen((state) => state.reader === 'ready');

    await service.present(chipOf(0, 'matched'));
    const shown = await seen((state) => state.card !== null);
    expect(shown.card ?? {}).toMatchObject({ row: { voter: { number: 1 } }, finger: 'matched' });
    expect(JSON.stringify(shown)).not.toContain(people[0]?.nik);
    expect((await checkIn(1, byCard('finger'))).refusal).toBe('accepted');

    await service.present(chipOf(1, 'not-matched'));
    await seen((state) => state.card?.finger === 'not-matched');
    expect((await checkIn(2, byCard('card'))).refusal).toBe('finger-not-matched');
    expect((await checkIn(2, byCard('card', 'finger-unreadable'))).refusal).toBe('accepted');
    expect(lan.station.pollingPlace.board.minutes().record.overrides).toMatchObject({
      'finger-unreadable': 1,
    });

    const [elsewhere] = things.elsewhere;
    await service.present({
      ...chipOf(0, 'matched'),
      nik: elsewhere?.nik ?? '',
      name: elsewhere?.name ?? '',
    });
    const other = await seen((state) => state.card !== null);
    expect(other.card).toMatchObject({ row: null, place: '16.07.01.2003-002' });

    await service.misbehave('vanishes');
    await seen((state) => state.reader === 'no-reader');
    await seen((state) => state.reader === 'ready');
    await stopReader(reader);
    await service.stop();
  });
});

test('nobody without a reader’s key speaks for a reader', async () => {
  const event = { type: 'ready' };
  expect((await lan.tell('/api/reader/event', event, {})).status).toBe(401);
  const wrong = { ...lan.asReader(1), authorization: `Bearer ${'0'.repeat(43)}` };
  expect((await lan.tell('/api/reader/event', event, wrong)).status).toBe(401);
  expect((await lan.tell('/api/reader/event', event, lan.asDesk(1))).status).toBe(403);
  const right = lan.asReader(1);
  expect((await lan.tell('/api/reader/event', event, right)).status).toBe(200);
  expect((await lan.tell('/api/reader/event', { ...event, more: 1 }, right)).refusal).toBe('malformed');
});
