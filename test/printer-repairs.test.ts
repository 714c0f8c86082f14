import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBallotMaker } from '@bilik/ballot';
import { startVirtualPrinter, type VirtualPrinter } from '@bilik/devices';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BoothServer, startBooth } from '../apps/booth/src/booth-server.ts';
import { exercisePorts } from '../apps/cli/src/exercise/exercise-home.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import type { Station } from '../apps/station/src/station-server.ts';
import { must } from './support/answers.ts';
import { pairDevices } from './support/paired-devices.ts';
import { checkIn, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { startTestStation } from './support/station-http.ts';

let prepared: PreparedHome;
let station: Station;
let booth: BoothServer;
let printer: VirtualPrinter;
let pieces = 0;
const broken: string[] = [];
const onBroken = (error: Error, route: string) => broken.push(`${route}: ${error.message}`);

const start = async () =>
  must(await startBooth({ home: prepared.home.booth(1), host: '127.0.0.1', port: 0, onBroken }));

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 8 });
  const ports = exercisePorts(await freeFirstPort());
  writeBoothConfigs(prepared.home, ports, 1);
  station = await startTestStation(prepared, { port: ports.station, onBroken });
  openPolls(station.pollingPlace);
  await pairDevices(prepared, station.pollingPlace);
  checkIn(station.pollingPlace, 1);
  printer = await startVirtualPrinter({
    port: ports.printer(1),
    onPaper: () => {
      pieces += 1;
    },
  });
  booth = await start();
});

afterAll(async () => {
  await booth.stop();
  await station.stop();
  await printer.stop();
  removeFolders();
  expect(broken).toEqual([]);
});

async function tell(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(new URL(path, booth.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

const paper = async (): Promise<unknown> => {
  const answer = await fetch(new URL('/api/paper', booth.url));
  return answer.json();
};
const asTechnician = () => prepared.confirmed(['teknisi']);

test('a new roll and a test print need the PIN of one who may repair: the technician may, a desk officer and a wrong PIN may not', async () => {
  const [technician] = asTechnician();
  const wrong = [{ person: 'teknisi', pin: technician?.pin === '000000' ? '000001' : '000000' }];
  expect(await tell('/api/change-roll', { metres: 50, confirmations: wrong })).toMatchObject({
    ok: false,
    error: { type: 'station-refused', reason: 'pin-wrong', person: 'teknisi' },
  });
  const { people } = station.pollingPlace.place.definition;
  const desk = people.find(({ role }) => role === 'desk-officer');
  if (desk === undefined) throw new Error('The exercise has no desk officer');
  expect(
    await tell('/api/change-roll', { metres: 50, confirmations: prepared.confirmed([desk.id]) }),
  ).toMatchObject({ ok: false, error: { reason: 'phase-refused' } });
  for (const confirmations of [[], [...asTechnician(), ...prepared.confirmed(['ketua'])]]) {
    expect(await tell('/api/test-print', { confirmations })).toMatchObject({ ok: false });
  }
  expect(await paper()).toMatchObject({ value: { left: { millimetres: 80_000, slips: 0 } } });
  expect(pieces).toBe(0);

  expect(await tell('/api/test-print', { confirmations: asTechnician() })).toMatchObject({ ok: true });
  expect(pieces).toBe(1);
  expect(await tell('/api/change-roll', { metres: 50, confirmations: asTechnician() })).toMatchObject({
    ok: true,
  });
  expect(await paper()).toMatchObject({
    value: { left: { millimetres: 50_000, slips: 0 }, paper: 'enough' },
  });
});

test('a roll recorded is kept over a restart of the booth; a test print is no slip, for box or station', async () => {
  await tell('/api/test-print', { confirmations: asTechnician() });
  await booth.stop();
  booth = await start();
  expect(await paper()).toMatchObject({ value: { left: { slips: 0 } } });
  const kept = readFileSync(join(prepared.home.booth(1), 'paper-left'), 'utf8');
  expect(Number(kept.slice(0, 7))).toBeLessThan(50_000);
  expect(existsSync(join(prepared.home.booth(1), 'slips-printed'))).toBe(false);
});

test('paper that ends under a slip: the roll is changed while the question waits, the voter has a new card, and no test print comes between', async () => {
  const maker = openBallotMaker(station.pollingPlace.place.election, random);
  must(maker.readCard(prepared.codes.at(-1) ?? ''));
  const { text, hash } = maker.make([1]);
  must(await booth.booth.printTracker(hash));
  expect(await tell('/api/test-print', { confirmations: asTechnician() })).toMatchObject({
    error: { type: 'not-now' },
  });
  printer.command({ type: 'run-out', afterMillimetres: 40 });
  must(await booth.booth.cast(text, [1]));
  expect(booth.booth.state()).toMatchObject({ name: 'question', about: 'void' });
  expect(await paper()).toMatchObject({ value: { left: { millimetres: 0 } } });
  printer.command({ type: 'new-roll' });
  expect(await tell('/api/test-print', { confirmations: asTechnician() })).toMatchObject({
    error: { type: 'not-now' },
  });
  expect(await tell('/api/change-roll', { metres: 80, confirmations: asTechnician() })).toMatchObject({
    ok: true,
    value: { name: 'question' },
  });
  must(await booth.booth.answer('print-mark', prepared.confirmed(['ketua', 'anggota-1'])));
  expect(booth.booth.state()).toMatchObject({ name: 'finished', outcome: 'spoiled' });
  expect(await paper()).toMatchObject({ value: { paper: 'enough' } });
});
