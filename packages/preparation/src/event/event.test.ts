import { civilDate, defaultRulePack, hamletRulePack, regencyCodeSchema } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { lanesOf, nextWave } from './event.ts';
import { parseElectionEvent } from './event-check.ts';
import { rulePackFits } from './rule-pack-validity.ts';

const BASE = {
  format: 'bilik/v1/election-event',
  id: 'pilkades-2027',
  kind: 'exercise',
  title: { id: 'Pilkades serentak 2027', en: 'Simultaneous election 2027' },
  regency: '16.07',
  conduct: { by: 'regency', rulePack: { id: 'indonesia-default', version: 2, fingerprint: 'a'.repeat(64) } },
  waves: [
    wave(1, '2027-02-03', ['16.07.05.2003', '16.07.05.2004']),
    wave(2, '2027-08-04', ['16.07.05.2005']),
  ],
};

function wave(number: number, date: string, villages: readonly string[]) {
  return { number, voting: { date, zone: 'WIB', opens: '07:00', closes: '13:00' }, villages };
}

const surroundings = { rulePack: defaultRulePack, isVillage: (code: string) => !code.endsWith('2999') };

function problems(changes: object) {
  const parsed = parseElectionEvent({ ...BASE, ...changes }, surroundings);
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path} ${code}`);
}

describe('an event', () => {
  test('has its lanes, and its waves one after another', () => {
    const parsed = parseElectionEvent(BASE, surroundings);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(lanesOf(parsed.value.conduct.by)).toEqual(['official', 'internal', 'public-evidence']);
    expect(nextWave(parsed.value, 1)?.number).toBe(2);
    expect(nextWave(parsed.value, 2)).toBeUndefined();
  });

  test.each([
    [
      { waves: [wave(1, '2027-02-03', ['16.07.05.2003', '16.07.05.2003'])] },
      'waves[0].villages[1] village-twice',
    ],
    [{ waves: [wave(1, '2027-02-03', ['33.27.01.2001'])] }, 'waves[0].villages[0] village-unknown'],
    [{ waves: [wave(1, '2027-02-03', ['16.07.05.2999'])] }, 'waves[0].villages[0] village-unknown'],
    [{ waves: [wave(1, '2027-02-03', ['16.07.05.1001'])] }, 'waves[0].villages[0] village-is-kelurahan'],
    [{ waves: [wave(1, '2027-02-03', []), wave(2, '2027-02-03', [])] }, 'waves[1] wave-order'],
    [{ waves: [wave(1, '2023-02-03', [])] }, 'waves[0].voting.date rule-pack-not-yet-valid'],
    [
      { conduct: { by: 'regency', rulePack: { ...BASE.conduct.rulePack, version: 3 } } },
      'conduct.rulePack rule-pack-unknown',
    ],
    [{ officials: [] }, 'officials unknown-field'],
  ])('%j is refused: %s', (changes, expected) => {
    expect(problems(changes)).toContain(expected);
  });

  test('of an election that others conduct there is no official lane, several contests, and kelurahan vote too', () => {
    const contest = (id: string, office = 'other') => ({
      id,
      office,
      title: { id, en: id },
      candidates: [
        { number: 1, name: 'Pasangan A' },
        { number: 2, name: 'Pasangan B' },
      ],
    });
    const conduct = {
      by: 'others',
      body: 'KPU Kabupaten Banyuasin',
      contests: [contest('governor'), contest('regent')],
    };
    const changes = { conduct, waves: [wave(1, '2029-11-28', ['16.07.05.1001'])] };
    const parsed = parseElectionEvent({ ...BASE, ...changes }, { ...surroundings, rulePack: null });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(lanesOf(parsed.value.conduct.by)).toEqual(['internal']);
    expect(problems({ ...changes, conduct: { ...conduct, contests: [contest('a'), contest('a')] } })).toEqual(
      ['conduct.contests[1].id contest-twice'],
    );
    expect(
      problems({ ...changes, conduct: { ...conduct, contests: [contest('a', 'village-head')] } }),
    ).toHaveLength(1);
  });
});

describe('a rule pack is the law of a day', () => {
  const pack = {
    ...defaultRulePack,
    validFrom: civilDate('2026-01-01'),
    validUntil: civilDate('2027-02-03'),
  };
  const regency = regencyCodeSchema.parse(BASE.regency);
  const of = (date: string) => {
    const fits = rulePackFits(pack, regency, civilDate(date));
    return fits.ok ? 'fits' : fits.error.type;
  };
  test('on its first and its last day, not the day before or after', () => {
    expect(['2025-12-31', '2026-01-01', '2027-02-03', '2027-02-04'].map(of)).toEqual([
      'rule-pack-not-yet-valid',
      'fits',
      'fits',
      'rule-pack-expired',
    ]);
  });
  test('and only in its own regency', () => {
    expect(rulePackFits(hamletRulePack, regency, civilDate('2027-02-03'))).toMatchObject({
      error: { type: 'rule-pack-of-other-regency' },
    });
  });
});
