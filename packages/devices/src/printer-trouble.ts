/**
 * What keeps a slip printer from printing until somebody comes; the one list for printer, booth, station and screens.
 *
 * - `unreachable`: no connection, or it was already gone when the job was asked for
 * - `several-printers`: more than one device file fits, and slips must not go to the wrong one
 * - `paper-out`, `cover-open`, `cutter`, `jam`: the printer said so itself
 * - `no-answer`: connected, but the end of the job was not confirmed in time: nobody knows what is on the paper
 * - `vanished-in-mid-job`: the connection broke after the first byte of the job: nobody knows what is on the paper
 */
export const PRINTER_TROUBLES = [
  'unreachable',
  'several-printers',
  'paper-out',
  'cover-open',
  'jam',
  'cutter',
  'no-answer',
  'vanished-in-mid-job',
] as const;
export type PrinterTrouble = (typeof PRINTER_TROUBLES)[number];

/**
 * How much paper a booth has left, coarsely: `low` bring a new roll, `nearly-out` change it before the next voter. No counts: they would
 * rise with every voter.
 */
export const PAPER_WORDS = ['enough', 'low', 'nearly-out'] as const;
export type PaperWord = (typeof PAPER_WORDS)[number];

/** What a booth tells its station of its printer. */
export const PRINTER_WORDS = ['none', ...PRINTER_TROUBLES] as const;
export type PrinterWord = (typeof PRINTER_WORDS)[number];
