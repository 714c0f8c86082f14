import type { TwinCommand } from '@bilik/devices';
import { describe, expect, test } from 'vitest';
import { BALLOT, CHOICE_INK, HASH, inkRows, openBench, TRACKER_INK, TRACKER_ROWS } from './cast-bench.ts';

// A printer that jams and is repaired by hands.

const REPAIRS: readonly { name: string; trouble: TwinCommand; repair: TwinCommand; rowsLeft: number }[] = [
  {
    name: 'jam',
    trouble: { type: 'jam', afterRows: 100, noticed: true },
    repair: { type: 'clear-jam' },
    rowsLeft: 100,
  },
  {
    name: 'cutter',
    trouble: { type: 'stick-cutter' },
    repair: { type: 'free-cutter' },
    rowsLeft: TRACKER_ROWS,
  },
  {
    name: 'paper-out',
    trouble: { type: 'run-out', afterMillimetres: 10 },
    repair: { type: 'new-roll' },
    rowsLeft: 80,
  },
  {
    name: 'cover-open',
    trouble: { type: 'open-cover', afterRows: 60 },
    repair: { type: 'close-cover' },
    rowsLeft: 60,
  },
];

test.each(REPAIRS)(
  '$name in the middle of the tracker slip: after the repair the next slip comes, and the torn one fell before it',
  async ({ name, trouble, repair, rowsLeft }) => {
    const { booth, twin, pieces } = await openBench();
    twin.command(trouble);
    const refused = { ok: false, error: { type: 'printer-not-ready', trouble: name } };
    expect(await booth.printTracker(HASH)).toEqual(refused);
    expect(await booth.printTracker(HASH)).toEqual(refused);
    expect(pieces).toEqual([]);

    twin.command(repair);
    expect(await booth.printTracker(HASH)).toMatchObject({ ok: true, value: { name: 'tracker-printed' } });
    expect(booth.trouble()).toBeNull();
    expect(pieces.map((piece) => inkRows(piece, TRACKER_INK))).toEqual([rowsLeft, TRACKER_ROWS]);

    expect(await booth.cast(BALLOT, [0])).toMatchObject({ ok: true, value: { name: 'slip-held' } });
    expect(inkRows(twin.window(), TRACKER_INK)).toBe(0);
    expect(inkRows(twin.window(), CHOICE_INK)).toBe(400);
    expect(pieces).toHaveLength(2);
  },
);

test('a tracker slip that comes at once is not preceded by an empty piece', async () => {
  const { booth, pieces } = await openBench();
  await booth.printTracker(HASH);
  expect(pieces.map((piece) => inkRows(piece, TRACKER_INK))).toEqual([TRACKER_ROWS]);
});

test('people who are asked see when the printer is repaired, and the paper in the window stays as it is', async () => {
  const { booth, twin, timer, changed, pieces } = await openBench();
  await booth.printTracker(HASH);
  twin.command({ type: 'jam', afterRows: 50, noticed: true });
  expect(await booth.cast(BALLOT, [0])).toMatchObject({
    ok: true,
    value: { name: 'question', about: 'void' },
  });
  expect(booth.trouble()).toBe('jam');
  const paper = twin.window();
  twin.command({ type: 'clear-jam' });
  const seen = changed();
  const looked = timer.look();
  await seen;
  await looked;
  expect(booth.trouble()).toBeNull();
  expect(booth.state().name).toBe('question');
  expect(twin.window()).toEqual(paper);
  expect(pieces).toHaveLength(1);
});

test('a booth that waits learns the phase of the polling place', async () => {
  const one = await openBench();
  expect(one.booth.phase()).toBe('zero_proven');
  one.phase = 'open';
  const seen = one.changed();
  const looked = one.timer.look();
  await seen;
  await looked;
  expect(one.booth.phase()).toBe('open');
});

describe('what the station is told of the printer', () => {
  // a knife that was freed is believed after it has cut: see below
  test.each(REPAIRS.filter(({ name }) => name !== 'cutter'))(
    '$name: told once at the next look, again to a station that forgot it, and its end',
    async ({ name, trouble, repair }) => {
      const one = await openBench();
      await one.timer.look();
      one.twin.command(trouble);
      await one.booth.printTracker(HASH);
      expect(one.told).toEqual([]);
      for (let look = 0; look < 3; look += 1) await one.timer.look();
      expect(one.told).toEqual([name]);
      one.known = 'none';
      await one.timer.look();
      expect(one.told).toEqual([name, name]);
      one.twin.command(repair);
      for (let look = 0; look < 3; look += 1) await one.timer.look();
      expect(one.told).toEqual([name, name, 'none']);
    },
  );

  test('a stuck knife is told until it has cut, though the printer says it is ready when it was told to leave its error', async () => {
    const one = await openBench();
    await one.timer.look();
    one.twin.command({ type: 'stick-cutter' });
    await one.booth.printTracker(HASH);
    for (let look = 0; look < 3; look += 1) await one.timer.look();
    expect(one.booth.trouble()).toBeNull();
    expect(one.told).toEqual(['cutter']);
    one.twin.command({ type: 'free-cutter' });
    await one.timer.look();
    expect(one.told).toEqual(['cutter']);
    expect(await one.booth.printTracker(HASH)).toMatchObject({ ok: true });
    await one.booth.reset();
    await one.timer.look();
    expect(one.told).toEqual(['cutter', 'none']);
  });

  test('a printer that is in trouble when the booth starts is told before any voter comes', async () => {
    const one = await openBench();
    one.twin.command({ type: 'open-cover', afterRows: 0 });
    await one.timer.look();
    expect(one.told).toEqual(['cover-open']);
  });

  test('a booth that was restarted takes back what was repaired while it was off', async () => {
    const one = await openBench();
    one.known = 'paper-out';
    await one.timer.look();
    expect(one.told).toEqual(['none']);
  });

  test('a trouble that was gone when the printer was asked again is never told', async () => {
    const one = await openBench();
    await one.timer.look();
    one.twin.command({ type: 'jam', afterRows: 100, noticed: true });
    await one.booth.printTracker(HASH);
    one.twin.command({ type: 'clear-jam' });
    await one.timer.look();
    expect(one.booth.trouble()).toBeNull();
    expect(one.told).toEqual([]);
  });

  test('nothing is told while a voter has the tracker or reads the slip, whatever the station believes', async () => {
    const one = await openBench();
    await one.timer.look();
    one.known = 'jam';
    await one.booth.printTracker(HASH);
    await one.timer.look();
    await one.booth.cast(BALLOT, [0]);
    expect(one.booth.state().name).toBe('slip-held');
    await one.timer.look();
    await one.booth.confirm(HASH);
    expect(one.booth.state().name).toBe('finished');
    await one.timer.look();
    expect(one.told).toEqual([]);
    await one.booth.reset();
    await one.timer.look();
    expect(one.told).toEqual(['none']);
  });

  test('people who answer about a slip do not answer for the printer: it is asked itself before its trouble is taken back', async () => {
    const one = await openBench();
    await one.booth.printTracker(HASH);
    one.twin.command({ type: 'run-out', afterMillimetres: 10 });
    await one.booth.cast(BALLOT, [0]);
    expect(one.booth.state().name).toBe('question');
    await one.timer.look();
    expect(one.told).toEqual(['paper-out']);
    await one.booth.answer('no-slip', []);
    await one.booth.reset();
    await one.timer.look();
    expect(one.booth.trouble()).toBe('paper-out');
    expect(one.told).toEqual(['paper-out']);
    one.twin.command({ type: 'new-roll' });
    await one.timer.look();
    expect(one.told).toEqual(['paper-out', 'none']);
  });
});
