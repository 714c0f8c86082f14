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
import { mobileGroupRulePack, slemanRulePack } from './rule-pack-variants.ts';
import { secrecyWarnings } from './secrecy.ts';

/** From 10 an own line, never fewer than 2 ballots. */
const rulePack = mobileGroupRulePack;
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
  expect(outcomes.filter(({ id }) => /mobile|result|paper/.test(id)).length).toBe(15);
  const { contests } = tps01.figures;
  expect(mobileGroupFigures({ trips: [], checkIns: 0, contests, paper: PAPER, rulePack })).toBeUndefined();
  const plain = checkArithmetic(tps01.figures, rulePack).outcomes;
  expect(plain.filter(({ id }) => /mobile|result|paper/.test(id))).toEqual([]);
});

test('paper that nobody counted yet is unknown, and no zero', () => {
  const { notYetKnown, holdReasons } = checkArithmetic(melati({ counted: null }), rulePack);
  expect(notYetKnown.map(({ id }) => id)).toEqual([
    'mobile-ballots-in-box-are-used',
    'mobile-ballots-in-box-within-used',
    'mobile-ballots-in-box-within-check-ins',
  ]);
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
    ['mobile-ballots-in-box-within-check-ins'],
    ['mobile-ballots-used-within-check-ins'],
  ],
  [
    'a ballot that never reached the box',
    { used: 4, unused: 0, checkIns: 4 },
    { users: 12, checkIns: { DPT: { L: 7, P: 5 }, added: { L: 0, P: 0 } } },
    [],
    ['mobile-ballots-in-box-are-used'],
  ],
  [
    'a ballot in the box that nobody was handed',
    { used: 2, unused: 2 },
    {},
    ['mobile-ballots-in-box-within-used'],
    ['mobile-ballots-in-box-are-used'],
  ],
  [
    'more ballots used and spoiled than left',
    { spoiled: 2 },
    {},
    ['mobile-ballots-used-and-spoiled-within-taken'],
    ['mobile-ballots-taken-are-used-unused-spoiled'],
  ],
  [
    'more voters marked than ballots left',
    { taken: 2, used: 2, unused: 0 },
    {},
    ['mobile-marks-within-taken', 'mobile-ballots-in-box-within-used'],
    ['mobile-ballots-in-box-are-used'],
  ],
  [
    'a ballot in the box that no option has',
    { used: 4, unused: 0, checkIns: 4, counted: { ...counted, inBox: 4 } },
    { users: 12, checkIns: { DPT: { L: 7, P: 5 }, added: { L: 0, P: 0 } } },
    ['paper-votes-are-mobile-ballots-in-box'],
    [],
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
    ['paper-votes-are-mobile-ballots-in-box', 'result-valid-and-invalid-are-total'],
    [],
  ],
  [
    'more votes than people',
    withResult({ invalid: 5, total: 12 }),
    {},
    ['paper-votes-are-mobile-ballots-in-box', 'result-at-most-users'],
    [],
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
  expect(resultContests(tps01.figures)).toBe(tps01.figures.contests);
  expect(resultContests(melati())).toEqual(counted.contests);
});

/** Ballots of a group that came back before anybody counted them: 12 left, 12 voters marked. */
function group12(
  used: number,
  votes: readonly [c1: number, c2: number, invalid: number] | null,
  marked = 12,
): PollingPlaceFigures {
  const trips = [{ ...returned(used, 12 - used, 0), taken: 12 }];
  const { contests } = tps01.figures;
  const paper: PaperCount | null =
    votes === null
      ? null
      : {
          inBox: votes[0] + votes[1] + votes[2],
          contests: [
            {
              contest: electronic?.contest ?? '',
              options: [
                { key: 'c1', votes: votes[0] },
                { key: 'c2', votes: votes[1] },
              ],
              invalid: votes[2],
            },
          ],
        };
  const mobileGroup = mobileGroupFigures({ trips, checkIns: marked, contests, paper, rulePack });
  if (mobileGroup === undefined) throw new Error('a group left');
  return { ...tps01.figures, mobileGroup };
}
const warned = (figures: PollingPlaceFigures, pack = rulePack) =>
  secrecyWarnings(figures, pack).flatMap(({ code }) =>
    code.includes('paper') || code.includes('mobile') ? [code] : [],
  );

test('whose paper votes are all alike, or so few that a name stands for a vote, is warned of', () => {
  expect(warned(group12(12, [0, 12, 0]))).toEqual(['unanimous-paper']);
  expect(warned(group12(12, [0, 0, 12]))).toEqual(['unanimous-paper']);
  expect(warned(group12(12, [1, 11, 0]))).toEqual([]);
  // two ballots left, one voter was marked: known from the return on, whether it was counted or not
  expect(warned(group12(1, null, 1))).toEqual(['few-mobile-voters']);
  expect(warned(group12(12, null, 1))).toEqual(['few-mobile-voters']);
  expect(warned(group12(1, [0, 1, 0]))).toEqual(['few-mobile-voters', 'few-paper-votes']);
  expect(warned(group12(2, null))).toEqual([]);
  expect(warned(group12(0, null))).toEqual([]);
  const fewestFive = { ownLineFrom: 10, fewestBallots: 5 };
  const stricter: RulePack = {
    ...rulePack,
    settings: {
      ...rulePack.settings,
      mobileGroup: { ...rulePack.settings.mobileGroup, value: fewestFive },
    },
  };
  expect(warned(group12(4, null), stricter)).toEqual(['few-mobile-voters']);
  expect(warned(tps01.figures)).toEqual([]);
});

test('the attendance list names who was marked only where they are many, voted, and not all alike', () => {
  const named = (figures: PollingPlaceFigures) => namesMobileVoters(figures, rulePack);
  expect([9, 10].map((marked) => named(group12(12, null, marked)))).toEqual([false, true]);
  expect([9, 10].map((used) => named(group12(used, null)))).toEqual([false, true]);
  expect([named(group12(12, [5, 4, 0])), named(group12(12, [5, 4, 1]))]).toEqual([false, true]);
  expect(named(group12(12, [0, 12, 0]))).toBe(false);
  expect(namesMobileVoters(group12(12, null), defaultRulePack)).toBe(false);
  expect(named(tps01.figures)).toBe(false);
});

test('while a group is away as many voters may be marked as ballots left; once all are back, as many as were used', () => {
  expect(voterMarksAllowed([])).toBe(0);
  expect(voterMarksAllowed([away])).toBe(4);
  expect(voterMarksAllowed([returned(3, 1, 0)])).toBe(3);
  // one whom the first group did not reach stays marked; the second group's four may still be
  expect(voterMarksAllowed([returned(3, 1, 0), { ...away, number: 2 }])).toBe(8);
  expect(voterMarksAllowed([returned(3, 1, 0), { ...returned(4, 0, 0), number: 2 }])).toBe(7);
});
