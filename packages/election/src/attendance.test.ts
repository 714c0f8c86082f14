import { expect, test } from 'vitest';
import { AGE_GROUPS, attendanceByAge, estimateQueue } from './attendance.ts';
import { civilDate, civilTime } from './civil-time.ts';
import { tps01 } from './fixtures/index.ts';

const day = civilDate('2026-12-12');
const person = (number: number, sex: 'L' | 'P', birthDate: string) => ({
  number,
  sex,
  birthDate: civilDate(birthDate),
  ineligible: null,
});

test('by sex and age group on the voting day; birthdays count, and who may not vote is in no row', () => {
  const voters = [
    person(1, 'L', '2000-12-13'), // 25 until tomorrow
    person(2, 'L', '2000-12-12'), // 26 today
    person(3, 'P', '1966-12-13'), // 59
    person(4, 'P', '1940-01-01'),
    { ...person(5, 'P', '1940-01-01'), ineligible: { reason: 'dead', evidence: 'akta' } as const },
  ];
  expect(attendanceByAge(voters, new Set([2, 4, 5]), day)).toEqual([
    { group: 'to-25', listed: { L: 1, P: 0 }, present: { L: 0, P: 0 } },
    { group: 'to-40', listed: { L: 1, P: 0 }, present: { L: 1, P: 0 } },
    { group: 'to-60', listed: { L: 0, P: 1 }, present: { L: 0, P: 0 } },
    { group: 'over-60', listed: { L: 0, P: 1 }, present: { L: 0, P: 1 } },
  ]);
});

test('all groups together are the list, and everybody who came is counted once', () => {
  const rows = attendanceByAge(tps01.voters, new Set(tps01.voters.map(({ number }) => number)), day);
  expect(rows).toHaveLength(AGE_GROUPS.length);
  const eligible = tps01.voters.filter(({ ineligible }) => ineligible === null).length;
  expect(rows.reduce((sum, { listed }) => sum + listed.L + listed.P, 0)).toBe(eligible);
  expect(rows.reduce((sum, { present }) => sum + present.L + present.P, 0)).toBe(eligible);
});

test('the queue ends at the pace of the last quarters, rounded up to five minutes', () => {
  const now = civilTime('11:40');
  expect(estimateQueue([30], 60, now)).toEqual({ perHour: 120, waitMinutes: 30, endsAt: '12:10' });
  expect(estimateQueue([20, 40], 61, now)).toEqual({ perHour: 120, waitMinutes: 35, endsAt: '12:15' });
  expect(estimateQueue([30], 0, now)).toEqual({ perHour: 120, waitMinutes: 0, endsAt: '11:40' });
  expect(estimateQueue([1], 500, now)).toMatchObject({ perHour: 4, endsAt: '23:59' });
  expect(estimateQueue([], 60, now)).toBeUndefined();
  expect(estimateQueue([0, 0], 60, now)).toBeUndefined();
});
