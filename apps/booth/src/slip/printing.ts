import {
  connectPrinter,
  type PrinterAddress,
  type PrinterFault,
  type PrinterStatus,
  type PrintJob,
  type Result,
} from '@bilik/devices';
import type { PrinterTrouble } from '@bilik/devices/printer-trouble';

/** The booth's printer, reached anew for each job: a cable that was pulled between two jobs is found before anything is printed. */
export interface Printing {
  readonly print: (job: PrintJob) => Promise<Result<'paper-moved', PrinterFault>>;
  /** Leaves an error whose cause is gone, as a job would: without that a jam that was cleared would be said for ever. */
  readonly ready: () => Promise<Result<undefined, PrinterTrouble>>;
}

function troubleOf(status: PrinterStatus): PrinterTrouble | null {
  if (status.paper === 'out') return 'paper-out';
  if (status.coverOpen) return 'cover-open';
  if (status.cutterStuck) return 'cutter';
  if (status.mechanicalError) return 'jam';
  return status.online ? null : 'no-answer';
}

export function openPrinting(address: PrinterAddress): Printing {
  return {
    async print(job) {
      const connected = await connectPrinter(address);
      if (!connected.ok) return connected;
      const printer = connected.value;
      try {
        return await printer.print(job);
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
        return trouble === null ? { ok: true, value: undefined } : { ok: false, error: trouble };
      } finally {
        printer.close();
      }
    },
  };
}
