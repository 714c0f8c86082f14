import { PHASES } from '@bilik/words/catalogue/phase';
import { expect, test } from 'vitest';
import { DAY_PLACES, isDue, type NextStep, nextStep } from '../pages/outside/next-step.ts';

test.each([
  [null, 'no-answer'],
  [{ phase: 'configured', casts: 0, onTheirWay: 0 }, 'zero-report'],
  [{ phase: 'zero_proven', casts: 0, onTheirWay: 0 }, 'open'],
  [{ phase: 'open', casts: 0, onTheirWay: 0 }, 'check-in'],
  [{ phase: 'open', casts: 0, onTheirWay: 1 }, 'vote'],
  [{ phase: 'open', casts: 4, onTheirWay: 2 }, 'vote'],
  [{ phase: 'open', casts: 4, onTheirWay: 0 }, 'more-or-close'],
  [{ phase: 'paused', casts: 4, onTheirWay: 2 }, 'resume'],
  [{ phase: 'closed', casts: 4, onTheirWay: 0 }, 'trustees'],
  [{ phase: 'counted', casts: 4, onTheirWay: 0 }, 'minutes'],
  [{ phase: 'sealed', casts: 4, onTheirWay: 0 }, 'check'],
] as const)('%j: %s', (day, step) => {
  expect(nextStep(day)).toBe(step);
});

test('in every phase of the day at least one line of the list is marked', () => {
  const places = Object.keys(DAY_PLACES) as (keyof typeof DAY_PLACES)[];
  const steps = PHASES.map((phase): NextStep => nextStep({ phase, casts: 0, onTheirWay: 0 }));
  for (const step of steps) expect(places.filter((place) => isDue(place, step)).length).toBeGreaterThan(0);
  expect(places.filter((place) => isDue(place, 'no-answer'))).toEqual([]);
});
