import { describe, expect, test } from 'vitest';
import type { StationClient } from '../src/station/station-client.ts';
import { BALLOT, HASH, openBench, said } from './cast-bench.ts';

// A voter has said what the slip shows, and the station cannot take it: a medium is pulled, or its cable is out.

type Answer = Awaited<ReturnType<StationClient['confirm']>>;
const NO_MEDIUM: Answer = { ok: false, error: { type: 'station-refused', reason: 'store-failed' } };
const UNHEARD: Answer = { ok: false, error: { type: 'station-unheard' } };

/** A slip hangs before a station that gives these answers first to what a voter says of it, and then takes it. */
async function openWaiting(to: 'confirm' | 'spoil', first: readonly Answer[]) {
  let asked = 0;
  let isMended = false;
  const answer = () => {
    asked += 1;
    const refusal = isMended ? undefined : first[Math.min(asked, first.length) - 1];
    return refusal === undefined ? said(to === 'confirm' ? 'cast' : 'spoiled') : Promise.resolve(refusal);
  };
  const one = await openBench({ [to]: answer }, 5);
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await one.changed();
  };
  await one.booth.printTracker(HASH);
  await one.booth.cast(BALLOT, [0]);
  return {
    ...one,
    until,
    asked: () => asked,
    mend() {
      isMended = true;
    },
  };
}

describe('a word on a slip that the station cannot take', () => {
  test.each([
    ['confirm', 'confirming', 'cast'],
    ['spoil', 'spoiling', 'spoiled'],
  ] as const)(
    '%s is sent again until a medium takes it, and nobody presses anything',
    async (to, name, outcome) => {
      const one = await openWaiting(to, [NO_MEDIUM]);
      const word = to === 'confirm' ? one.booth.confirm(HASH) : one.booth.reject(HASH);
      await one.until(() => one.booth.waitsFor() === 'medium');
      expect(one.booth.state()).toEqual({ name, hash: HASH });
      const before = one.asked();
      await expect.poll(one.asked).toBeGreaterThan(before + 2);
      // the slip hangs as it did: nothing is marked or cut before the station has it
      expect(one.pieces).toHaveLength(1);
      one.mend();
      expect(await word).toEqual({ ok: true, value: { name: 'finished', outcome, hash: HASH } });
      expect(one.booth.waitsFor()).toBeNull();
      expect(one.pieces).toHaveLength(2);
    },
  );

  test('a yes stands: what is pressed while it waits changes nothing', async () => {
    const one = await openWaiting('confirm', [NO_MEDIUM]);
    const word = one.booth.confirm(HASH);
    await one.until(() => one.booth.waitsFor() === 'medium');
    const again = one.booth.confirm(HASH);
    const other = one.booth.reject(HASH);
    one.mend();
    const finished = { ok: true, value: { name: 'finished', outcome: 'cast', hash: HASH } };
    expect(await word).toEqual(finished);
    expect(await again).toEqual(finished);
    expect(await other).toEqual({ ok: false, error: { type: 'not-now', state: 'finished' } });
  });

  test('it is said for what it waits: a station that is not heard, then a medium', async () => {
    const one = await openWaiting('confirm', [UNHEARD, UNHEARD, NO_MEDIUM]);
    const word = one.booth.confirm(HASH);
    await one.until(() => one.booth.waitsFor() === 'station');
    await one.until(() => one.booth.waitsFor() === 'medium');
    one.mend();
    expect(await word).toMatchObject({ ok: true, value: { outcome: 'cast' } });
  });

  test('a ballot that was not sealed yet is answered at once: the voter may leave with a card that is good', async () => {
    const { booth } = await openBench({ seal: () => Promise.resolve(NO_MEDIUM) }, 5);
    await booth.printTracker(HASH);
    expect(await booth.cast(BALLOT, [0])).toEqual(NO_MEDIUM);
    expect(booth.state()).toEqual({ name: 'idle' });
  });
});
