import type { Bitmap } from './bitmap.ts';
import type { PrinterTrouble } from './printer-trouble.ts';
import type { Result } from './result.ts';

/** What is printed in one go. Held slips are two jobs: the choice with `cut: 'hold'`, later its tail with a cut. */
export interface PrintJob {
  /** Printed one below another without a gap; each as wide as the printer or narrower (left-aligned). */
  readonly rasters: readonly Bitmap[];
  /** Blank paper after the last raster, in dots (8 dots = 1 mm), 0..2,000. */
  readonly feedDots: number;
  /** `hold`: the paper stays attached. Both cuts first feed the last line past the knife. */
  readonly cut: 'hold' | 'partial' | 'full';
}

/** The real-time status of an ESC/POS printer, parsed from its four answers to `DLE EOT`. */
export interface PrinterStatus {
  readonly online: boolean;
  readonly coverOpen: boolean;
  readonly paper: 'enough' | 'near-end' | 'out';
  readonly cutterStuck: boolean;
  /** A fault that needs hands (a jam, a broken head), other than the cutter's. */
  readonly mechanicalError: boolean;
  /** A fault that passes by itself, such as a hot head. */
  readonly passingError: boolean;
}

export interface PrinterFault {
  readonly type: PrinterTrouble;
  /** `not-moved` only when no byte of the job was handed to the printer. */
  readonly paper: 'not-moved' | 'may-have-moved';
  /**
   * Whether the printer may still print the rest of this job by itself, for instance when the cover closes:
   * `none` nothing was sent · `dropped` the printer confirmed that it emptied its buffers · `may-still-print` it did not.
   */
  readonly rest: 'none' | 'dropped' | 'may-still-print';
  /** The last status that the printer gave during this job, for the technician. */
  readonly status: PrinterStatus | null;
}

/**
 * A slip printer that says when the paper has moved. One job at a time; a second one while the first runs throws.
 * Never retries by itself: people, or the state machine of the booth, decide what to print after a fault.
 */
export interface SlipPrinter {
  /** @errors `unreachable` · `no-answer` */
  status(): Promise<Result<PrinterStatus, PrinterFault>>;
  /**
   * The status as a job would find it: an error whose cause hands have removed is left first, because its lamp stays on until
   * the printer is told to look again. Only between jobs: it empties the printer's buffers when there was an error.
   * @errors `unreachable` · `no-answer`
   */
  recover(): Promise<Result<PrinterStatus, PrinterFault>>;
  /**
   * Prints, feeds, cuts, and waits until the printer says that the paper has moved for all of it.
   * A printer can lie: what it says is not proof of what is on the paper, so a voter or a guard looks.
   */
  print(job: PrintJob): Promise<Result<'paper-moved', PrinterFault>>;
  /** Settles when the connection ends, for whatever reason. Afterwards every call answers `unreachable`. */
  readonly gone: Promise<void>;
  close(): void;
}

/** How long each step may take, in milliseconds. */
export interface PrinterPatience {
  readonly connectMs: number;
  /** One status question. */
  readonly statusMs: number;
  /** A whole job from its first byte to the end-of-job answer. */
  readonly jobMs: number;
  /** Between two looks at the status while a job runs. */
  readonly pollMs: number;
}

/** For an 80 mm thermal printer at 150 mm/s or slower; a slip takes 1 to 2 s. */
export const DEFAULT_PATIENCE: PrinterPatience = {
  connectMs: 3_000,
  statusMs: 2_000,
  jobMs: 15_000,
  pollMs: 250,
};
