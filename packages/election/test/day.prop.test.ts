import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkArithmetic } from '../src/arithmetic.ts';
import { defaultRulePack } from '../src/default-rule-pack.ts';
import { phaseCommandSchema } from '../src/phase.ts';
import { openReleases } from '../src/pollbook.ts';
import { type Act, Day } from './day.ts';

const number = fc.nat(30);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...phaseCommandSchema.options)
      .map((command): Act => ({ act: 'command', command })),
  },
  { weight: 6, arbitrary: number.map((voter): Act => ({ act: 'check-in', voter })) },
  { weight: 6, arbitrary: number.map((card): Act => ({ act: 'token', card })) },
  {
    weight: 4,
    arbitrary: fc.tuple(number, number).map(([one, option]): Act => ({ act: 'cast', case: one, option })),
  },
  { weight: 1, arbitrary: number.map((one): Act => ({ act: 'spoil', case: one })) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 4 }).map((count): Act => ({ act: 'abandon', count })) },
);
const acts = fc.array(act, { minLength: 10, maxLength: 120, size: 'max' });
const morning: readonly Act[] = [
  { act: 'command', command: 'prove_zero' },
  { act: 'command', command: 'open' },
];

test('any sequence of acts: never more than one cast a check-in or a card, and when closed every sum holds', () => {
  const seen = { cast: 0, spoiled: 0, abandoned: 0, full: 0, refusedToken: 0, refusedSecondCheckIn: 0 };
  fc.assert(
    fc.property(acts, (sequence) => {
      const day = new Day();
      for (const one of [...morning, ...sequence]) {
        const phaseBefore = day.phase;
        const castsBefore = day.casts();
        const allowed = day.apply(one);
        const poll = day.poll();
        expect(openReleases(poll)).toBeGreaterThanOrEqual(0);
        expect(day.casts()).toBeLessThanOrEqual(day.checkedIn.size);
        for (const casts of day.castsByCard.values()) expect(casts).toBe(1);
        if (['closed', 'counted', 'sealed'].includes(phaseBefore)) {
          expect(['closed', 'counted', 'sealed']).toContain(day.phase);
          expect(day.casts()).toBe(castsBefore);
        }
        if (!allowed && one.act === 'token' && phaseBefore === 'open') seen.refusedToken += 1;
        if (!allowed && one.act === 'check-in' && phaseBefore === 'open') seen.refusedSecondCheckIn += 1;
      }
      day.close();
      expect(['closed', 'counted', 'sealed']).toContain(day.phase);
      const { holdReasons } = checkArithmetic(day.figures(), defaultRulePack);
      expect(holdReasons).toEqual([]);
      if (day.casts() > 0) seen.cast += 1;
      if (day.spoiledSlips > 0) seen.spoiled += 1;
      if (day.abandoned > 0) seen.abandoned += 1;
      if (day.casts() >= 5) seen.full += 1;
    }),
    { numRuns: 1000, seed: 1607 },
  );
  for (const [name, count] of Object.entries(seen)) expect([name, count >= 50]).toEqual([name, true]);
});

test('a pocketed slip never holds the record: it is a difference of slips, and only that', () => {
  let pocketed = 0;
  fc.assert(
    fc.property(acts, fc.integer({ min: 1, max: 3 }), (sequence, slips) => {
      const day = new Day();
      for (const one of [...morning, ...sequence]) day.apply(one);
      day.close();
      for (let slip = 0; slip < slips; slip += 1) day.apply({ act: 'pocket-slip' });
      const { holdReasons, slipDifferences } = checkArithmetic(day.figures(), defaultRulePack);
      expect(holdReasons).toEqual([]);
      const names = slipDifferences.map(({ id }) => id);
      expect(names.includes('slips-in-box-are-casts')).toBe(day.pocketed > 0);
      if (day.pocketed > 0) pocketed += 1;
    }),
    { numRuns: 300, seed: 1608 },
  );
  expect(pocketed).toBeGreaterThan(100);
});

test('planted: a station that takes a card without counting releases is caught, by the invariant or by the sums', () => {
  let caught = 0;
  fc.assert(
    fc.property(acts, (sequence) => {
      const day = new Day({ mayAcceptToken: () => true });
      let isCaught = false;
      for (const one of [...morning, ...sequence]) {
        day.apply(one);
        isCaught ||= day.casts() > day.checkedIn.size || openReleases(day.poll()) < 0;
      }
      day.close();
      isCaught ||= checkArithmetic(day.figures(), defaultRulePack).holdReasons.length > 0;
      const tookTooMany = day.casts() + day.abandoned > day.checkedIn.size;
      if (tookTooMany) expect(isCaught).toBe(true);
      if (isCaught) caught += 1;
    }),
    { numRuns: 300, seed: 1609 },
  );
  expect(caught).toBeGreaterThan(100);
});
