import { villageKind } from '@bilik/election';
import { getDistricts, getRegencies, getVillages } from 'idn-area-data';
import { describe, expect, test } from 'vitest';
import { villageCodeProblem } from './area-code.ts';
import { findRegency, findVillage, subDistrictsOf, villagesOf } from './areas.ts';

function regency(code: string) {
  const found = findRegency(code);
  if (!found.ok) throw new Error(found.error.sentence.en);
  return found.value;
}

describe('areas by Kemendagri code', () => {
  test.each([
    ['16.07', 'Kabupaten Banyuasin', 'Sumatera Selatan', 21, 313],
    ['33.27', 'Kabupaten Pemalang', 'Jawa Tengah', 14, 223],
    ['12.19', 'Kabupaten Batu Bara', 'Sumatera Utara', 12, 151],
  ])(
    '%s is %s in %s with %i sub-districts and %i villages',
    (code, name, province, subDistricts, villages) => {
      const found = regency(code);
      expect(found).toEqual({ code, name, province });
      expect(subDistrictsOf(found.code)).toHaveLength(subDistricts);
      expect(villagesOf(found.code)).toHaveLength(villages);
    },
  );

  test('a village comes with its sub-district, and tells whether it elects a head', () => {
    expect(findVillage('16.07.05.2003')).toEqual({
      ok: true,
      value: { code: '16.07.05.2003', name: 'Bukit', subDistrict: { code: '16.07.05', name: 'Betung' } },
    });
    const kinds = Map.groupBy(villagesOf(regency('16.07').code), ({ code }) => villageKind(code));
    expect([kinds.get('desa')?.length, kinds.get('kelurahan')?.length]).toEqual([288, 25]);
  });

  test('every regency, sub-district and village of the library is found with the same name', async () => {
    const [regencies, districts, villages] = await Promise.all([
      getRegencies(),
      getDistricts(),
      getVillages(),
    ]);
    const found = { subDistricts: new Map<string, string>(), villages: new Map<string, string>() };
    for (const { code, name } of regencies) {
      expect(regency(code).name).toBe(name);
      for (const subDistrict of subDistrictsOf(regency(code).code)) {
        found.subDistricts.set(subDistrict.code, subDistrict.name);
      }
      for (const village of villagesOf(regency(code).code)) found.villages.set(village.code, village.name);
    }
    expect(found.subDistricts).toEqual(new Map(districts.map(({ code, name }) => [code, name])));
    expect(found.villages).toEqual(new Map(villages.map(({ code, name }) => [code, name])));
    expect(found.villages.size).toBeGreaterThan(83_000);
  });
});

describe('codes that name no area', () => {
  test.each([
    ['1607040001', 'bps-code'],
    ['1607041', 'bps-code'],
    ['16.07.040.001', 'bps-code'],
    ['1607-040-001', 'bps-code'],
    ['16 07 040 001', 'bps-code'],
    ['1607052003', 'malformed'],
    ['16.07.05', 'malformed'],
    ['16.07.05.4003', 'malformed'],
    ['Bukit', 'malformed'],
    ['', 'malformed'],
    ['16.07.05.2003', null],
  ])('%j: %s', (code, problem) => {
    expect(villageCodeProblem(code)).toBe(problem);
    const found = findVillage(code);
    expect(found.ok ? null : found.error.type).toBe(problem);
  });

  test('each refusal is a sentence in both languages that says which form to write', () => {
    for (const code of ['1607040001', '16.7', '16.07.99.2999', '\u001b[31m']) {
      const found = findVillage(code);
      if (found.ok) throw new Error('found');
      expect(found.error.sentence.id).toMatch(/Kemendagri/);
      expect(found.error.sentence.en).toMatch(/Kemendagri/);
      expect(JSON.stringify(found.error.sentence)).not.toContain('\u001b');
    }
    expect(findVillage('16.07.99.2999')).toMatchObject({ error: { type: 'unknown' } });
    expect(findRegency('99.99')).toMatchObject({ error: { type: 'unknown' } });
    expect(findRegency('1607')).toMatchObject({ error: { type: 'malformed' } });
  });
});
