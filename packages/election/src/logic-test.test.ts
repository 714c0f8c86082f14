import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contestOf } from '../test/village.ts';
import type { Contest } from './definition.ts';
import {
  compareLogicTest,
  type LogicTestScript,
  logicTestBooths,
  logicTestDifferences,
  logicTestScript,
  unusedTestCards,
} from './logic-test.ts';

/** Contests with so many candidates each, for so many booths. */
function placeOf(booths: number, candidates: readonly number[]): { booths: number; contests: Contest[] } {
  return {
    booths,
    contests: candidates.map((count, position) => ({ ...contestOf(count), id: `contest-${position + 1}` })),
  };
}

/** What is counted when each booth takes option `i` of contest `c` for `swaps[booth][c][i]`. */
function countWith(script: LogicTestScript, swaps: readonly (readonly (readonly number[])[])[]) {
  return script.expected.map(({ contest, options }, position) => ({
    contest,
    options: options.map(({ key }, option) => ({
      key,
      votes: script.booths
        .flatMap(({ ballots }, booth) =>
          ballots.map((choices) => swaps[booth]?.[position]?.[choices[position] ?? -1]),
        )
        .filter((taken) => taken === option).length,
    })),
  }));
}

describe('known votes for every booth', () => {
  test('three candidates and the blank vote: 1, 2, 3 and 4 votes a booth', () => {
    const script = logicTestScript(placeOf(2, [3]));
    expect(script.casts).toBe(20);
    expect(script.booths.map(({ booth }) => booth)).toEqual([1, 2]);
    expect(script.expected).toEqual([
      {
        contest: 'contest-1',
        options: [
          { key: 'c1', votes: 2 },
          { key: 'c2', votes: 4 },
          { key: 'c3', votes: 6 },
          { key: 'blank', votes: 8 },
        ],
      },
    ]);
  });

  test('booths that exchange options anywhere are seen by the sum alone; booths that do not are passed', () => {
    const reached = { passed: 0, caught: 0 };
    const size = fc.record({
      booths: fc.integer({ min: 1, max: 4 }),
      candidates: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    });
    const place = size.chain(({ booths, candidates }) => {
      const script = logicTestScript(placeOf(booths, candidates));
      const exchange = fc.tuple(
        ...script.expected.map(({ options }) => {
          const order = options.map((_, option) => option);
          return fc.oneof(
            { weight: 3, arbitrary: fc.constant(order) },
            {
              weight: 1,
              arbitrary: fc.shuffledSubarray(order, { minLength: order.length, maxLength: order.length }),
            },
          );
        }),
      );
      return fc.tuple(fc.constant(script), fc.array(exchange, { minLength: booths, maxLength: booths }));
    });
    fc.assert(
      fc.property(place, ([script, swaps]) => {
        const honest = swaps.every((booth) => booth.every((order) => order.every((to, from) => to === from)));
        const mismatches = compareLogicTest(script, countWith(script, swaps));
        expect(mismatches.length === 0).toBe(honest);
        reached[honest ? 'passed' : 'caught'] += 1;
      }),
      { numRuns: 2_000, seed: 1607 },
    );
    expect(reached.passed).toBeGreaterThan(100);
    expect(reached.caught).toBeGreaterThan(500);
  });

  test('a lost ballot, a doubled one and a missing contest are seen', () => {
    const script = logicTestScript(placeOf(1, [2]));
    const [contest] = script.expected;
    const changed = (by: number) => [
      {
        contest: 'contest-1',
        options: (contest?.options ?? []).map(({ key, votes }) => ({
          key,
          votes: key === 'c2' ? votes + by : votes,
        })),
      },
    ];
    expect(compareLogicTest(script, changed(-1))).toEqual([
      { contest: 'contest-1', option: 'c2', expected: 2, found: 1 },
    ]);
    expect(compareLogicTest(script, changed(1))).toHaveLength(1);
    expect(compareLogicTest(script, [])).toHaveLength(3);
    expect(compareLogicTest(script, script.expected)).toEqual([]);
  });
});

describe('cards that were left over', () => {
  const definition = placeOf(2, [3, 1]);
  const SCRIPT = 10;
  /** Of the first contest at booth 1 and 2: how often each option was counted, opened and on slips alike; the second contest as the script says. */
  const differencesOf = (counted: readonly (readonly number[])[]) => {
    const votesAt = (booth: number, contest: string, option: number, expected: number) =>
      contest === 'contest-1' ? (counted[booth - 1]?.[option] ?? 0) : expected;
    const { expected } = logicTestScript({ ...definition, booths: 1 });
    const opened = (booth: number) =>
      expected.map(({ contest, options }) => ({
        contest,
        options: options.map(({ key, votes }, option) => ({
          key,
          votes: votesAt(booth, contest, option, votes),
        })),
      }));
    const booths = logicTestBooths(definition, opened, (booth, contest, key) => {
      const options = opened(booth).find((other) => other.contest === contest)?.options ?? [];
      return options.find((option) => option.key === key)?.votes ?? 0;
    });
    return logicTestDifferences({ booths });
  };
  const faults = (counted: readonly (readonly number[])[]) =>
    differencesOf(counted).map(({ booth, fault }) => `${booth} ${fault}`);

  test('nothing is suspected of a swap where every option has too few', () => {
    const two = [
      [1, 1, 0, 0],
      [0, 0, 0, 0],
    ];
    expect(new Set(faults(two))).toEqual(new Set(['1 cards-unused', '2 cards-unused']));
    expect(unusedTestCards(differencesOf(two), SCRIPT)).toEqual([
      { booth: 1, used: 2 },
      { booth: 2, used: 0 },
    ]);
  });

  test('planted: an option with too many is a swap, however many cards are left', () => {
    const swapped = [
      [2, 0, 0, 0],
      [1, 2, 3, 4],
    ];
    expect(new Set(faults(swapped))).toEqual(new Set(['1 takes-other']));
    expect(unusedTestCards(differencesOf(swapped), SCRIPT)).toEqual([]);
  });
});
