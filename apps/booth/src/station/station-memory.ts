import { join } from 'node:path';
import { openKeptLine } from '../kept-line.ts';

/** How much a station knows: it says so with every answer. */
export interface StationStanding {
  /** Raised when another station takes over. */
  readonly epoch: number;
  /** Ballots cast at this polling place; only rises. */
  readonly casts: number;
}

/**
 * The most that this booth has seen its station know. A station that knows less runs on an older copy of its folder: votes that
 * were acknowledged are missing there, and cards that were used would be taken again.
 */
export interface StationMemory {
  readonly seen: () => StationStanding;
  /**
   * Call when the station has confirmed a cast of this very booth, and at no other moment: were the count taken over at every poll,
   * the file's own time of change would tell when somebody voted at another booth. This booth's voter has just been here anyway.
   */
  readonly remember: (standing: StationStanding) => void;
}

/** Whether `found` misses something that was seen before. */
export function knowsLess(found: StationStanding, seen: StationStanding): boolean {
  return found.epoch < seen.epoch || found.casts < seen.casts;
}

const FORM = /^[0-9]{9} [0-9]{9}$/;

function lineOf({ epoch, casts }: StationStanding): string {
  return `${String(epoch).padStart(9, '0')} ${String(casts).padStart(9, '0')}`;
}

/** @param folder the booth's own root */
export function openStationMemory(folder: string): StationMemory {
  const line = openKeptLine(join(folder, 'station-seen'), FORM, lineOf({ epoch: 0, casts: 0 }));
  const [epoch = 0, casts = 0] = line.text.split(' ').map(Number);
  let seen: StationStanding = { epoch, casts };
  return {
    seen: () => seen,
    remember(standing) {
      seen = standing;
      line.keep(lineOf(standing));
    },
  };
}
