import { createHash } from 'node:crypto';
import {
  type Bitmap,
  type PrintJob,
  startVirtualPrinter,
  type Timer,
  type VirtualPrinter,
} from '@bilik/devices';
import type { PaperWord, PrinterWord } from '@bilik/devices/printer-trouble';
import { afterEach } from 'vitest';
import type { Booth } from '../src/cast/booth.ts';
import { openBooth } from '../src/cast/open-booth.ts';
import { openPrinting, type Printing } from '../src/slip/printing.ts';
import type { SlipBook } from '../src/slip/slip-book.ts';
import type { BoothTest, StationClient } from '../src/station/station-client.ts';

export const TRACKER_ROWS = 300;
export const BALLOT = 'a ballot';
export const HASH = createHash('sha256').update(BALLOT).digest('hex');

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
export const TRACKER_INK = 0xaa;
export const CHOICE_INK = 0xcc;
export const TEST_INK = 0x3c;
export const inkRows = (paper: Bitmap, byte: number): number => {
  let rows = 0;
  for (let top = 0; top < paper.data.length; top += 72) if (paper.data[top] === byte) rows += 1;
  return rows;
};

/** No digits can be read from it; its ink can. */
export const testSlip = (): PrintJob => job(TEST_INK, 50, 'full');

const slips: SlipBook = {
  contests: 1,
  options: () => 2,
  choice: () => job(CHOICE_INK, 400, 'hold'),
  sah: job(0xf0, 50, 'full'),
  batal: job(0x0f, 50, 'full'),
  tracker: () => job(TRACKER_INK, TRACKER_ROWS, 'full'),
  cutOff: job(0, 0, 'full'),
  ofOneVoter: [],
  test: testSlip,
};

const mark = '0123456789abcdef';
const station = { epoch: 1, mark, marks: [mark], casts: 0, voids: 0, logicTest: null };
export const said = (state: 'sealing' | 'cast' | 'spoiled' | 'proved') =>
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

export interface Bench {
  readonly booth: Booth;
  readonly printing: Printing;
  readonly client: StationClient;
  readonly twin: VirtualPrinter;
  readonly pieces: Bitmap[];
  readonly timer: LookTimer;
  /** Settles when the booth tells its page that something changed. */
  readonly changed: () => Promise<void>;
  phase: string;
  /** What the station knows of the printer; a restart forgets it. */
  known: PrinterWord;
  /** What it knows of the paper. */
  knownPaper: PaperWord;
  /** Everything that the station was told of the printer. */
  readonly told: PrinterWord[];
  /** Every self-test that the station was told of. */
  readonly tests: BoothTest[];
}

const opened: Bench[] = [];
afterEach(async () => {
  for (const { booth, twin } of opened.splice(0)) {
    booth.stop();
    await twin.stop();
  }
});

/**
 * A booth on a virtual printer, as the test's file uses it; both end with the test. The station agrees to everything.
 * @param answers what the station says otherwise
 */
export async function openBench(answers: Partial<StationClient> = {}, retryMs = 1_000): Promise<Bench> {
  const pieces: Bitmap[] = [];
  const twin = await startVirtualPrinter({ port: 0, onPaper: (piece) => pieces.push(piece) });
  const printing = openPrinting(
    { host: twin.host, port: twin.port },
    { use: () => undefined, ranOut: () => undefined, word: (nearEnd) => (nearEnd ? 'low' : 'enough') },
  );
  const timer = new LookTimer();
  let waiting: (() => void)[] = [];
  const client: StationClient = {
    place: () =>
      Promise.resolve({ ok: true, value: { definition: {}, election: '', helper: 'not-allowed', station } }),
    photo: () => Promise.resolve({ ok: true, value: new Uint8Array() }),
    callHelp: () => Promise.resolve({ ok: true, value: { station } }),
    openCase: () =>
      Promise.resolve({
        ok: true,
        value: {
          phase: one.phase,
          state: 'idle',
          hash: '',
          cardNonce: '0'.repeat(64),
          printer: one.known,
          paper: one.knownPaper,
          station,
        },
      }),
    tokenStanding: () => Promise.resolve({ ok: true, value: { standing: 'ready', station } }),
    seal: () => said('sealing'),
    prove: () => said('proved'),
    confirm: () => said('cast'),
    spoil: () => said('spoiled'),
    bringPeople: () => Promise.resolve({ ok: true, value: { station } }),
    finish: () => Promise.resolve({ ok: true, value: { station } }),
    standBehind: () => Promise.resolve({ ok: true, value: { station } }),
    selfTest(test) {
      one.tests.push(test);
      return Promise.resolve({ ok: true, value: { station } });
    },
    tellPrinter(word, paper) {
      one.told.push(word);
      one.known = word;
      one.knownPaper = paper;
      return Promise.resolve({ ok: true, value: { station } });
    },
    ...answers,
  };
  const booth = openBooth({
    station: client,
    print: printing.print,
    printerReady: printing.ready,
    slips,
    counter: { begin: () => undefined, settle: () => undefined, count: () => 0 },
    memory: { remember: () => undefined },
    timer,
    retryMs,
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
    printing,
    client,
    twin,
    pieces,
    timer,
    phase: 'zero_proven',
    known: 'none',
    knownPaper: 'enough',
    told: [],
    tests: [],
    changed: () => new Promise((resolve) => waiting.push(resolve)),
  };
  opened.push(one);
  await booth.start();
  return one;
}
