import { civilDate, regencyCodeSchema, villageKind } from '@bilik/election';
import { expect, test } from 'vitest';
import { electingVillages, generateRegencyLists } from './generate-regency-lists.ts';
import { isNobodysNumber } from './nobodys-number.ts';

const order = {
  regency: regencyCodeSchema.parse('16.07'),
  villages: 40,
  voters: 20_000,
  duplicates: 300,
  seed: 3,
  votingDate: civilDate('2026-11-15'),
};

test('the same order gives the same lists; villages come from every sub-district; sizes add up exactly', () => {
  const lists = [...generateRegencyLists(order)];
  expect(lists).toEqual([...generateRegencyLists(order)]);
  expect(lists.reduce((sum, { voters }) => sum + voters.length, 0)).toBe(20_000);
  const sizes = lists.map(({ voters }) => voters.length);
  expect(Math.max(...sizes)).toBeGreaterThan(2 * Math.min(...sizes));
  const villages = electingVillages(order.regency, 240);
  expect(new Set(villages.map(({ code }) => code)).size).toBe(240);
  expect(new Set(villages.map(({ subDistrict }) => subDistrict.code)).size).toBe(21);
  expect(villages.every(({ code }) => villageKind(code) === 'desa')).toBe(true);
});

test('numbers are nobody’s and given once, but for planted rows with the same NIK, which stand in another village', () => {
  const lists = [...generateRegencyLists(order)];
  const niks = lists.flatMap(({ voters }) => voters.map(({ nik }) => nik));
  expect(niks.every(isNobodysNumber)).toBe(true);
  const planted = lists.flatMap((list) => list.planted);
  const sameNik = planted.filter(({ slips }) => slips.includes('same-nik'));
  expect(planted).toHaveLength(300);
  expect(sameNik.length).toBeGreaterThan(10);
  expect(niks.length - new Set(niks).size).toBe(sameNik.length);
  expect(sameNik.every(({ slips }) => slips.includes('other-family-card'))).toBe(true);
  for (const { voters } of lists) expect(new Set(voters.map(({ nik }) => nik)).size).toBe(voters.length);
});

test('an order that cannot be filled is refused', () => {
  expect(() => electingVillages(order.regency, 289)).toThrow(RangeError);
  expect(() => [...generateRegencyLists({ ...order, voters: 1000 })]).toThrow(RangeError);
});
