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

/** One row a booth, overwritten at the same length and cleared to zeros when its case ends. Write inside a write of the store. */
export interface BoothCases {
  readonly get: (booth: number) => BoothCase | undefined;
  readonly open: () => readonly BoothCase[];
  readonly set: (boothCase: BoothCase) => void;
}

const STATES: readonly CaseState[] = ['idle', 'sealing', 'cast', 'void'];
const CASE_BYTES = 40;

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
  for (const row of database.prepare('SELECT booth, content FROM booth_case').iterate()) {
    const content = row['content'];
    if (!(content instanceof Uint8Array)) throw new DamagedContent('A booth case is not a blob');
    const bytes = Buffer.from(content);
    const state = STATES[bytes[0] ?? 0];
    if (state === undefined)
      throw new DamagedContent(`A booth case is in state ${bytes[0]}, which this version does not know`);
    const hash = state === 'idle' ? '' : bytes.subarray(1, 33).toString('hex');
    cases.set(Number(row['booth']), { booth: Number(row['booth']), state, hash });
  }

  return {
    get: (booth) => cases.get(booth),
    open: () => [...cases.values()].filter((boothCase) => boothCase.state !== 'idle'),
    set(boothCase) {
      const bytes = Buffer.alloc(CASE_BYTES);
      bytes[0] = STATES.indexOf(boothCase.state);
      if (boothCase.state !== 'idle') Buffer.from(boothCase.hash, 'hex').copy(bytes, 1);
      overwriteRow(write, bytes, boothCase.booth);
      afterCommit(() => cases.set(boothCase.booth, boothCase));
    },
  };
}
