import { PHASES } from '@bilik/words/catalogue/phase';
import { expect, test } from 'vitest';
import { DAY_PLACES, isDue, type NextStep, nextStep } from '../pages/outside/next-step.ts';

const day = (phase: (typeof PHASES)[number], casts: number, onTheirWay: number, given = 0) => ({
  phase,
  casts,
  onTheirWay,
  openCases: 0,
  shares: { given, needed: 3 },
  testDue: null,
});

test.each([
  [null, 'no-answer'],
  [day('configured', 0, 0), 'zero-report'],
  [{ ...day('configured', 0, 0), testDue: 'self-test' }, 'self-test'],
  [{ ...day('configured', 0, 0), testDue: 'begin-logic-test' }, 'begin-logic-test'],
  [{ ...day('configured', 0, 0), testDue: 'logic-test' }, 'logic-test'],
  [day('zero_proven', 0, 0), 'open'],
  [day('open', 0, 0), 'check-in'],
  [day('open', 0, 1), 'vote'],
  [day('open', 4, 2), 'vote'],
  [day('open', 4, 0), 'more-or-close'],
  [day('paused', 4, 2), 'resume'],
  [day('closed', 4, 0), 'trustees'],
  [day('closed', 4, 0, 2), 'trustees'],
  [day('closed', 4, 0, 3), 'open-sum'],
  [day('counted', 4, 0), 'minutes'],
  [day('sealed', 4, 0), 'check'],
] as const)('%j: %s', (now, step) => {
  expect(nextStep({ day: now, printers: [] }, false)).toBe(step);
});

test('in every phase of the day at least one line of the list is marked', () => {
  const places = Object.keys(DAY_PLACES) as (keyof typeof DAY_PLACES)[];
  const steps = PHASES.map((phase): NextStep => nextStep({ day: day(phase, 0, 0), printers: [] }, false));
  for (const step of steps) expect(places.filter((place) => isDue(place, step)).length).toBeGreaterThan(0);
  expect(places.filter((place) => isDue(place, 'no-answer'))).toEqual([]);
});

const OPEN = day('open', 3, 1);
const PRINTER = {
  booth: 1,
  pluggedIn: true,
  paper: 'good',
  jam: 'none',
  lie: 'none',
  windowLook: 1,
  slipHangs: false,
};

test('while voting is open, what is at hand says where to go: pile, booth, slip in the window, broken printer', () => {
  expect(nextStep({ day: OPEN, printers: [PRINTER] }, false)).toBe('vote');
  expect(nextStep({ day: OPEN, printers: [PRINTER] }, true)).toBe('to-booth');
  const hanging = { ...PRINTER, booth: 2, slipHangs: true };
  expect(nextStep({ day: OPEN, printers: [PRINTER, hanging] }, true)).toBe('follow-booth');
  expect(nextStep({ day: { ...OPEN, openCases: 1 }, printers: [PRINTER] }, true)).toBe('follow-booth');
  for (const fault of [
    { jam: 'noticed' },
    { paper: 'out' },
    { pluggedIn: false },
    { lie: 'answers-without-moving' },
  ])
    expect(nextStep({ day: OPEN, printers: [{ ...hanging, ...fault }] }, true)).toBe('mend');
});

test('outside the voting hours neither a card nor a printer changes the step', () => {
  const printers = [{ ...PRINTER, jam: 'noticed', slipHangs: true }];
  expect(nextStep({ day: { ...OPEN, phase: 'paused' }, printers }, true)).toBe('resume');
  expect(nextStep({ day: { ...OPEN, phase: 'closed' }, printers }, true)).toBe('trustees');
});
