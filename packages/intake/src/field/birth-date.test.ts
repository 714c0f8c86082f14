import { civilDate } from '@bilik/election';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialOf } from '../synthetic/list-table.ts';
import { dateOfSerial, partBirthPlaceAndDate, readBirthDate } from './birth-date.ts';

const RULES = { dateSystem: 1900, votingDate: civilDate('2026-11-15'), twoDigitYears: 'ask' } as const;

describe('days of spreadsheets', () => {
  test.each([
    [1, 1900, '1900-01-01'],
    [59, 1900, '1900-02-28'],
    [60, 1900, null],
    [61, 1900, '1900-03-01'],
    [21414, 1900, '1958-08-17'],
    [0, 1904, '1904-01-01'],
    [19952, 1904, '1958-08-17'],
    [-1, 1900, null],
    [0, 1900, null],
    [2_958_465, 1900, null],
  ] as const)('serial %i of the %i system is %s', (serial, system, date) => {
    expect(dateOfSerial(serial, system)).toBe(date);
  });

  test('serial numbers and days of the calendar are one to one in both systems', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_000 }), fc.constantFrom(1900, 1904), (serial, system) => {
        const date = dateOfSerial(serial, system);
        expect(date === null ? null : serialOf(date, system)).toBe(serial);
      }),
    );
  });
});

describe('days as people write them', () => {
  test('day, month and year in every order of signs come to the same day', () => {
    const day = fc.date({ min: new Date('1905-01-01'), max: new Date('2009-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.', ' ', '|'), fc.boolean(), (date, sign, hasZeros) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso
          .split('-')
          .map((part) => (hasZeros ? part : String(Number(part))));
        const text = [dayOfMonth, month, year].join(sign);
        expect(readBirthDate(text, RULES)).toEqual({ type: 'date', date: iso, wasBareNumber: false });
      }),
    );
  });

  test.each([
    ['02/04/63', '1963-04-02'],
    ['02/04/05', '2005-04-02'],
    ['02/04/13', null],
    ['02/04/18', '1918-04-02'],
  ])('%s by age is %s', (text, date) => {
    const reading = readBirthDate(text, { ...RULES, twoDigitYears: 'by-age' });
    expect(reading.type === 'date' ? reading.date : null).toBe(date);
  });

  test.each([
    ['Palembang, 17-08-1958', 'Palembang', '17-08-1958'],
    ['PALEMBANG/17 Agustus 1958', 'PALEMBANG', '17 Agustus 1958'],
    ["Ma'rang 17/8/58", "Ma'rang", '17/8/58'],
    ['17/08/1958', '', '17/08/1958'],
  ])('%s has the place %j and the day %s', (text, place, date) => {
    expect(partBirthPlaceAndDate(text)).toEqual({ place, date });
  });
});
