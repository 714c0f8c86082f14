import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bitmap, showsRows } from '@bilik/devices';
import { logicTestScript } from '@bilik/election';
import { renderSahMark } from '@bilik/papers';
import { readCodeText } from '@bilik/transfer/signed-code';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readTestCards } from '../apps/cli/src/exercise/prepare.ts';
import type { LogicTestState, TestSlips } from '../apps/station/src/logic-test/logic-test.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { expectArchivable, pictureOf, squeezed } from '../packages/papers/test/paper-looks.ts';
import { readCodes } from '../packages/papers/test/read-code.ts';
import { must } from './support/answers.ts';
import { CHAIR, MEMBER, openPlace, signZeroReport } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';
import { openTestedBooth, type TestedBooth } from './support/tested-booths.ts';

const TWO = [CHAIR, MEMBER];
const textOf = (pdf: Uint8Array): string => new PdfReading(pdf).pages.join('');

let prepared: PreparedHome;
beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 4, booths: 2 });
});
afterAll(removeFolders);

/** Slips as the script wants them, with what differs. */
function slipsOf(
  home: PreparedHome,
  differs: (booth: number, option: string, votes: number) => number = () => 0,
): TestSlips[] {
  const place = openPlace(copyOf(home));
  const { definition } = place.place;
  place.close();
  const { expected } = logicTestScript({ contests: definition.contests, booths: 1 });
  return [1, 2].flatMap((booth) =>
    expected.flatMap(({ contest, options }) =>
      options.map(({ key, votes }) => ({
        booth,
        contest,
        option: key,
        votes: votes + differs(booth, key, votes),
      })),
    ),
  );
}

/** Every file below a folder, by its path. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('two booths, their printers and a station, by the calls of their pages', () => {
  let home: PreparedHome;
  let lan: StationOnLan;
  let booths: readonly TestedBooth[];
  const broken: string[] = [];
  beforeEach(async () => {
    home = copyOf(prepared);
    lan = await openOnLan(home);
    booths = await Promise.all(
      [1, 2].map((number) =>
        openTestedBooth(home, number, lan.station.url, ({ message }) => broken.push(message)),
      ),
    );
    return async () => {
      for (const booth of booths) await booth.stop();
      await lan.station.stop();
      expect([...broken.splice(0), ...lan.broken]).toEqual([]);
    };
  });
  const act = (body: object) =>
    lan.tell('/api/board/logic-test', { confirmations: home.confirmed(TWO), ...body });
  const state = async (): Promise<LogicTestState> => {
    const { value } = await lan.ask('/api/board/state');
    return (value as { logicTest: LogicTestState }).logicTest;
  };
  const serve = (what: 'a-test' | 'the-day') => Promise.all(booths.map((booth) => booth.serves(what)));
  /** Officers go through the cards of a booth, which may encrypt another option than it prints. */
  const castAt = async (
    number: number,
    { most = Number.POSITIVE_INFINITY, encrypts = (choice: number) => choice } = {},
  ) => {
    const { booths: scripts } = logicTestScript(lan.station.pollingPlace.place.definition);
    const ballots = scripts[number - 1]?.ballots.slice(0, most) ?? [];
    const cards = readTestCards(home.home)[number - 1]?.codes ?? [];
    const hashes: string[] = [];
    for (const [position, choices] of ballots.entries()) {
      const hash = await booths[number - 1]?.cast(cards[position] ?? '', choices, choices.map(encrypts));
      hashes.push(hash ?? '');
    }
    return hashes;
  };

  test('an honest place: everything matches, is on paper, and nothing of it stays but the figures', async () => {
    const sah = renderSahMark({ kind: 'exercise', widthDots: 576 });
    const uji = renderSahMark({ kind: 'exercise-test', widthDots: 576 });
    const bears = (mark: Bitmap) =>
      booths.flatMap(({ slips }) => slips).filter((slip) => showsRows(slip, mark));
    const [first] = booths;
    const code = readTestCards(home.home)[0]?.codes[0] ?? '';
    // before it begins a test card is no card
    expect(await first?.cast(code, [0])).toBe('foreign');
    expect((await act({ act: 'begin' })).refusal).toBe('accepted');
    await serve('a-test');
    expect(await first?.cast(prepared.codes[0] ?? '', [0])).toBe('foreign');

    const hashes = (await Promise.all([castAt(1), castAt(2)])).flat();
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(await state()).toMatchObject({
      state: 'under-way',
      script: 10,
      casts: [
        { booth: 1, casts: 10 },
        { booth: 2, casts: 10 },
      ],
    });
    expect(bears(sah)).toEqual([]);
    expect(bears(uji)).toHaveLength(20);
    expect((await lan.tell('/api/board/zero-report', {})).refusal).toBe('logic-test-under-way');

    expect((await act({ act: 'end', slips: slipsOf(home) })).refusal).toBe('accepted');
    await serve('the-day');
    expect(await state()).toMatchObject({
      state: 'none',
      isInTime: true,
      runs: 1,
      last: { isMatch: true, differences: [] },
      isErased: true,
    });
    expect(await first?.cast(code, [0])).toBe('foreign');

    const paper = await fetch(new URL('/papers/uji-hitung.pdf', lan.station.url), {
      headers: lan.usual('/'),
    });
    const reading = new PdfReading(new Uint8Array(await paper.arrayBuffer()));
    expectArchivable(reading);
    expect(reading.pages.join('')).toContain(squeezed('Hasil: SESUAI'));
    const [qr = ''] = await readCodes(pictureOf(reading.drawings[0] ?? []));
    expect(must(readCodeText(qr)).code.content).toMatchObject({ paper: 'logic-and-accuracy' });

    // the store of the day is as empty as before
    const { pollingPlace } = lan.station;
    must(signZeroReport(pollingPlace));
    expect(textOf(must(pollingPlace.zeroReport.paper()))).toContain(
      squeezed('Dilakukan pukul 09.40, sesuai (20 surat suara uji).'),
    );
    expect(pollingPlace.board.minutes().record.logicTest.runs).toHaveLength(1);
    expect((await act({ act: 'begin' })).refusal).toBe('logic-test-too-late');
    expect((await act({ act: 'skip', reason: 'Terlambat' })).refusal).toBe('logic-test-too-late');
    // no ballot, card or key of it lies anywhere in the station's roots
    const keys = filesBelow(home.home.station).filter((file) => file.endsWith('test-secrets.json'));
    expect(keys).toEqual([]);
    expect(existsSync(join(home.home.station, 'logic-test'))).toBe(false);
    const everything = [home.home.station, home.home.stationSecond].flatMap(filesBelow);
    for (const file of everything) {
      const bytes = readFileSync(file);
      for (const hash of hashes) {
        expect(bytes.includes(hash) || bytes.includes(Buffer.from(hash, 'hex')), file).toBe(false);
      }
    }
  });

  test('a board at which nobody typed a PIN cannot take the test away: it is owed until it matched or two people say why not', async () => {
    const prepare = async () => (await lan.tell('/api/board/zero-report', {})).refusal;
    const keys = () => filesBelow(home.home.station).filter((file) => file.endsWith('test-secrets.json'));
    expect(await prepare()).toBe('logic-test-owed');
    expect(keys()).toHaveLength(1);

    // one that was carried out and differed is owed again
    expect((await act({ act: 'begin' })).refusal).toBe('accepted');
    expect((await act({ act: 'end', slips: slipsOf(home) })).refusal).toBe('accepted');
    expect((await state()).last?.isMatch).toBe(false);
    expect(await prepare()).toBe('logic-test-owed');
    expect(await state()).toMatchObject({ state: 'none', isInTime: true });

    const skip = { act: 'skip', reason: 'Waktunya tidak cukup.' };
    const alone = { ...skip, confirmations: home.confirmed([CHAIR]) };
    expect((await lan.tell('/api/board/logic-test', alone)).refusal).toBe('phase-refused');
    expect(await prepare()).toBe('logic-test-owed');
    expect((await act(skip)).refusal).toBe('accepted');
    expect(await prepare()).toBe('accepted');
    expect(keys()).toEqual([]);
  });

  test('planted: a booth that prints A and encrypts B is found and named', async () => {
    await act({ act: 'begin' });
    await serve('a-test');
    // the first three ballots of its script; nobody votes at booth 1
    await castAt(2, { most: 3, encrypts: (choice) => (choice === 0 ? 1 : choice) });
    const uncast = (booth: number, option: string, votes: number) =>
      booth === 1 || option === 'c3' || option === 'blank' ? -votes : 0;
    expect((await act({ act: 'end', slips: slipsOf(home, uncast) })).refusal).toBe('accepted');
    const { last } = await state();
    expect(last?.isMatch).toBe(false);
    // at booth 1 no card was used; at booth 2 one option has too many, so that what is missing elsewhere may be a swap
    expect(last?.unused).toEqual([{ booth: 1, used: 0 }]);
    expect(
      last?.differences.filter(({ booth, fault }) => booth === 2 && fault !== 'takes-other'),
    ).toMatchObject([
      { booth: 2, key: 'c1', expected: 1, counted: 0, slips: 1, fault: 'encrypts-other' },
      { booth: 2, key: 'c2', expected: 2, counted: 3, slips: 2, fault: 'encrypts-other' },
    ]);
    const { pollingPlace } = lan.station;
    const paper = textOf(pollingPlace.tablePapers.logicTest() ?? new Uint8Array());
    expect(paper).toContain(squeezed('Hasil: TIDAK SESUAI'));
    expect(paper).toContain(squeezed('Bilik 2, Kepala Desa'));
    expect(paper).toContain(squeezed('Bilik ini mengenkripsi lain dari yang dicetaknya.'));
    // nothing waits for it
    must(signZeroReport(pollingPlace));
    expect(textOf(must(pollingPlace.zeroReport.paper()))).toContain(squeezed('TIDAK SESUAI'));
    must(pollingPlace.board.command('prove_zero', [CHAIR]));
    must(pollingPlace.board.command('open', TWO));
  });
});
