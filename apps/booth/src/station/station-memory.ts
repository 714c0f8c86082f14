import { join } from 'node:path';
import { openKeptLine } from '../kept-line.ts';

/** How much a station knows: it says so with every answer. */
export interface StationStanding {
  /** Raised when another station takes over. */
  readonly epoch: number;
  /** Ballots cast at this polling place; only rises. */
  readonly casts: number;
  /** Cards that are void for ever, because their ballot was spoiled or proved; only rises. */
  readonly voids: number;
}

/**
 * The most that this booth has seen its station know. A station that knows less runs on an older copy of its folder: votes that
 * were acknowledged are missing there, and cards that were used or void would be taken again.
 */
export interface StationMemory {
  readonly seen: () => StationStanding;
  /**
   * Call when a case of this very booth ends (cast, spoiled or proved), and at no other moment: were the counts taken over at every
   * poll, the file's own time of change would tell when somebody voted at another booth. This booth's voter has just been here anyway.
   */
  readonly remember: (standing: StationStanding) => void;
}

/** Whether `found` misses something that was seen before. */
export function knowsLess(found: StationStanding, seen: StationStanding): boolean {
  return found.epoch < seen.epoch || found.casts < seen.casts || found.voids < seen.voids;
}

/** Of a station before anything was seen. */
export const NOTHING_SEEN: StationStanding = { epoch: 0, casts: 0, voids: 0 };

const FORM = /^[0-9]{9} [0-9]{9} [0-9]{9}$/;

function lineOf({ epoch, casts, voids }: StationStanding): string {
  return [epoch, casts, voids].map((count) => String(count).padStart(9, '0')).join(' ');
}

/** @param folder the booth's own root */
export function openStationMemory(folder: string): StationMemory {
  const line = openKeptLine(join(folder, 'station-seen'), FORM, lineOf(NOTHING_SEEN));
  const [epoch = 0, casts = 0, voids = 0] = line.text.split(' ').map(Number);
  let seen: StationStanding = { epoch, casts, voids };
  return {
    seen: () => seen,
    remember(standing) {
      seen = standing;
      line.keep(lineOf(standing));
    },
  };
}
