import { connect, type Socket } from 'node:net';
import { EscPosPrinter } from './escpos/printer.ts';
import type { PrinterTransport } from './escpos/transport.ts';
import { DEFAULT_PATIENCE, type PrinterFault, type PrinterPatience, type SlipPrinter } from './printer.ts';
import { type RandomSource, systemRandom } from './random.ts';
import { fail, type Result, succeed } from './result.ts';
import { systemTimer, type Timer } from './timer.ts';

export interface TcpPrinterAddress {
  readonly host: string;
  /** Usually 9100. */
  readonly port: number;
  readonly timer?: Timer;
  readonly patience?: PrinterPatience;
  /** Draws where the numbers of this connection's jobs begin. */
  readonly random?: RandomSource;
}

const UNREACHABLE: PrinterFault = { type: 'unreachable', paper: 'not-moved', rest: 'none', status: null };

/**
 * Connects to an ESC/POS printer and empties its buffers, so that nothing of an earlier job comes out. Paper that is
 * out or a cover that is open do not prevent a connection: ask for the status.
 * @errors `unreachable` · `no-answer` (something listens there, but it does not confirm as our printers must)
 */
export async function connectTcpPrinter({
  host,
  port,
  timer = systemTimer,
  patience = DEFAULT_PATIENCE,
  random = systemRandom,
}: TcpPrinterAddress): Promise<Result<SlipPrinter, PrinterFault>> {
  const socket = await openSocket(host, port, timer, patience.connectMs);
  if (socket === null) return fail(UNREACHABLE);
  const printer = new EscPosPrinter({ transport: tcpTransport(socket), timer, patience, random });
  const cleared = await printer.clear();
  if (cleared.ok) return succeed(printer);
  printer.close();
  return cleared;
}

function openSocket(host: string, port: number, timer: Timer, withinMs: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const finish = (result: Socket | null): void => {
      cancel();
      if (result === null) socket.destroy();
      resolve(result);
    };
    const cancel = timer.after(withinMs, () => finish(null));
    socket.once('connect', () => finish(socket));
    // A broken connection also closes, and `close` is what the transport listens to.
    socket.on('error', () => finish(null));
  });
}

function tcpTransport(socket: Socket): PrinterTransport {
  return {
    write: (bytes) => {
      if (!socket.destroyed) socket.write(bytes);
    },
    listen: ({ onBytes, onGone }) => {
      if (socket.destroyed) onGone();
      socket.on('data', onBytes);
      socket.once('end', () => socket.destroy());
      socket.once('close', onGone);
    },
    close: () => socket.destroy(),
  };
}
