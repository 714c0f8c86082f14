import type { DatabaseSync } from 'node:sqlite';
import { DamagedContent } from '../store/medium-failure.ts';
import { overwriteRow } from '../store/overwrite-row.ts';
import type { StationStore } from '../store/station-store.ts';

/** `sealing`: received, its slip is being looked at. `spoiled` and `proved` never count, and their card is void for ever. */
export type SlotState = 'sealing' | 'cast' | 'spoiled' | 'proved';

export interface SlotEntry {
  readonly slot: number;
  readonly state: SlotState;
  /** The ballot's hash, 64 hex digits. */
  readonly hash: string;
  /** Public credential, decimal: the public half of the card. */
  readonly credential: string;
}

type RandomSource = (byteCount: number) => Uint8Array;

/**
 * The ballots of one polling place. All slots exist before opening; nothing in the file tells when or in which order they were filled.
 * Writing functions must be called inside a write of the store.
 */
export interface BallotSlots {
  readonly entryByHash: (hash: string) => SlotEntry | undefined;
  readonly entryByCredential: (credential: string) => SlotEntry | undefined;
  readonly entries: () => readonly SlotEntry[];
  readonly freeSlots: () => number;
  readonly count: (state: SlotState) => number;
  /** Overwrites a free slot drawn with `random`; once a write. Throws when none is free: ask `freeSlots` before. */
  readonly put: (ballot: { hash: string; credential: string; text: string; state: SlotState }) => void;
  /** Same slot, next state. */
  readonly advance: (slot: number, state: SlotState) => void;
  /** The ballot; of a proved one what opens it, where that repeats it. */
  readonly text: (slot: number) => string;
}

const STATE_BYTE: Record<SlotState, number> = { sealing: 1, cast: 2, spoiled: 3, proved: 4 };
const FREE = 0;
const HEADER_BYTES = 1 + 4 + 32 + 4;

function stateOf(byte: number): SlotState {
  for (const state of ['sealing', 'cast', 'spoiled', 'proved'] as const)
    if (STATE_BYTE[state] === byte) return state;
  throw new DamagedContent(`A ballot slot is in state ${byte}, which this version does not know`);
}

/** Layout: state (1) · length of text (4) · hash (32) · length of credential (4) · credential · text · zeros. */
function encodeSlot(
  slotBytes: number,
  ballot: { hash: string; credential: string; text: string; state: SlotState },
): Buffer {
  const content = Buffer.alloc(slotBytes);
  const text = Buffer.from(ballot.text, 'utf8');
  const credential = Buffer.from(ballot.credential, 'latin1');
  if (HEADER_BYTES + credential.length + text.length > slotBytes) {
    throw new Error('A checked ballot is longer than its slot');
  }
  content[0] = STATE_BYTE[ballot.state];
  content.writeUInt32BE(text.length, 1);
  Buffer.from(ballot.hash, 'hex').copy(content, 5);
  content.writeUInt32BE(credential.length, 37);
  credential.copy(content, HEADER_BYTES);
  text.copy(content, HEADER_BYTES + credential.length);
  return content;
}

function blobOf(row: Record<string, unknown> | undefined, slot: number): Buffer {
  const content = row?.['content'];
  if (!(content instanceof Uint8Array)) throw new DamagedContent(`Ballot slot ${slot} is missing`);
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** Bytes a slot needs for a ballot of at most `ballotBytes` (credential included once more, 620 digits at most). */
export function slotBytesFor(ballotBytes: number): number {
  return HEADER_BYTES + 620 + ballotBytes;
}

export function prepareBallotSlots(database: DatabaseSync, slotCount: number, slotBytes: number): void {
  const insert = database.prepare('INSERT INTO ballot_slot VALUES (?, zeroblob(?))');
  for (let slot = 0; slot < slotCount; slot += 1) insert.run(slot, slotBytes);
}

export function openBallotSlots(
  { database, afterCommit }: Pick<StationStore, 'database' | 'afterCommit'>,
  random: RandomSource,
): BallotSlots {
  const readSlot = database.prepare('SELECT content FROM ballot_slot WHERE slot = ?');
  const writeSlot = database.prepare('UPDATE ballot_slot SET content = ? WHERE slot = ?');
  const bySlot = new Map<number, SlotEntry>();
  const byHash = new Map<string, SlotEntry>();
  const byCredential = new Map<string, SlotEntry>();
  const free: number[] = [];
  let slotBytes = 0;

  const remember = (entry: SlotEntry): void => {
    bySlot.set(entry.slot, entry);
    byHash.set(entry.hash, entry);
    byCredential.set(entry.credential, entry);
  };

  for (const row of database.prepare('SELECT slot, content FROM ballot_slot').iterate()) {
    const slot = Number(row['slot']);
    const content = blobOf(row, slot);
    slotBytes = content.length;
    if (content[0] === FREE) {
      free.push(slot);
      continue;
    }
    const credentialEnd = HEADER_BYTES + content.readUInt32BE(37);
    remember({
      slot,
      state: stateOf(content[0] ?? FREE),
      hash: content.subarray(5, 37).toString('hex'),
      credential: content.subarray(HEADER_BYTES, credentialEnd).toString('latin1'),
    });
  }

  /** Uniform among the free ones: 48 random bits leave a bias below 2^-32 for any number of slots. */
  const drawFree = (): { readonly slot: number; readonly index: number } => {
    const bytes = Buffer.from(random(6));
    const index = Number((BigInt(bytes.readUIntBE(0, 6)) * BigInt(free.length)) >> 48n);
    const slot = free[index];
    if (slot === undefined) throw new Error('A ballot came in when every slot was full');
    return { slot, index };
  };

  return {
    entryByHash: (hash) => byHash.get(hash),
    entryByCredential: (credential) => byCredential.get(credential),
    entries: () => [...bySlot.values()],
    freeSlots: () => free.length,
    count: (state) => [...bySlot.values()].filter((entry) => entry.state === state).length,
    put(ballot) {
      const { slot, index } = drawFree();
      if (blobOf(readSlot.get(slot), slot)[0] !== FREE) throw new Error(`Ballot slot ${slot} is not free`);
      overwriteRow(writeSlot, encodeSlot(slotBytes, ballot), slot);
      afterCommit(() => {
        const last = free.pop();
        if (last !== undefined && last !== slot) free[index] = last;
        remember({ slot, state: ballot.state, hash: ballot.hash, credential: ballot.credential });
      });
    },
    advance(slot, state) {
      const entry = bySlot.get(slot);
      if (entry === undefined) throw new Error(`Ballot slot ${slot} holds no ballot`);
      const content = blobOf(readSlot.get(slot), slot);
      content[0] = STATE_BYTE[state];
      overwriteRow(writeSlot, content, slot);
      afterCommit(() => remember({ ...entry, state }));
    },
    text(slot) {
      const content = blobOf(readSlot.get(slot), slot);
      const start = HEADER_BYTES + content.readUInt32BE(37);
      return content.subarray(start, start + content.readUInt32BE(1)).toString('utf8');
    },
  };
}
