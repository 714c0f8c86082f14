import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilDateIn,
  formatDate,
  formatDateAndTime,
  formatDuration,
  formatNumber,
  formatPercent,
  formatRupiah,
  formatTime,
  inGroups,
  isCivilDate,
  placeNumber,
} from './index.ts';

test('a polling place has two digits, from a hundred on three', () => {
  expect([1, 9, 10, 99, 100, 999].map(placeNumber)).toEqual(['01', '09', '10', '99', '100', '999']);
});

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1234, '1.234', '1,234'],
    [-1234, '−1.234', '−1,234'],
    [450_000, '450.000', '450,000'],
    [1_234_567.5, '1.234.567,5', '1,234,567.5'],
    [0.1 + 0.2, '0,3', '0.3'],
    [100, '100', '100'],
    [-0.0000001, '0', '0'],
  ])('%d', (value, indonesian, english) => {
    expect(formatNumber('id', value)).toBe(indonesian);
    expect(formatNumber('en', value)).toBe(english);
  });

  test('any whole number reads back as itself, in groups of three', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (value) => {
        const text = formatNumber('id', value);
        expect(Number(text.replaceAll('.', '').replace('−', '-'))).toBe(value);
        expect(text).toMatch(/^−?\d{1,3}(\.\d{3})*$/);
      }),
      { numRuns: 500, seed: 1607 },
    );
  });

  test('agrees with Intl, which others use', () => {
    for (const value of [0, 7, 1400, 14_000, 450_000, 1234.5, 98_765.43]) {
      expect(formatNumber('id', value)).toBe(new Intl.NumberFormat('id-ID').format(value));
      expect(formatNumber('en', value)).toBe(new Intl.NumberFormat('en-GB').format(value));
    }
  });

  test('shares are computed; a share of nothing is a dash', () => {
    expect(formatPercent('id', 7, 8)).toBe('87,5%');
    expect(formatPercent('en', 7, 8, 0)).toBe('88%');
    expect(formatPercent('id', 0, 0)).toBe('–');
  });

  test('money is in whole rupiah', () => {
    expect(formatRupiah('id', 1_250_000)).toBe('Rp1.250.000');
    expect(formatRupiah('id', -500)).toBe('−Rp500');
  });

  test('what is not a number is refused', () => {
    expect(() => formatNumber('id', Number.NaN)).toThrow(RangeError);
  });
});

describe('days and times', () => {
  test('a date has its weekday, and no zone can move it', () => {
    expect(formatDate('id', '2026-12-12')).toBe('Sabtu, 12 Desember 2026');
    expect(formatDate('en', '2026-12-12')).toBe('Saturday, 12 December 2026');
    expect(formatDate('id', '2024-02-29')).toBe('Kamis, 29 Februari 2024');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '12-12-2026', '2026-12-12T00:00'])(
    '%s is not a day',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
    },
  );

  test('every day of four years has the weekday and month that Intl gives', () => {
    const weekday = new Intl.DateTimeFormat('id-ID', { weekday: 'long', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat('id-ID', { month: 'long', timeZone: 'UTC' });
    for (let day = 0; day < 1461; day += 1) {
      const instant = new Date(Date.UTC(2024, 0, 1 + day));
      const text = instant.toISOString().slice(0, 10);
      if (!isCivilDate(text)) throw new Error(`${text} was refused`);
      expect(formatDate('id', text)).toBe(
        `${weekday.format(instant)}, ${instant.getUTCDate()} ${month.format(instant)} ${instant.getUTCFullYear()}`,
      );
    }
  });

  test('seven in the morning in Jayapura is still yesterday in UTC', () => {
    const instant = new Date('2026-12-11T22:00:00Z');
    expect(civilDateIn(instant, 'WIT')).toBe('2026-12-12');
    expect(formatTime('id', instant, 'WIT')).toBe('07.00 WIT');
    expect(formatTime('en', instant, 'WITA')).toBe('06:00 WITA');
    expect(formatDateAndTime('id', instant, 'WIB')).toBe('Sabtu, 12 Desember 2026, pukul 05.00 WIB');
    expect(formatDateAndTime('en', instant, 'WIT')).toBe('Saturday, 12 December 2026, 07:00 WIT');
  });

  test.each([
    [0, '0 detik', '0 seconds'],
    [1, '1 detik', '1 second'],
    [59.4, '59 detik', '59 seconds'],
    [60, '1 menit', '1 minute'],
    [3599, '1 jam', '1 hour'],
    [4320, '1 jam 12 menit', '1 hour 12 minutes'],
  ])('%d seconds', (seconds, indonesian, english) => {
    expect(formatDuration('id', seconds)).toBe(indonesian);
    expect(formatDuration('en', seconds)).toBe(english);
  });
});

test('a code falls into groups and loses nothing', () => {
  expect(inGroups('1234567890', 4)).toEqual(['1234', '5678', '90']);
  expect(inGroups('', 4)).toEqual([]);
});
