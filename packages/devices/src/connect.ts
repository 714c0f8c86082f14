import { InOrderPrinter } from './escpos/in-order-printer.ts';
import { EscPosPrinter } from './escpos/printer.ts';
import type { PrinterTransport } from './escpos/transport.ts';
import { DEFAULT_PATIENCE, type PrinterFault, type PrinterPatience, type SlipPrinter } from './printer.ts';
import type { PrinterTrouble } from './printer-trouble.ts';
import { type RandomSource, systemRandom } from './random.ts';
import { fail, type Result, succeed } from './result.ts';
import { systemTimer, type Timer } from './timer.ts';
import { openDeviceFile } from './wire/device-file.ts';
import { openTcpWire } from './wire/tcp.ts';

/** Where a printer is: on the network, or a device file such as `/dev/usb/lp0` (`/dev/usb/lp*`: the only one there is). */
export type PrinterPlace = { readonly host: string; readonly port: number } | { readonly file: string };

/**
 * How a printer answers. `real-time`: questions about its state at any moment, and a numbered answer when the paper has moved.
 * `in-order`: one answer, given when the printer comes to the question; see `InOrderPrinter` for what cannot be known then.
 */
export type PrinterAnswers = 'real-time' | 'in-order';

export type PrinterAddress = PrinterPlace & {
  /** Default `real-time`. */
  readonly answers?: PrinterAnswers;
  readonly timer?: Timer;
  readonly patience?: PrinterPatience;
  /** Draws where the numbers of this connection's jobs begin. */
  readonly random?: RandomSource;
};

const notReached = (type: PrinterTrouble): { ok: false; error: PrinterFault } =>
  fail({ type, paper: 'not-moved', rest: 'none', status: null });

/**
 * Connects to an ESC/POS printer, so that nothing of an earlier job comes out (an `in-order` printer first works off what it has).
 * Paper that is out or a cover that is open do not prevent a `real-time` connection: ask for the status.
 * @errors `unreachable` · `several-printers` · `no-answer` (something is there, but it does not answer as our printers must)
 */
export async function connectPrinter(address: PrinterAddress): Promise<Result<SlipPrinter, PrinterFault>> {
  const {
    timer = systemTimer,
    patience = DEFAULT_PATIENCE,
    random = systemRandom,
    answers = 'real-time',
  } = address;
  const transport = await openWire(address, timer, patience);
  if (!transport.ok) return notReached(transport.error);
  const wire = { transport: transport.value, timer, patience };
  const printer = answers === 'real-time' ? new EscPosPrinter({ ...wire, random }) : new InOrderPrinter(wire);
  const met = await printer.clear();
  if (met.ok) return succeed(printer);
  printer.close();
  return met;
}

async function openWire(
  place: PrinterPlace,
  timer: Timer,
  { connectMs }: PrinterPatience,
): Promise<Result<PrinterTransport, 'unreachable' | 'several-printers'>> {
  if ('file' in place) return openDeviceFile(place.file, timer);
  const wire = await openTcpWire(place, timer, connectMs);
  return wire === null ? fail('unreachable') : succeed(wire);
}
