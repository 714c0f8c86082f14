import type { DatabaseSync } from 'node:sqlite';
import type { IdentityCheck, IdentityMethod, OverrideReason } from '@bilik/election';
import { DamagedContent } from '../store/medium-failure.ts';
import { overwriteRow } from '../store/overwrite-row.ts';
import type { StationStore } from '../store/station-store.ts';

/** What is kept of one check-in. The hour on the wall, never the minute: a time beside a person could be joined with a ballot. */
export interface RecordedCheckIn {
  readonly number: number;
  readonly identity: IdentityCheck;
  /** Desk number, 1 to 20. */
  readonly desk: number;
  /** 0 to 23. */
  readonly hour: number;
}

/** Who has been checked in: three letters a voter, in rows that exist from the start and are overwritten. No order is kept. */
export interface PollBookStore {
  readonly find: (voterNumber: number) => RecordedCheckIn | undefined;
  readonly checkedIn: () => readonly RecordedCheckIn[];
  readonly count: () => number;
  /** Call inside a write of the store. */
  readonly checkIn: (checkIn: RecordedCheckIn) => void;
}

const METHODS: readonly IdentityMethod[] = ['invitation-qr', 'card-chip', 'nik-typed', 'name-and-photo'];
const OVERRIDES: readonly (OverrideReason | null)[] = [
  null,
  'card-unreadable',
  'finger-unreadable',
  'no-card',
  'reader-broken',
  'other',
];
const ABSENT = '---';
const FIRST_LETTER = 65;

/** Way and reason · desk · hour, a letter each. */
function encode({ identity, desk, hour }: RecordedCheckIn): string {
  const way = METHODS.indexOf(identity.method) * OVERRIDES.length + OVERRIDES.indexOf(identity.override);
  return String.fromCharCode(FIRST_LETTER + way, FIRST_LETTER + desk, FIRST_LETTER + hour);
}

function decode(number: number, letters: string): RecordedCheckIn {
  const [way = -1, desk = 0, hour = 0] = [...letters].map((letter) => letter.charCodeAt(0) - FIRST_LETTER);
  const method = METHODS[Math.floor(way / OVERRIDES.length)];
  const override = OVERRIDES[way % OVERRIDES.length];
  if (method === undefined || override === undefined) {
    throw new DamagedContent(`The poll book holds ${letters}, which this version does not know`);
  }
  return { number, identity: { method, override }, desk, hour };
}

export function preparePollBook(database: DatabaseSync, voterNumbers: readonly number[]): void {
  const insert = database.prepare('INSERT INTO voter VALUES (?, ?)');
  for (const number of [...voterNumbers].sort((a, b) => a - b)) insert.run(number, ABSENT);
}

export function openPollBook({
  database,
  afterCommit,
}: Pick<StationStore, 'database' | 'afterCommit'>): PollBookStore {
  const write = database.prepare('UPDATE voter SET check_in = ? WHERE number = ?');
  const checkIns = new Map<number, RecordedCheckIn>();
  for (const row of database.prepare('SELECT number, check_in FROM voter').iterate()) {
    const letters = String(row['check_in']);
    const number = Number(row['number']);
    if (letters !== ABSENT) checkIns.set(number, decode(number, letters));
  }
  return {
    find: (number) => checkIns.get(number),
    checkedIn: () => [...checkIns.values()],
    count: () => checkIns.size,
    checkIn(checkIn) {
      overwriteRow(write, encode(checkIn), checkIn.number);
      afterCommit(() => checkIns.set(checkIn.number, checkIn));
    },
  };
}
