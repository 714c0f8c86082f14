import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fingerprintSchema } from '@bilik/election';
import { fileHash, parseSignedResult } from '@bilik/transfer';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPollingPlace } from '../apps/station/src/open-polling-place.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import type { KeptFileName } from '../apps/station/src/store/media-files.ts';
import { must, refusalOf } from './support/answers.ts';
import { BOTH, prepareClosedDay, resultTextOf } from './support/closed-day.ts';
import {
  agreeingHandCount,
  countWithoutSeal,
  QUIET_FIELDS,
  signMinutes,
  writeFields,
  writeHandCount,
} from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import { MORNING_MS, openPlace } from './support/polling-place.ts';
import { group, type PreparedHome, random } from './support/prepared-home.ts';
import { copyOf, onBothMedia, storedBallots, tablesOf } from './support/station-disk.ts';
import { openOnLan } from './support/station-http.ts';

/** Counted, minutes written, hands agree: only the seal is missing. */
let countedHome: PreparedHome;
let sealedHome: PreparedHome;
/** The files as they were written. */
const written = new Map<KeptFileName, Buffer>();

const { keep } = placesOfFile();

beforeAll(async () => {
  const { prepared, closed } = await prepareClosedDay();
  countedHome = copyOf(closed);
  let place = openPlace(countedHome);
  await countWithoutSeal(prepared, place);
  place.close();
  sealedHome = copyOf(countedHome);
  place = openPlace(sealedHome);
  must(await place.board.seal(BOTH));
  place.close();
  for (const name of ['sealed.bel', 'void.json', 'record.bel', 'result.json'] as const) {
    written.set(name, readFileSync(pathOf(sealedHome, name)));
  }
});

const pathOf = ({ home }: PreparedHome, name: KeptFileName): string => join(home.station, 'count', name);
const wholeOf = (name: KeptFileName): Buffer => written.get(name) ?? Buffer.alloc(0);

/** Changes the store on both media while nobody has it open. @returns how many rows were changed on each */
function changeStore(home: PreparedHome, sql: string, ...values: (string | number)[]): number {
  let changed = 0;
  onBothMedia(home, (path) => {
    const database = new DatabaseSync(path);
    changed = Number(database.prepare(sql).run(...values).changes);
    database.close();
  });
  return changed;
}

/** Puts another hash beside a name in a paper of the store, as somebody would who changes a file and its hash. */
const replaceInPaper = (home: PreparedHome, paper: string, from: string, to: string): number =>
  changeStore(home, 'UPDATE paper SET content = replace(content, ?, ?) WHERE name = ?', from, to, paper);

/** A void list that leaves the void cards out. */
const cutList = (): string =>
  wholeOf('void.json')
    .toString('utf8')
    .replace(/"credentials":\[.*\]/, '"credentials":[]');

const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bytes.length / 2);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

function answerOf(place: PollingPlace, name: KeptFileName): unknown {
  return name === 'result.json' ? place.board.signedResult() : place.counting.read(name);
}

describe('a file of the record that is not what was written', () => {
  const damages: readonly (readonly [string, (path: string, bytes: Buffer) => void])[] = [
    ['lost', (path) => rmSync(path)],
    ['with a flipped bit', (path, bytes) => writeFileSync(path, flipped(bytes))],
    ['cut short', (path, bytes) => writeFileSync(path, bytes.subarray(0, -1))],
    ['longer', (path, bytes) => writeFileSync(path, Buffer.concat([bytes, Buffer.from('\n')]))],
  ];

  test.each(['sealed.bel', 'void.json', 'record.bel', 'result.json'] as const)(
    '%s is made again, the same to the byte, before it is handed out and at start',
    (name) => {
      const home = copyOf(sealedHome);
      const path = pathOf(home, name);
      const place = openPlace(home);
      for (const [what, damage] of damages) {
        damage(path, wholeOf(name));
        expect(answerOf(place, name), what).toEqual({ ok: true, value: wholeOf(name) });
        expect(readFileSync(path).equals(wholeOf(name)), what).toBe(true);
      }
      place.close();
      writeFileSync(path, flipped(wholeOf(name)));
      const again = keep(openPlace(home));
      if (name !== 'result.json') expect(readFileSync(path).equals(wholeOf(name))).toBe(true);
      expect(answerOf(again, name)).toEqual({ ok: true, value: wholeOf(name) });
      expect(again.board.state().damaged).toEqual([]);
    },
  );

  test('a later version of the program makes the signed result of the day again', () => {
    const home = copyOf(sealedHome);
    rmSync(pathOf(home, 'result.json'));
    const later = must(
      openPollingPlace({
        home: home.home.station,
        second: home.home.stationSecond,
        group,
        now: () => MORNING_MS,
        elapsedMs: () => 0,
        random,
        software: { version: '9.9.9', fingerprint: fingerprintSchema.parse('9'.repeat(64)) },
      }),
    );
    expect(keep(later).board.signedResult()).toEqual({ ok: true, value: wholeOf('result.json') });
  });

  test('whose kept hash was changed with it is refused by name, never signed and never handed out', async () => {
    const home = copyOf(countedHome);
    const forged = cutList();
    expect(forged).not.toBe(wholeOf('void.json').toString('utf8'));
    writeFileSync(pathOf(home, 'void.json'), forged);
    const right = fileHash(wholeOf('void.json').toString('utf8'));
    expect(replaceInPaper(home, 'sealed-record', right, fileHash(forged))).toBe(1);
    const lan = await openOnLan(home);
    const { board, counting } = lan.station.pollingPlace;
    expect(board.state().damaged).toEqual(['void.json']);
    const refused = { ok: false, error: { type: 'record-damaged', files: ['void.json'] } };
    expect(counting.read('void.json')).toEqual(refused);
    expect(await board.seal(BOTH)).toEqual(refused);
    expect(await lan.ask('/api/record/void')).toMatchObject({ status: 409, refusal: 'record-damaged' });
    expect(
      await lan.tell('/api/board/command', { command: 'seal', confirmations: home.confirmed(BOTH) }),
    ).toMatchObject({
      status: 409,
      error: { type: 'record-damaged', files: ['void.json'] },
    });
    // what is whole is still handed out
    expect(await lan.ask('/api/record/sealed')).toMatchObject({ status: 200 });
    expect(await lan.ask('/api/record/result.json')).toMatchObject({ status: 404 });
    expect(board.state().phase).toBe('counted');
    expect(lan.broken).toEqual([]);
    await lan.station.stop();
  });

  test('a signed result whose kept hash was changed with it is not handed out', () => {
    const home = copyOf(sealedHome);
    const text = wholeOf('result.json').toString('utf8');
    const forged = text.replace('"abandoned":1', '"abandoned":0');
    expect(forged).not.toBe(text);
    writeFileSync(pathOf(home, 'result.json'), forged);
    expect(replaceInPaper(home, 'signed-result', fileHash(text), '0'.repeat(64))).toBe(1);
    const place = keep(openPlace(home));
    expect(refusalOf(place.board.signedResult() ?? { ok: true })).toBe('record-damaged');
    expect(place.board.state().damaged).toEqual(['result.json']);
  });
});

describe('a ballot slot that was changed on the medium', () => {
  /** Changes the first slot in a state. */
  const changeSlot = (home: PreparedHome, state: 'cast' | 'spoiled', change: (content: Buffer) => void) =>
    onBothMedia(home, (path) => {
      const database = new DatabaseSync(path);
      const byte = { cast: 2, spoiled: 3 }[state];
      for (const row of database.prepare('SELECT slot, content FROM ballot_slot').all()) {
        const content = Buffer.from(row['content'] instanceof Uint8Array ? row['content'] : []);
        if (content[0] !== byte) continue;
        change(content);
        database
          .prepare('UPDATE ballot_slot SET content = ? WHERE slot = ?')
          .run(content, row['slot'] ?? null);
        break;
      }
      database.close();
    });

  test.each<[string, 'cast' | 'spoiled', (content: Buffer) => void, readonly string[]]>([
    ['cast made spoiled', 'cast', (content) => content.writeUInt8(3, 0), ['void.json', 'station.db']],
    ['spoiled made cast', 'spoiled', (content) => content.writeUInt8(2, 0), ['void.json', 'station.db']],
    [
      'another text',
      'cast',
      (content) => content.writeUInt8((content[2_000] ?? 0) ^ 1, 2_000),
      ['station.db'],
    ],
  ])('%s: named on the board, and nothing is sealed', async (_what, state, change, named) => {
    const home = copyOf(countedHome);
    const before = storedBallots(tablesOf(home)).length;
    changeSlot(home, state, change);
    expect(storedBallots(tablesOf(home))).toHaveLength(before);
    const place = keep(openPlace(home));
    expect(place.board.state().damaged).toEqual(named);
    // the paper that was signed had other figures: even signed anew, nothing comes of it
    must(signMinutes(place));
    expect(await place.board.seal(BOTH)).toEqual({
      ok: false,
      error: { type: 'record-damaged', files: named },
    });
    expect(place.phase()).toBe('counted');
    expect(existsSync(pathOf(home, 'result.json'))).toBe(false);
    // the list that is handed out belongs to the slots or is none
    const list = place.counting.read('void.json');
    expect(list?.ok ? list.value : 'refused').toEqual(
      named.includes('void.json') ? 'refused' : wholeOf('void.json'),
    );
    expect(place.counting.read('sealed.bel')).toEqual({ ok: true, value: wholeOf('sealed.bel') });
  });
});

describe('while the public verifier reads what will be sealed', () => {
  test('a changed void list is put right, and the result names the list of the slots', async () => {
    const home = copyOf(countedHome);
    const place = keep(openPlace(home));
    writeFileSync(pathOf(home, 'void.json'), cutList());
    const sealing = place.board.seal(BOTH);
    writeFileSync(pathOf(home, 'void.json'), cutList());
    must(await sealing);
    expect(must(parseSignedResult(resultTextOf(place))).void_hash).toBe(
      fileHash(wholeOf('void.json').toString('utf8')),
    );
    expect(readFileSync(pathOf(home, 'void.json')).equals(wholeOf('void.json'))).toBe(true);
  });

  test('a changed result is refused by name; the next attempt seals', async () => {
    const home = copyOf(countedHome);
    const place = keep(openPlace(home));
    const path = pathOf(home, 'result.json');
    for (const [change, named] of [
      [(text: string) => text.replace('"abandoned":1', '"abandoned":0'), 'signed-file-signature-wrong'],
      [(text: string) => text.replace(/"held":\[[^\]]*\]/, '"held":["x"]'), 'signed-file-signature-wrong'],
      [() => '{}', 'signed-file-unreadable'],
    ] as const) {
      const sealing = place.board.seal(BOTH);
      const text = readFileSync(path, 'utf8');
      expect(change(text)).not.toBe(text);
      writeFileSync(path, change(text));
      const answer = await sealing;
      expect(answer).toMatchObject({
        ok: false,
        error: { type: 'record-not-right', findings: [{ rule: 'origin.result', fault: named }] },
      });
      expect(place.phase()).toBe('counted');
      expect(existsSync(path)).toBe(false);
      expect(place.board.signedResult()).toBeUndefined();
    }
    must(await place.board.seal(BOTH));
    expect(place.board.signedResult()).toEqual({ ok: true, value: wholeOf('result.json') });
  });

  test('an opened sum that was changed in the store contradicts the record, and is not sealed', async () => {
    const home = copyOf(countedHome);
    expect(replaceInPaper(home, 'outcome', '"counts":[[2,1,1,1]]', '"counts":[[1,2,1,1]]')).toBe(1);
    const place = keep(openPlace(home));
    // the paper that was signed had other figures
    expect(refusalOf(await place.board.seal(BOTH))).toBe('phase-refused');
    must(signMinutes(place));
    const field = (index: number) => expect.stringContaining(`figures.contests.0.options.${index}.votes: `);
    expect(await place.board.seal(BOTH)).toMatchObject({
      ok: false,
      error: {
        type: 'record-not-right',
        findings: [0, 1].map((index) => ({
          rule: 'origin.figures',
          fault: 'figure-not-of-record',
          sentence: { id: field(index), en: field(index) },
        })),
      },
    });
    expect(place.board.signedResult()).toBeUndefined();
    expect(existsSync(pathOf(home, 'result.json'))).toBe(false);
  });

  test('other acts go on; a figure that changed meanwhile is not sealed with the old ones', async () => {
    const place = keep(openPlace(copyOf(countedHome)));
    const { board } = place;
    let sealing = board.seal(BOTH);
    expect(board.state().phase).toBe('counted');
    must(writeHandCount(place, { ...agreeingHandCount(place), cardsReturned: 1, reason: 'Kartu terselip' }));
    expect(refusalOf(await sealing)).toBe('changed-while-sealing');
    must(signMinutes(place));
    sealing = board.seal(BOTH);
    must(writeFields(place, { ...QUIET_FIELDS, incidents: null }));
    expect(refusalOf(await sealing)).toBe('phase-refused');
    expect(board.state().phase).toBe('counted');
    // what stands there again is the paper that was signed
    must(writeFields(place, QUIET_FIELDS));
    must(await board.seal(BOTH));
    expect(must(parseSignedResult(resultTextOf(place))).figures.tokens.returned).toBe(1);
  });

  test('a second press gets the answer of the first, and one act is written', async () => {
    const home = copyOf(countedHome);
    const lan = await openOnLan(home);
    const { board } = lan.station.pollingPlace;
    // the second in the middle of the first: at the door PINs are looked at one request after the other
    const answers = await Promise.all([board.seal(BOTH), board.seal(BOTH), board.seal([])]);
    expect(answers.map(refusalOf)).toEqual(['accepted', 'accepted', 'phase-refused']);
    const press = () =>
      lan.tell('/api/board/command', { command: 'seal', confirmations: home.confirmed(BOTH) });
    expect(await press()).toMatchObject({ status: 409, refusal: 'phase-refused' });
    expect((await lan.ask('/api/record/result.json')).text).toBe(wholeOf('result.json').toString('utf8'));
    expect(lan.broken).toEqual([]);
    await lan.station.stop();
    expect(tablesOf(home)['act']?.filter((row) => row.includes('seal'))).toHaveLength(1);
  });

  test('a result that a power cut left behind is gone after the start, and was never handed out', () => {
    const home = copyOf(countedHome);
    writeFileSync(pathOf(home, 'result.json'), wholeOf('result.json'));
    const place = keep(openPlace(home));
    expect(existsSync(pathOf(home, 'result.json'))).toBe(false);
    expect(place.board.signedResult()).toBeUndefined();
  });
});
