import {
  connectPrinter,
  type PrinterAddress,
  type PrinterFault,
  type PrinterStatus,
  type PrintJob,
  type Result,
} from '@bilik/devices';
import type { PaperWord, PrinterTrouble } from '@bilik/devices/printer-trouble';
import type { PaperRoll } from './paper-roll.ts';

/** The booth's printer, reached anew for each job: a cable that was pulled between two jobs is found before anything is printed. */
export interface Printing {
  readonly print: (job: PrintJob) => Promise<Result<'paper-moved', PrinterFault>>;
  /** Leaves an error whose cause is gone, as a job would: without that a jam that was cleared would be said for ever. */
  readonly ready: () => Promise<Result<PaperWord, PrinterTrouble>>;
}

function troubleOf(status: PrinterStatus): PrinterTrouble | null {
  if (status.paper === 'out') return 'paper-out';
  if (status.coverOpen) return 'cover-open';
  if (status.cutterStuck) return 'cutter';
  if (status.mechanicalError) return 'jam';
  return status.online ? null : 'no-answer';
}

/** @param roll reckons what every job takes off it, and hears what the printer says of it */
export function openPrinting(
  address: PrinterAddress,
  roll: Pick<PaperRoll, 'use' | 'ranOut' | 'word'>,
): Printing {
  return {
    async print(job) {
      const connected = await connectPrinter(address);
      if (!connected.ok) return connected;
      const printer = connected.value;
      roll.use(job);
      try {
        const printed = await printer.print(job);
        if (!printed.ok && printed.error.type === 'paper-out') roll.ranOut();
        return printed;
      } finally {
        printer.close();
      }
    },
    async ready() {
      const connected = await connectPrinter(address);
      if (!connected.ok) return { ok: false, error: connected.error.type };
      const printer = connected.value;
      try {
        const status = await printer.recover();
        if (!status.ok) return { ok: false, error: status.error.type };
        const trouble = troubleOf(status.value);
        if (trouble === 'paper-out') roll.ranOut();
        if (trouble !== null) return { ok: false, error: trouble };
        return { ok: true, value: roll.word(status.value.paper === 'near-end') };
      } finally {
        printer.close();
      }
    },
  };
}
