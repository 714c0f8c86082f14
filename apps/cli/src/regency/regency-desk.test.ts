import { openDoor } from '@bilik/server';
import { expect, test } from 'vitest';
import type { RegencyDesk } from './open-regency.ts';
import { openRegencyDesk } from './regency-desk.ts';

const REGENCY: RegencyDesk = {
  follow() {},
  cookieFor: async (account) => `bilik-center=${account}`,
  standing: () => ({ step: 'open', url: 'http://127.0.0.1:1', people: [], arrived: null, said: null }),
};

test('the one-click sign-in of an exercise answers to the exercise’s own page, and to none from elsewhere', async () => {
  const door = openDoor({
    ...{ bodyLimitBytes: 1024, hostNames: [] },
    onBroken: (error) => {
      throw error;
    },
  });
  openRegencyDesk(door, REGENCY, () => {});
  const url = await door.listen({ host: '127.0.0.1', port: 0 });
  const click = (headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/buka-kantor/desk`, { redirect: 'manual', headers });
  try {
    expect((await click()).headers.get('set-cookie')).toContain('bilik-center=desk');
    expect((await click({ 'sec-fetch-site': 'same-origin' })).headers.get('set-cookie')).not.toBeNull();
    const foreign = await click({ 'sec-fetch-site': 'cross-site' });
    expect([foreign.headers.get('set-cookie'), foreign.headers.get('location')]).toEqual([
      null,
      '/luar/#kabupaten',
    ]);
  } finally {
    await door.close();
  }
});
