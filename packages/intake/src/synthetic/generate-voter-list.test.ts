import {
  ageOn,
  civilDate,
  maskNikForCheckInDesk,
  nikWarnings,
  parseVoter,
  pollingPlaceId,
  regencyCodeSchema,
} from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { findVillage, subDistrictsOf, type Village } from '../areas/areas.ts';
import { voterListOf } from '../list/imported-voter.ts';
import { generateVoterList } from './generate-voter-list.ts';
import { NAME_PARTS } from './name-parts.ts';
import { isNobodysNumber } from './nobodys-number.ts';

const votingDate = civilDate('2026-11-15');

function village(code: string): Village {
  const found = findVillage(code);
  if (!found.ok) throw new Error(found.error.sentence.en);
  return found.value;
}

const BUKIT = village('16.07.05.2003');

describe('synthetic lists', () => {
  test('the same order gives the same list, another seed another one', () => {
    const order = { village: BUKIT, voters: 300, seed: 7, votingDate };
    expect(generateVoterList(order)).toEqual(generateVoterList(order));
    expect(generateVoterList({ ...order, seed: 8 }).voters).not.toEqual(generateVoterList(order).voters);
  });

  test('the list of seed 7 is pinned: exercises and screenshots show the same people everywhere', () => {
    const { voters } = generateVoterList({ village: BUKIT, voters: 120, seed: 7, votingDate });
    expect(voters.slice(0, 3).map(({ name, birthDate }) => `${name} ${birthDate}`)).toEqual([
      'RANGGA WIBOWO 1995-10-19',
      'TRI NINGSIH 1996-02-13',
      'YONGKI KURNIADI 1982-08-26',
    ]);
  });

  test.each([1, 9, 10, 120, 1400])('exactly %i voters', (voters) => {
    expect(generateVoterList({ village: BUKIT, voters, seed: 1, votingDate }).voters).toHaveLength(voters);
  });

  test('no number can be a real person\u2019s: of a sub-district that no regency has, each once', () => {
    const { voters } = generateVoterList({ village: BUKIT, voters: 14_000, seed: 3, votingDate });
    for (const { nik, familyCard } of voters) {
      for (const number of [nik, familyCard ?? '']) {
        expect(number).toMatch(/^160799\d{10}$/);
        expect(isNobodysNumber(number)).toBe(true);
      }
    }
    expect(new Set(voters.map(({ nik }) => nik)).size).toBe(14_000);
    const regencies = ['16.07', '33.27', '12.19'].map((code) => regencyCodeSchema.parse(code));
    const real = regencies.flatMap(subDistrictsOf).map(({ code }) => `${code.replaceAll('.', '')}0101900001`);
    expect(real.length).toBeGreaterThan(40);
    expect(real.filter(isNobodysNumber)).toEqual([]);
  });

  test('what a desk sees of a number tells people apart, within a household too', () => {
    const { voters } = generateVoterList({ village: BUKIT, voters: 1400, seed: 7, votingDate });
    const shown = voters.map(({ nik }) => maskNikForCheckInDesk(nik).slice(-2));
    expect(new Set(shown).size).toBe(99);
    const households = Map.groupBy(voters, ({ familyCard }) => familyCard);
    let alike = 0;
    let pairs = 0;
    for (const members of households.values()) {
      const masks = members.map(({ nik }) => maskNikForCheckInDesk(nik));
      pairs += (masks.length * (masks.length - 1)) / 2;
      alike += masks.length - new Set(masks).size;
    }
    // a hundredth by chance
    expect(pairs).toBeGreaterThan(500);
    expect(alike / pairs).toBeLessThan(0.03);
  });

  test('numbers agree with birth date and sex, women\u2019s day raised by 40', () => {
    const { voters } = generateVoterList({ village: BUKIT, voters: 1000, seed: 4, votingDate });
    for (const { nik, birthDate, sex } of voters) {
      const codes = nikWarnings(nik, { birthDate, sex }).map(({ code }) => code);
      expect(codes).toEqual([]);
      expect(Number(nik.slice(6, 8)) > 40).toBe(sex === 'P');
    }
  });

  test('ages are plausible: somebody turns 17 on the day, somebody is over 100, first-time voters, nobody younger', () => {
    const { voters } = generateVoterList({ village: BUKIT, voters: 1400, seed: 5, votingDate });
    const ages = voters.map(({ birthDate }) => ageOn(birthDate, votingDate));
    expect(Math.min(...ages)).toBe(17);
    expect(Math.max(...ages)).toBeGreaterThan(100);
    expect(voters.some(({ birthDate }) => birthDate === '2009-11-15')).toBe(true);
    const share = (from: number, to: number): number =>
      ages.filter((age) => age >= from && age <= to).length / 1400;
    expect(share(17, 21)).toBeGreaterThan(0.08);
    expect(share(17, 39)).toBeGreaterThan(0.4);
    expect(share(60, 120)).toBeGreaterThan(0.08);
    expect(share(60, 120)).toBeLessThan(0.25);
    const women = voters.filter(({ sex }) => sex === 'P').length / 1400;
    expect(women).toBeGreaterThan(0.45);
    expect(women).toBeLessThan(0.58);
  });

  test('households share hamlet, RT, RW and card; spouses are of age and of both sexes', () => {
    const hamlets = ['Talang Jaya', 'Sungai Dua'];
    const { voters } = generateVoterList({ village: BUKIT, voters: 1000, seed: 6, votingDate, hamlets });
    const households = Map.groupBy(voters, ({ familyCard }) => familyCard);
    expect(households.size).toBeGreaterThan(300);
    for (const members of households.values()) {
      expect(new Set(members.map(({ hamlet, rt, rw }) => `${hamlet} ${rt} ${rw}`)).size).toBe(1);
      const spouses = members.filter(({ maritalStatus }) => maritalStatus === 'S');
      expect(spouses.length).toBeLessThanOrEqual(2);
    }
    expect(new Set(voters.map(({ hamlet }) => hamlet))).toEqual(new Set(hamlets));
  });

  test('names follow the region: clans in Batu Bara, none in Pemalang', () => {
    const clans = new Set(NAME_PARTS.batak.clans.map((clan) => clan.toUpperCase()));
    const withClan = (code: string): number =>
      generateVoterList({ village: village(code), voters: 500, seed: 1, votingDate }).voters.filter(
        ({ name }) => clans.has(name.split(' ').at(-1) ?? ''),
      ).length;
    expect(withClan('12.19.01.2003')).toBeGreaterThan(100);
    expect(withClan('33.27.01.2001')).toBe(0);
  });

  test('several hundred name parts, and few people of one name', () => {
    const parts = new Set(
      Object.values(NAME_PARTS).flatMap(({ elders, young, further, clans }) => [
        ...[elders, young, further].flatMap(({ L, P }) => [...L, ...P]),
        ...clans,
      ]),
    );
    expect(parts.size).toBeGreaterThan(500);
    const { voters } = generateVoterList({ village: BUKIT, voters: 1400, seed: 2, votingDate });
    expect(new Set(voters.map(({ name }) => name)).size).toBeGreaterThan(800);
  });

  test('every person fits into a polling place\u2019s list', () => {
    const { voters } = generateVoterList({ village: BUKIT, voters: 1400, seed: 9, votingDate });
    const list = voterListOf(voters, pollingPlaceId(BUKIT.code, 1));
    if (!list.ok) throw new Error(list.error);
    for (const voter of list.value) expect(parseVoter(voter)).toEqual({ ok: true, value: voter });
    expect(list.value.map(({ number }) => number)).toEqual(voters.map((_, index) => index + 1));
    expect(voterListOf(Array(5001).fill(voters[0]), pollingPlaceId(BUKIT.code, 1))).toEqual({
      ok: false,
      error: 'too-many-voters',
    });
  });

  test('it says that it is synthetic', () => {
    const list = generateVoterList({ village: BUKIT, voters: 10, seed: 1, votingDate });
    expect(list.isSynthetic).toBe(true);
    expect(list.notice.id).toMatch(/LATIHAN/);
    expect(list.notice.en).toMatch(/SYNTHETIC/);
  });
});
