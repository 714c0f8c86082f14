import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lanDayForEachTest } from './support/lan-day.ts';
import { prepareHome } from './support/prepared-home.ts';
import { changedTables, newFolder, tablesOf } from './support/station-disk.ts';

// PINs as they come through the station's own door.

const prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
const day = lanDayForEachTest(prepared);

const WRONG = '918273';
const wrong = (person: string) => ({ person, pin: WRONG });
const pause = (confirmations: readonly object[]) =>
  day.lan.tell('/api/board/command', { command: 'pause', confirmations });

/** Every file that the station itself writes. What was prepared is full of long numbers, in which any six digits may stand by chance. */
const bytesOfStation = (): Buffer[] =>
  readdirSync(day.home.home.station, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('place'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

describe('a wrong PIN at the door', () => {
  test('does nothing but be counted, and names its person; the right one then does the act', async () => {
    const before = tablesOf(day.home);
    const heard = await pause([wrong('anggota-1')]);
    expect([heard.status, heard.error]).toEqual([
      409,
      { type: 'pin-wrong', person: 'anggota-1', waitSeconds: 0 },
    ]);
    expect(changedTables(before, tablesOf(day.home))).toEqual(['counter']);
    expect(day.lan.station.pollingPlace.phase()).toBe('open');
    expect((await pause(day.home.confirmed(['anggota-1']))).status).toBe(200);
    expect(day.lan.station.pollingPlace.phase()).toBe('paused');
    expect(day.lan.station.pollingPlace.board.minutes().record.wrongPins).toBe(1);
  });

  test('three make that person wait, over a restart too, and nobody else', async () => {
    for (let time = 0; time < 3; time += 1) await pause([wrong('anggota-1')]);
    const paused = { type: 'pin-paused', person: 'anggota-1', waitSeconds: 30 };
    expect((await pause(day.home.confirmed(['anggota-1']))).error).toEqual(paused);
    // whatever the wall clock is set to
    day.lan.setClock(Date.UTC(2030, 0, 1));
    expect((await pause(day.home.confirmed(['anggota-1']))).error).toEqual(paused);
    await day.restart();
    expect((await pause(day.home.confirmed(['anggota-1']))).error).toEqual(paused);
    expect((await pause(day.home.confirmed(['anggota-2']))).status).toBe(200);
  });

  test('whoever is alone in a booth and types wrong ones keeps nobody from the board, and the reverse', async () => {
    const atBooth = (confirmations: readonly object[]) =>
      day.lan.tell('/api/booth/repair', { act: 'change_roll', confirmations });
    const heard: string[] = [];
    for (let time = 0; time < 6; time += 1) heard.push((await atBooth([wrong('ketua')])).refusal);
    expect(heard).toEqual([...Array(3).fill('pin-wrong'), ...Array(3).fill('pin-paused')]);
    expect((await atBooth(day.home.confirmed(['ketua']))).error).toMatchObject({ type: 'pin-paused' });
    // over a restart too; the minutes count them all the same
    await day.restart();
    expect((await pause(day.home.confirmed(['ketua']))).status).toBe(200);
    expect(day.lan.station.pollingPlace.board.minutes().record.wrongPins).toBe(3);
    for (let time = 0; time < 3; time += 1) await pause([wrong('anggota-2')]);
    expect((await atBooth(day.home.confirmed(['anggota-2']))).status).toBe(200);
    expect((await pause(day.home.confirmed(['anggota-2']))).refusal).toBe('pin-paused');
  });

  test('a name is enough of a witness, and of nobody else', async () => {
    const fingerprint = '0'.repeat(64);
    const sign = (witnesses: readonly string[]) =>
      day.lan.tell('/api/board/zero-report-signed', {
        fingerprint,
        confirmations: day.home.confirmed(['ketua']),
        witnesses,
      });
    for (const other of ['anggota-1', 'teknisi', 'orang-lewat']) {
      expect((await sign([other])).error).toEqual({ type: 'role-does-not-fit', person: other });
    }
    expect((await sign(['saksi-1'])).refusal).toBe('paper-other');
  });

  test('leaves no digit in any answer or in any file of the station; nor does a right one', async () => {
    const said = [await pause([wrong('ketua')]), await pause([{ person: 'ketua', pin: `${WRONG}4` }])];
    expect(said.map(({ status }) => status)).toEqual([409, 400]);
    const right = day.home.confirmed(['ketua']);
    said.push(
      await pause(right),
      await day.lan.ask('/api/board/state'),
      await day.lan.ask('/api/board/minutes'),
    );
    const pins = [WRONG, ...right.map(({ pin }) => pin)];
    for (const pin of pins) {
      expect(said.some(({ text }) => text.includes(pin))).toBe(false);
      expect(bytesOfStation().some((bytes) => bytes.includes(pin))).toBe(false);
    }
    expect(day.lan.broken).toEqual([]);
    // the detector works: the name of the person is in both
    expect(said.some(({ text }) => text.includes('ketua'))).toBe(true);
    expect(bytesOfStation().some((bytes) => bytes.includes('ketua'))).toBe(true);
  });
});
