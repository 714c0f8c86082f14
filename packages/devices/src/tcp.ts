import type { PrinterFault, PrinterPatience, SlipPrinter } from './printer.ts';
import type { Result } from './result.ts';
import type { Timer } from './timer.ts';

export interface TcpPrinterAddress {
  readonly host: string;
  /** Usually 9100. */
  readonly port: number;
  readonly timer?: Timer;
  readonly patience?: PrinterPatience;
}

/**
 * Connects, empties the printer's buffers (so that nothing of an earlier job comes out) and asks for its status.
 * @errors `unreachable` · `no-answer`
 */
export declare function connectTcpPrinter(
  address: TcpPrinterAddress,
): Promise<Result<SlipPrinter, PrinterFault>>;
