import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

const REFUSED = { ok: false, error: { type: 'too-many-waiting' } };

/** Work that ends when the test says so. */
function openWork() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name);
      const end = Promise.withResolvers<string>();
      ends.set(name, end);
      return end.promise;
    },
    end: (name: string) => ends.get(name)?.resolve(name),
    fail: (name: string) => ends.get(name)?.reject(new Error(name)),
  };
}

test('a few of one subject work at once, some wait in their order, one more is refused and never begun; others do not wait for them', async () => {
  const { run } = openTurns({ atOnce: 2, mostWaiting: 2 });
  const { begun, work, end, fail } = openWork();
  const all = ['a', 'b', 'c', 'd'].map((name) => run('one', work(name)));
  expect(await run('one', work('e'))).toEqual(REFUSED);
  const other = run('other', work('o'));
  expect(begun).toEqual(['a', 'b', 'o']);
  end('b');
  expect(await all[1]).toEqual({ ok: true, value: 'b' });
  expect(begun).toEqual(['a', 'b', 'o', 'c']);
  // what fails is told to whoever asked, and leaves its turn too
  fail('a');
  await expect(all[0]).rejects.toThrow('a');
  expect(begun).toEqual(['a', 'b', 'o', 'c', 'd']);
  const late = run('one', work('f'));
  for (const name of ['c', 'd', 'o']) end(name);
  await Promise.all([all[2], all[3], other]);
  end('f');
  expect(await late).toEqual({ ok: true, value: 'f' });
  // all are done: as many begin at once as before
  const anew = ['g', 'h', 'i'].map((name) => run('one', work(name)));
  expect(begun.slice(-2)).toEqual(['g', 'h']);
  for (const name of ['g', 'h']) end(name);
  await Promise.all(anew.slice(0, 2));
  end('i');
  await anew[2];
});
