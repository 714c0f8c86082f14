import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openPinCheck } from '../apps/station/src/people/pin-check.ts';
import { NOBODY, openPinTries, pinCounters } from '../apps/station/src/people/pin-tries.ts';
import { openCounters, prepareCounters } from '../apps/station/src/store/counters.ts';
import { makeDurably } from '../apps/station/src/store/durable.ts';
import type { StationStore } from '../apps/station/src/store/station-store.ts';
import { hashPin, makePeopleFile } from '../packages/transfer/src/index.ts';
import { must, refusalOf } from './support/answers.ts';
import { nextTurn } from './support/next-turn.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openTestStore } from './support/test-store.ts';

const PINS = { ketua: '270819', 'anggota-1': '113355', 'anggota-2': '904412', teknisi: '660066' };
const people = await makePeopleFile(Object.entries(PINS).map(([person, pin]) => ({ person, pin })));
const ids = people.map(({ person }) => person);

/** The pin room over a store of its own, which may be switched off and on. */
function openRoom() {
  const folder = newFolder();
  let nowMs = 5_000;
  let isMinuted = true;
  let store: StationStore;
  let room: { check: ReturnType<typeof openPinCheck>['check']; wrong: () => number };
  const start = (): void => {
    store = must(
      openTestStore(folder, {
        prepare: (database) => prepareCounters(database, pinCounters(ids)),
      }),
    );
    const tries = openPinTries({
      at: 'board',
      people: ids,
      counters: openCounters(store.database),
      durably: makeDurably(store),
      elapsedMs: () => nowMs,
      isMinuted: () => isMinuted,
    });
    room = { check: openPinCheck({ people, tries }).check, wrong: tries.wrong };
  };
  start();
  return {
    folder,
    check: (...shown: readonly (readonly [string, string])[]) =>
      room.check(shown.map(([person, pin]) => ({ person, pin }))),
    wrong: () => room.wrong(),
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    /** A new process: its monotonic clock begins somewhere else. */
    restart: (elapsedMs: number) => {
      store.close();
      nowMs = elapsedMs;
      start();
    },
    stopMinutes: () => {
      isMinuted = false;
    },
    stop: () => store.close(),
  };
}

let room = openRoom();
afterEach(() => {
  room.stop();
  removeFolders();
  room = openRoom();
});

const chair = ['ketua', PINS.ketua] as const;
const member = ['anggota-1', PINS['anggota-1']] as const;
const wrongChair = ['ketua', '000000'] as const;

describe('PINs', () => {
  test('are scrypt of the PIN with a salt of its own, as the file says', async () => {
    const [first] = people;
    expect(first?.pin).toBe((await hashPin(PINS.ketua, first?.salt ?? '')).toString('hex'));
    expect(new Set(people.map(({ salt }) => salt)).size).toBe(people.length);
    expect(JSON.stringify(people)).not.toContain(PINS.ketua);
  });

  test('two different people are two; the same one twice is none, and nobody is nobody', async () => {
    expect(await room.check(chair, member)).toEqual({ ok: true, value: ['ketua', 'anggota-1'] });
    expect(await room.check(chair, chair)).toEqual({ ok: false, error: { type: 'same-person-twice' } });
    expect(await room.check()).toEqual({ ok: true, value: [] });
    // the other's PIN is not one's own
    expect(refusalOf(await room.check(['anggota-1', PINS.ketua]))).toBe('pin-wrong');
  });

  test('one wrong of two: nobody is confirmed, the wrong one is named, the right one is not counted', async () => {
    expect(await room.check(member, wrongChair)).toEqual({
      ok: false,
      error: { type: 'pin-wrong', person: 'ketua', waitSeconds: 0 },
    });
    expect(room.wrong()).toBe(1);
  });

  test('pauses grow by the table, and the right PIN ends the row', async () => {
    const waits: number[] = [];
    for (let wrong = 1; wrong <= 9; wrong += 1) {
      const answer = await room.check(wrongChair);
      const seconds = answer.ok || !('waitSeconds' in answer.error) ? -1 : answer.error.waitSeconds;
      waits.push(seconds);
      if (seconds > 0) {
        room.pass(seconds - 1);
        // not looked at: the right PIN is refused like a wrong one, and costs nothing
        expect(await room.check(chair)).toEqual({
          ok: false,
          error: { type: 'pin-paused', person: 'ketua', waitSeconds: 1 },
        });
        room.pass(1);
      }
    }
    expect(waits).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900]);
    expect((await room.check(chair)).ok).toBe(true);
    expect(await room.check(wrongChair)).toMatchObject({ error: { type: 'pin-wrong', waitSeconds: 0 } });
    expect(room.wrong()).toBe(10);
  });

  test('one person’s pause is nobody else’s', async () => {
    for (let wrong = 0; wrong < 3; wrong += 1) await room.check(wrongChair);
    expect((await room.check(member, ['anggota-2', PINS['anggota-2']])).ok).toBe(true);
    expect(refusalOf(await room.check(member, chair))).toBe('pin-paused');
  });

  test('switching off and on shortens no pause and forgets no wrong PIN', async () => {
    for (let wrong = 0; wrong < 4; wrong += 1) {
      await room.check(wrongChair);
      if (wrong === 2) room.pass(30);
    }
    // the next process counts from anywhere, before or after
    for (const elapsedMs of [0, 9e9]) {
      room.restart(elapsedMs);
      expect(await room.check(chair)).toMatchObject({ error: { type: 'pin-paused', waitSeconds: 60 } });
    }
    room.pass(60);
    expect(await room.check(wrongChair)).toMatchObject({ error: { type: 'pin-wrong', waitSeconds: 120 } });
    expect(room.wrong()).toBe(5);
  });

  test('guesses sent side by side are counted one by one: of ten, three are looked at and some not even queued', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => room.check(wrongChair)));
    const refusals = answers.map(refusalOf);
    expect(refusals.filter((refusal) => refusal === 'pin-wrong')).toHaveLength(3);
    expect(refusals.filter((refusal) => refusal === 'too-many-waiting')).toHaveLength(1);
    expect(refusals.filter((refusal) => refusal === 'pin-paused')).toHaveLength(6);
    expect(room.wrong()).toBe(3);
  });

  test('somebody who is not there is answered like somebody whose PIN is wrong, in about the same time', async () => {
    const timed = async (person: string) => {
      const began = performance.now();
      const answer = await room.check([person, '000000']);
      return { ms: performance.now() - began, answer };
    };
    await timed('anggota-2');
    const known = await timed('ketua');
    const unknown = await timed('orang-lewat');
    const witness = await timed('saksi-1');
    for (const [person, { answer }] of [
      ['ketua', known],
      ['orang-lewat', unknown],
      ['saksi-1', witness],
    ] as const) {
      expect(answer).toEqual({ ok: false, error: { type: 'pin-wrong', person, waitSeconds: 0 } });
    }
    // what is skipped would be answered in less than a thousandth of it
    for (const { ms } of [unknown, witness]) expect(ms).toBeGreaterThan(known.ms / 5);
    // whoever is not there is paused too, under whatever name
    await room.check([NOBODY, '000000']);
    expect(refusalOf(await room.check(['siapa-saja', '000000']))).toBe('pin-paused');
  });

  test('after the sum was opened a wrong PIN makes its person wait, and changes no minutes', async () => {
    await room.check(wrongChair);
    room.stopMinutes();
    for (let wrong = 0; wrong < 2; wrong += 1) await room.check(wrongChair);
    expect(room.wrong()).toBe(1);
    expect(refusalOf(await room.check(chair))).toBe('pin-paused');
  });

  test('nothing of a PIN, right or wrong, is in any file, and rows keep their length', async () => {
    const bytesOf = () =>
      readdirSync(room.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const lengths = () => bytesOf().map((bytes) => bytes.length);
    const before = lengths();
    for (let wrong = 0; wrong < 3; wrong += 1) await room.check(['ketua', '918273'], member);
    // the logs are emptied right after the answer
    await nextTurn();
    expect(lengths()).toEqual(before);
    for (const bytes of bytesOf()) {
      for (const pin of ['918273', ...Object.values(PINS)]) expect(bytes.includes(pin)).toBe(false);
    }
  });
});
