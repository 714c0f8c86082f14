import { createHash } from 'node:crypto';
import {
  type Bitmap,
  type PrintJob,
  startVirtualPrinter,
  type Timer,
  type TwinCommand,
  type VirtualPrinter,
} from '@bilik/devices';
import { afterEach, expect, test } from 'vitest';
import { type Booth, openBooth } from '../src/cast/booth.ts';
import { openPrinting } from '../src/slip/printing.ts';
import type { SlipBook } from '../src/slip/slip-book.ts';
import type { StationClient } from '../src/station/station-client.ts';

// A booth on a printer that jams and is repaired by hands; the station agrees to everything.

const TRACKER_ROWS = 300;
const BALLOT = 'a ballot';
const HASH = createHash('sha256').update(BALLOT).digest('hex');

/** Rows of one pattern, so that paper says what was printed on it. */
const slip = (byte: number, rows: number): Bitmap => ({
  width: 576,
  height: rows,
  data: new Uint8Array(72 * rows).fill(byte),
});
const job = (byte: number, rows: number, cut: PrintJob['cut']): PrintJob => ({
  rasters: rows === 0 ? [] : [slip(byte, rows)],
  feedDots: 40,
  cut,
});
const TRACKER_INK = 0xaa;
const CHOICE_INK = 0xcc;
const inkRows = (paper: Bitmap, byte: number): number => {
  let rows = 0;
  for (let top = 0; top < paper.data.length; top += 72) if (paper.data[top] === byte) rows += 1;
  return rows;
};

const slips: SlipBook = {
  contests: 1,
  options: () => 2,
  choice: () => job(CHOICE_INK, 400, 'hold'),
  sah: job(0xf0, 50, 'full'),
  batal: job(0x0f, 50, 'full'),
  tracker: () => job(TRACKER_INK, TRACKER_ROWS, 'full'),
  cutOff: job(0, 0, 'full'),
};

const station = { epoch: 1, casts: 0, voids: 0 };
const said = (state: 'sealing' | 'cast' | 'spoiled' | 'proved') =>
  Promise.resolve({ ok: true as const, value: { hash: HASH, state, station } });

/** Looks happen when the test says so; everything else takes its time. */
class LookTimer implements Timer {
  static readonly lookMs = 2_001;
  readonly #looks: (() => void)[] = [];
  after(milliseconds: number, act: () => void): () => void {
    if (milliseconds !== LookTimer.lookMs) {
      const handle = setTimeout(act, milliseconds);
      return () => clearTimeout(handle);
    }
    this.#looks.push(act);
    return () => undefined;
  }
  look(): void {
    for (const act of this.#looks.splice(0)) act();
  }
}

interface Bench {
  readonly booth: Booth;
  readonly twin: VirtualPrinter;
  readonly pieces: Bitmap[];
  readonly timer: LookTimer;
  /** Settles when the booth tells its page that something changed. */
  readonly changed: () => Promise<void>;
  phase: string;
}

const opened: Bench[] = [];
afterEach(async () => {
  for (const { booth, twin } of opened.splice(0)) {
    booth.stop();
    await twin.stop();
  }
});

async function bench(): Promise<Bench> {
  const pieces: Bitmap[] = [];
  const twin = await startVirtualPrinter({ port: 0, onPaper: (piece) => pieces.push(piece) });
  const printing = openPrinting({ host: twin.host, port: twin.port });
  const timer = new LookTimer();
  let waiting: (() => void)[] = [];
  const client: StationClient = {
    place: () => Promise.resolve({ ok: true, value: { definition: {}, election: '', station } }),
    openCase: () =>
      Promise.resolve({
        ok: true,
        value: { phase: one.phase, state: 'idle', hash: '', cardNonce: '0'.repeat(64), station },
      }),
    tokenStanding: () => Promise.resolve({ ok: true, value: { standing: 'ready', station } }),
    seal: () => said('sealing'),
    prove: () => said('proved'),
    confirm: () => said('cast'),
    spoil: () => said('spoiled'),
    finish: () => Promise.resolve({ ok: true, value: { station } }),
  };
  const booth = openBooth({
    station: client,
    print: printing.print,
    printerReady: printing.ready,
    slips,
    counter: { begin: () => undefined, settle: () => undefined, count: () => 0 },
    memory: { remember: () => undefined },
    timer,
    retryMs: 1_000,
    lookMs: LookTimer.lookMs,
    onChange() {
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
    },
    step: () => undefined,
  });
  const one: Bench = {
    booth,
    twin,
    pieces,
    timer,
    phase: 'zero_proven',
    changed: () => new Promise((resolve) => waiting.push(resolve)),
  };
  opened.push(one);
  await booth.start();
  return one;
}

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
    const { booth, twin, pieces } = await bench();
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
  const { booth, pieces } = await bench();
  await booth.printTracker(HASH);
  expect(pieces.map((piece) => inkRows(piece, TRACKER_INK))).toEqual([TRACKER_ROWS]);
});

test('people who are asked see when the printer is repaired, and the paper in the window stays as it is', async () => {
  const { booth, twin, timer, changed, pieces } = await bench();
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
  timer.look();
  await seen;
  expect(booth.trouble()).toBeNull();
  expect(booth.state().name).toBe('question');
  expect(twin.window()).toEqual(paper);
  expect(pieces).toHaveLength(1);
});

test('a booth that waits learns the phase of the polling place', async () => {
  const one = await bench();
  expect(one.booth.phase()).toBe('zero_proven');
  one.phase = 'open';
  const seen = one.changed();
  one.timer.look();
  await seen;
  expect(one.booth.phase()).toBe('open');
});
