import { expect, test } from 'vitest';
import { defaultRulePack } from '../src/default-rule-pack.ts';
import { tps01, tps03, tps04 } from '../src/fixtures/index.ts';
import { assembleMinutes } from '../src/minutes.ts';
import type { MinutesRecord } from '../src/minutes-record.ts';
import { rulePackSchema } from '../src/rule-pack.ts';
import { demakRulePack, slemanRulePack } from '../src/rule-pack-variants.ts';
import { assembleVillageMinutes } from '../src/village-minutes.ts';
import { type PlaceLine, villageOf } from './village.ts';

const minutes = assembleMinutes(tps01);
const withRecord = (changes: Partial<MinutesRecord>) =>
  assembleMinutes({ ...tps01, record: { ...tps01.record, ...changes } });
const missing = (changes: Partial<MinutesRecord>) => withRecord(changes).missing.map(({ field }) => field);

test('the minutes of TPS 01 carry every figure, electronic and slip counts side by side, in ballot order', () => {
  expect(minutes.kind).toBe('exercise');
  expect(minutes.contests).toMatchObject([
    {
      contest: 'kepala-desa',
      options: [
        { key: 'c1', label: { id: '1. Hasan Basri' }, votes: 4, basisPoints: 6667, slips: 4 },
        { key: 'c2', label: { id: '2. Sri Wahyuni' }, votes: 2, basisPoints: 3333, slips: 2 },
        { key: 'c3', label: { id: '3. Zainal Abidin' }, votes: 0, basisPoints: 0, slips: 0 },
        { key: 'blank', label: { id: 'Suara kosong' }, votes: 1, basisPoints: null, slips: 1 },
      ],
      totals: [
        { key: 'valid', value: 6 },
        { key: 'invalid', value: 1 },
        { key: 'total', value: 7 },
      ],
    },
  ]);
  expect(minutes.attendance.map(({ key, men, women, total }) => [key, men, women, total])).toEqual([
    ['registered', 5, 5, 10],
    ['checkIns.DPT', 4, 4, 8],
    ['checkIns.added', 0, 0, 0],
    ['users', null, null, 8],
    ['abandoned', null, null, 1],
    ['casts', null, null, 7],
  ]);
  expect(minutes.turnoutBasisPoints).toBe(8000);
  expect(minutes.tokens.map(({ value }) => value)).toEqual([12, 9, 7, 1, 1]);
  expect(minutes.slips.map(({ value }) => value)).toEqual([8, 1, 7]);
  expect([minutes.held, minutes.slipVerdict.action, minutes.documentNumber]).toEqual([false, 'agree', null]);
});

test('the minutes carry what the result tells of how people voted, and nothing of it while somebody can still vote', () => {
  const [contest] = tps01.figures.contests;
  if (contest === undefined) throw new Error('fixture changed');
  const codes = (casts: number, votes: readonly number[], record: Partial<MinutesRecord> = {}) =>
    assembleMinutes({
      ...tps01,
      figures: {
        ...tps01.figures,
        casts,
        contests: [
          {
            ...contest,
            options: contest.options.map((option, index) => ({ ...option, votes: votes[index] ?? 0 })),
          },
        ],
      },
      record: { ...tps01.record, ...record },
    }).secrecyWarnings.map((warning) => warning.code);
  expect(codes(40, [30, 10, 0, 0])).toEqual([]);
  expect(codes(40, [40, 0, 0, 0])).toEqual(['unanimous']);
  expect(codes(40, [0, 0, 0, 40])).toEqual(['unanimous']);
  expect(codes(7, [4, 2, 0, 1])).toEqual(['few-casts']);
  expect(codes(7, [0, 7, 0, 0])).toEqual(['few-casts', 'unanimous']);
  expect(codes(7, [0, 7, 0, 0], { closedAt: null })).toEqual([]);
});

test('signatures stay blank: chair and members must sign, witnesses may, each with the candidate they stand for', () => {
  expect(minutes.signatures.map(({ role, name, required }) => [role, name, required])).toEqual([
    ['chair', 'Rahmat Hidayat', true],
    ['member', 'Lina Sari', true],
    ['member', 'Joko Susilo', true],
    ['witness', 'Saksi Nomor 1', false],
    ['witness', 'Saksi Nomor 2', false],
    ['witness', 'Saksi Nomor 3', false],
  ]);
  expect(minutes.signatures[4]?.represents).toBe('2. Sri Wahyuni');
  expect(
    withRecord({ witnessesPresent: ['saksi-3'], boardPresent: ['ketua', 'anggota-2'] }).signatures.map(
      ({ name }) => name,
    ),
  ).toEqual(['Rahmat Hidayat', 'Joko Susilo', 'Saksi Nomor 3']);
});

test('a polling place never names a winner', () => {
  const { definition: _definition, ...rest } = minutes;
  expect(JSON.stringify(rest)).not.toMatch(/winner|pemenang|terpilih|elected/i);
});

test('a sum that fails is shown with both sides and holds the record; nothing is repaired', () => {
  const held = assembleMinutes(tps04);
  expect(held.held).toBe(true);
  expect(held.sums.filter(({ verdict }) => verdict === 'fails')).toMatchObject([
    { id: 'users-are-casts-and-abandoned', left: 8, right: 9 },
  ]);
  expect(held.attendance.find(({ key }) => key === 'abandoned')?.total).toBe(2);
});

test('a place where nobody came still has minutes, without dividing by nothing', () => {
  const empty = assembleMinutes(tps03);
  expect(empty.contests[0]?.options.map(({ basisPoints }) => basisPoints)).toEqual([null, null, null, null]);
  expect(empty.turnoutBasisPoints).toBe(0);
});

/** What the station notes by itself: there is nothing to fill in. */
const NOTED: readonly string[] = [
  'earlyActs',
  'sealedRecordHash',
  'caseAnswers',
  'abandonments',
  'extensions',
  'notedIncidents',
  'queueAdmissions',
  'checkedInLate',
  'mobileTrips',
  'mediaEpochs',
  'handCounts',
  'wrongPins',
  'mandates',
  'selfTest',
  'logicTest',
];
const FIELDS = (Object.keys(tps01.record) as readonly (keyof MinutesRecord)[]).filter(
  (field) => !NOTED.includes(field),
);

test.each(FIELDS)('an empty "%s" blocks sealing, and says what to fill in', (field) => {
  const blocked = withRecord({ [field]: null });
  expect(blocked.missing.map((one) => one.field)).toEqual([field]);
  expect(blocked.missing[0]?.sentence.id.length).toBeGreaterThan(10);
});

test('declaring that there was none is not the same as leaving it empty', () => {
  expect(minutes.missing).toEqual([]);
  expect(missing({ incidents: [], objections: [], restarts: [], witnessesPresent: [] })).toEqual([]);
  expect(missing({ incidents: null, objections: null })).toEqual(['incidents', 'objections']);
});

test('the chair, two members and k trustees must have been there', () => {
  expect(missing({ boardPresent: [] })).toEqual(['boardPresent']);
  expect(missing({ boardPresent: ['anggota-1', 'anggota-2'] })).toEqual(['boardPresent']);
  expect(missing({ boardPresent: ['ketua', 'anggota-1'] })).toEqual(['boardPresent']);
  expect(missing({ boardPresent: ['ketua', 'anggota-1', 'anggota-1'] })).toEqual(['boardPresent']);
  expect(missing({ trusteesPresent: ['pemegang-1'] })).toEqual(['trusteesPresent']);
  expect(missing({ trusteesPresent: ['pemegang-1', 'pemegang-1'] })).toEqual(['trusteesPresent']);
  expect(missing({ trusteesPresent: ['pemegang-1', 'orang-lain'] })).toEqual(['trusteesPresent']);
  const bySlips = assembleMinutes({
    ...tps01,
    figures: { ...tps01.figures, resultSource: 'slip-count' },
    record: { ...tps01.record, trusteesPresent: [] },
  });
  expect(bySlips.missing).toEqual([]);
  expect(bySlips.resultSourceText.id).toContain('hitungan tangan');
});

test('the slip box is counted before sealing, unless the rule pack leaves it to the audit', () => {
  const uncounted = { ...tps01, figures: { ...tps01.figures, slipBox: null } };
  expect(assembleMinutes(uncounted).missing.map(({ field }) => field)).toEqual(['slipBox']);
  const byAudit = rulePackSchema.parse({
    ...defaultRulePack,
    settings: { ...defaultRulePack.settings, slipBoxCount: { value: 'by-audit', certainty: 'D', cites: [] } },
  });
  const later = assembleMinutes({ ...uncounted, rulePack: byAudit });
  expect(later.missing).toEqual([]);
  expect(later.slipVerdict.action).toBe('not-counted-yet');
  expect(later.contests[0]?.options.map(({ slips }) => slips)).toEqual([null, null, null, null]);
});

test('figures of a contest that the definition does not know are a bug, not a page', () => {
  const [contest] = tps01.figures.contests;
  if (contest === undefined) throw new Error('fixture changed');
  expect(() =>
    assembleMinutes({
      ...tps01,
      figures: { ...tps01.figures, contests: [{ ...contest, contest: 'bupati' }] },
    }),
  ).toThrow();
});

const demak: readonly PlaceLine[] = [
  { registered: 591, votes: [151, 170, 3], users: 324 },
  { registered: 566, votes: [170, 151, 2], users: 325 },
];

test('the village names the winner, with places side by side, coverage, computed shares and every step in writing', () => {
  const village = assembleVillageMinutes({ ...villageOf(2, demak), rulePack: demakRulePack, kind: 'real' });
  if (!village.ok) throw new Error('refused');
  expect(village.value).toMatchObject({
    kind: 'real',
    coverage: { given: 2, expected: 2 },
    registered: 1157,
    users: 649,
    turnoutBasisPoints: 5609,
    outcome: { type: 'winner', candidate: 2, afterTie: true },
    outcomeText: { id: 'Calon terpilih: nomor urut 2.' },
  });
  expect(village.value.totals.map(({ votes, basisPoints }) => [votes, basisPoints])).toEqual([
    [321, 5000],
    [321, 5000],
    [5, null],
  ]);
  expect(village.value.places.map(({ place }) => place)).toEqual(['16.07.01.2901-001', '16.07.01.2901-002']);
  expect(village.value.citations.map(({ id }) => id)).toContain('demak-tie');
});

test('the words of a village fit each outcome; results that do not belong together make no minutes', () => {
  const text = (
    candidates: number,
    lines: readonly PlaceLine[],
    change: object = {},
    rulePack = demakRulePack,
  ) => {
    const village = assembleVillageMinutes({
      ...villageOf(candidates, lines),
      rulePack,
      kind: 'exercise',
      ...change,
    });
    return village.ok ? village.value.outcomeText.en : village.error.map(({ type }) => type).join();
  };
  const columnRule = rulePackSchema.parse({
    ...defaultRulePack,
    settings: {
      ...defaultRulePack.settings,
      emptyColumnWin: { value: 'more-than-column', certainty: 'D', cites: [] },
    },
  });
  const secondRound = rulePackSchema.parse({
    ...slemanRulePack,
    settings: {
      ...slemanRulePack.settings,
      ties: {
        value: [{ step: 'second-round', withinDays: 7, certainty: 'D', cites: [] }],
        certainty: 'D',
        cites: [],
      },
    },
  });
  expect(text(1, [{ registered: 9, votes: [1, 2, 0] }], {}, columnRule)).toBe(
    'The single candidate is not elected.',
  );
  expect(text(2, [{ registered: 9, votes: [4, 4, 0] }], {}, secondRound)).toBe(
    'Second round: candidates 1, 2.',
  );
  expect(text(2, [{ registered: 9, votes: [4, 4, 0] }])).toBe(
    'The rules do not decide; the committee decides with minutes.',
  );
  expect(text(2, demak, { results: villageOf(2, demak).results.slice(1) })).toBe(
    'The result is not complete; no winner can be named yet.',
  );
  expect(text(2, demak, { expected: ['16.07.01.2901-001'] })).toBe('unexpected-place');
});
