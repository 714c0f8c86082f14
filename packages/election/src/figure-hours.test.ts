import { expect, test } from 'vitest';
import { civilTime } from './civil-time.ts';
import { lastFigureHour, nextFigureHour } from './figure-hours.ts';

const opens = civilTime('07:30');

test.each([
  ['06:59', 1, undefined, '07:00'],
  ['07:00', 1, 7, '08:00'],
  ['08:59', 1, 8, '09:00'],
  ['09:00', 1, 9, '10:00'],
  ['09:59', 2, 9, '11:00'],
  ['10:59', 2, 9, '11:00'],
  ['11:00', 2, 11, '13:00'],
  ['23:10', 1, 23, undefined],
  ['12:00', 0, undefined, undefined],
])('at %s, every %s hours: figures of %s, next at %s', (now, everyHours, last, next) => {
  expect(lastFigureHour(civilTime(now), { opens, everyHours })).toBe(last);
  expect(nextFigureHour(civilTime(now), { opens, everyHours })).toBe(next);
});
