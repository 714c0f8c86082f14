import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bitmap, Timer, VirtualPrinter } from '@bilik/devices';
import { startVirtualPrinter } from '@bilik/devices';
import type { ElectionDefinition } from '@bilik/election';
import { type BoothServer, startBooth } from '../../apps/booth/src/booth-server.ts';
import { must } from '../../test/support/answers.ts';
import { type CutLine, openCutLine } from '../../test/support/cut-line.ts';
import { pointBooth } from '../../test/support/paired-devices.ts';
import { openPaperEyes, type PaperSeen } from '../../test/support/paper-seen.ts';
import type { PreparedHome } from '../../test/support/prepared-home.ts';
import type { BoothFault, PrinterStop } from './plan.ts';

/** Thrown in the middle of a command: nothing after it happens, as in a process that died there. */
export class BoothDied extends Error {}

/** One booth with its printer, its wire to the station, and people who look at its paper. */
export interface SoakedBooth {
  readonly number: number;
  readonly server: () => BoothServer;
  /** The paper of the present voter. */
  readonly look: () => PaperSeen;
  /** All paper that fell today. */
  readonly allPaper: () => readonly Bitmap[];
  /** The next voter: what fell before is in the box, in the envelope, or in somebody's hand. */
  readonly clearDesk: () => void;
  /** Hears each named moment of casting. */
  readonly onMoment: (hear: (name: string) => void) => void;
  readonly pullOut: () => Promise<void>;
  readonly putIn: () => void;
  readonly strikePrinter: (fault: BoothFault, moment: string) => void;
  /** A technician puts the printer right. */
  readonly mendPrinter: () => void;
  /** Somebody takes a slip that hangs and that no machine will end. */
  readonly cutByHand: () => Promise<void>;
  /** The process is gone; it is started again. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Unheard commands are sent again at once; everything else takes its time. */
const quickTimer: Timer = {
  after(milliseconds, act) {
    const handle = setTimeout(act, milliseconds === 1_000 ? 5 : milliseconds);
    return () => clearTimeout(handle);
  },
};

const ROWS_BEFORE_STOP: Readonly<Record<string, number>> = { 'before-slip': 400 };

function stopOf(how: PrinterStop, rows: number): Parameters<VirtualPrinter['command']>[0] {
  switch (how) {
    case 'jam':
      return { type: 'jam', afterRows: rows, noticed: true };
    case 'run-out':
      return { type: 'run-out', afterMillimetres: Math.ceil(rows / 8) };
    case 'open-cover':
    case 'unplug':
    case 'power-cycle':
      return { type: how, afterRows: rows };
    case 'stick-cutter':
      return { type: 'stick-cutter' };
  }
}

export async function openSoakedBooth(input: {
  readonly prepared: PreparedHome;
  readonly definition: ElectionDefinition;
  readonly number: number;
  readonly stationPort: number;
  readonly onBroken: (error: string) => void;
}): Promise<SoakedBooth> {
  const { prepared, number } = input;
  const folder = prepared.home.booth(number);
  let pieces: Bitmap[] = [];
  const earlier: Bitmap[] = [];
  let hear: (name: string) => void = () => undefined;
  const onPaper = (piece: Bitmap) => pieces.push(piece);
  let printer = await startVirtualPrinter({ port: 0, onPaper });
  const line: CutLine = await openCutLine(input.stationPort);
  const path = join(folder, 'booth.json');
  const config: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof config !== 'object' || config === null) throw new Error('A booth without its file');
  writeFileSync(path, JSON.stringify({ ...config, printer: { host: '127.0.0.1', port: printer.port } }));
  pointBooth(prepared, number, `http://127.0.0.1:${line.port}`);
  const eyes = openPaperEyes(input.definition, number);
  const start = async (): Promise<BoothServer> =>
    must(
      await startBooth({
        home: folder,
        host: '127.0.0.1',
        port: 0,
        timer: quickTimer,
        onBroken: (error, route) => input.onBroken(`booth ${number}: ${route}: ${error.message}`),
        step: (name) => hear(name),
      }),
    );
  let server = await start();
  const mendPrinter = (): void => {
    for (const repair of ['clear-jam', 'new-roll', 'close-cover', 'plug-in', 'free-cutter'] as const) {
      printer.command({ type: repair });
    }
    printer.command({ type: 'lie', how: 'none' });
  };
  return {
    number,
    server: () => server,
    look: () => eyes(pieces, printer),
    allPaper: () => [...earlier, ...pieces],
    clearDesk() {
      earlier.push(...pieces);
      pieces = [];
    },
    onMoment(next) {
      hear = next;
    },
    pullOut: line.pullOut,
    putIn: line.putIn,
    strikePrinter(fault, moment) {
      if (fault.kind === 'printer-lies') printer.command({ type: 'lie', how: 'answers-without-moving' });
      if (fault.kind === 'printer-stops') printer.command(stopOf(fault.how, ROWS_BEFORE_STOP[moment] ?? 20));
    },
    mendPrinter,
    async cutByHand() {
      const { port } = printer;
      await printer.stop();
      printer = await startVirtualPrinter({ port, onPaper });
    },
    async restart() {
      await server.stop();
      server = await start();
    },
    async stop() {
      await server.stop();
      await line.stop();
      await printer.stop();
    },
  };
}
