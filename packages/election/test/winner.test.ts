import { expect, test } from 'vitest';
import { defaultRulePack } from '../src/default-rule-pack.ts';
import { tps02, tps03 } from '../src/fixtures/index.ts';
import { type RulePack, rulePackSchema } from '../src/rule-pack.ts';
import {
  demakRulePack,
  hamletRulePack,
  ngawiRulePack,
  secondRoundRulePack,
  slemanRulePack,
} from '../src/rule-pack-variants.ts';
import { decideVillage, type VillageInput } from '../src/winner.ts';
import { type PlaceLine, villageOf } from './village.ts';

const pack = (changes: Partial<Record<keyof RulePack['settings'], unknown>>): RulePack =>
  rulePackSchema.parse({ ...defaultRulePack, settings: { ...defaultRulePack.settings, ...changes } });
const guess = (value: unknown) => ({ value, certainty: 'D', cites: [] });

function decide(rulePack: RulePack, candidates: number, lines: readonly PlaceLine[]) {
  return decideInput({ ...villageOf(candidates, lines), rulePack });
}

function decideInput(input: VillageInput) {
  const decided = decideVillage(input);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

/** The keys of the steps, in order: how the result was reached. */
const keys = (outcome: ReturnType<typeof decide>) =>
  outcome.steps.map(({ key }) => key.replace('winner.', ''));

test('most votes among the valid votes win; blank votes never do', () => {
  const outcome = decide(defaultRulePack, 2, [
    { registered: 100, votes: [20, 21, 50] },
    { registered: 100, votes: [30, 10, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'winner', candidate: 1, votes: 50, afterTie: false });
  expect(keys(outcome)).toEqual(['totals', 'mostVotes']);
  expect(outcome.steps[0]?.sentence.id).toBe(
    'Jumlah suara dari 2 TPS: 1. A: 50; 2. B: 31; Suara kosong: 50.',
  );
  expect(outcome.steps[1]?.cites).toEqual(['most-valid-votes']);
});

test('no winner is named before every polling place is in', () => {
  const { contest, expected, results } = villageOf(2, [
    { registered: 100, votes: [90, 0, 0] },
    { registered: 50, votes: [0, 1, 0] },
  ]);
  const outcome = decideInput({ contest, expected, results: results.slice(1), rulePack: defaultRulePack });
  expect(outcome).toMatchObject({ type: 'incomplete', missing: ['16.07.01.2901-001'] });
  expect(outcome.steps[0]?.sentence.en).toContain('TPS 1');
});

test('T1, Demak: 321 votes each; TPS 1 with 591 registered decides over TPS 2 with 566', () => {
  const outcome = decide(demakRulePack, 2, [
    { registered: 591, votes: [151, 170, 3] },
    { registered: 566, votes: [170, 151, 2] },
  ]);
  expect(outcome).toMatchObject({ type: 'winner', candidate: 2, votes: 321, afterTie: true });
  expect(keys(outcome)).toEqual(['totals', 'tie', 'largestUnit', 'afterTie']);
  expect(outcome.steps[2]?.sentence.id).toBe(
    'Dengan 591 pemilih terdaftar, TPS 1 (1: 151, 2: 170): calon nomor 2 (B) lebih banyak.',
  );
  expect(outcome.steps[2]?.cites).toEqual(['demak-tie']);
});

test('T1, Ngawi: the place with 1,100 registered decides over the one with 950', () => {
  const outcome = decide(ngawiRulePack, 2, [
    { registered: 950, votes: [400, 300, 0] },
    { registered: 1100, votes: [450, 550, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'winner', candidate: 2 });
});

const tiedInLargest: readonly PlaceLine[] = [
  { registered: 300, votes: [50, 50, 0] },
  { registered: 200, votes: [20, 30, 0] },
  { registered: 100, votes: [30, 20, 0] },
];

test('T1 tied inside the largest place: the next largest decides where the pack says so, else people do', () => {
  const next = decide(demakRulePack, 2, tiedInLargest);
  expect(next).toMatchObject({ type: 'winner', candidate: 2 });
  expect(keys(next)).toEqual(['totals', 'tie', 'largestUnit', 'largestUnit', 'afterTie']);
  const strict = decide(ngawiRulePack, 2, tiedInLargest);
  expect(strict).toMatchObject({ type: 'people-decide', why: 'tie-steps-exhausted', among: [1, 2] });
});

test('T1 with three tied: who is behind in the largest place falls out, the next largest decides among the rest', () => {
  const outcome = decide(demakRulePack, 3, [
    { registered: 300, votes: [40, 40, 20, 0] },
    { registered: 200, votes: [10, 20, 30, 0] },
    { registered: 100, votes: [20, 10, 20, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'winner', candidate: 2, votes: 70 });
});

test('two places share the largest size: they decide together only when they agree', () => {
  const agree = decide(demakRulePack, 2, [
    { registered: 300, votes: [41, 40, 0] },
    { registered: 300, votes: [31, 30, 0] },
    { registered: 100, votes: [10, 12, 0] },
  ]);
  expect(agree).toMatchObject({ type: 'winner', candidate: 1 });
  const disagree = decide(demakRulePack, 2, [
    { registered: 300, votes: [41, 40, 0] },
    { registered: 300, votes: [30, 31, 0] },
    { registered: 100, votes: [50, 50, 0] },
  ]);
  expect(disagree).toMatchObject({ type: 'people-decide', why: 'tie-steps-exhausted', among: [1, 2] });
  expect(keys(disagree)).toContain('equalUnitsDisagree');
});

test('T1 tied in every place: people decide, with minutes', () => {
  const outcome = decide(demakRulePack, 2, [
    { registered: 300, votes: [40, 40, 1] },
    { registered: 200, votes: [9, 9, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'people-decide', why: 'tie-steps-exhausted', among: [1, 2] });
  expect(outcome.steps.at(-1)?.sentence.id).toContain('tidak diundi dan tidak menurut nomor');
});

test('T2: in a village with one place the residence area with most voters decides', () => {
  const outcome = decide(hamletRulePack, 2, [
    {
      registered: 400,
      votes: [100, 100, 2],
      areas: [
        ['Dusun I', 180, [60, 30, 1]],
        ['Dusun II', 220, [40, 70, 1]],
      ],
    },
  ]);
  expect(outcome).toMatchObject({ type: 'winner', candidate: 2 });
  expect(outcome.steps[2]?.sentence.id).toContain('Dusun II (1: 40, 2: 70)');
});

test('T2 without figures by area, or with an area too small to be opened: people decide', () => {
  const without = decide(hamletRulePack, 2, [{ registered: 400, votes: [100, 100, 2] }]);
  expect(without).toMatchObject({ type: 'people-decide', why: 'figures-missing', among: [1, 2] });
  const small = decide(hamletRulePack, 2, [
    {
      registered: 400,
      votes: [100, 100, 0],
      areas: [
        ['Dusun I', 360, [90, 85, 0]],
        ['Dusun II', 40, [10, 15, 0]],
      ],
    },
  ]);
  expect(small).toMatchObject({ type: 'people-decide', why: 'figures-missing' });
});

test('an area with exactly the least number of casts may be looked at', () => {
  const outcome = decide(hamletRulePack, 2, [
    {
      registered: 400,
      votes: [50, 50, 0],
      areas: [
        ['Dusun I', 100, [14, 16, 0]],
        ['Dusun II', 300, [36, 34, 0]],
      ],
    },
  ]);
  expect(outcome).toMatchObject({ type: 'winner', candidate: 1 });
});

test('areas that reach over several places are summed, voters and votes, before the largest is looked for', () => {
  const step = {
    step: 'largest-tally-area',
    whenTiedInside: 'end-step',
    onlySinglePollingPlace: false,
    minimumCasts: 1,
    certainty: 'D',
    cites: [],
  };
  const outcome = decide(pack({ ties: guess([step]) }), 2, [
    {
      registered: 350,
      votes: [60, 40, 0],
      areas: [
        ['Dusun I', 150, [10, 30, 0]],
        ['Dusun II', 200, [50, 10, 0]],
      ],
    },
    {
      registered: 160,
      votes: [40, 60, 0],
      areas: [
        ['Dusun I', 150, [30, 59, 0]],
        ['Dusun II', 10, [10, 1, 0]],
      ],
    },
  ]);
  expect(outcome).toMatchObject({ type: 'winner', candidate: 2 });
  expect(outcome.steps[2]?.values).toMatchObject({ registered: 300, units: 'Dusun I (1: 40, 2: 89)' });
});

test('places of equal size that leave different people tied do not decide', () => {
  const outcome = decide(demakRulePack, 3, [
    { registered: 300, votes: [40, 40, 30, 0] },
    { registered: 300, votes: [40, 30, 40, 0] },
    { registered: 100, votes: [10, 20, 20, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'people-decide', among: [1, 2, 3] });
  expect(keys(outcome)).toContain('equalUnitsDisagree');
});

test('T2 is for one place only: with several it does not apply', () => {
  const outcome = decide(hamletRulePack, 2, [
    { registered: 300, votes: [40, 30, 0] },
    { registered: 200, votes: [10, 20, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'people-decide', why: 'tie-steps-exhausted' });
  expect(keys(outcome)).toEqual(['totals', 'tie', 'stepDoesNotApply', 'peopleDecide']);
});

test('the default: several places by T1, one place by T2', () => {
  expect(
    decide(defaultRulePack, 2, [
      { registered: 591, votes: [151, 170, 0] },
      { registered: 566, votes: [170, 151, 0] },
    ]),
  ).toMatchObject({ candidate: 2 });
  const [contest] = tps02.definition.contests;
  if (contest === undefined) throw new Error('fixture changed');
  const outcome = decideInput({
    contest,
    expected: [tps02.figures.place],
    results: [
      {
        place: tps02.figures.place,
        registered: 10,
        users: 7,
        options: tps02.figures.contests[0]?.options ?? [],
        areas: null,
      },
    ],
    rulePack: defaultRulePack,
  });
  expect(outcome).toMatchObject({ type: 'people-decide', why: 'figures-missing', among: [1, 2] });
  expect(keys(outcome)).toEqual(['totals', 'tie', 'stepDoesNotApply', 'figuresMissing', 'peopleDecide']);
});

test('T3, Sleman: more places won; when equal, the largest place', () => {
  const sleman = pack({
    ties: guess(slemanRulePack.settings.ties.value.map((step) => ({ ...step, cites: [] }))),
  });
  const moreWon = decide(sleman, 2, [
    { registered: 500, votes: [70, 100, 0] },
    { registered: 200, votes: [60, 50, 0] },
    { registered: 100, votes: [40, 20, 0] },
  ]);
  expect(moreWon).toMatchObject({ type: 'winner', candidate: 1 });
  expect(keys(moreWon)).toEqual(['totals', 'tie', 'unitsWon', 'afterTie']);
  const equal = decide(sleman, 2, [
    { registered: 500, votes: [70, 100, 0] },
    { registered: 200, votes: [80, 50, 0] },
  ]);
  expect(equal).toMatchObject({ type: 'winner', candidate: 2 });
  expect(keys(equal)).toEqual(['totals', 'tie', 'unitsWon', 'largestUnit', 'afterTie']);
});

test('T3: a place is won only against every candidate, not only among the tied', () => {
  const sleman = pack({
    ties: guess([
      { step: 'more-units-won', unit: 'polling-place', minimumCasts: 1, certainty: 'D', cites: [] },
    ]),
  });
  const outcome = decide(sleman, 3, [
    { registered: 300, votes: [30, 20, 40, 0] },
    { registered: 200, votes: [20, 31, 0, 0] },
    { registered: 100, votes: [11, 10, 0, 0] },
    { registered: 100, votes: [0, 0, 1, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'people-decide', among: [1, 2] });
  expect(outcome.steps[2]?.values).toMatchObject({ won: '1: 1, 2: 1' });
});

test('T4: wider area, then a second round among the tied within seven days', () => {
  const areas = (one: readonly number[], two: readonly number[], three: readonly number[]): PlaceLine => ({
    registered: 600,
    votes: [0, 1, 2].map((at) => (one[at] ?? 0) + (two[at] ?? 0) + (three[at] ?? 0)),
    areas: [
      ['Dusun I', 200, one],
      ['Dusun II', 200, two],
      ['Dusun III', 200, three],
    ],
  });
  expect(decide(secondRoundRulePack, 2, [areas([60, 40, 0], [50, 40, 0], [30, 60, 0])])).toMatchObject({
    type: 'winner',
    candidate: 1,
  });
  expect(decide(secondRoundRulePack, 2, [areas([60, 40, 0], [40, 60, 0], [30, 30, 0])])).toMatchObject({
    type: 'second-round',
    among: [1, 2],
    withinDays: 7,
  });
  expect(decide(secondRoundRulePack, 2, [{ registered: 600, votes: [130, 130, 0] }])).toMatchObject({
    type: 'people-decide',
    why: 'figures-missing',
  });
});

test('a second round is among those still tied only', () => {
  const rules = pack({
    ties: guess([
      { step: 'largest-polling-place', whenTiedInside: 'end-step', certainty: 'D', cites: [] },
      { step: 'second-round', withinDays: 7, certainty: 'D', cites: [] },
    ]),
  });
  const outcome = decide(rules, 4, [
    { registered: 300, votes: [40, 40, 20, 0, 0] },
    { registered: 200, votes: [10, 10, 30, 1, 0] },
  ]);
  expect(outcome).toMatchObject({ type: 'second-round', among: [1, 2], withinDays: 7 });
});

test('a rule pack without any step leaves every tie to people', () => {
  expect(decide(pack({ ties: guess([]) }), 2, [{ registered: 9, votes: [4, 4, 0] }])).toMatchObject({
    type: 'people-decide',
    why: 'tie-steps-exhausted',
  });
});

const single = (rule: string, votes: readonly number[]) =>
  decide(pack({ emptyColumnWin: guess(rule) }), 1, [{ registered: 100, votes }]);

test('a single candidate against the empty column: by the setting, and unknown means that people decide', () => {
  expect(single('unknown', [90, 1, 0])).toMatchObject({
    type: 'people-decide',
    why: 'empty-column-rule-unknown',
    among: [1],
  });
  expect(single('more-than-column', [41, 40, 19])).toMatchObject({ type: 'winner', candidate: 1, votes: 41 });
  expect(single('more-than-column', [40, 41, 0])).toMatchObject({ type: 'empty-column-wins', votes: 41 });
  expect(single('more-than-column', [40, 40, 9])).toMatchObject({
    type: 'people-decide',
    why: 'equal-to-empty-column',
  });
  expect(single('more-than-half-of-casts', [51, 30, 19])).toMatchObject({ type: 'winner', candidate: 1 });
  expect(single('more-than-half-of-casts', [50, 31, 19])).toMatchObject({
    type: 'empty-column-wins',
    votes: 31,
  });
  expect(single('more-than-column', [0, 1, 0])).toMatchObject({ type: 'empty-column-wins' });
  expect(single('more-than-column', [0, 0, 7])).toMatchObject({ type: 'people-decide', why: 'no-votes' });
});

test('quorum: exactly two thirds suffice, one fewer does not', () => {
  const line = (users: number): readonly PlaceLine[] => [
    { registered: 300, votes: [users - 1, 1, 0], users },
  ];
  const rules = pack({ quorum: guess({ numerator: 2, denominator: 3 }) });
  expect(decide(rules, 2, line(200))).toMatchObject({ type: 'winner', candidate: 1 });
  const missed = decide(rules, 2, line(199));
  expect(missed).toMatchObject({ type: 'people-decide', why: 'quorum-not-met', among: [1, 2] });
  expect(missed.steps.at(-1)?.sentence.id).toContain('199 dari 300');
});

test('nobody voted: that is no tie to be broken', () => {
  const [contest] = tps03.definition.contests;
  if (contest === undefined) throw new Error('fixture changed');
  const outcome = decideInput({
    contest,
    expected: [tps03.figures.place],
    results: [
      {
        place: tps03.figures.place,
        registered: 10,
        users: 0,
        options: tps03.figures.contests[0]?.options ?? [],
        areas: null,
      },
    ],
    rulePack: defaultRulePack,
  });
  expect(outcome).toMatchObject({ type: 'people-decide', why: 'no-votes', among: [1, 2, 3] });
});

test('results that do not belong together decide nothing and are named', () => {
  const village = villageOf(2, [
    {
      registered: 100,
      votes: [20, 10, 0],
      areas: [
        ['I', 50, [10, 5, 0]],
        ['II', 50, [10, 5, 0]],
      ],
    },
  ]);
  const [result] = village.results;
  if (result === undefined) throw new Error('no result');
  const errors = (changes: Partial<VillageInput>) => {
    const decided = decideVillage({ ...village, rulePack: defaultRulePack, ...changes });
    return decided.ok ? [] : decided.error.map(({ type }) => type);
  };
  const areas = result.areas ?? [];
  expect(errors({})).toEqual([]);
  expect(errors({ expected: [], results: [] })).toEqual(['no-places-expected']);
  expect(errors({ results: [result, result] })).toEqual(['place-given-twice']);
  expect(errors({ expected: [tps02.figures.place] })).toEqual(['unexpected-place']);
  expect(errors({ results: [{ ...result, options: result.options.slice(1) }] })).toContain(
    'options-do-not-match',
  );
  expect(
    errors({ results: [{ ...result, options: [...result.options, { key: 'c3', votes: 0 }] }] }),
  ).toContain('options-do-not-match');
  const twice = result.options.map((option) =>
    option.key === 'c2' ? { key: 'c1' as const, votes: option.votes } : option,
  );
  expect(errors({ results: [{ ...result, options: twice }] })).toContain('options-do-not-match');
  expect(errors({ results: [{ ...result, registered: 100_000 }] })).toEqual([]);
  expect(errors({ results: [{ ...result, registered: 100_001 }] })).toEqual(['not-a-count']);
  expect(errors({ results: [{ ...result, registered: -1 }] })).toEqual(['not-a-count']);
  expect(errors({ results: [{ ...result, users: 1.5 }] })).toEqual(['not-a-count']);
  expect(errors({ results: [{ ...result, areas: areas.slice(1) }] })).toEqual(['areas-do-not-add-up']);
  expect(errors({ results: [{ ...result, areas: areas.map((area) => ({ ...area, area: 'I' })) }] })).toEqual([
    'areas-do-not-add-up',
  ]);
});
