import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManualTimer, PATIENCE } from '../../test/manual-timer.ts';
import { numberedSlip, readRows, rowsOf } from '../../test/slips.ts';
import type { Bitmap } from '../bitmap.ts';
import { connectPrinter, type SlipPrinter, startVirtualPrinter, type TwinCommand } from '../index.ts';

const ROWS = 200;
const POLLS_BEFORE_GIVING_UP = 2;

const afterRows = fc.integer({ min: 0, max: 320 });
const trouble: fc.Arbitrary<TwinCommand> = fc.oneof(
  fc.record({ type: fc.constant('jam' as const), afterRows, noticed: fc.constant(true) }),
  fc.record({ type: fc.constant('open-cover' as const), afterRows }),
  fc.record({ type: fc.constant('unplug' as const), afterRows }),
  fc.record({ type: fc.constant('power-cycle' as const), afterRows }),
  fc.record({ type: fc.constant('run-out' as const), afterMillimetres: fc.integer({ min: 0, max: 50 }) }),
  fc.constant<TwinCommand>({ type: 'stick-cutter' }),
  fc.constant<TwinCommand>({ type: 'lie', how: 'moves-without-answering' }),
  fc.constant<TwinCommand>({ type: 'lie', how: 'hides-faults' }),
);
const REPAIRS: readonly TwinCommand[] = [
  { type: 'clear-jam' },
  { type: 'close-cover' },
  { type: 'plug-in' },
  { type: 'new-roll' },
  { type: 'free-cutter' },
  { type: 'lie', how: 'none' },
];

const day = fc.array(
  fc.record({ troubles: fc.array(trouble, { maxLength: 2 }), isRepairedFirst: fc.boolean() }),
  { minLength: 3, maxLength: 8 },
);

interface Outcome {
  readonly slip: number;
  readonly kind: 'moved' | 'not-moved' | 'dropped' | 'may-still-print';
  readonly rowsThen: number;
}

/** Ends the client's waits by themselves: a few looks at the status, then the patience for the job. */
function impatient(timer: ManualTimer): { begin(): void } {
  let looks = 0;
  timer.endAlways(PATIENCE.pollMs, () => {
    looks += 1;
    if (looks <= POLLS_BEFORE_GIVING_UP) return true;
    timer.end(PATIENCE.jobMs).catch(() => undefined);
    return false;
  });
  return {
    begin: () => {
      looks = 0;
    },
  };
}

test('whatever breaks, what the client says fits what is on the paper', { timeout: 60_000 }, async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(day, async (jobs) => {
      const timer = new ManualTimer();
      const patience = impatient(timer);
      const pieces: Bitmap[] = [];
      const twin = await startVirtualPrinter({ port: 0, onPaper: (piece) => pieces.push(piece) });
      const paper = () => [...pieces, twin.window()].flatMap(readRows);
      const rowsOfSlip = (slip: number) => paper().filter((row) => row.slip === slip);
      const outcomes: Outcome[] = [];
      let printer: SlipPrinter | null = null;
      for (const [index, { troubles, isRepairedFirst }] of jobs.entries()) {
        const slip = index + 1;
        if (isRepairedFirst) for (const repair of REPAIRS) twin.command(repair);
        if (printer === null) {
          const connected = await connectPrinter({
            host: twin.host,
            port: twin.port,
            timer,
            patience: PATIENCE,
          });
          if (!connected.ok) continue;
          printer = connected.value;
        }
        for (const command of troubles) twin.command(command);
        patience.begin();
        const job = { rasters: [numberedSlip(slip, ROWS)], feedDots: 20, cut: 'full' } as const;
        const result = await printer.print(job);
        const kind = result.ok
          ? 'moved'
          : result.error.paper === 'not-moved'
            ? 'not-moved'
            : result.error.rest === 'dropped'
              ? 'dropped'
              : 'may-still-print';
        reached.set(kind, (reached.get(kind) ?? 0) + 1);
        outcomes.push({ slip, kind, rowsThen: rowsOfSlip(slip).length });
        if (
          !result.ok &&
          (result.error.type === 'vanished-in-mid-job' || result.error.type === 'unreachable')
        ) {
          printer = null;
        }
      }
      for (const repair of REPAIRS) twin.command(repair);
      const final = paper();
      for (const { slip, kind, rowsThen } of outcomes) {
        const rows = final.filter((row) => row.slip === slip);
        // Always a beginning of the slip, in order, nothing twice.
        expect(rows).toEqual(rowsOf(slip, rows.length));
        if (kind === 'moved') expect(rows).toHaveLength(ROWS);
        if (kind === 'not-moved') expect(rows).toHaveLength(0);
        if (kind === 'dropped') expect(rows).toHaveLength(rowsThen);
      }
      const order = final.map((row) => row.slip);
      expect(order).toEqual([...order].sort((left, right) => left - right));
      printer?.close();
      await twin.stop();
    }),
    { numRuns: 60, seed: 1607 },
  );
  for (const kind of ['moved', 'not-moved', 'dropped', 'may-still-print']) {
    expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(10);
  }
});
