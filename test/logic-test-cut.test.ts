import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBallotMaker, parseElection } from '@bilik/ballot';
import { logicTestScript } from '@bilik/election';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readTestCards } from '../apps/cli/src/exercise/prepare.ts';
import type { TestSlips } from '../apps/station/src/logic-test/logic-test.ts';
import { openPollingPlace } from '../apps/station/src/open-polling-place.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { squeezed } from '../packages/papers/test/paper-looks.ts';
import { must, refusalOf } from './support/answers.ts';
import { CHAIR, MEMBER, openPlace, openPolls, signZeroReport } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';

const TWO = [CHAIR, MEMBER];
let prepared: PreparedHome;
let home: PreparedHome;
let place: PollingPlace;
beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 4, booths: 2 });
});
beforeEach(() => {
  home = copyOf(prepared);
  place = openPlace(home);
  return () => place.close();
});
afterAll(removeFolders);

/** The power goes and comes back. */
const restart = (): void => {
  place.close();
  place = openPlace(home);
};
const inHome = (name: string): string => join(home.home.station, name);
const zeroPaper = (): string => {
  must(signZeroReport(place));
  return new PdfReading(must(place.zeroReport.paper())).pages.join('');
};

/** Seals and confirms a test ballot; its case stays open until `finish`. */
function castTest(booth: number, index: number): { finish: () => void } {
  const service = place.boothService();
  const election = must(parseElection(service.electionText, { groups: [group] }));
  const maker = openBallotMaker(election, random);
  must(maker.readCard(readTestCards(home.home)[booth - 1]?.codes[index] ?? ''));
  const ballot = maker.make([0]);
  must(service.casting.seal(booth, ballot.text));
  must(service.casting.confirm(booth, ballot.hash));
  return {
    finish() {
      const said = 'by-printer' as const;
      const slip = 'sah-in-box' as const;
      const word = { booth, hash: ballot.hash, slip, slipsPrinted: 1, said };
      must(place.boothService().interruptedCases.end(word));
    },
  };
}

function slipsOf(votes: (option: string) => number): TestSlips[] {
  const { definition } = place.place;
  return [1, 2].flatMap((booth) =>
    logicTestScript(definition).expected.flatMap(({ contest, options }) =>
      options.map(({ key }) => ({ booth, contest, option: key, votes: booth === 1 ? votes(key) : 0 })),
    ),
  );
}

test('a cut in the middle: the next start says so, serves the day, and going on or erasing is one choice', () => {
  must(place.logicTest.begin(TWO));
  const open = castTest(1, 0);
  const run = place.boothService().logicTest;
  expect(run).toMatch(/^[0-9a-f]{16}$/);
  restart();
  expect(place.logicTest.state()).toMatchObject({
    state: 'interrupted',
    casts: [{ casts: 1 }, { casts: 0 }],
  });
  expect(place.boothService().logicTest).toBeNull();
  expect(refusalOf(place.zeroReport.prepare())).toBe('logic-test-under-way');
  expect(refusalOf(place.logicTest.end({ people: TWO, slips: [] }))).toBe('logic-test-not-under-way');

  must(place.logicTest.goOn(TWO));
  // the same test, and the same booth is asked for the slip that hangs
  expect(place.boothService().logicTest).toBe(run);
  expect(place.boothService().boothCase(1)).toMatchObject({ state: 'cast' });
  expect(place.logicTest.end({ people: TWO, slips: slipsOf(() => 0) })).toMatchObject({
    error: { type: 'logic-test-case-open', booths: [1] },
  });
  open.finish();

  restart();
  must(place.logicTest.erase(TWO));
  expect(place.logicTest.state()).toMatchObject({ state: 'none', runs: 0, last: null, isErased: true });
  expect(existsSync(inHome('logic-test'))).toBe(false);
  // the same cards are good for a new one, under another name
  must(place.logicTest.begin(TWO));
  expect(place.boothService().logicTest).not.toBe(run);
  castTest(1, 0).finish();
});

test('what a cut leaves while a test begins or is erased is gone at the next start', () => {
  must(place.logicTest.begin(TWO));
  place.close();
  renameSync(inHome('logic-test'), inHome('logic-test.erasing'));
  mkdirSync(join(inHome('logic-test'), 'first', 'store'), { recursive: true });
  writeFileSync(join(inHome('logic-test'), 'first', 'store', 'station.db'), 'half');
  place = openPlace(home);
  expect(place.logicTest.state()).toMatchObject({ state: 'none', isErased: true });
  for (const name of ['logic-test', 'logic-test.erasing']) expect(existsSync(inHome(name))).toBe(false);
});

test('what is decided when: people, slips, the zero report; keys that were erased stay erased over a restart', () => {
  expect(refusalOf(place.logicTest.begin([CHAIR]))).toBe('phase-refused');
  expect(refusalOf(place.logicTest.begin([CHAIR, CHAIR]))).toBe('same-person-twice');
  expect(refusalOf(place.logicTest.begin([CHAIR, 'teknisi']))).toBe('phase-refused');
  must(place.logicTest.begin(TWO));
  expect(refusalOf(place.logicTest.begin(TWO))).toBe('logic-test-under-way');
  expect(refusalOf(place.logicTest.end({ people: TWO, slips: slipsOf(() => 0).slice(1) }))).toBe(
    'logic-test-slips-incomplete',
  );
  castTest(1, 0).finish();
  // one ballot of twenty, and its slip went astray: everything that differs is named
  must(place.logicTest.end({ people: TWO, slips: slipsOf(() => 0) }));
  const { last } = place.logicTest.state();
  expect(last?.differences.map(({ booth, key, fault }) => `${booth} ${key} ${fault}`)).toEqual([
    '1 c1 prints-other',
    ...['c2', 'c3', 'blank'].map((key) => `1 ${key} cards-unused`),
    ...['c1', 'c2', 'c3', 'blank'].map((key) => `2 ${key} cards-unused`),
  ]);
  // a booth with nothing but cards left over is told in one line
  expect(last?.unused).toEqual([{ booth: 2, used: 0 }]);
  const secrets = inHome(join('place', 'test-secrets.json'));
  expect(existsSync(secrets)).toBe(true);
  const text = zeroPaper();
  expect(text).toContain(squeezed('TIDAK SESUAI'));
  expect(text).toContain(squeezed('Alasannya tidak dicatat.'));
  expect(existsSync(secrets)).toBe(false);
  restart();
  expect(place.logicTest.state()).toMatchObject({ isInTime: false, runs: 1 });
  for (const act of [place.logicTest.begin, place.logicTest.goOn, place.logicTest.erase]) {
    expect(['logic-test-too-late', 'logic-test-not-under-way']).toContain(refusalOf(act(TWO)));
  }
  // any other member that is gone is still no place
  place.close();
  renameSync(inHome(join('place', 'test-trustees.json')), inHome('aside.json'));
  const refused = openPollingPlace({
    home: home.home.station,
    second: home.home.stationSecond,
    group,
    now: () => 0,
    elapsedMs: () => 0,
    software: place.software,
  });
  expect(refused).toMatchObject({ ok: false, error: { file: 'test-trustees.json' } });
  renameSync(inHome('aside.json'), inHome(join('place', 'test-trustees.json')));
  place = openPlace(home);
});

test('without the test the polls open; the reason, or that there was none, is on paper', () => {
  const reason = 'Kartu uji tidak ikut dikirim.';
  expect(refusalOf(place.logicTest.skip({ people: [MEMBER, 'anggota-2'], reason }))).toBe('phase-refused');
  must(place.logicTest.skip({ people: TWO, reason }));
  const text = zeroPaper();
  expect(text).toContain(squeezed('Uji hitung Tidak dilakukan.'));
  expect(text).toContain(squeezed('Kartu uji tidak ikut dikirim.'));
  must(place.board.command('prove_zero', [CHAIR]));
  must(place.board.command('open', TWO));
  expect(place.board.minutes().record.logicTest).toMatchObject({ runs: [], skipped: { reason } });
});

test('where nobody said anything, the polls open all the same', () => {
  openPolls(place);
  expect(place.board.minutes().record.logicTest).toEqual({ runs: [], skipped: null });
});

test('nothing of a test is taken as the election: its object names no polling place', () => {
  place.close();
  const folder = inHome('place');
  const swapped = readFileSync(join(folder, 'test-election.json'), 'utf8');
  expect(JSON.parse(swapped)).toMatchObject({ bilik: { polling_place: expect.stringMatching(/\/UJI$/) } });
  writeFileSync(join(folder, 'election.json'), swapped);
  expect(() => openPlace(home)).toThrow('place-file-changed');
  writeFileSync(
    join(folder, 'election.json'),
    readFileSync(join(prepared.home.station, 'place', 'election.json')),
  );
  place = openPlace(home);
});
