import { afterEach } from 'vitest';
import type { Bitmap } from '../src/bitmap.ts';
import {
  connectPrinter,
  type PrintJob,
  type RandomSource,
  type SlipPrinter,
  startVirtualPrinter,
  type VirtualPrinter,
} from '../src/index.ts';
import { ManualTimer, PATIENCE } from './manual-timer.ts';
import { numberedSlip, type RowRead, readRows } from './slips.ts';

export const SLIP_ROWS = 400;
export const cutSlip = (slip: number): PrintJob => ({
  rasters: [numberedSlip(slip, SLIP_ROWS)],
  feedDots: 40,
  cut: 'full',
});

/** What a fault says when part of the job was sent and the printer confirmed that it forgot the rest. */
export const DROPPED = { paper: 'may-have-moved', rest: 'dropped' } as const;
/** What a fault says when not one byte of the job was sent. */
export const NOT_SENT = { paper: 'not-moved', rest: 'none' } as const;

export interface Bench {
  readonly twin: VirtualPrinter;
  readonly timer: ManualTimer;
  /** Pieces that fell, oldest first. */
  readonly pieces: Bitmap[];
  /** @param random where the numbers of this connection's jobs begin; drawn by the machine when absent */
  connect(random?: RandomSource): Promise<SlipPrinter>;
  /** All rows on cut and uncut paper, in the order in which they passed the head. */
  paper(): RowRead[];
}

const opened: { twin: VirtualPrinter; printers: SlipPrinter[] }[] = [];

afterEach(async () => {
  for (const { twin, printers } of opened.splice(0)) {
    for (const printer of printers) printer.close();
    await twin.stop();
  }
});

/** A twin and the means to connect to it; both are closed when the test ends. */
export async function bench(twinTimer?: ManualTimer): Promise<Bench> {
  const timer = new ManualTimer();
  const pieces: Bitmap[] = [];
  const twin = await startVirtualPrinter({
    port: 0,
    onPaper: (piece) => pieces.push(piece),
    ...(twinTimer === undefined ? {} : { timer: twinTimer }),
  });
  const printers: SlipPrinter[] = [];
  opened.push({ twin, printers });
  return {
    twin,
    timer,
    pieces,
    paper: () => [...pieces, twin.window()].flatMap(readRows),
    connect: async (random) => {
      const connected = await connectPrinter({
        host: twin.host,
        port: twin.port,
        timer,
        ...(random === undefined ? {} : { random }),
        patience: PATIENCE,
      });
      if (!connected.ok) throw new Error(`no connection: ${connected.error.type}`);
      printers.push(connected.value);
      return connected.value;
    },
  };
}
