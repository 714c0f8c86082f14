import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

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

/** @param folder the booth's own root */
export function openSlipCounter(folder: string): SlipCounter {
  const path = join(folder, 'slips-printed');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '000000000.';
  if (!/^[0-9]{9}[.?]$/.test(text)) throw new Error(`${path} does not hold a count of slips`);
  let count = Number(text.slice(0, 9));
  let begun = text.endsWith('?');
  const keep = (): void => {
    const beside = `${path}.part`;
    const file = openSync(beside, 'w', 0o600);
    writeSync(file, `${String(count).padStart(9, '0')}${begun ? '?' : '.'}`);
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, path);
  };
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
