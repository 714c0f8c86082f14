import { expect, test } from 'vitest';
import { takeTurns } from './turns.ts';

test('acts run one after the other in the order in which they came, also after one that failed', async () => {
  const inTurn = takeTurns();
  const seen: string[] = [];
  const slow = inTurn(async () => {
    seen.push('slow begins');
    await Promise.resolve();
    seen.push('slow ends');
    return 1;
  });
  const failing = inTurn(() => {
    seen.push('failing');
    throw new Error('broken');
  });
  const last = inTurn(() => {
    seen.push('last');
    return 3;
  });
  await expect(failing).rejects.toThrow('broken');
  expect([await slow, await last]).toEqual([1, 3]);
  expect(seen).toEqual(['slow begins', 'slow ends', 'failing', 'last']);
});
