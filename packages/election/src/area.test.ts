import { expect, test } from 'vitest';
import {
  bareRegencyName,
  parsePollingPlaceId,
  parseVillageCode,
  partsOfPollingPlaceId,
  pollingPlaceId,
  villageCodeSchema,
  villageKind,
} from './area.ts';

test('a village code is PP.KK.CC.DDDD of Kemendagri; BPS codes and other tails are refused', () => {
  expect(parseVillageCode('16.07.01.2001')).toEqual({ ok: true, value: '16.07.01.2001' });
  for (const wrong of [
    '1607012001',
    '16.07.01.0001',
    '16.07.01.4001',
    '16.07.1.2001',
    '16.07.01.2001 ',
    '',
    '16.07.01.20011',
  ]) {
    expect(parseVillageCode(wrong)).toEqual({ ok: false, error: 'village-code' });
  }
});

test('the tail tells kelurahan, desa and desa adat apart', () => {
  expect(
    ['1001', '2001', '3001'].map((tail) => villageKind(villageCodeSchema.parse(`16.07.01.${tail}`))),
  ).toEqual(['kelurahan', 'desa', 'desa-adat']);
});

test('a polling place id is its village and number, and gives both back', () => {
  const village = villageCodeSchema.parse('16.07.01.2001');
  for (const number of [1, 30, 999]) {
    expect(partsOfPollingPlaceId(pollingPlaceId(village, number))).toEqual({ village, number });
  }
  expect(() => pollingPlaceId(village, 0)).toThrow();
  expect(() => pollingPlaceId(village, 1000)).toThrow();
  expect(parsePollingPlaceId('16.07.01.2001-01').ok).toBe(false);
  expect(parsePollingPlaceId('16.07.01.2001-001').ok).toBe(true);
});

test('the kind of a regency is taken from its name where it is printed before it; a city keeps its own', () => {
  expect(['Kabupaten Banyuasin', 'Banyuasin', 'Kota Batu', 'Kabupaten'].map(bareRegencyName)).toEqual([
    'Banyuasin',
    'Banyuasin',
    'Kota Batu',
    'Kabupaten',
  ]);
});
