import { localCheckers } from '@bilik/ballot';
import { nativeGroup, systemRandom } from '@bilik/ballot/native';
import { expect, test } from 'vitest';
import { keepCheckers } from './kept-checkers.ts';

test('one delivery after the other has the same checkers; after one that threw they are closed and others open', async () => {
  const closed: number[] = [];
  let opened = 0;
  const kept = keepCheckers(() => {
    opened += 1;
    const number = opened;
    return {
      ...localCheckers({ groups: [nativeGroup()], random: systemRandom }),
      close: async () => {
        closed.push(number);
      },
    };
  });
  expect(opened, 'none before the first delivery').toBe(0);
  const first = await kept.use(async (checkers) => checkers);
  expect(await kept.use(async (checkers) => checkers)).toBe(first);
  const failing = kept.use(async () => {
    throw new Error('a worker thread ended with 134');
  });
  await expect(failing).rejects.toThrow('134');
  expect([opened, closed]).toEqual([1, [1]]);
  expect(await kept.use(async (checkers) => checkers)).not.toBe(first);
  await kept.close();
  expect([opened, closed]).toEqual([2, [1, 2]]);
});
