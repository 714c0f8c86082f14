import { expect, test } from 'vitest';
import { checkArithmetic } from './arithmetic.ts';
import { defaultRulePack } from './default-rule-pack.ts';
import type { MobileGroupFigures, PollingPlaceFigures } from './figures.ts';
import { tps01 } from './fixtures/index.ts';
import {
  ballotsTaken,
  decideDeparture,
  decideReturn,
  groupsUnderWay,
  type MobileTrip,
  mobileGroupFigures,
  namesMobileVoters,
  type PaperCount,
  paperLine,
  resultContests,
  voterMarksAllowed,
  withPaper,
} from './mobile-group.ts';
import type { RulePack } from './rule-pack.ts';
import { slemanRulePack } from './rule-pack-variants.ts';

/** Sleman's rule with the blank votes of the default: from 10 an own line, never fewer than 2 ballots. */
const rulePack: RulePack = {
  ...defaultRulePack,
  settings: { ...defaultRulePack.settings, mobileGroup: slemanRulePack.settings.mobileGroup },
};
const away: MobileTrip = {
  number: 1,
  taken: 4,
  leftWhen: 'pukul 09',
  leftConfirmedBy: ['ketua', 'anggota-1'],
  returned: null,
};
const returned = (used: number, unused: number, spoiled: number): MobileTrip => ({
  ...away,
  returned: {
    used,
    unused,
    spoiled,
    when: 'pukul 11',
    note: null,
    confirmedBy: ['ketua', 'anggota-1'],
  },
});
const [electronic] = tps01.figures.contests;
if (electronic === undefined) throw new Error('fixture changed');
/** Three ballots out of the box: one for candidate 2, one blank, one not valid. */
const PAPER: PaperCount = {
  inBox: 3,
  contests: [
    {
      contest: electronic.contest,
      options: [
        { key: 'c2', votes: 1 },
        { key: 'blank', votes: 1 },
      ],
      invalid: 1,
    },
  ],
};

/** TPS 01 Melati, where a group left with 4 ballots for 3 more voters: 3 used, 1 unused. */
function melati(
  changes: Partial<MobileGroupFigures> = {},
  figures: Partial<PollingPlaceFigures> = {},
): PollingPlaceFigures {
  const { contests } = tps01.figures;
  const trips = [returned(3, 1, 0)];
  const mobileGroup = mobileGroupFigures({ trips, checkIns: 3, contests, paper: PAPER, rulePack });
  if (mobileGroup === undefined) throw new Error('a group left');
  return {
    ...tps01.figures,
    registered: { L: 10, P: 10 },
    checkIns: { DPT: { L: 6, P: 5 }, added: { L: 0, P: 0 } },
    users: 11,
    ...figures,
    mobileGroup: { ...mobileGroup, ...changes },
  };
}

test('no group leaves where the rule pack knows none, before opening, after closing, or with too few ballots', () => {
  const leave = (input: Partial<Parameters<typeof decideDeparture>[0]>) => {
    const decided = decideDeparture({ phase: 'open', trips: [], taken: 4, rulePack, ...input });
    return decided.ok ? 'leaves' : decided.error.type;
  };
  expect(leave({})).toBe('leaves');
  expect(leave({ phase: 'paused' })).toBe('leaves');
  expect(leave({ rulePack: defaultRulePack })).toBe('mobile-group-not-allowed');
  for (const phase of ['configured', 'zero_proven', 'closed', 'counted', 'sealed'] as const) {
    expect(leave({ phase })).toBe('polls-not-open');
  }
  expect(leave({ taken: 1 })).toBe('mobile-ballots-too-few');
  expect(leave({ taken: 2 })).toBe('leaves');
  expect(leave({ taken: 1, trips: [away] })).toBe('leaves');
});

test('a group returns once, and ballots that do not add up are counted again or explained', () => {
  const back = (input: Partial<Parameters<typeof decideReturn>[0]>) => {
    const ballots = { used: 3, unused: 1, spoiled: 0 };
    const decided = decideReturn({
      phase: 'open',
      trips: [away],
      trip: 1,
      ballots,
      note: null,
      ...input,
    });
    return decided.ok ? 'kept' : decided.error.type;
  };
  expect(back({})).toBe('kept');
  expect(back({ trip: 2 })).toBe('mobile-trip-not-under-way');
  expect(back({ trips: [returned(3, 1, 0)] })).toBe('mobile-trip-not-under-way');
  expect(back({ phase: 'closed' })).toBe('polls-not-open');
  const oneMissing = { used: 3, unused: 0, spoiled: 0 };
  expect(back({ ballots: oneMissing })).toBe('mobile-ballots-do-not-add-up');
  expect(back({ ballots: oneMissing, note: 'Satu lembar hilang di jalan.' })).toBe('kept');
  expect([ballotsTaken([away, away]), groupsUnderWay([away, returned(4, 0, 0)])]).toEqual([8, 1]);
});

test('the paper is added to the electronic votes, by either rule of the blank vote', () => {
  const [paper] = PAPER.contests;
  if (paper === undefined) throw new Error('fixture changed');
  const votes = [4, 3, 0, 2];
  const asInvalid = withPaper(electronic, paper, rulePack);
  expect(asInvalid.options.map((option) => option.votes)).toEqual(votes);
  expect(asInvalid).toMatchObject({ valid: 7, invalid: 3, total: 10 });
  expect(withPaper(electronic, paper, slemanRulePack)).toMatchObject({ valid: 7, invalid: 1, total: 10 });
});

test('every sum holds with the paper in it, and none is added where no group left', () => {
  const { outcomes } = checkArithmetic(melati(), rulePack);
  expect(outcomes.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  expect(outcomes.filter(({ id }) => /mobile|result|paper/.test(id)).length).toBe(11);
  const { contests } = tps01.figures;
  expect(mobileGroupFigures({ trips: [], checkIns: 0, contests, paper: PAPER, rulePack })).toBeUndefined();
  const plain = checkArithmetic(tps01.figures, rulePack).outcomes;
  expect(plain.filter(({ id }) => /mobile|result|paper/.test(id))).toEqual([]);
});

test('paper that nobody counted yet is unknown, and no zero', () => {
  const { notYetKnown, holdReasons } = checkArithmetic(melati({ counted: null }), rulePack);
  expect(notYetKnown.map(({ id }) => id)).toEqual(['mobile-ballots-in-box-are-used']);
  expect(holdReasons).toEqual([]);
});

const counted = melati().mobileGroup?.counted ?? null;
const [result] = counted?.contests ?? [];
if (counted === null || result === undefined) throw new Error('fixture changed');
const withResult = (changes: Partial<typeof result>): Partial<MobileGroupFigures> => ({
  counted: { ...counted, contests: [{ ...result, ...changes }] },
});

/** A fault planted in one figure; the electronic rules, and those of paper, that must fail for it. */
test.each<
  readonly [
    string,
    Partial<MobileGroupFigures>,
    Partial<PollingPlaceFigures>,
    readonly string[],
    readonly string[],
  ]
>([
  ['a ballot lost on the way', { unused: 0 }, {}, [], ['mobile-ballots-taken-are-used-unused-spoiled']],
  ['a voter who is marked and was released too', { checkIns: 4 }, {}, ['users-are-casts-and-abandoned'], []],
  [
    'more ballots used than voters marked',
    { checkIns: 2 },
    { users: 10, checkIns: { DPT: { L: 5, P: 5 }, added: { L: 0, P: 0 } } },
    [],
    ['mobile-ballots-used-within-check-ins'],
  ],
  ['a ballot that never reached the box', { used: 2, unused: 2 }, {}, [], ['mobile-ballots-in-box-are-used']],
  [
    'a ballot in the box that no option has',
    { used: 4, unused: 0, checkIns: 3, counted: { ...counted, inBox: 4 } },
    {},
    [],
    ['mobile-ballots-used-within-check-ins', 'paper-votes-are-mobile-ballots-in-box'],
  ],
  [
    'an electronic vote that the result lost',
    withResult({ options: result.options.map((one) => (one.key === 'c1' ? { ...one, votes: 3 } : one)) }),
    {},
    ['electronic-votes-within-result', 'result-valid-are-candidates'],
    [],
  ],
  [
    'a total too large',
    withResult({ total: 11 }),
    {},
    ['result-valid-and-invalid-are-total'],
    ['paper-votes-are-mobile-ballots-in-box'],
  ],
  [
    'more votes than people',
    withResult({ invalid: 5, total: 12 }),
    {},
    ['result-at-most-users'],
    ['paper-votes-are-mobile-ballots-in-box'],
  ],
])('%s is found', (_name, mobile, figures, held, published) => {
  const { holdReasons, slipDifferences } = checkArithmetic(melati(mobile, figures), rulePack);
  expect(holdReasons.map(({ id }) => id)).toEqual(held);
  expect(slipDifferences.map(({ id }) => id)).toEqual(published);
});

test('few paper votes get no line of their own; the result is always with them', () => {
  expect(paperLine(tps01.figures, rulePack)).toBe('none');
  expect(paperLine(melati({ counted: null }), rulePack)).toBe('none');
  expect(paperLine(melati(), rulePack)).toBe('merged');
  expect(paperLine(melati({ counted: { ...counted, inBox: 9 } }), rulePack)).toBe('merged');
  expect(paperLine(melati({ counted: { ...counted, inBox: 10 } }), rulePack)).toBe('own-line');
  expect(paperLine(melati({ counted: { ...counted, inBox: 10 } }), defaultRulePack)).toBe('merged');
  // nor so few voters a sign in the attendance list
  expect([9, 10].map((checkIns) => namesMobileVoters(checkIns, rulePack))).toEqual([false, true]);
  expect(namesMobileVoters(10, defaultRulePack)).toBe(false);
  expect(resultContests(tps01.figures)).toBe(tps01.figures.contests);
  expect(resultContests(melati())).toEqual(counted.contests);
});

test('while a group is away as many voters may be marked as ballots left; once all are back, as many as were used', () => {
  expect(voterMarksAllowed([])).toBe(0);
  expect(voterMarksAllowed([away])).toBe(4);
  expect(voterMarksAllowed([returned(3, 1, 0)])).toBe(3);
  // one whom the first group did not reach stays marked; the second group's four may still be
  expect(voterMarksAllowed([returned(3, 1, 0), { ...away, number: 2 }])).toBe(8);
  expect(voterMarksAllowed([returned(3, 1, 0), { ...returned(4, 0, 0), number: 2 }])).toBe(7);
});
