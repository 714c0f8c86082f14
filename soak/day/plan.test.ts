import { expect, test } from 'vitest';
import {
  type DayPlan,
  LARGEST_DAY,
  MOMENTS,
  PRINTER_STOPS,
  planDay,
  STICK_FAULTS,
  WRITE_STEPS,
} from './plan.ts';

const plans: readonly DayPlan[] = Array.from({ length: 400 }, (_, seed) => planDay(seed));

test('the same seed gives the same people and the same faults, another seed others', () => {
  expect(planDay(7)).toEqual(planDay(7));
  expect(planDay(7)).not.toEqual(planDay(8));
});

test('400 days reach every fault, every moment and every write', () => {
  const atMoments = plans.flatMap((plan) => plan.atMoments);
  const atTurns = plans.flatMap((plan) => plan.atTurns.map(({ fault }) => fault));
  const reached = new Set<string>([
    ...atMoments.flatMap(({ moment, fault }) => [
      moment,
      fault.kind,
      fault.kind === 'printer-stops' ? `printer: ${fault.how}` : '',
    ]),
    ...atTurns.flatMap((fault) => [
      fault.kind,
      fault.kind === 'stick-fails' ? `stick: ${fault.how}` : '',
      fault.kind === 'station-killed' ? fault.step : '',
      'goOnWith' in fault ? fault.goOnWith : '',
    ]),
    ...plans.flatMap(({ voters }) => voters.map(({ conduct }) => conduct)),
  ]);
  const wanted = [
    ...MOMENTS,
    ...WRITE_STEPS,
    ...PRINTER_STOPS.map((how) => `printer: ${how}`),
    ...STICK_FAULTS.map((how) => `stick: ${how}`),
    ...['booth-dies', 'power-returns', 'station-dies', 'line-out', 'printer-lies', 'printer-stops'],
    ...[
      'clock-jumps',
      'stick-slow',
      'lan-down',
      'takeover',
      'stick-pulled',
      'stick-fails',
      'first-medium-fails',
      'station-killed',
    ],
    ...['new-medium', 'one-medium'],
    ...['votes', 'rejects-slip-once', 'proves-first', 'leaves'],
  ];
  expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
});

test('no day is larger than the place that is prepared for all of them', () => {
  for (const { booths, desks, voters } of plans) {
    expect(booths).toBeLessThanOrEqual(LARGEST_DAY.booths);
    expect(desks).toBeLessThanOrEqual(LARGEST_DAY.desks);
    expect(voters.length).toBeLessThanOrEqual(LARGEST_DAY.voters);
    expect(voters.every(({ option }) => option < LARGEST_DAY.options)).toBe(true);
  }
});
