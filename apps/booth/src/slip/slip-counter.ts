import { join } from 'node:path';
import { openKeptLine } from '../kept-line.ts';

/**
 * How many choice slips this booth has printed, kept over restarts: one number and whether a slip is under way. No order, no time.
 * It is a count of its own, apart from the station's ballots, so that box, envelope and counter can disagree.
 */
export interface SlipCounter {
  readonly count: () => number;
  /** A slip is about to be printed. */
  readonly begin: () => void;
  /** The slip that was begun exists, or does not. Nothing when none was begun. */
  readonly settle: (exists: boolean) => void;
}

/** @param folder the booth's own root; null: nothing is kept */
export function openSlipCounter(folder: string | null): SlipCounter {
  const line = openKeptLine(folder && join(folder, 'slips-printed'), /^[0-9]{9}[.?]$/, '000000000.');
  let count = Number(line.text.slice(0, 9));
  let begun = line.text.endsWith('?');
  const keep = (): void => line.keep(`${String(count).padStart(9, '0')}${begun ? '?' : '.'}`);
  return {
    count: () => count,
    begin() {
      begun = true;
      keep();
    },
    settle(exists) {
      if (!begun) return;
      begun = false;
      if (exists) count += 1;
      keep();
    },
  };
}
