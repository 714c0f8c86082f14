import { createHash } from 'node:crypto';
import {
  type Bitmap,
  type PrintJob,
  startVirtualPrinter,
  type Timer,
  type TwinCommand,
  type VirtualPrinter,
} from '@bilik/devices';
import { afterEach, describe, expect, test } from 'vitest';
import { type Booth, openBooth } from '../src/cast/booth.ts';
import type { PrinterWord } from '../src/cast/booth-state.ts';
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
  #ended: () => void = () => undefined;
  after(milliseconds: number, act: () => void): () => void {
    if (milliseconds !== LookTimer.lookMs) {
      const handle = setTimeout(act, milliseconds);
      return () => clearTimeout(handle);
    }
    this.#looks.push(act);
    this.#ended();
    return () => undefined;
  }
  /** Settles when the look has ended. */
  look(): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    for (const act of this.#looks.splice(0)) act();
    return ended;
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
  /** What the station knows of the printer; a restart forgets it. */
  known: PrinterWord;
  /** Everything that the station was told of the printer. */
  readonly told: PrinterWord[];
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
        value: {
          phase: one.phase,
          state: 'idle',
          hash: '',
          cardNonce: '0'.repeat(64),
          printer: one.known,
          station,
        },
      }),
    tokenStanding: () => Promise.resolve({ ok: true, value: { standing: 'ready', station } }),
    seal: () => said('sealing'),
    prove: () => said('proved'),
    confirm: () => said('cast'),
    spoil: () => said('spoiled'),
    finish: () => Promise.resolve({ ok: true, value: { station } }),
    tellPrinter(word) {
      one.told.push(word);
      one.known = word;
      return Promise.resolve({ ok: true, value: { station } });
    },
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
    known: 'none',
    told: [],
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
  const looked = timer.look();
  await seen;
  await looked;
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
      const one = await bench();
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
    const one = await bench();
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
    const one = await bench();
    one.twin.command({ type: 'open-cover', afterRows: 0 });
    await one.timer.look();
    expect(one.told).toEqual(['cover-open']);
  });

  test('a booth that was restarted takes back what was repaired while it was off', async () => {
    const one = await bench();
    one.known = 'paper-out';
    await one.timer.look();
    expect(one.told).toEqual(['none']);
  });

  test('a trouble that was gone when the printer was asked again is never told', async () => {
    const one = await bench();
    await one.timer.look();
    one.twin.command({ type: 'jam', afterRows: 100, noticed: true });
    await one.booth.printTracker(HASH);
    one.twin.command({ type: 'clear-jam' });
    await one.timer.look();
    expect(one.booth.trouble()).toBeNull();
    expect(one.told).toEqual([]);
  });

  test('nothing is told while a voter has the tracker or reads the slip, whatever the station believes', async () => {
    const one = await bench();
    await one.timer.look();
    one.known = 'jam';
    await one.booth.printTracker(HASH);
    await one.timer.look();
    await one.booth.cast(BALLOT, [0]);
    expect(one.booth.state().name).toBe('slip-held');
    await one.timer.look();
    await one.booth.confirm();
    expect(one.booth.state().name).toBe('finished');
    await one.timer.look();
    expect(one.told).toEqual([]);
    await one.booth.reset();
    await one.timer.look();
    expect(one.told).toEqual(['none']);
  });

  test('people who answer about a slip do not answer for the printer: it is asked itself before its trouble is taken back', async () => {
    const one = await bench();
    await one.booth.printTracker(HASH);
    one.twin.command({ type: 'run-out', afterMillimetres: 10 });
    await one.booth.cast(BALLOT, [0]);
    expect(one.booth.state().name).toBe('question');
    await one.timer.look();
    expect(one.told).toEqual(['paper-out']);
    await one.booth.answer('no-slip', ['ketua', 'anggota-1']);
    await one.booth.reset();
    await one.timer.look();
    expect(one.booth.trouble()).toBe('paper-out');
    expect(one.told).toEqual(['paper-out']);
    one.twin.command({ type: 'new-roll' });
    await one.timer.look();
    expect(one.told).toEqual(['paper-out', 'none']);
  });
});
