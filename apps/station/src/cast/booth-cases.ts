import type { DatabaseSync } from 'node:sqlite';
import { DamagedContent } from '../store/medium-failure.ts';
import { overwriteRow } from '../store/overwrite-row.ts';
import type { StationStore } from '../store/station-store.ts';

/**
 * What one booth is in the middle of. `sealing`: a slip may hang in its window. `cast`: the vote counts, its slip may still lack SAH.
 * `void`: the vote does not count, its slip may still lack BATAL.
 */
export type CaseState = 'idle' | 'sealing' | 'cast' | 'void';

export interface BoothCase {
  readonly booth: number;
  readonly state: CaseState;
  /** Hash of the ballot in question, 64 hex digits; empty when idle. */
  readonly hash: string;
}

/** What became of the paper of one case: in the box, in the spoiled envelope, or nothing was printed. */
export type SlipOutcome = 'sah-in-box' | 'batal-in-envelope' | 'no-slip';

/** How a booth's last case ended. */
export interface CaseEnd {
  readonly slip: SlipOutcome;
  /** Its ballot, while this process remembers it; on the medium it would name the ballot that was cast last. */
  readonly hash: string | undefined;
}

/**
 * One row a booth, overwritten at the same length. When its case ends only what became of the paper stays, so that a booth whose reply
 * was lost hears the same again; which ballot it was is cleared to zeros. Write inside a write of the store.
 */
export interface BoothCases {
  readonly get: (booth: number) => BoothCase | undefined;
  readonly open: () => readonly BoothCase[];
  /** Undefined before the booth's first case has ended, and while one is open. */
  readonly lastEnd: (booth: number) => CaseEnd | undefined;
  readonly set: (boothCase: BoothCase & { readonly state: Exclude<CaseState, 'idle'> }) => void;
  readonly end: (booth: number, slip: SlipOutcome) => void;
}

const STATES: readonly CaseState[] = ['idle', 'sealing', 'cast', 'void'];
/** By their byte; 0 where no case has ended. */
const SLIPS: readonly (SlipOutcome | undefined)[] = [undefined, 'sah-in-box', 'batal-in-envelope', 'no-slip'];
/** Layout: state (1) · hash (32) · slip of the case that ended last (1) · zeros. */
const CASE_BYTES = 40;
const SLIP_AT = 33;

export function prepareBoothCases(database: DatabaseSync, boothCount: number): void {
  const insert = database.prepare('INSERT INTO booth_case VALUES (?, zeroblob(40))');
  for (let booth = 1; booth <= boothCount; booth += 1) insert.run(booth);
}

export function openBoothCases({
  database,
  afterCommit,
}: Pick<StationStore, 'database' | 'afterCommit'>): BoothCases {
  const write = database.prepare('UPDATE booth_case SET content = ? WHERE booth = ?');
  const cases = new Map<number, BoothCase>();
  const ends = new Map<number, CaseEnd>();
  for (const row of database.prepare('SELECT booth, content FROM booth_case').iterate()) {
    const content = row['content'];
    if (!(content instanceof Uint8Array)) throw new DamagedContent('A booth case is not a blob');
    const bytes = Buffer.from(content);
    const state = STATES[bytes[0] ?? 0];
    if (state === undefined)
      throw new DamagedContent(`A booth case is in state ${bytes[0]}, which this version does not know`);
    const hash = state === 'idle' ? '' : bytes.subarray(1, 33).toString('hex');
    const booth = Number(row['booth']);
    cases.set(booth, { booth, state, hash });
    const slip = SLIPS[bytes[SLIP_AT] ?? 0];
    if (slip !== undefined) ends.set(booth, { slip, hash: undefined });
  }

  return {
    get: (booth) => cases.get(booth),
    open: () => [...cases.values()].filter((boothCase) => boothCase.state !== 'idle'),
    lastEnd: (booth) => ends.get(booth),
    set(boothCase) {
      const bytes = Buffer.alloc(CASE_BYTES);
      bytes[0] = STATES.indexOf(boothCase.state);
      Buffer.from(boothCase.hash, 'hex').copy(bytes, 1);
      overwriteRow(write, bytes, boothCase.booth);
      afterCommit(() => {
        cases.set(boothCase.booth, boothCase);
        ends.delete(boothCase.booth);
      });
    },
    end(booth, slip) {
      const bytes = Buffer.alloc(CASE_BYTES);
      bytes[SLIP_AT] = SLIPS.indexOf(slip);
      overwriteRow(write, bytes, booth);
      const hash = cases.get(booth)?.hash;
      afterCommit(() => {
        cases.set(booth, { booth, state: 'idle', hash: '' });
        ends.set(booth, { slip, hash });
      });
    },
  };
}
