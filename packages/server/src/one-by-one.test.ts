import { expect, test } from 'vitest';
import { openHandTimer } from '../test/hand-timer.ts';
import { openOneByOne } from './one-by-one.ts';

const answered = (value: number) => ({ ok: true as const, value });
const REFUSED = { ok: false, error: { type: 'too-many-waiting' } };
const PAUSE_MS = 30;

function openQueue(mostWaiting: number) {
  const timer = openHandTimer();
  const oneByOne = openOneByOne({ mostWaiting, pauseMs: PAUSE_MS, timer });
  const begun: number[] = [];
  return {
    begun,
    run: oneByOne.run,
    ask: (name: number) =>
      oneByOne.run(() => {
        begun.push(name);
        return answered(name);
      }),
    /** Time passes, and what it woke is done. */
    async pass(milliseconds: number) {
      timer.pass(milliseconds);
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
  };
}

test('one is begun at once, a few wait their turn through a pause each, one more is refused by name and never begun', async () => {
  const { ask, begun, pass } = openQueue(2);
  const all = [1, 2, 3, 4].map(ask);
  expect(await all[3]).toEqual(REFUSED);
  expect(begun).toEqual([1]);
  await pass(PAUSE_MS - 1);
  expect(begun).toEqual([1]);
  await pass(1);
  expect(begun).toEqual([1, 2]);
  // a place became free
  const late = ask(5);
  expect(await ask(6)).toEqual(REFUSED);
  await pass(PAUSE_MS);
  await pass(PAUSE_MS);
  expect(await Promise.all([...all, late])).toEqual([
    answered(1),
    answered(2),
    answered(3),
    REFUSED,
    answered(5),
  ]);
  expect(begun).toEqual([1, 2, 3, 5]);
});

test('the pause belongs to others also when nobody waits; after it the next is begun at once', async () => {
  const { ask, begun, pass } = openQueue(1);
  await ask(1);
  const second = ask(2);
  await pass(PAUSE_MS - 1);
  expect(begun).toEqual([1]);
  await pass(1);
  await second;
  await pass(PAUSE_MS);
  expect(await ask(3)).toEqual(answered(3));
});

test('work that throws is told to whoever asked, and the next one goes on', async () => {
  const { ask, run, pass } = openQueue(1);
  const broken = run(() => {
    throw new Error('broken work');
  });
  await expect(broken).rejects.toThrow('broken work');
  const next = ask(7);
  await pass(PAUSE_MS);
  expect(await next).toEqual(answered(7));
});
