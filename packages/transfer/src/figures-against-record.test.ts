import {
  checkArithmetic,
  contestFigures,
  defaultRulePack,
  holdReasonNames,
  type PollingPlaceFigures,
  parsePollingPlaceFigures,
} from '@bilik/election';
import { tps01, tps02, tps03, tps04 } from '@bilik/election/fixtures';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareFigures,
  type KnownOfRecord,
  publishedDifferences,
  type StatedFigures,
  sumsThatHold,
} from './figures-against-record.ts';
import type { SignedResult } from './signed-result.ts';

const SEPARATE = { settings: { blankVote: { value: 'separate' } } } as const;
const BLANK = 'SUARA KOSONG / BLANK VOTE';
const ANSWERS = ['1. Hasan Basri', '2. Sri Wahyuni', '3. Zainal Abidin', BLANK];
/** What the record of TPS 01 Melati says: 7 ballots, 4 · 2 · 0 and one blank, 12 cards, one of them void. */
const MELATI: KnownOfRecord = {
  questions: [{ answers: ANSWERS }],
  ballots: 7,
  cards: 12,
  counts: [[4, 2, 0, 1]],
  voidCards: 1,
};
const SEALED: KnownOfRecord = { questions: MELATI.questions, ballots: 7, cards: 12, voidCards: 1 };

interface Draft {
  figures: SignedResult['figures'];
  held: string[];
}
function draftOf(figures: PollingPlaceFigures = tps01.figures): Draft {
  return { figures: structuredClone(figures) as SignedResult['figures'], held: [] };
}

function faultsOf(stated: StatedFigures, known: KnownOfRecord = MELATI): string[] {
  return compareFigures(stated, known).map(({ fault, field }) => `${fault} ${field}`);
}

function first<Value>(list: readonly Value[] | undefined): Value {
  const [value] = list ?? [];
  if (value === undefined) throw new Error('the fixture has none');
  return value;
}

/** The hand count is the result: the same votes out of the box. */
function bySlips(): Draft {
  const draft = draftOf();
  draft.figures.resultSource = 'slip-count';
  return draft;
}

describe('figures that nothing contradicts', () => {
  test('of three known polling places are right against their own records', () => {
    for (const { figures } of [tps01, tps02, tps03]) {
      const votes = first(figures.contests).options.map((option) => option.votes);
      const answers = [...votes.slice(1).map((_, index) => `${index + 1}. N`), BLANK];
      const known = {
        questions: [{ answers }],
        ballots: figures.casts,
        cards: 12,
        counts: [votes],
        voidCards: figures.tokens.voided,
      };
      expect(compareFigures({ figures, held: [] }, known)).toEqual([]);
    }
  });

  test('are right by either rule of the blank vote, without a void list, and as a hand count beside a sealed record', () => {
    expect(faultsOf(draftOf())).toEqual([]);
    const apart = draftOf();
    apart.figures.contests = [
      contestFigures(first(tps01.definition.contests), [4, 2, 0, 1], {
        ...defaultRulePack,
        settings: {
          ...defaultRulePack.settings,
          blankVote: { ...defaultRulePack.settings.blankVote, value: 'separate' },
        },
      }) as SignedResult['figures']['contests'][number],
    ];
    expect(faultsOf(apart)).toEqual([]);
    const { voidCards: _, ...withoutList } = MELATI;
    expect(faultsOf(draftOf(), withoutList)).toEqual([]);
    expect(faultsOf(bySlips(), SEALED)).toEqual([]);
  });

  test('that do not add up are held by every reason, and by no other', () => {
    const held = ['users-are-casts-and-abandoned'];
    expect(faultsOf({ figures: tps04.figures, held })).toEqual([]);
    expect(faultsOf({ figures: tps04.figures, held: [] })).toEqual(['held-left-out held']);
    expect(faultsOf({ figures: tps04.figures, held: [...held, 'no-open-cases'] })).toEqual([
      'held-unfounded held',
    ]);
    expect(faultsOf({ figures: tps04.figures, held: [...held, ...held] })).toEqual(['held-unfounded held']);
    expect(faultsOf({ ...draftOf(), held })).toEqual(['held-unfounded held']);
  });

  test('of a single candidate stand beside the empty column', () => {
    const draft = draftOf();
    const contest = first(draft.figures.contests);
    contest.options = [
      { key: 'c1', votes: 4 },
      { key: 'empty', votes: 2 },
      { key: 'blank', votes: 1 },
    ];
    const slips = first(draft.figures.slipBox?.contests);
    slips.options = structuredClone(contest.options);
    const known = {
      ...MELATI,
      questions: [{ answers: ['1. Hasan Basri', 'KOLOM KOSONG / EMPTY COLUMN', BLANK] }],
      counts: [[4, 2, 1]],
    };
    expect(faultsOf(draft, known)).toEqual([]);
    first(draft.figures.contests).options = contest.options.map((option) =>
      option.key === 'empty' ? { ...option, key: 'c2' } : option,
    );
    expect(faultsOf(draft, known)).toContain('option-not-of-record figures.contests.0.options.1.key');
  });
});

describe('a lying station', () => {
  test.each<[string, (draft: Draft) => void, string[]]>([
    [
      'swaps the keys of two candidates',
      ({ figures }) => {
        const { options } = first(figures.contests);
        first(options).key = 'c2';
        first(options.slice(1)).key = 'c1';
      },
      [
        'option-not-of-record figures.contests.0.options.0.key',
        'option-not-of-record figures.contests.0.options.1.key',
        'slip-box-not-of-ballot figures.slipBox.contests',
      ],
    ],
    [
      'moves a vote',
      ({ figures }) => {
        first(first(figures.contests).options).votes -= 1;
        first(first(figures.contests).options.slice(1)).votes += 1;
      },
      [
        'figure-not-of-record figures.contests.0.options.0.votes',
        'figure-not-of-record figures.contests.0.options.1.votes',
      ],
    ],
    ['says more casts', ({ figures }) => (figures.casts = 99_999), ['figure-not-of-record figures.casts']],
    ['says fewer users', ({ figures }) => (figures.users = 3), ['held-left-out held']],
    [
      'says another total',
      ({ figures }) => Object.assign(first(figures.contests), { valid: 0, invalid: 500, total: 500 }),
      [
        'figure-not-of-record figures.contests.0.valid',
        'figure-not-of-figures figures.contests.0.invalid',
        'figure-not-of-record figures.contests.0.total',
      ],
    ],
    [
      'says other cards',
      ({ figures }) => Object.assign(figures.tokens, { used: 1, voided: 777, pool: 0 }),
      [
        'figure-not-of-record figures.tokens.pool',
        'figure-not-of-record figures.tokens.used',
        'figure-not-of-void-list figures.tokens.voided',
      ],
    ],
    [
      'renames the contest',
      ({ figures }) => (first(figures.contests).contest = 'kepala-dusun'),
      ['slip-box-not-of-ballot figures.slipBox.contests'],
    ],
    [
      'calls the opened sum a hand count',
      ({ figures }) => (figures.resultSource = 'slip-count'),
      ['source-not-of-record figures.resultSource'],
    ],
    [
      'adds a contest',
      ({ figures }) => figures.contests.push(structuredClone(first(figures.contests))),
      ['figure-not-of-record figures.contests', 'contest-repeated figures.contests.1.contest'],
    ],
    [
      'adds an option',
      ({ figures }) => first(figures.contests).options.push({ key: 'c9', votes: 0 }),
      ['figure-not-of-record figures.contests.0.options'],
    ],
    [
      'leaves an option out',
      ({ figures }) => first(figures.contests).options.splice(2, 1),
      ['figure-not-of-record figures.contests.0.options'],
    ],
    ['leaves a case open', ({ figures }) => (figures.openCases = 1), ['held-left-out held']],
    [
      'says a card was returned that was not',
      ({ figures }) => (figures.tokens.returned = 2),
      ['held-left-out held'],
    ],
    ['says more men than the list has', ({ figures }) => (figures.registered.L = 3), ['held-left-out held']],
    ['names an invented reason', ({ held }) => held.push('slips-in-box-are-casts'), ['held-unfounded held']],
    ['names no reason at all', ({ held }) => held.push(''), ['held-unfounded held']],
  ])('that %s is contradicted', (_, lie, expected) => {
    const draft = draftOf();
    lie(draft);
    expect(faultsOf(draft)).toEqual(expect.arrayContaining(expected));
    // a lie that names its own sums as reasons is contradicted still, unless all it says is that the sums fail
    const reasons = [...holdReasonNames(checkArithmetic(draft.figures, defaultRulePack))];
    const onlyHeld = expected.every((fault) => fault.startsWith('held-'));
    if (!onlyHeld) expect(faultsOf({ ...draft, held: reasons })).not.toEqual([]);
    else expect(faultsOf({ ...draft, held: reasons })).toEqual([]);
  });

  test.each<[string, (draft: Draft) => void, string[]]>([
    [
      'calls a hand count an opened sum',
      ({ figures }) => (figures.resultSource = 'trustees'),
      ['source-not-of-record figures.resultSource'],
    ],
    [
      'says other votes than the slips it counted',
      ({ figures }) => (first(first(figures.contests).options).votes += 1),
      ['figure-not-of-figures figures.contests.0.options.0.votes'],
    ],
    [
      'counted no slips',
      ({ figures }) => (figures.slipBox = null),
      ['slip-box-not-of-ballot figures.slipBox'],
    ],
    [
      'counted slips of another contest',
      ({ figures }) => (first(figures.slipBox?.contests).contest = 'kepala-dusun'),
      ['slip-box-not-of-ballot figures.slipBox.contests'],
    ],
    ['says more casts', ({ figures }) => (figures.casts = 8), ['figure-not-of-record figures.casts']],
    [
      'says another total',
      ({ figures }) => (first(figures.contests).total = 6),
      ['figure-not-of-figures figures.contests.0.total'],
    ],
  ])('that %s beside a sealed record is contradicted', (_, lie, expected) => {
    const draft = bySlips();
    lie(draft);
    expect(faultsOf(draft, SEALED)).toEqual(expect.arrayContaining(expected));
  });

  test('that counted more slips than ballots were cast is contradicted, or says itself that it is held', () => {
    const draft = bySlips();
    const contest = first(draft.figures.contests);
    const more = contest.options.map(({ key, votes }) => ({ key, votes: key === 'c2' ? votes + 10 : votes }));
    Object.assign(contest, { options: more, valid: contest.valid + 10, total: contest.total + 10 });
    first(draft.figures.slipBox?.contests).options = structuredClone(more);
    // enough people who came and left again, so that only the slips themselves say it
    Object.assign(draft.figures, { users: 40, abandoned: 33, registered: { L: 20, P: 20 } });
    draft.figures.checkIns.DPT = { L: 20, P: 20 };
    const reasons = [
      `slip-votes-within-casts:${contest.contest}`,
      `slips-of-options-are-slips-in-box:${contest.contest}`,
    ];
    expect(faultsOf(draft, SEALED)).toEqual(reasons.map(() => 'held-left-out held'));
    expect(faultsOf({ ...draft, held: reasons }, SEALED)).toEqual([]);
    if (draft.figures.slipBox !== null) draft.figures.slipBox.inBox += 10;
    expect(faultsOf(draft, SEALED)).toEqual(['held-left-out held']);
  });

  test('that follows another blank rule in each contest is contradicted', () => {
    const draft = draftOf();
    const other = { ...structuredClone(first(draft.figures.contests)), contest: 'bpd', invalid: 0 };
    draft.figures.contests.push(other);
    first(draft.figures.contests).invalid = 1;
    draft.figures.slipBox?.contests.push({ contest: 'bpd', options: structuredClone(other.options) });
    const known = {
      ...MELATI,
      questions: [...MELATI.questions, ...MELATI.questions],
      counts: [
        [4, 2, 0, 1],
        [4, 2, 0, 1],
      ],
    };
    expect(faultsOf(draft, known)).toEqual([
      'figure-not-of-figures figures.contests.1.invalid',
      'held-left-out held',
      'held-left-out held',
    ]);
    expect(
      faultsOf({ ...draft, held: holdReasonNames(checkArithmetic(draft.figures, SEPARATE)) }, known),
    ).not.toEqual([]);
  });

  test('with answers in the record that are none of a contest is told so', () => {
    for (const answers of [
      ['Hasan', 'Sri', 'Zainal', 'SUARA KOSONG / BLANK VOTE'],
      ['2. Sri Wahyuni', '1. Hasan Basri', '3. Zainal Abidin', 'SUARA KOSONG / BLANK VOTE'],
      ['1. Hasan Basri', '2. Sri Wahyuni', '3. Zainal Abidin'],
      ['1. Hasan Basri', '2. Sri Wahyuni', 'KOLOM KOSONG / EMPTY COLUMN', 'SUARA KOSONG / BLANK VOTE'],
    ]) {
      expect(faultsOf(draftOf(), { ...MELATI, questions: [{ answers }] })).toEqual([
        'answers-not-of-contest figures.contests.0',
      ]);
    }
  });
});

/** The station's own words: no record can contradict them one by one (docs/security-model.md). */
const ONLY_ITS_WORD: readonly RegExp[] = [
  /^registered\./,
  /^slips\./,
  /^slipBox\.inBox$/,
  /^slipBox\.contests\.\d\.options\.\d\.votes$/,
  // set to null: not counted
  /^tokens\.(issued|returned)=null$/,
  // the other rule of the blank vote, which is in the rule pack and not in the record
  /^contests\.0\.invalid=/,
  // the polling place is compared with the election object by `checkSignedResult`
  /^place$/,
];

function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function withLeaf(figures: PollingPlaceFigures, path: readonly string[], value: unknown): unknown {
  const copy: unknown = structuredClone(figures);
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = Object(holder)[key];
  Object(holder)[path.at(-1) ?? ''] = value;
  return copy;
}

test('any change of any single figure is contradicted, or is one of those few that are only the station’s word', () => {
  const paths = leavesOf(tps01.figures);
  const value = fc.oneof(
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom('trustees', 'slip-count', 'c1', 'c2', 'c3', 'c4', 'empty', 'blank', 'kepala-dusun', null),
  );
  const contradicted = new Set<string>();
  const believed = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(...paths), value, (path, changed) => {
      const parsed = parsePollingPlaceFigures(withLeaf(tps01.figures, path, changed));
      if (!parsed.ok || JSON.stringify(parsed.value) === JSON.stringify(tps01.figures)) return;
      const name = path.join('.');
      if (compareFigures({ figures: parsed.value, held: [] }, MELATI).length > 0) contradicted.add(name);
      else believed.add(changed === null || name.endsWith('.invalid') ? `${name}=${changed}` : name);
    }),
    { numRuns: 6000, seed: 1607 },
  );
  const unlisted = [...believed].filter((name) => !ONLY_ITS_WORD.some((listed) => listed.test(name)));
  expect(unlisted).toEqual([]);
  expect([...believed].filter((name) => name.includes('='))).toEqual(
    expect.arrayContaining(['tokens.issued=null', 'contests.0.invalid=0']),
  );
  // reached: everything that is not listed was changed and refused
  const reached = paths.map((path) => path.join('.'));
  const mustFall = reached.filter((name) => !ONLY_ITS_WORD.some((listed) => listed.test(name)));
  expect(mustFall.length).toBeGreaterThan(20);
  expect(mustFall.filter((name) => !contradicted.has(name))).toEqual([]);
});

describe('the result with the paper of a mobile group', () => {
  /** Three ballots came back: one for candidate 2, one blank, one that is not valid. */
  function withMobileGroup(): Draft {
    const draft = draftOf();
    const result = structuredClone(first(draft.figures.contests));
    result.options = result.options.map(({ key, votes }) => ({
      key,
      votes: key === 'c2' || key === 'blank' ? votes + 1 : votes,
    }));
    draft.figures.users = 11;
    draft.figures.registered = { L: 10, P: 10 };
    draft.figures.checkIns.DPT.L += 3;
    draft.figures.mobileGroup = {
      checkIns: 3,
      taken: 4,
      used: 3,
      unused: 1,
      spoiled: 0,
      counted: { inBox: 3, contests: [{ ...result, valid: 7, invalid: 3, total: 10 }] },
    };
    return draft;
  }
  const resultOf = (draft: Draft) => first(draft.figures.mobileGroup?.counted?.contests);

  test('stands beside the electronic votes of the record, by either rule of the blank vote; before it is counted it is no result', () => {
    expect(faultsOf(withMobileGroup())).toEqual([]);
    const apart = withMobileGroup();
    Object.assign(first(apart.figures.contests), { invalid: 0 });
    Object.assign(resultOf(apart), { invalid: 1 });
    expect(faultsOf(apart)).toEqual([]);
    const uncounted = withMobileGroup();
    Object.assign(uncounted.figures.mobileGroup ?? {}, { counted: null });
    expect(faultsOf(uncounted)).toEqual(['mobile-paper-not-counted figures.mobileGroup.counted']);
  });

  test('cannot take an electronic vote away without a reason to hold, nor hide in the electronic figures', () => {
    const stolen = withMobileGroup();
    const [c1, c2] = resultOf(stolen).options;
    Object.assign(c1 ?? {}, { votes: 3 });
    Object.assign(c2 ?? {}, { votes: 4 });
    expect(faultsOf(stolen)).toEqual(['held-left-out held']);
    const hidden = withMobileGroup();
    hidden.figures.contests = structuredClone(hidden.figures.mobileGroup?.counted?.contests ?? []);
    expect(faultsOf(hidden)).toContain('figure-not-of-record figures.contests.0.options.1.votes');
  });

  /** The paper votes of candidate 2 as a station with its key would write them, and everything that follows from them. */
  function stuffed(extra: number, change: Partial<NonNullable<Draft['figures']['mobileGroup']>>): Draft {
    const draft = withMobileGroup();
    const result = resultOf(draft);
    first(result.options.filter(({ key }) => key === 'c2')).votes += extra;
    result.valid += extra;
    result.total += extra;
    Object.assign(draft.figures.mobileGroup ?? {}, change);
    // enough people who came and left again for any total
    Object.assign(draft.figures, { users: 40, abandoned: 30, registered: { L: 40, P: 40 } });
    draft.figures.checkIns.DPT = { L: 20, P: 20 };
    return draft;
  }
  const countedOf = (draft: Draft, inBox: number) => ({
    inBox,
    contests: draft.figures.mobileGroup?.counted?.contests ?? [],
  });

  test('with more paper than was counted, used, marked or taken is held, or contradicted when it says that it is not', () => {
    const heldBy = (draft: Draft) => holdReasonNames(checkArithmetic(draft.figures, defaultRulePack));
    const id = first(withMobileGroup().figures.contests).contest;
    const enough = (draft: Draft) => {
      draft.figures.users = draft.figures.casts + draft.figures.abandoned;
      draft.figures.users += draft.figures.mobileGroup?.checkIns ?? 0;
      const { users } = draft.figures;
      draft.figures.checkIns.DPT = { L: 20, P: users - 20 };
      return draft;
    };
    // "12" typed instead of "2"
    const typo = enough(stuffed(10, {}));
    expect(heldBy(typo)).toEqual([`paper-votes-are-mobile-ballots-in-box:${id}`]);
    const inBox13 = enough(stuffed(10, {}));
    Object.assign(inBox13.figures.mobileGroup ?? {}, { counted: countedOf(inBox13, 13) });
    expect(heldBy(inBox13)).toEqual([
      'mobile-ballots-in-box-within-used',
      'mobile-ballots-in-box-within-check-ins',
    ]);
    const marks = enough(stuffed(10, { checkIns: 13, used: 13, unused: 0 }));
    Object.assign(marks.figures.mobileGroup ?? {}, { counted: countedOf(marks, 13) });
    expect(heldBy(marks)).toEqual([
      'mobile-ballots-used-and-spoiled-within-taken',
      'mobile-marks-within-taken',
    ]);
    const nobody = enough(stuffed(10, { checkIns: 0, taken: 0, used: 0, unused: 0 }));
    Object.assign(nobody.figures.mobileGroup ?? {}, { counted: countedOf(nobody, 0) });
    expect(heldBy(nobody)).toEqual([`paper-votes-are-mobile-ballots-in-box:${id}`]);
    for (const draft of [typo, inBox13, marks, nobody]) {
      expect(faultsOf(draft)).toEqual(heldBy(draft).map(() => 'held-left-out held'));
      expect(faultsOf({ ...draft, held: [...heldBy(draft)] })).toEqual([]);
    }
    expect(sumsThatHold(typo.figures).map(({ left, right }) => [left, right])).toEqual([[13, 3]]);
    expect(publishedDifferences(inBox13.figures).map(({ id: rule }) => rule)).toContain(
      'mobile-ballots-in-box-are-used',
    );
  });

  test('of which a ballot was pocketed is published and not held', () => {
    const draft = withMobileGroup();
    Object.assign(draft.figures.mobileGroup ?? {}, { used: 4, unused: 0 });
    draft.figures.users += 1;
    draft.figures.checkIns.DPT.L += 1;
    Object.assign(draft.figures.mobileGroup ?? {}, { checkIns: 4 });
    expect(faultsOf(draft)).toEqual([]);
    expect(publishedDifferences(draft.figures).map(({ id }) => id)).toEqual([
      'mobile-ballots-in-box-are-used',
    ]);
  });

  test('has the contests and options of the ballot, and figures that follow from its votes', () => {
    const renamed = withMobileGroup();
    Object.assign(resultOf(renamed), { contest: 'lain' });
    expect(faultsOf(renamed)).toContain('mobile-result-not-of-ballot figures.mobileGroup.counted.contests');
    const wrong = withMobileGroup();
    Object.assign(resultOf(wrong), { valid: 8, invalid: 2 });
    expect(faultsOf(wrong)).toEqual([
      'figure-not-of-figures figures.mobileGroup.counted.contests.0.valid',
      'figure-not-of-figures figures.mobileGroup.counted.contests.0.invalid',
      'held-left-out held',
    ]);
  });
});
