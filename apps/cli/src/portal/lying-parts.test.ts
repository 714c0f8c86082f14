import { hexSha256, type PublishedPart } from '@bilik/publication';
import type { ResultContent } from '@bilik/transfer/signed-code';
import { describe, expect, test } from 'vitest';
import { foundIn, withParts, withPlace, withSheetCodes } from '../../test/lying-site.ts';
import { FIGURES } from '../../test/made-record.ts';
import { resultText } from '../../test/made-result.ts';
import { codeText, madeEvidence, PLACE } from '../../test/made-site.ts';

const { part } = madeEvidence();

describe('the paper of a mobile group, as the station signed it with its electronic votes', () => {
  const PAPER = 3;
  const { registered } = FIGURES;
  const DPT = { ...FIGURES.checkIns.DPT, L: registered.L, P: registered.P };
  const users = DPT.L + DPT.P;
  const figures: typeof FIGURES = {
    ...FIGURES,
    users,
    checkIns: { ...FIGURES.checkIns, DPT },
    abandoned: users - FIGURES.casts - PAPER,
    mobileGroup: {
      ...{ checkIns: PAPER, taken: PAPER, used: PAPER, unused: 0, spoiled: 0 },
      counted: {
        inBox: PAPER,
        contests: FIGURES.contests.map((contest) => ({
          ...contest,
          options: contest.options.map(({ key, votes }) => ({
            key,
            votes: key === 'c2' ? votes + PAPER : votes,
          })),
          valid: contest.valid + PAPER,
          total: contest.total + PAPER,
        })),
      },
    },
  };
  const result = new TextEncoder().encode(resultText({ figures }));
  const evidence = { ...part.evidence, signedResult: hexSha256(result), code: null };
  const electronic: PublishedPart = {
    ...part,
    figures: { ...part.figures, users: users - PAPER },
    evidence,
  };
  const mobile: PublishedPart = {
    source: 'mobile-group',
    figures: {
      ...{ users: PAPER, valid: PAPER, invalid: 0, blank: 0, total: PAPER },
      options: part.figures.options.map(({ key }) => ({ key, votes: key === 'c2' ? PAPER : 0 })),
    },
    evidence: { ...evidence, record: null, voidList: null },
  };
  const found = (...parts: readonly PublishedPart[]) => foundIn(withParts(parts, result));

  test('is right as both halves', async () => {
    expect(await found(electronic, mobile)).toEqual([]);
  });

  test('left out, or shown without the electronic votes, is another result: it is named', async () => {
    expect(await found(electronic)).toEqual([`records differs ${PLACE}`]);
    const alone = { ...mobile, evidence: { ...evidence } };
    const without = await found(alone);
    expect(without).toContain(`snapshot differs places.${PLACE}.parts.0.evidence`);
    expect(without).toContain(`records differs ${PLACE}`);
  });

  test('carries no record of its own', async () => {
    const found = await foundIn(withParts([electronic, { ...mobile, evidence }], result));
    expect(found).toContain(`snapshot differs places.${PLACE}.parts.1.evidence`);
  });
});

test('other registered voters than the station signed: another turnout', async () => {
  const lie = withPlace((place) => {
    place.registered = { L: place.registered.L + 1, P: place.registered.P - 1 };
  });
  expect(await foundIn(lie)).toEqual([`records differs ${PLACE}`]);
});

test('a void list that is left out, and one that is named and not there', async () => {
  const leftOut = withPlace(({ result }) => {
    for (const { evidence } of result?.parts ?? []) evidence.voidList = null;
  });
  expect(await foundIn(leftOut)).toEqual([
    `snapshot differs places.${PLACE}.parts.0.evidence`,
    `records differs ${PLACE}`,
  ]);
  const gone = withPlace(() => {});
  const files = new Map([...gone.files].filter(([sha256]) => sha256 !== part.evidence.voidList));
  expect(await foundIn({ ...gone, files })).toEqual([`records missing ${PLACE}`]);
});

test('the contest of a village that the station did not count', async () => {
  const lie = withPlace((_place, village) => {
    if (village.contest !== null) village.contest.id = 'kepala-dusun';
  });
  // named at the record, and at the code
  expect(await foundIn(lie)).toEqual([`records differs ${PLACE}`, `codes differs ${PLACE}`]);
});

test('a count shown under the title of another office than its voters were asked about', async () => {
  const lie = withPlace((_place, village) => {
    if (village.contest !== null) village.contest.title = { id: 'Ketua BPD', en: 'Chair of the council' };
  });
  expect(await foundIn(lie)).toEqual([`records differs ${PLACE}`]);
});

describe('a code that says something else beside the votes', () => {
  test.each<readonly [string, Partial<ResultContent>]>([
    ['slips that the station did not sign', { slips: { printed: 1, spoiled: 0, inBox: 1 } }],
    ['sums that do not hold', { heldSums: 3 }],
    ['another source', { source: 'slip-count' }],
  ])('%s', async (_what, change) => {
    const evidence = { ...part.evidence, code: codeText(() => change) };
    expect(await foundIn(withParts([{ ...part, evidence }]))).toEqual([`codes differs ${PLACE}`]);
  });

  test.each<readonly [string, (content: ResultContent) => Partial<ResultContent>]>([
    ['another source', () => ({ source: 'trustees' })],
    ['sums that do not hold', () => ({ heldSums: 3 })],
    ['another number of papers', ({ slips }) => ({ slips: { ...slips, inBox: 1 } })],
    [
      'another contest',
      ({ contests }) => ({ contests: contests.map((one) => ({ ...one, contest: 'anggota-bpd' })) }),
    ],
    [
      'blank votes that nobody shows',
      ({ contests }) => ({
        contests: contests.map((one) => ({ ...one, options: [...one.options, { key: 'blank', votes: 1 }] })),
      }),
    ],
  ])('of a sheet: %s', async (_what, change) => {
    const { made, place } = withSheetCodes(() => {}, change);
    expect(await foundIn(made)).toEqual([`codes differs ${place}`]);
  });
});
