import { describe, expect, test } from 'vitest';
import { bench, cutSlip, DROPPED, NOT_SENT, SLIP_ROWS } from '../../test/bench.ts';
import { ManualTimer, PATIENCE } from '../../test/manual-timer.ts';
import { numberedSlip, readRows, rowsOf } from '../../test/slips.ts';
import { connectPrinter, type PrinterFault, type TwinCommand } from '../index.ts';

describe('a printer that works', () => {
  test('prints a whole slip, row for row, and cuts it off before it says that the paper has moved', async () => {
    const { connect, pieces, twin } = await bench();
    const printer = await connect();
    expect(await printer.print(cutSlip(1))).toEqual({ ok: true, value: 'paper-moved' });
    expect(pieces).toHaveLength(1);
    expect(pieces.flatMap(readRows)).toEqual(rowsOf(1, SLIP_ROWS));
    // Leading paper between head and knife, the slip, the feed, and nothing else.
    expect(pieces[0]?.height).toBe(SLIP_ROWS + 40 + 96);
    expect(readRows(twin.window())).toEqual([]);
  });

  test('holds a slip in the window until its tail is printed, and both fall as one piece', async () => {
    const { connect, pieces, twin } = await bench();
    const printer = await connect();
    await printer.print({ rasters: [numberedSlip(1, SLIP_ROWS)], feedDots: 120, cut: 'hold' });
    expect(pieces).toEqual([]);
    expect(readRows(twin.window())).toEqual(rowsOf(1, SLIP_ROWS));
    await printer.print({ rasters: [numberedSlip(2, 64)], feedDots: 40, cut: 'partial' });
    expect(pieces).toHaveLength(1);
    expect(pieces.flatMap(readRows)).toEqual([...rowsOf(1, SLIP_ROWS), ...rowsOf(2, 64)]);
  });

  test('a held slip survives the process that printed it', async () => {
    const { connect, pieces } = await bench();
    const first = await connect();
    await first.print({ rasters: [numberedSlip(1, SLIP_ROWS)], feedDots: 0, cut: 'hold' });
    first.close();
    await first.gone;
    const second = await connect();
    expect((await second.print({ rasters: [numberedSlip(2, 64)], feedDots: 0, cut: 'full' })).ok).toBe(true);
    expect(pieces.flatMap(readRows)).toEqual([...rowsOf(1, SLIP_ROWS), ...rowsOf(2, 64)]);
  });

  test('waits for slow paper: no answer before the last row', async () => {
    const twinTimer = new ManualTimer();
    const { connect, twin, pieces } = await bench(twinTimer);
    const printer = await connect();
    twin.command({ type: 'speed', rowsPerSecond: 24 });
    let isAnswered = false;
    const printed = printer.print(cutSlip(1)).then((result) => {
      isAnswered = true;
      return result;
    });
    // The job moves 400 + 40 + 96 rows, in steps of 24 that take one second each.
    for (let step = 0; step < 22; step += 1) {
      expect(isAnswered).toBe(false);
      expect(pieces).toEqual([]);
      await twinTimer.end(1_000);
    }
    expect((await printed).ok).toBe(true);
    expect(pieces).toHaveLength(1);
  });

  test('reports near-end and prints on', async () => {
    const { connect, twin } = await bench();
    const printer = await connect();
    twin.command({ type: 'near-end' });
    const status = await printer.status();
    expect(status.ok && status.value).toMatchObject({ online: true, paper: 'near-end' });
    expect((await printer.print(cutSlip(1))).ok).toBe(true);
  });

  test('leaves no wait behind', async () => {
    const { connect, timer } = await bench();
    const printer = await connect();
    await printer.print(cutSlip(1));
    await printer.status();
    expect(timer.waits).toEqual([]);
  });

  test('takes one job at a time, and refuses impossible ones', async () => {
    const { connect } = await bench();
    const printer = await connect();
    const first = printer.print(cutSlip(1));
    await expect(printer.print(cutSlip(2))).rejects.toThrow('one job at a time');
    await first;
    await expect(printer.print({ rasters: [], feedDots: 5_000, cut: 'hold' })).rejects.toThrow(RangeError);
    const wrongSize = { width: 576, height: 2, data: new Uint8Array(72) };
    await expect(printer.print({ rasters: [wrongSize], feedDots: 0, cut: 'hold' })).rejects.toThrow(
      RangeError,
    );
  });
});

/** The client's waits that must end for the fault to show, in order. */
type Waits = readonly (keyof typeof PATIENCE)[];

interface FaultCase {
  readonly name: string;
  readonly trouble: TwinCommand;
  readonly waits: Waits;
  readonly fault: Pick<PrinterFault, 'type' | 'paper' | 'rest'>;
  /** Rows of the slip that are really on the paper. */
  readonly rowsOnPaper: number;
  /** What hands do afterwards. */
  readonly repair: TwinCommand;
}

const BEFORE_THE_JOB: readonly FaultCase[] = [
  {
    name: 'the cover is open',
    trouble: { type: 'open-cover', afterRows: 0 },
    waits: [],
    fault: { type: 'cover-open', ...NOT_SENT },
    rowsOnPaper: 0,
    repair: { type: 'close-cover' },
  },
  {
    name: 'the roll is empty',
    trouble: { type: 'run-out', afterMillimetres: 0 },
    waits: [],
    fault: { type: 'paper-out', ...NOT_SENT },
    rowsOnPaper: 0,
    repair: { type: 'new-roll' },
  },
  {
    name: 'the paper is jammed and the printer knows',
    trouble: { type: 'jam', afterRows: 0, noticed: true },
    waits: [],
    fault: { type: 'jam', ...NOT_SENT },
    rowsOnPaper: 0,
    repair: { type: 'clear-jam' },
  },
];

const IN_MID_JOB: readonly FaultCase[] = [
  {
    name: 'the cover is opened after 100 rows',
    trouble: { type: 'open-cover', afterRows: 100 },
    waits: ['pollMs'],
    fault: { type: 'cover-open', ...DROPPED },
    rowsOnPaper: 100,
    repair: { type: 'close-cover' },
  },
  {
    name: 'the roll ends after 20 mm',
    trouble: { type: 'run-out', afterMillimetres: 20 },
    waits: ['pollMs'],
    fault: { type: 'paper-out', ...DROPPED },
    rowsOnPaper: 160,
    repair: { type: 'new-roll' },
  },
  {
    name: 'the roll ends in the feed after the last row',
    trouble: { type: 'run-out', afterMillimetres: 51 },
    waits: ['pollMs'],
    fault: { type: 'paper-out', ...DROPPED },
    rowsOnPaper: SLIP_ROWS,
    repair: { type: 'new-roll' },
  },
  {
    name: 'the paper jams after 33 rows and the printer notices',
    trouble: { type: 'jam', afterRows: 33, noticed: true },
    waits: ['pollMs'],
    fault: { type: 'jam', ...DROPPED },
    rowsOnPaper: 33,
    repair: { type: 'clear-jam' },
  },
  {
    name: 'the knife is stuck when the whole slip is printed',
    trouble: { type: 'stick-cutter' },
    waits: ['pollMs'],
    fault: { type: 'cutter', ...DROPPED },
    rowsOnPaper: SLIP_ROWS,
    repair: { type: 'free-cutter' },
  },
  {
    name: 'the printer prints all and never says so',
    trouble: { type: 'lie', how: 'moves-without-answering' },
    waits: ['pollMs', 'jobMs'],
    fault: { type: 'no-answer', ...DROPPED },
    rowsOnPaper: SLIP_ROWS,
    repair: { type: 'lie', how: 'none' },
  },
];

describe.each([...BEFORE_THE_JOB, ...IN_MID_JOB])('$name', (one) => {
  test('the client says so, and after the repair nothing of the old slip comes out', async () => {
    const { connect, timer, twin, paper } = await bench();
    const printer = await connect();
    twin.command(one.trouble);
    const printed = printer.print(cutSlip(1));
    for (const wait of one.waits) await timer.end(PATIENCE[wait]);
    const result = await printed;
    expect(result.ok ? null : result.error).toMatchObject(one.fault);
    expect(paper()).toEqual(rowsOf(1, one.rowsOnPaper));

    twin.command(one.repair);
    expect(paper()).toEqual(rowsOf(1, one.rowsOnPaper));
    expect(await printer.print(cutSlip(2))).toEqual({ ok: true, value: 'paper-moved' });
    expect(paper()).toEqual([...rowsOf(1, one.rowsOnPaper), ...rowsOf(2, SLIP_ROWS)]);
    expect(timer.waits).toEqual([]);
  });
});

describe('an error whose lamp stays on', () => {
  const CASES: readonly { name: string; trouble: TwinCommand; repair: TwinCommand; lamp: object }[] = [
    {
      name: 'jam',
      trouble: { type: 'jam', afterRows: 33, noticed: true },
      repair: { type: 'clear-jam' },
      lamp: { mechanicalError: true },
    },
    {
      name: 'cutter',
      trouble: { type: 'stick-cutter' },
      repair: { type: 'free-cutter' },
      lamp: { cutterStuck: true },
    },
  ];

  test.each(CASES)(
    '$name: recovering leaves it as soon as its cause is gone, and moves no paper',
    async (one) => {
      const { connect, timer, twin, paper } = await bench();
      const printer = await connect();
      twin.command(one.trouble);
      const printed = printer.print(cutSlip(1));
      await timer.end(PATIENCE.pollMs);
      await printed;
      const before = paper();
      if (one.name === 'jam') expect(await printer.recover()).toMatchObject({ ok: true, value: one.lamp });
      twin.command(one.repair);
      expect(await printer.status()).toMatchObject({ ok: true, value: one.lamp });
      expect(await printer.recover()).toMatchObject({
        ok: true,
        value: { online: true, mechanicalError: false, cutterStuck: false },
      });
      expect(paper()).toEqual(before);
    },
  );

  test('is not left while a job runs', async () => {
    const { connect } = await bench();
    const printer = await connect();
    const printed = printer.print(cutSlip(1));
    await expect(printer.recover()).rejects.toThrow('between two jobs');
    expect((await printed).ok).toBe(true);
  });
});

describe('a connection that breaks', () => {
  test('nobody listens: unreachable', async () => {
    const { twin } = await bench();
    const { host, port } = twin;
    await twin.stop();
    const connected = await connectPrinter({ host, port, timer: new ManualTimer(), patience: PATIENCE });
    expect(connected).toEqual({
      ok: false,
      error: { type: 'unreachable', paper: 'not-moved', rest: 'none', status: null },
    });
  });

  test('the cable comes out in mid-job: the paper may have moved and the rest may still come', async () => {
    const { connect, twin, paper } = await bench();
    const printer = await connect();
    twin.command({ type: 'unplug', afterRows: 50 });
    const result = await printer.print(cutSlip(1));
    expect(result.ok ? null : result.error).toMatchObject({
      type: 'vanished-in-mid-job',
      paper: 'may-have-moved',
      rest: 'may-still-print',
    });
    const onPaper = paper();
    expect(onPaper.length).toBeGreaterThanOrEqual(50);
    expect(onPaper).toEqual(rowsOf(1, onPaper.length));
    expect(await printer.status()).toMatchObject({ ok: false, error: { type: 'unreachable' } });
    expect(await printer.print(cutSlip(2))).toMatchObject({
      ok: false,
      error: { type: 'unreachable', paper: 'not-moved' },
    });
    const meanwhile = await connectPrinter({ host: twin.host, port: twin.port, timer: new ManualTimer() });
    expect(meanwhile).toMatchObject({ ok: false, error: { type: 'unreachable' } });
    twin.command({ type: 'plug-in' });
    const again = await connect();
    expect((await again.print(cutSlip(3))).ok).toBe(true);
    expect(paper()).toEqual([...onPaper, ...rowsOf(3, SLIP_ROWS)]);
  });

  test('power goes and returns: the buffer is lost, the printed rows stay', async () => {
    const { connect, twin, paper } = await bench();
    const printer = await connect();
    twin.command({ type: 'power-cycle', afterRows: 70 });
    expect(await printer.print(cutSlip(1))).toMatchObject({
      ok: false,
      error: { type: 'vanished-in-mid-job', paper: 'may-have-moved' },
    });
    const again = await connect();
    expect(paper()).toEqual(rowsOf(1, 70));
    expect((await again.print(cutSlip(2))).ok).toBe(true);
    expect(paper()).toEqual([...rowsOf(1, 70), ...rowsOf(2, SLIP_ROWS)]);
  });

  test('the booth dies while paper is out: its rest is dropped by whoever connects next', async () => {
    const { connect, twin, timer, paper } = await bench();
    const first = await connect();
    twin.command({ type: 'run-out', afterMillimetres: 10 });
    const lost = first.print(cutSlip(1));
    await timer.end(PATIENCE.pollMs).then(() => first.close());
    expect(await lost).toMatchObject({ ok: false, error: { type: 'vanished-in-mid-job' } });
    const second = await connect();
    twin.command({ type: 'new-roll' });
    expect((await second.print(cutSlip(2))).ok).toBe(true);
    expect(paper()).toEqual([...rowsOf(1, 80), ...rowsOf(2, SLIP_ROWS)]);
  });

  test('a second host waits unheard while the first is connected', async () => {
    const { connect, twin } = await bench();
    const first = await connect();
    const timer = new ManualTimer();
    const second = connectPrinter({ host: twin.host, port: twin.port, timer, patience: PATIENCE });
    await timer.end(PATIENCE.statusMs);
    expect(await second).toMatchObject({ ok: false, error: { type: 'no-answer', paper: 'not-moved' } });
    expect((await first.print(cutSlip(1))).ok).toBe(true);
  });

  test('ten hosts one after the other', async () => {
    const { connect, paper } = await bench();
    for (let host = 1; host <= 10; host += 1) {
      const printer = await connect();
      expect((await printer.print(cutSlip(host))).ok).toBe(true);
      printer.close();
    }
    expect(paper()).toEqual(Array.from({ length: 10 }, (_, host) => rowsOf(host + 1, SLIP_ROWS)).flat());
  });
});
