import { expect, test } from 'vitest';
import { civilDate } from './civil-time.ts';
import { maskFamilyCard, maskNik, maskNikForCheckInDesk, nikSchema, nikWarnings, parseNik } from './nik.ts';

const codes = (nik: string, birthDate: string, sex: 'L' | 'P') =>
  nikWarnings(nikSchema.parse(nik), { birthDate: civilDate(birthDate), sex }).map(({ code }) => code);

test('a NIK that is not 16 digits is an error', () => {
  for (const wrong of [
    '160701140361900',
    '16070114036190012',
    '1607011403619O01',
    '1.60701E+15',
    '1607 0114 0361 9001',
    '',
  ]) {
    expect(parseNik(wrong)).toEqual({ ok: false, error: 'nik' });
  }
  expect(parseNik('1607011403619001').ok).toBe(true);
});

test.each([
  ['1607011403619001', '1961-03-14', 'L', []],
  ['1607014207649002', '1964-07-02', 'P', []],
  ['1607010101619001', '1961-01-01', 'L', []],
  ['1607017112619001', '1961-12-31', 'P', []],
  ['1607010013619001', '1961-03-14', 'L', ['nik-birth-not-a-date']],
  ['1607014003619001', '1961-03-14', 'L', ['nik-birth-not-a-date']],
  ['1607011403619001', '1961-03-15', 'L', ['nik-birth-differs']],
  ['1607011403619001', '1961-03-14', 'P', ['nik-sex-differs']],
  ['1607019913619001', '1961-03-14', 'P', ['nik-birth-not-a-date']],
  ['1607013500619001', '1961-03-14', 'L', ['nik-birth-not-a-date']],
  ['0607011403619001', '1961-03-14', 'L', ['nik-area']],
  ['1600011403619001', '1961-03-14', 'L', ['nik-area']],
  ['1607001403619001', '1961-03-14', 'L', ['nik-area']],
  ['1607011403610000', '1961-03-14', 'L', ['nik-serial-zero']],
] as const)(
  'NIK %s of somebody born %s (%s) gives the warnings %j and is never refused for them',
  (nik, birth, sex, expected) => {
    expect(codes(nik, birth, sex)).toEqual(expected);
  },
);

test('a mask shows the area only: people of one area look alike; the desk alone sees the last two digits', () => {
  expect(maskNik('1607011403619001')).toBe('160701••••••••••');
  expect(maskNik('1607011403619001')).toBe(maskNik('1607015512899937'));
  expect(maskNik('1607')).toBe('1607');
  expect(maskNikForCheckInDesk('1607011403619001')).toBe('160701••••••••01');
  expect(maskFamilyCard('1607010101260099')).toBe('160701••••••••99');
});
