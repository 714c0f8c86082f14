import { describe, expect, test } from 'vitest';
import { bench, cutSlip, DROPPED, NOT_SENT, SLIP_ROWS } from '../../test/bench.ts';
import { ManualTimer, PATIENCE } from '../../test/manual-timer.ts';
import { rowsOf } from '../../test/slips.ts';

describe('a printer that lies', () => {
  test('it confirms and prints nothing: the client believes it, and only eyes can tell', async () => {
    const { connect, twin, paper } = await bench();
    const printer = await connect();
    twin.command({ type: 'lie', how: 'answers-without-moving' });
    expect(await printer.print(cutSlip(1))).toEqual({ ok: true, value: 'paper-moved' });
    expect(paper()).toEqual([]);
  });

  test('it repeats the answer of the job before a restart: not believed, because each connection draws where its numbers begin', async () => {
    const { connect, twin, timer, paper } = await bench();
    const before = await connect();
    expect(await before.print(cutSlip(1))).toEqual({ ok: true, value: 'paper-moved' });
    before.close();
    await before.gone;
    twin.command({ type: 'lie', how: 'answers-for-the-last-job' });
    const restarted = await connect();
    const printed = restarted.print(cutSlip(2));
    for (const wait of ['pollMs', 'jobMs'] as const) await timer.end(PATIENCE[wait]);
    expect(await printed).toMatchObject({ ok: false, error: { type: 'no-answer', ...DROPPED } });
    expect(paper()).toEqual(rowsOf(1, SLIP_ROWS));
  });

  test('planted fault: with two connections that begin at the same number the repeated answer would be believed', async () => {
    const { connect, twin, paper } = await bench();
    const sameNumber = (count: number) => new Uint8Array(count).fill(7);
    const before = await connect(sameNumber);
    await before.print(cutSlip(1));
    before.close();
    await before.gone;
    twin.command({ type: 'lie', how: 'answers-for-the-last-job' });
    const restarted = await connect(sameNumber);
    expect(await restarted.print(cutSlip(2))).toEqual({ ok: true, value: 'paper-moved' });
    expect(paper()).toEqual(rowsOf(1, SLIP_ROWS));
  });

  test('it prints on one spot and confirms: the client believes it, the paper is a black bar', async () => {
    const { connect, twin, paper, pieces } = await bench();
    const printer = await connect();
    twin.command({ type: 'jam', afterRows: 10, noticed: false });
    expect(await printer.print(cutSlip(1))).toEqual({ ok: true, value: 'paper-moved' });
    expect(paper().slice(0, 9)).toEqual(rowsOf(1, 9));
    expect(paper()).toHaveLength(10);
    expect(pieces[0]?.height).toBe(10);
  });

  test('it hides that the cover is open: no answer, and the client does not claim to know the paper', async () => {
    const { connect, twin, timer, paper } = await bench();
    const printer = await connect();
    twin.command({ type: 'lie', how: 'hides-faults' });
    twin.command({ type: 'open-cover', afterRows: 20 });
    const printed = printer.print(cutSlip(1));
    for (const wait of ['pollMs', 'jobMs'] as const) await timer.end(PATIENCE[wait]);
    expect(await printed).toMatchObject({ ok: false, error: { type: 'no-answer', ...DROPPED } });
    expect(paper()).toEqual(rowsOf(1, 20));
    twin.command({ type: 'close-cover' });
    expect(paper()).toEqual(rowsOf(1, 20));
  });

  test('it goes deaf before the job: nothing is sent', async () => {
    const { connect, twin, timer, paper } = await bench();
    const printer = await connect();
    twin.command({ type: 'lie', how: 'deaf' });
    const printed = printer.print(cutSlip(1));
    await timer.end(PATIENCE.statusMs);
    expect(await printed).toMatchObject({ ok: false, error: { type: 'no-answer', ...NOT_SENT } });
    expect(paper()).toEqual([]);
    await printer.gone;
  });

  test('it goes deaf between jobs: a question ends the connection, because a late answer would fit the next one', async () => {
    const { connect, twin, timer } = await bench();
    const printer = await connect();
    twin.command({ type: 'lie', how: 'deaf' });
    const status = printer.status();
    await timer.end(PATIENCE.statusMs);
    expect(await status).toMatchObject({ ok: false, error: { type: 'no-answer', ...NOT_SENT } });
    await printer.gone;
  });

  test('it goes deaf in mid-job: nobody knows, and the connection is given up', async () => {
    const twinTimer = new ManualTimer();
    const { connect, twin, timer, paper } = await bench(twinTimer);
    const printer = await connect();
    twin.command({ type: 'speed', rowsPerSecond: 24 });
    const printed = printer.print(cutSlip(1));
    await twinTimer.end(1_000);
    twin.command({ type: 'lie', how: 'deaf' });
    for (const wait of ['pollMs', 'statusMs', 'jobMs', 'statusMs'] as const) await timer.end(PATIENCE[wait]);
    expect(await printed).toMatchObject({
      ok: false,
      error: { type: 'no-answer', paper: 'may-have-moved', rest: 'may-still-print' },
    });
    expect(paper().length).toBeGreaterThan(0);
    await printer.gone;
  });

  test('a question stays unanswered but the job is confirmed: believed, and the connection is given up', async () => {
    const twinTimer = new ManualTimer();
    const { connect, twin, timer, paper } = await bench(twinTimer);
    const printer = await connect();
    twin.command({ type: 'speed', rowsPerSecond: 24 });
    const printed = printer.print(cutSlip(1));
    await twinTimer.end(1_000);
    twin.command({ type: 'lie', how: 'deaf' });
    for (const wait of ['pollMs', 'statusMs'] as const) await timer.end(PATIENCE[wait]);
    twin.command({ type: 'lie', how: 'none' });
    for (let step = 1; step < 22; step += 1) await twinTimer.end(1_000);
    expect(await printed).toEqual({ ok: true, value: 'paper-moved' });
    expect(paper()).toEqual(rowsOf(1, SLIP_ROWS));
    await printer.gone;
  });

  test('an answer that overtakes the clearing counts: the slip is not called lost when it is whole', async () => {
    const twinTimer = new ManualTimer();
    const { connect, twin, timer, paper, pieces } = await bench(twinTimer);
    const printer = await connect();
    twin.command({ type: 'speed', rowsPerSecond: 600 });
    const printed = printer.print(cutSlip(1));
    // All rows but those of the last step, so that the answer is one step away.
    for (let step = 0; step < 22; step += 1) await twinTimer.end(40);
    await timer.end(PATIENCE.jobMs);
    expect(pieces).toHaveLength(1);
    expect(await printed).toEqual({ ok: true, value: 'paper-moved' });
    expect(paper()).toEqual(rowsOf(1, SLIP_ROWS));
  });
});
