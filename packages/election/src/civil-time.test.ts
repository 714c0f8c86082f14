import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ageOn,
  civilClock,
  civilDate,
  civilTime,
  instantOf,
  parseCivilDate,
  parseCivilTime,
  ZONE_OFFSET_MINUTES,
  zoneSchema,
} from './civil-time.ts';

test('a civil date must be a day of the calendar', () => {
  for (const right of ['2024-02-29', '2000-02-29', '2026-12-31', '1850-01-01'])
    expect(parseCivilDate(right).ok).toBe(true);
  for (const wrong of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '1849-12-31',
    '2200-01-01',
  ]) {
    expect(parseCivilDate(wrong)).toEqual({ ok: false, error: 'civil-date' });
  }
  expect(parseCivilTime('23:59').ok).toBe(true);
  for (const wrong of ['24:00', '7:00', '07:60', '07.00', ''])
    expect(parseCivilTime(wrong)).toEqual({ ok: false, error: 'civil-time' });
});

test('07:00 in Jayapura is still yesterday in UTC', () => {
  const instant = instantOf(civilDate('2026-11-18'), civilTime('07:00'), 'WIT');
  expect(new Date(instant).toISOString()).toBe('2026-11-17T22:00:00.000Z');
  expect(civilClock(instant, 'WIT')).toEqual({ date: '2026-11-18', time: '07:00' });
  expect(civilClock(instant, 'WIB')).toEqual({ date: '2026-11-18', time: '05:00' });
});

test('any minute of any zone reads back from its instant', () => {
  let otherUtcDay = 0;
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-02'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.constantFrom(...zoneSchema.options),
      (moment, zone) => {
        const minute = Math.floor(moment.getTime() / 60_000) * 60_000;
        const clock = civilClock(minute, zone);
        expect(instantOf(clock.date, clock.time, zone)).toBe(minute);
        expect(ZONE_OFFSET_MINUTES[zone]).toBeGreaterThan(0);
        if (new Date(minute).toISOString().slice(0, 10) !== clock.date) otherUtcDay += 1;
      },
    ),
    { numRuns: 500, seed: 1607 },
  );
  expect(otherUtcDay).toBeGreaterThan(50);
});

test('age is counted in full years; 29 February counts from 1 March in other years', () => {
  const age = (birth: string, day: string) => ageOn(civilDate(birth), civilDate(day));
  expect(age('2009-11-18', '2026-11-17')).toBe(16);
  expect(age('2009-11-18', '2026-11-18')).toBe(17);
  expect(age('2008-02-29', '2025-02-28')).toBe(16);
  expect(age('2008-02-29', '2025-03-01')).toBe(17);
  expect(age('2027-01-01', '2026-11-18')).toBe(-1);
});
