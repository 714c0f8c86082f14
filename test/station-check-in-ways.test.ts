import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeInvitation } from '@bilik/transfer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { voterThingsPath } from '../apps/cli/src/exercise/check-in-files.ts';
import { officeKeyPath } from '../apps/cli/src/exercise/exercise-package.ts';
import { CHAIR, MEMBER, MORNING_MS, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

const VOTERS = 8;
const Things = z.looseObject({
  invitations: z.array(z.strictObject({ voter: z.int(), code: z.string() })),
  ofOtherPlace: z.string(),
  elsewhere: z.array(z.strictObject({ name: z.string(), nik: z.string() })),
});

let prepared: PreparedHome;
let things: z.output<typeof Things>;

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

const find = async (query: string) => (await lan.tell('/api/desk/search', { query })).value;
const checkIn = (voter: number, identity: object) => lan.tell('/api/desk/check-in', { voter, identity });
const NIK = { method: 'nik-typed', override: null };

test('an invitation finds its voter, and alone checks nobody in', async () => {
  const code = things.invitations[2]?.code ?? '';
  for (const scanned of [code, code.toLowerCase(), `]Q1${code}\r\n`]) {
    expect(await find(scanned)).toMatchObject({
      kind: 'invitation',
      total: 1,
      refused: null,
      rows: [{ voter: { number: 3 } }],
    });
  }
  const photographed = { method: 'invitation-qr', compared: null, override: null };
  expect((await checkIn(3, photographed)).refusal).toBe('identity-not-compared');
  expect((await checkIn(3, { ...photographed, override: 'no-card' })).refusal).toBe('accepted');
  expect((await checkIn(4, { ...photographed, compared: 'card' })).refusal).toBe('accepted');
  expect((await checkIn(5, { method: 'invitation-qr', override: null })).refusal).toBe('malformed');
  expect(lan.station.pollingPlace.board.minutes().record.overrides).toMatchObject({ 'no-card': 1 });
});

test('strange invitations are refused by name, and nothing is recorded', async () => {
  const { place } = lan.station.pollingPlace;
  const pollingPlace = place.definition.pollingPlace.id;
  const office = readFileSync(officeKeyPath(prepared.home), 'utf8');
  const earlier = writeInvitation({ electionUuid: 'W5sQyTgHHKqRXvBnMz', pollingPlace, voter: 3 }, office);
  const forged = writeInvitation(
    { electionUuid: place.election.uuid, pollingPlace, voter: 3 },
    place.secrets.signingKey,
  );
  const whole = things.invitations[2]?.code ?? '';
  const refused = async (query: string) =>
    z.looseObject({ refused: z.unknown() }).parse(await find(query)).refused;
  expect(await refused(things.ofOtherPlace)).toEqual({
    type: 'other-polling-place',
    place: '16.07.01.2003-002',
  });
  expect(await refused(earlier)).toEqual({ type: 'invitation-of-other-election' });
  expect(await refused(forged)).toEqual({ type: 'invitation-signature-wrong' });
  expect(await refused(whole.slice(0, 90))).toEqual({ type: 'invitation-malformed' });
  expect(await refused(whole.replace('U1', 'U9'))).toEqual({ type: 'invitation-other-version' });
  expect(lan.station.pollingPlace.board.state().poll.released).toBe(0);
});

test('a NIK of the village’s other polling place says which; a stranger’s says nothing', async () => {
  const [neighbour] = things.elsewhere;
  expect(await find(neighbour?.nik ?? '')).toEqual({
    kind: 'nik',
    total: 0,
    rows: [],
    refused: { type: 'other-polling-place', place: '16.07.01.2003-002' },
  });
  expect(await find('1607990101809999')).toMatchObject({ total: 0, refused: null });
  expect(await find(neighbour?.name ?? '')).toMatchObject({ refused: null });
});

test('a name with the day or year of birth finds the one of several', async () => {
  const { voters } = lan.station.pollingPlace.place;
  for (const { name, birthDate, number } of voters) {
    const [year, month, day] = birthDate.split('-');
    for (const typed of [
      `${name} ${year}`,
      `${name} ${day}${month}${year}`,
      `${name} ${day} ${month} ${year}`,
    ]) {
      expect(await find(typed)).toMatchObject({ kind: 'name', rows: [{ voter: { number } }] });
    }
    expect(await find(`${name} 1899`)).toMatchObject({ total: 0 });
  }
});

test('after the closing hour: only as many as the chair counted, over a restart too', async () => {
  const admit = (admittedBefore: number, count: number, by = CHAIR) =>
    lan.tell('/api/board/admit-queue', {
      admittedBefore,
      count,
      confirmations: home.confirmed([by]),
    });
  expect((await admit(0, 2)).refusal).toBe('before-closing-hour');
  expect((await checkIn(1, NIK)).refusal).toBe('accepted');
  const late = MORNING_MS + 4 * 60 * 60_000;
  lan.setClock(late);
  expect((await checkIn(2, NIK)).error).toEqual({
    type: 'queue-not-admitted',
    closes: '13:00',
    admitted: 0,
  });
  expect((await checkIn(1, NIK)).refusal).toBe('already-checked-in');
  expect((await admit(0, 2, MEMBER)).refusal).toBe('phase-refused');
  expect((await admit(0, 2)).value).toEqual({ admitted: 2 });
  // the answer was lost: asked again it is the same, and nobody more
  expect((await admit(0, 2)).value).toEqual({ admitted: 2 });
  expect((await admit(0, 5)).refusal).toBe('queue-changed');
  expect((await checkIn(2, NIK)).refusal).toBe('accepted');
  await lan.station.stop();

  lan = await openOnLan(home);
  lan.setClock(late);
  expect((await checkIn(3, NIK)).refusal).toBe('accepted');
  expect((await checkIn(4, NIK)).error).toMatchObject({ type: 'queue-not-admitted', admitted: 2 });
  expect((await admit(2, 1)).value).toEqual({ admitted: 3 });
  expect((await checkIn(4, NIK)).refusal).toBe('accepted');
  const shown = JSON.parse((await lan.ask('/api/board/attendance')).text);
  expect(shown.value.closing).toEqual({ closes: '13:00', isLate: true, queue: { admitted: 3, served: 3 } });
});

test('who is helped is counted once, and who it was stands nowhere', async () => {
  const helped = { voter: 2, identity: NIK, isHelped: true };
  expect((await lan.tell('/api/desk/check-in', helped)).refusal).toBe('accepted');
  expect((await lan.tell('/api/desk/check-in', helped)).refusal).toBe('already-checked-in');
  expect((await checkIn(3, NIK)).refusal).toBe('accepted');
  expect(JSON.parse((await lan.ask('/api/board/attendance')).text).value.helped).toBe(1);
  await lan.station.stop();
  lan = await openOnLan(home);
  expect(lan.station.pollingPlace.desk.helped()).toBe(1);
});

test('the lists on paper: blank before, who came after', async () => {
  expect((await checkIn(1, NIK)).refusal).toBe('accepted');
  for (const name of ['daftar-hadir-kosong.pdf', 'daftar-hadir.pdf', 'pernyataan-pendamping.pdf']) {
    const heard = await lan.ask(`/papers/${name}`);
    expect(heard.status).toBe(200);
    expect(heard.text.startsWith('%PDF-')).toBe(true);
  }
});

test('a check-in file that was changed after loading is refused at the start', async () => {
  const changed = copyOf(prepared);
  writeFileSync(join(changed.home.station, 'place', 'check-in.json'), '{}');
  await expect(openOnLan(changed)).rejects.toThrow('check-in.json');
});
