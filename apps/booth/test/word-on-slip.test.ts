import { describe, expect, test } from 'vitest';
import { BALLOT, HASH, openBench } from './cast-bench.ts';

describe('the voter’s word on a slip', () => {
  test.each(['confirm', 'reject'] as const)(
    '%s holds only for a slip that hung when it was said',
    async (word) => {
      const one = await openBench();
      await one.booth.printTracker(HASH);
      const cast = one.booth.cast(BALLOT, [0]);
      const early = one.booth[word](HASH);
      expect(await early).toMatchObject({ ok: false, error: { type: 'not-now' } });
      expect(await cast).toMatchObject({ ok: true, value: { name: 'slip-held', hash: HASH } });
      expect(one.booth.state().name).toBe('slip-held');
      expect(one.pieces).toHaveLength(1);
      const outcome = word === 'confirm' ? 'cast' : 'spoiled';
      expect(await one.booth[word](HASH)).toMatchObject({ ok: true, value: { name: 'finished', outcome } });
      expect(one.pieces).toHaveLength(2);
    },
  );

  test('of another ballot is refused, and changes nothing', async () => {
    const one = await openBench();
    const other = 'f'.repeat(64);
    await one.booth.printTracker(HASH);
    await one.booth.cast(BALLOT, [0]);
    for (const word of ['confirm', 'reject'] as const) {
      expect(await one.booth[word](other)).toMatchObject({ ok: false, error: { type: 'not-now' } });
    }
    expect(one.booth.state()).toEqual({ name: 'slip-held', hash: HASH });
  });

  test('sent twice, or once more after a lost reply, is one word; the opposite word comes too late', async () => {
    const one = await openBench();
    await one.booth.printTracker(HASH);
    await one.booth.cast(BALLOT, [0]);
    const [first, second] = await Promise.all([one.booth.confirm(HASH), one.booth.confirm(HASH)]);
    expect(first).toEqual(second);
    expect(await one.booth.confirm(HASH)).toEqual(first);
    expect(await one.booth.reject(HASH)).toMatchObject({ ok: false, error: { type: 'not-now' } });
    // the tracker slip, and one slip with its mark
    expect(one.pieces).toHaveLength(2);
    await one.booth.reset();
    expect(await one.booth.confirm(HASH)).toMatchObject({ ok: false, error: { type: 'not-now' } });
  });
});
