import { expect, test } from 'vitest';
import { checkArithmetic, holdReasonNames, mustHold } from './arithmetic.ts';
import { defaultRulePack } from './default-rule-pack.ts';
import { contestFigures, type PollingPlaceFigures, parsePollingPlaceFigures } from './figures.ts';
import { tps01, tps02, tps03, tps04 } from './fixtures/index.ts';
import { slemanRulePack } from './rule-pack-variants.ts';
import { judgeSlips } from './slip-difference.ts';

const sound = tps01.figures;
const [contest] = sound.contests;
const [definitionContest] = tps01.definition.contests;
if (contest === undefined || definitionContest === undefined || sound.slipBox === null)
  throw new Error('fixture changed');
const { slipBox } = sound;

const withContest = (changes: Partial<typeof contest>): Partial<PollingPlaceFigures> => ({
  contests: [{ ...contest, ...changes }],
});
const withOption = (key: string, votes: number) =>
  withContest({
    options: contest.options.map((option) => (option.key === key ? { ...option, votes } : option)),
  });
const withBox = (changes: Partial<typeof slipBox>): Partial<PollingPlaceFigures> => ({
  slipBox: { ...slipBox, ...changes },
});
const report = (changes: Partial<PollingPlaceFigures>) =>
  checkArithmetic({ ...sound, ...changes }, defaultRulePack);

test.each([tps01, tps02, tps03])(
  'every sum of the fixture holds, slips included',
  ({ figures, rulePack }) => {
    const { outcomes, holdReasons, slipDifferences, notYetKnown } = checkArithmetic(figures, rulePack);
    expect(outcomes.length).toBeGreaterThanOrEqual(20);
    expect(outcomes.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
    expect([holdReasons, slipDifferences, notYetKnown]).toEqual([[], [], []]);
  },
);

test('TPS 01 is what everybody knows by heart', () => {
  expect(sound).toMatchObject({
    users: 8,
    casts: 7,
    abandoned: 1,
    tokens: { issued: 9, used: 7, voided: 1, returned: 1 },
    slips: { printed: 8, spoiled: 1 },
    slipBox: { inBox: 7 },
  });
  expect(contest).toMatchObject({ valid: 6, invalid: 1, total: 7 });
  expect(contest.options.map(({ votes }) => votes)).toEqual([4, 2, 0, 1]);
});

test('TPS 04 is off by one and held with that reason, both sides named', () => {
  const { holdReasons } = checkArithmetic(tps04.figures, tps04.rulePack);
  expect(holdReasons).toMatchObject([
    { id: 'users-are-casts-and-abandoned', left: 8, right: 9, verdict: 'fails' },
  ]);
  expect(mustHold(checkArithmetic(tps04.figures, tps04.rulePack))).toBe(true);
});

/** A fault planted in one figure, and the rules that must fail for it: electronic ones and those of the slips. */
const FAULTS: readonly (readonly [
  string,
  Partial<PollingPlaceFigures>,
  readonly string[],
  readonly string[],
])[] = [
  ['users one too few', { users: 7 }, ['users-are-check-ins', 'users-are-casts-and-abandoned'], []],
  ['a man too many', { checkIns: { DPT: { L: 6, P: 2 }, added: { L: 0, P: 0 } } }, ['men-within-list'], []],
  [
    'a woman too many',
    { checkIns: { DPT: { L: 2, P: 6 }, added: { L: 0, P: 0 } } },
    ['women-within-list'],
    [],
  ],
  [
    'a check-in not counted',
    { checkIns: { DPT: { L: 4, P: 3 }, added: { L: 0, P: 0 } } },
    ['users-are-check-ins'],
    [],
  ],
  ['abandoned one too few', { abandoned: 0 }, ['users-are-casts-and-abandoned'], []],
  ['a case left open', { openCases: 1 }, ['no-open-cases'], []],
  [
    'a vote lost',
    withOption('c1', 3),
    ['casts-are-options', 'valid-are-candidates'],
    ['slips-of-option-are-votes'],
  ],
  [
    'a blank vote lost',
    withOption('blank', 0),
    ['casts-are-options', 'invalid-follow-rule'],
    ['slips-of-option-are-votes'],
  ],
  [
    'valid one too many',
    withContest({ valid: 7 }),
    ['valid-are-candidates', 'valid-and-invalid-are-total'],
    [],
  ],
  ['invalid not the blank', withContest({ invalid: 0, total: 6 }), ['invalid-follow-rule'], []],
  ['total one off', withContest({ total: 8 }), ['valid-and-invalid-are-total'], []],
  [
    'more votes than users',
    withContest({ total: 9 }),
    ['valid-and-invalid-are-total', 'total-at-most-users'],
    [],
  ],
  [
    'a card lost',
    { tokens: { ...sound.tokens, returned: 0 } },
    ['cards-issued-are-used-voided-returned'],
    [],
  ],
  ['a card used twice', { tokens: { ...sound.tokens, used: 6, returned: 2 } }, ['cards-used-are-casts'], []],
  ['more cards than prepared', { tokens: { ...sound.tokens, pool: 8 } }, ['cards-within-pool'], []],
  [
    'a slip not printed',
    { slips: { printed: 7, spoiled: 1 } },
    [],
    ['slips-printed-are-casts-and-spoiled', 'slips-in-box-and-spoiled-are-printed'],
  ],
  [
    'a slip pocketed',
    withBox({ inBox: 6 }),
    [],
    ['slips-in-box-and-spoiled-are-printed', 'slips-in-box-are-casts', 'slips-of-options-are-slips-in-box'],
  ],
  [
    'a slip of another candidate',
    withBox({
      contests: [
        {
          contest: contest.contest,
          options: [
            { key: 'c1', votes: 3 },
            { key: 'c2', votes: 3 },
            { key: 'c3', votes: 0 },
            { key: 'blank', votes: 1 },
          ],
        },
      ],
    }),
    [],
    ['slips-of-option-are-votes', 'slips-of-option-are-votes'],
  ],
];

test.each(FAULTS)('planted: %s', (_name, changes, electronic, slip) => {
  const { holdReasons, slipDifferences } = report(changes);
  expect(holdReasons.map(({ id }) => id)).toEqual(electronic);
  expect(slipDifferences.map(({ id }) => id)).toEqual(slip);
});

test('every rule is made to fail by some planted fault', () => {
  const caught = new Set(FAULTS.flatMap(([, , electronic, slip]) => [...electronic, ...slip]));
  expect([...new Set(report({}).outcomes.map(({ id }) => id))].filter((id) => !caught.has(id))).toEqual([]);
});

test('voters from outside the final list are users too, and a sound record is not held', () => {
  const mixed = report({ checkIns: { DPT: { L: 3, P: 2 }, added: { L: 2, P: 1 } } });
  expect(mixed.holdReasons).toEqual([]);
  expect(mustHold(mixed)).toBe(false);
});

test('an uncounted slip box is unknown, neither right nor wrong, and holds nothing', () => {
  const { holdReasons, slipDifferences, notYetKnown } = report({ slipBox: null });
  expect([holdReasons, slipDifferences]).toEqual([[], []]);
  expect(notYetKnown.length).toBe(3 + contest.options.length);
});

test('cards that nobody has counted by hand are unknown, neither right nor wrong, and hold nothing', () => {
  const verdicts = (tokens: Partial<PollingPlaceFigures['tokens']>) => {
    const { outcomes, holdReasons, notYetKnown } = report({ tokens: { ...sound.tokens, ...tokens } });
    expect(holdReasons).toEqual([]);
    expect(outcomes.filter(({ verdict }) => verdict === 'unknown')).toEqual(notYetKnown);
    return notYetKnown.map(({ id }) => id);
  };
  expect(verdicts({ issued: null, returned: null })).toEqual([
    'cards-issued-are-used-voided-returned',
    'cards-within-pool',
  ]);
  expect(verdicts({ returned: null })).toEqual(['cards-issued-are-used-voided-returned']);
  expect(verdicts({ issued: null })).toEqual(['cards-issued-are-used-voided-returned', 'cards-within-pool']);
  expect(verdicts({})).toEqual([]);
});

test('the sum of each option names its option, as the ballot does', () => {
  const sentences = report({})
    .outcomes.filter(({ id }) => id === 'slips-of-option-are-votes')
    .map(({ sentence }) => sentence);
  expect(sentences.map(({ id }) => id)).toEqual([
    'struk nomor urut 1 = suara nomor urut 1',
    'struk nomor urut 2 = suara nomor urut 2',
    'struk nomor urut 3 = suara nomor urut 3',
    'struk suara kosong = suara kosong',
  ]);
  expect(sentences.map(({ en }) => en)).toEqual([
    'slips of candidate number 1 = votes of candidate number 1',
    'slips of candidate number 2 = votes of candidate number 2',
    'slips of candidate number 3 = votes of candidate number 3',
    'slips of the blank vote = votes of the blank vote',
  ]);
});

test('where the rule pack counts blank votes apart, invalid is 0 and the total still adds up', () => {
  const apart = contestFigures(definitionContest, [4, 2, 0, 1], slemanRulePack);
  expect(apart).toMatchObject({ valid: 6, invalid: 0, total: 7 });
  expect(checkArithmetic({ ...sound, contests: [apart] }, slemanRulePack).holdReasons).toEqual([]);
  expect(checkArithmetic(sound, slemanRulePack).holdReasons.map(({ id }) => id)).toEqual([
    'invalid-follow-rule',
    'valid-and-invalid-are-total',
  ]);
});

test('where the slips are the result, a pocketed slip is published and does not hold the record', () => {
  const counted = contestFigures(definitionContest, [3, 2, 0, 1], defaultRulePack);
  const figures: PollingPlaceFigures = {
    ...sound,
    resultSource: 'slip-count',
    contests: [counted],
    slipBox: { inBox: 6, contests: [{ contest: counted.contest, options: counted.options }] },
  };
  const { holdReasons, slipDifferences } = checkArithmetic(figures, defaultRulePack);
  expect(holdReasons).toEqual([]);
  expect(slipDifferences.map(({ id }) => id)).toContain('casts-are-options');
});

test('where the slips are the result, slips that are too many hold the record, and piles that are no sum too', () => {
  const bySlips = (votes: readonly number[], inBox: number, piles = votes) => {
    const counted = contestFigures(definitionContest, votes, defaultRulePack);
    const options = contestFigures(definitionContest, piles, defaultRulePack).options;
    const contests = [{ contest: counted.contest, options }];
    const users = 40;
    const figures: PollingPlaceFigures = {
      ...sound,
      users,
      abandoned: users - sound.casts,
      checkIns: { DPT: { L: 20, P: 20 }, added: { L: 0, P: 0 } },
      registered: { L: 20, P: 20 },
      resultSource: 'slip-count',
      contests: [counted],
      slipBox: { inBox, contests },
    };
    return holdReasonNames(checkArithmetic(figures, defaultRulePack));
  };
  const { contest: id } = contest;
  expect(bySlips([4, 2, 0, 1], 7)).toEqual([]);
  expect(bySlips([3, 2, 0, 1], 6)).toEqual([]);
  expect(bySlips([4, 3, 0, 1], 8)).toEqual([`slip-votes-within-casts:${id}`]);
  // ten ballots, ten slips, twenty votes: as an attacker did it
  expect(bySlips([4, 15, 0, 1], 7)).toEqual([
    `slip-votes-within-casts:${id}`,
    `slips-of-options-are-slips-in-box:${id}`,
  ]);
  expect(bySlips([4, 1, 0, 1], 7)).toEqual([`slips-of-options-are-slips-in-box:${id}`]);
  // two options that are not their piles are one reason
  expect(bySlips([3, 3, 0, 1], 7, [4, 2, 0, 1])).toEqual([`slips-of-option-are-votes:${id}`]);
});

test('slips that two people looked for in vain are published and hold nothing: of a cast, and of a void ballot', () => {
  const lost: Record<string, Partial<PollingPlaceFigures>> = {
    'printed and counted, then gone': withBox({ inBox: 6 }),
    'never counted': { slips: { printed: 7, spoiled: 1 }, ...withBox({ inBox: 6 }) },
    'of a void ballot': { slips: { printed: 8, spoiled: 0 } },
  };
  for (const [what, changes] of Object.entries(lost)) {
    const { holdReasons, slipDifferences } = report(changes);
    expect(holdReasons, what).toEqual([]);
    expect(slipDifferences.length, what).toBeGreaterThan(0);
  }
});

test('votes must be as many as the options of the contest', () => {
  expect(() => contestFigures(definitionContest, [4, 2, 0], defaultRulePack)).toThrow();
});

test('slips: not counted, agreeing, one pocketed, one of another option, and beyond the limit', () => {
  const judge = (changes: Partial<PollingPlaceFigures>) => {
    const { action, slips } = judgeSlips({ ...sound, ...changes }, defaultRulePack);
    return `${action} ${slips}`;
  };
  const box = (inBox: number, votes: readonly number[]) =>
    withBox({
      inBox,
      contests: [
        {
          contest: contest.contest,
          options: contest.options.map(({ key }, at) => ({ key, votes: votes[at] ?? 0 })),
        },
      ],
    });
  expect(judge({ slipBox: null })).toBe('not-counted-yet 0');
  expect(judge({})).toBe('agree 0');
  expect(judge(box(6, [3, 2, 0, 1]))).toBe('publish 1');
  expect(judge(box(7, [3, 3, 0, 1]))).toBe('publish 1');
  expect(judge(box(8, [5, 2, 0, 1]))).toBe('publish 1');
  expect(judge(box(5, [3, 1, 0, 1]))).toBe('full-hand-count 2');
  expect(judge(box(7, [0, 6, 0, 1]))).toBe('full-hand-count 4');
  expect(judge(box(8, [6, 1, 0, 1]))).toBe('full-hand-count 2');
  expect(judge(box(6, [2, 3, 0, 1]))).toBe('full-hand-count 2');
  const withoutZeros = contest.options.filter(({ votes }) => votes > 0);
  expect(judge(withBox({ contests: [{ contest: contest.contest, options: withoutZeros }] }))).toBe('agree 0');
});

test.each([
  ['casts', -1],
  ['casts', 1.5],
  ['casts', 100_001],
  ['casts', '7'],
  ['casts', Number.NaN],
  ['users', null],
  ['place', '16.07'],
  ['resultSource', 'guess'],
  ['contests', []],
  ['slipBox', {}],
  ['turnout', '80 %'],
])('figures from outside with %s = %j are refused', (field, value) => {
  const parsed = parsePollingPlaceFigures({ ...sound, [field]: value });
  if (parsed.ok) throw new Error('accepted');
  expect(parsed.error[0]?.path.startsWith(field)).toBe(true);
  expect(parsePollingPlaceFigures(JSON.parse(JSON.stringify(sound)))).toEqual({ ok: true, value: sound });
});
