import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contestOf } from '../test/village.ts';
import type { Contest } from './definition.ts';
import { compareLogicTest, type LogicTestScript, logicTestScript } from './logic-test.ts';

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
