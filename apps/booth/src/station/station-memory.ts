import { join } from 'node:path';
import { openKeptLine } from '../kept-line.ts';

/** How much a station knows: it says so with every answer. */
export interface StationStanding {
  /** Raised when another station takes over, a medium is replaced, or the station goes on with one. */
  readonly epoch: number;
  /** Drawn at random when that epoch began; empty before anything was seen. */
  readonly mark: string;
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
  /** Call at any answer: a higher epoch is remembered at once, and tells nothing of who votes. */
  readonly noteEpoch: (standing: StationStanding) => void;
}

/** A standing with the marks of all epochs before it. */
export interface FoundStanding extends StationStanding {
  readonly marks: readonly string[];
}

/** Whether `found` misses something that was seen before: counts, or an epoch. An epoch that went on from elsewhere is another one. */
export function knowsLess(found: FoundStanding, seen: StationStanding): boolean {
  const isAnother = seen.epoch > 0 && found.marks[seen.epoch - 1] !== seen.mark;
  return isAnother || found.casts < seen.casts || found.voids < seen.voids;
}

/** Of a station before anything was seen. */
const NOTHING_SEEN: StationStanding = { epoch: 0, mark: '', casts: 0, voids: 0 };

const FORM = /^[0-9]{9} [0-9a-f]{16} [0-9]{9} [0-9]{9}$/;
const NO_MARK = '0'.repeat(16);

function lineOf({ epoch, mark, casts, voids }: StationStanding): string {
  const nine = (count: number): string => String(count).padStart(9, '0');
  return [nine(epoch), mark === '' ? NO_MARK : mark, nine(casts), nine(voids)].join(' ');
}

/** @param folder the booth's own root; null: nothing is kept */
export function openStationMemory(folder: string | null): StationMemory {
  const line = openKeptLine(folder && join(folder, 'station-seen'), FORM, lineOf(NOTHING_SEEN));
  const [epoch = '', mark = '', casts = '', voids = ''] = line.text.split(' ');
  let seen: StationStanding = {
    epoch: Number(epoch),
    mark: mark === NO_MARK ? '' : mark,
    casts: Number(casts),
    voids: Number(voids),
  };
  const keep = (standing: StationStanding): void => {
    seen = standing;
    line.keep(lineOf(standing));
  };
  return {
    seen: () => seen,
    remember: ({ epoch, mark, casts, voids }) => keep({ epoch, mark, casts, voids }),
    noteEpoch({ epoch, mark }) {
      if (epoch > seen.epoch) keep({ ...seen, epoch, mark });
    },
  };
}
