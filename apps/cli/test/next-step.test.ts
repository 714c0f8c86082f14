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
  expect(nextStep({ day, printers: [] }, false)).toBe(step);
});

test('in every phase of the day at least one line of the list is marked', () => {
  const places = Object.keys(DAY_PLACES) as (keyof typeof DAY_PLACES)[];
  const steps = PHASES.map(
    (phase): NextStep => nextStep({ day: { phase, casts: 0, onTheirWay: 0 }, printers: [] }, false),
  );
  for (const step of steps) expect(places.filter((place) => isDue(place, step)).length).toBeGreaterThan(0);
  expect(places.filter((place) => isDue(place, 'no-answer'))).toEqual([]);
});

const OPEN = { phase: 'open', casts: 3, onTheirWay: 1 } as const;
const PRINTER = {
  booth: 1,
  pluggedIn: true,
  paper: 'good',
  jam: 'none',
  lie: 'none',
  rowsUncut: 96,
  slipHangs: false,
};

test('while voting is open, what is at hand says where to go: pile, booth, slip in the window, broken printer', () => {
  expect(nextStep({ day: OPEN, printers: [PRINTER] }, false)).toBe('vote');
  expect(nextStep({ day: OPEN, printers: [PRINTER] }, true)).toBe('to-booth');
  const hanging = { ...PRINTER, booth: 2, rowsUncut: 700, slipHangs: true };
  expect(nextStep({ day: OPEN, printers: [PRINTER, hanging] }, true)).toBe('compare');
  for (const fault of [
    { jam: 'noticed' },
    { paper: 'out' },
    { pluggedIn: false },
    { lie: 'answers-without-moving' },
  ])
    expect(nextStep({ day: OPEN, printers: [{ ...hanging, ...fault }] }, true)).toBe('mend');
});

test('outside the voting hours neither a card nor a printer changes the step', () => {
  const printers = [{ ...PRINTER, jam: 'noticed', rowsUncut: 700, slipHangs: true }];
  expect(nextStep({ day: { ...OPEN, phase: 'paused' }, printers }, true)).toBe('resume');
  expect(nextStep({ day: { ...OPEN, phase: 'closed' }, printers }, true)).toBe('trustees');
});
