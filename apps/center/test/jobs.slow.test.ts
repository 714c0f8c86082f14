import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { openJobs } from '../src/jobs/jobs.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

/** Without notices pg-boss looks again only after 30 seconds. */
const SOON_MS = 10_000;

test('jobs that came while a worker was busy are done one after the other, without waiting for a notice of their own', async () => {
  const broken = (error: Error) => {
    throw error;
  };
  const asking = await openJobs({ url: store.url, part: 'asks', onBroken: broken });
  const working = await openJobs({ url: store.url, part: 'works', onBroken: broken });
  const ask = (key: string) =>
    inScope(store.database, OWN_WORK, (transaction) =>
      asking.ask(transaction, 'check-delivery', { key }, key),
    );
  const done: string[] = [];
  const busy = Promise.withResolvers<void>();
  const allAsked = Promise.withResolvers<void>();
  await working.work('check-delivery', z.strictObject({ key: z.string() }), async ({ key }) => {
    if (key === 'first') {
      busy.resolve();
      await allAsked.promise;
    }
    done.push(key);
  });
  await ask('first');
  await busy.promise;
  const others = ['a', 'b', 'c', 'd'];
  for (const key of others) await ask(key);
  allAsked.resolve();
  await expect.poll(() => done, { timeout: SOON_MS }).toEqual(['first', ...others]);
  await working.close();
  await asking.close();
});
