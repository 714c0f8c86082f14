import { describe, expect, test } from 'vitest';
import { readInvited } from './invite-command.ts';
import { ROLES } from './roles.ts';

const ASKED = { account: 'ani', name: 'Ani', role: 'regency', area: '33.27' };
const linesOf = (change: Partial<typeof ASKED>) => {
  const read = readInvited({ ...ASKED, ...change });
  return read.ok ? [] : read.error.lines;
};

describe('who is invited from the machine', () => {
  test('a role that there is not is named with all roles, in both languages, and no other flag with it', () => {
    const lines = linesOf({ role: 'penyelia' });
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toContain('--role');
      expect(line).toContain(ROLES.join(', '));
      expect(line).not.toMatch(/--(?:area|account|name)/);
    }
  });

  test('each flag is named by itself', () => {
    for (const [flag, change] of [
      ['--area', { area: 'Pemalang' }],
      ['--account', { account: 'Ani Lestari' }],
      ['--name', { name: '' }],
    ] as const) {
      for (const line of linesOf(change)) expect(line.match(/--[a-z]+/g)).toEqual([flag]);
    }
    expect(linesOf({})).toEqual([]);
  });
});
