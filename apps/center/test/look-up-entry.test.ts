import { expect, test } from 'vitest';
import { readBirthDate } from '../pages/cek/birth-date.ts';
import { villageLabel, villageMeant, villagesLike } from '../pages/common/village-meant.ts';

test.each([
  ['31-12-1980', '1980-12-31'],
  ['1-2-1980', '1980-02-01'],
  [' 01/02/1980 ', '1980-02-01'],
  ['01.02.1980', '1980-02-01'],
  ['1 2 1980', '1980-02-01'],
  ['01021980', '1980-02-01'],
  ['1980-12-31', '1980-12-31'],
  ['29-02-2000', '2000-02-29'],
  ['29-02-1999', undefined],
  ['31-04-1980', undefined],
  ['12-31-1980', undefined],
  ['31-12-80', undefined],
  ['00-01-1980', undefined],
  ['1-1-1899', undefined],
  ['', undefined],
  ['hari ini', undefined],
])('a birth date typed as "%s" is %s', (typed, date) => {
  expect(readBirthDate(typed)).toBe(date);
});

const village = (code: string, name: string, subDistrict: string) => ({ code, name, subDistrict });
const rebo = village('16.07.01.2001', 'Sungai Rebo', 'Banyuasin I');
const rengit = village('16.07.02.2005', 'Sungai Rengit', 'Talang Kelapa');
const sukaraja = village('16.07.03.2001', 'Sukaraja', 'Betung');
const otherSukaraja = village('16.07.04.2002', 'Sukaraja', 'Rambutan');
const all = [rebo, rengit, sukaraja, otherSukaraja];

test('a village is meant by its name, its code, or as much of it as only one has', () => {
  expect(villageMeant('sungai rebo', all)).toBe(rebo);
  expect(villageMeant('  Sungai Reb', all)).toBe(rebo);
  expect(villageMeant('rengit', all)).toBe(rengit);
  expect(villageMeant('16.07.02.2005', all)).toBe(rengit);
  expect(villageMeant(villageLabel(otherSukaraja), all)).toBe(otherSukaraja);
});

test('two villages of one name are never guessed between, and nothing typed means none', () => {
  expect(villageMeant('Sukaraja', all)).toBeUndefined();
  expect(villagesLike('Sukaraja', all)).toEqual([sukaraja, otherSukaraja]);
  expect(villageMeant('sungai', all)).toBeUndefined();
  expect(villageMeant('', [rebo])).toBeUndefined();
  expect(villagesLike('', all)).toEqual([]);
  expect(villageMeant('Palembang', all)).toBeUndefined();
});

test('a village whose whole name begins another one’s is still meant by it', () => {
  const short = village('16.07.05.2001', 'Bukit', 'Betung');
  const long = village('16.07.05.2002', 'Bukit Indah', 'Betung');
  expect(villageMeant('bukit', [short, long])).toBe(short);
  expect(villagesLike('dah', [short, long])).toEqual([long]);
});
