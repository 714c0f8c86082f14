import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type HandCountFigures,
  type HandFigureChange,
  handCountChanges,
  pileMismatch,
} from './hand-count.ts';

const few = fc.nat(3);
const KEYS = ['c1', 'c2', 'blank'] as const;
const slipBox = fc.record({
  inBox: few,
  contests: fc.tuple(...['kepala-desa', 'bpd'].map((contest) => contestOf(contest))),
});
const handCount: fc.Arbitrary<HandCountFigures> = fc.record({
  cardsLeft: few,
  cardsReturned: few,
  slipBox: fc.option(slipBox, { freq: 3 }),
});

function contestOf(contest: string) {
  return fc
    .tuple(few, few, few)
    .map((votes) => ({ contest, options: KEYS.map((key, index) => ({ key, votes: votes[index] ?? 0 })) }));
}

/** Puts the changes over a count, one after the other; a box without a figure is closed. */
function corrected(count: HandCountFigures, changes: readonly HandFigureChange[]): HandCountFigures {
  const now = (contest: string | null, figure: HandFigureChange['figure'], written: number | null) => {
    const change = changes.find((one) => one.contest === contest && one.figure === figure);
    if (change !== undefined) expect(change.before).toBe(written);
    return change === undefined ? written : change.after;
  };
  const votesOf = (contest: string, key: (typeof KEYS)[number]) =>
    count.slipBox?.contests
      .find((one) => one.contest === contest)
      ?.options.find((option) => option.key === key)?.votes ?? null;
  const inBox = now(null, 'inBox', count.slipBox?.inBox ?? null);
  return {
    cardsLeft: now(null, 'cardsLeft', count.cardsLeft) ?? -1,
    cardsReturned: now(null, 'cardsReturned', count.cardsReturned) ?? -1,
    slipBox:
      inBox === null
        ? null
        : {
            inBox,
            contests: ['kepala-desa', 'bpd'].map((contest) => ({
              contest,
              options: KEYS.map((key) => ({ key, votes: now(contest, key, votesOf(contest, key)) ?? -1 })),
            })),
          },
  };
}

test('the changes tell a correction whole and nothing beside it: put over the earlier count they give the later one', () => {
  const reached = { same: 0, opened: 0, closed: 0, perOption: 0, cards: 0 };
  fc.assert(
    fc.property(
      handCount,
      fc.oneof({ weight: 5, arbitrary: handCount }, fc.constant(null)),
      (before, other) => {
        const after = other ?? structuredClone(before);
        const changes = handCountChanges(before, after);
        expect(corrected(before, changes)).toEqual(after);
        for (const change of changes) expect(change.before).not.toBe(change.after);
        expect(new Set(changes.map(({ contest, figure }) => `${contest} ${figure}`)).size).toBe(
          changes.length,
        );
        // the way back is the same change turned round
        const back = handCountChanges(after, before).map((change) => JSON.stringify(change));
        const turned = changes.map((change) => ({ ...change, before: change.after, after: change.before }));
        expect(new Set(back)).toEqual(new Set(turned.map((change) => JSON.stringify(change))));
        if (changes.length === 0) reached.same += 1;
        if (before.slipBox === null && after.slipBox !== null) reached.opened += 1;
        if (before.slipBox !== null && after.slipBox === null) reached.closed += 1;
        if (changes.some((change) => change.contest !== null && change.before !== null))
          reached.perOption += 1;
        if (changes.some(({ figure }) => figure === 'cardsReturned')) reached.cards += 1;
      },
    ),
    { numRuns: 1000, seed: 1607 },
  );
  for (const [what, times] of Object.entries(reached)) expect(times, what).toBeGreaterThan(20);
});

test('a slip that was read wrongly moves the box and one option; figures come in the order of the form', () => {
  const count = (inBox: number, first: number): HandCountFigures => ({
    cardsLeft: 60,
    cardsReturned: 1,
    slipBox: {
      inBox,
      contests: [
        {
          contest: 'kepala-desa',
          options: [
            { key: 'c1', votes: first },
            { key: 'blank', votes: 0 },
          ],
        },
      ],
    },
  });
  expect(handCountChanges(count(41, 41), { ...count(40, 40), cardsLeft: 61 })).toEqual([
    { contest: null, figure: 'cardsLeft', before: 60, after: 61 },
    { contest: null, figure: 'inBox', before: 41, after: 40 },
    { contest: 'kepala-desa', figure: 'c1', before: 41, after: 40 },
  ]);
  // a box that was opened only now is no box that was empty before
  expect(handCountChanges({ ...count(0, 0), slipBox: null }, count(0, 0))).toEqual([
    { contest: null, figure: 'inBox', before: null, after: 0 },
    { contest: 'kepala-desa', figure: 'c1', before: null, after: 0 },
    { contest: 'kepala-desa', figure: 'blank', before: null, after: 0 },
  ]);
});

test('a pile that cannot be is found: paper that is no sum, and more slips by option than slips', () => {
  const mismatch = (slips: readonly number[], paper?: readonly number[], invalid = 0) => {
    const pile = (contest: string, votes: readonly number[]) => ({
      contest,
      options: KEYS.map((key, index) => ({ key, votes: votes[index] ?? 0 })),
    });
    return pileMismatch({
      cardsLeft: 0,
      cardsReturned: 0,
      slipBox: { inBox: 4, contests: [pile('bpd', [4, 0, 0]), pile('kepala-desa', slips)] },
      paper:
        paper === undefined
          ? undefined
          : { inBox: 3, contests: [{ ...pile('kepala-desa', paper), invalid }] },
    });
  };
  expect(mismatch([1, 2, 1])).toBeNull();
  // one slip cannot be read: a difference that is published
  expect(mismatch([1, 1, 1])).toBeNull();
  expect(mismatch([1, 12, 1])).toEqual({ pile: 'slips', contest: 'kepala-desa', sum: 14, inBox: 4 });
  expect(mismatch([1, 2, 1], [0, 2, 0], 1)).toBeNull();
  expect(mismatch([1, 2, 1], [0, 12, 0], 1)).toEqual({
    pile: 'paper',
    contest: 'kepala-desa',
    sum: 13,
    inBox: 3,
  });
  expect(mismatch([1, 2, 1], [0, 2, 0])).toMatchObject({ pile: 'paper', sum: 2 });
});
