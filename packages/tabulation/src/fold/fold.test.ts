import { pollingPlaceIdSchema } from '@bilik/election';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areasAround, isWithin } from './areas.ts';
import { type PlaceContest, type ResultChange, resultChangeSchema } from './result-change.ts';
import {
  addDelta,
  deltaForArea,
  type ExpectedPlace,
  effectOf,
  emptyTally,
  type PlaceStanding,
  recount,
  type Tally,
  tallyKey,
} from './tally.ts';

const PLACES = ['16.07.05.2003-001', '16.07.05.2003-002', '16.07.05.2004-001', '16.08.01.2001-001'].map(
  (id) => pollingPlaceIdSchema.parse(id),
);
const [P1 = PLACES[0] ?? pollingPlaceIdSchema.parse('')] = PLACES;
const EXPECTED: readonly ExpectedPlace[] = PLACES.flatMap((place) => [
  { place, contest: 'kepala-desa', contestArea: place.slice(0, 13) },
  { place, contest: 'gubernur', contestArea: '16' },
]);
const result = (first: number, second: number): PlaceContest => ({
  registered: 100,
  users: first + second,
  options: [
    { key: 'c1', votes: first },
    { key: 'c2', votes: second },
  ],
  valid: first + second,
  invalid: 0,
  total: first + second,
});
const recorded = (
  place: ResultChange['place'],
  contest: string,
  version: number,
  first: number,
  second: number,
) => ({ kind: 'recorded', place, contest, version, result: result(first, second) }) as const;

describe('sums', () => {
  test('an area holds the places below it, and codes that only begin alike are not inside', () => {
    expect(areasAround(P1)).toEqual(['', '16', '16.07', '16.07.05', '16.07.05.2003', P1]);
    expect(isWithin('16.07.05', '16.07')).toBe(true);
    expect(isWithin(P1, '16.07.05.2003')).toBe(true);
    expect(isWithin('16.07', '16.07.05')).toBe(false);
    expect(isWithin('16.071', '16.07')).toBe(false);
    expect(isWithin('16.07', '')).toBe(true);
  });

  test('coverage goes with every sum; votes by option stop at the area in which they name the same people', () => {
    const counted = recount(EXPECTED, [
      recorded(P1, 'kepala-desa', 1, 40, 30),
      recorded(P1, 'gubernur', 1, 20, 50),
    ]);
    if (!counted.ok) throw new Error('the stream follows');
    const sum = (contest: string, area: string) => counted.value.tallies.get(tallyKey(contest, area));
    expect(sum('kepala-desa', '16.07.05.2003')).toMatchObject({ expected: 2, counted: 1, valid: 70 });
    expect(sum('kepala-desa', '16.07.05.2003')?.options.get('c1')).toBe(40);
    expect(sum('kepala-desa', '16.07')).toMatchObject({ expected: 3, counted: 1, valid: 70 });
    expect(sum('kepala-desa', '16.07')?.options.size).toBe(0);
    expect(sum('gubernur', '16')?.options.get('c2')).toBe(50);
    expect(sum('gubernur', '')?.options.size).toBe(0);
  });

  test('a correction downwards is an event with its reason, and a stream that does not follow is named at its place', () => {
    const down: ResultChange = {
      kind: 'corrected',
      place: P1,
      contest: 'gubernur',
      version: 2,
      result: result(10, 50),
      reason: 'Salah tulis di lembar',
    };
    const counted = recount(EXPECTED, [recorded(P1, 'gubernur', 1, 20, 50), down]);
    expect(counted).toMatchObject({
      ok: true,
      value: {
        falls: [{ change: 1, reason: 'Salah tulis di lembar', figures: ['users', 'valid', 'total', 'c1'] }],
      },
    });
    const problemOf = (changes: readonly ResultChange[]) => {
      const answer = recount(EXPECTED, changes);
      return answer.ok ? 'follows' : `${answer.error.change} ${answer.error.problem.type}`;
    };
    const first = recorded(P1, 'gubernur', 1, 20, 50);
    expect(problemOf([first, first])).toBe('1 already-recorded');
    expect(problemOf([down])).toBe('0 nothing-recorded');
    expect(problemOf([first, { ...down, version: 1 }])).toBe('1 version-not-next');
    expect(
      problemOf([
        first,
        { kind: 'withdrawn', place: P1, contest: 'gubernur', reason: 'Pungut ulang' },
        first,
      ]),
    ).toBe('2 version-not-next');
    expect(problemOf([{ ...first, contest: 'bupati' }])).toBe('0 place-not-expected');
    expect(resultChangeSchema.safeParse({ ...down, reason: '' }).success).toBe(false);
    expect(resultChangeSchema.safeParse({ ...first, result: { ...first.result, users: -1 } }).success).toBe(
      false,
    );
  });

  test('kept change by change, in any grouping of places, they are what a recount finds; no figure ever falls without a reason', () => {
    const reached = { recorded: 0, corrected: 0, withdrawn: 0, falls: 0 };
    const anyStep = fc.record({
      place: fc.constantFrom(...PLACES),
      contest: fc.constantFrom('kepala-desa', 'gubernur'),
      what: fc.constantFrom('count', 'count', 'count', 'withdraw'),
      first: fc.integer({ min: 0, max: 90 }),
      second: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const standings = new Map<string, PlaceStanding>();
        const sums = new Map<string, Tally>();
        const changes: ResultChange[] = [];
        for (const { place, contest, what, first, second } of steps) {
          const own = tallyKey(contest, place);
          const before = standings.get(own) ?? null;
          const version = (before?.version ?? 0) + 1;
          const change: ResultChange =
            what === 'withdraw'
              ? { kind: 'withdrawn', place, contest, reason: 'Pungut ulang' }
              : before?.result
                ? {
                    kind: 'corrected',
                    place,
                    contest,
                    version,
                    result: result(first, second),
                    reason: 'Hitung ulang',
                  }
                : recorded(place, contest, version, first, second);
          const effect = effectOf(before, change);
          if (!effect.ok) continue;
          changes.push(change);
          reached[change.kind] += 1;
          standings.set(own, effect.value.standing);
          const contestArea = contest === 'gubernur' ? '16' : place.slice(0, 13);
          for (const area of areasAround(place)) {
            const key = tallyKey(contest, area);
            const old = sums.get(key) ?? emptyTally(0);
            const next = addDelta(old, deltaForArea(effect.value.delta, area, contestArea));
            const fell = next.users < old.users || next.total < old.total || next.counted < old.counted;
            if (fell) {
              reached.falls += 1;
              expect(change.kind).not.toBe('recorded');
              expect(effect.value.falls.length).toBeGreaterThan(0);
            }
            sums.set(key, next);
          }
        }
        const counted = recount(EXPECTED, changes);
        if (!counted.ok) throw new Error('what was kept follows');
        for (const [key, sum] of sums) {
          const { expected, ...figures } = counted.value.tallies.get(key) ?? emptyTally(0);
          expect({ ...sum, expected: 0 }).toEqual({ ...figures, expected: 0 });
          expect(figures.counted).toBeLessThanOrEqual(expected);
        }
        // what stands, summed by hand for the whole country
        const standing = [...standings].filter(([key]) => key.startsWith('gubernur|'));
        const votes = standing.reduce((total, [, { result: one }]) => total + (one?.valid ?? 0), 0);
        expect(counted.value.tallies.get('gubernur|')?.valid).toBe(votes);
      }),
      { numRuns: 400, seed: 1607 },
    );
    for (const [name, times] of Object.entries(reached)) expect(times, name).toBeGreaterThan(100);
  });
});
