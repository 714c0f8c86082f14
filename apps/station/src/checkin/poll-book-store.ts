import type { DatabaseSync } from 'node:sqlite';
import { type IdentityCheck, MOBILE_REASONS, OVERRIDE_REASONS, type OverrideReason } from '@bilik/election';
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
  /** List numbers of who votes on the paper of a mobile group. */
  readonly mobile: () => ReadonlySet<number>;
  /** Call inside a write of the store. */
  readonly checkIn: (checkIn: RecordedCheckIn) => void;
}

/** Ways in and what was compared; an override may go with each. */
const WAYS: readonly Exclude<IdentityCheck, { method: 'mobile' }>[] = [
  ...(['card', 'photo', null] as const).map(
    (compared) => ({ method: 'invitation-qr', compared, override: null }) as const,
  ),
  ...(['finger', 'card', 'photo', null] as const).map(
    (compared) => ({ method: 'card-chip', compared, override: null }) as const,
  ),
  { method: 'nik-typed', override: null },
  { method: 'name-and-photo', override: null },
];
const OVERRIDES: readonly (OverrideReason | null)[] = [null, ...OVERRIDE_REASONS];
/** Every identity check that can be written, in the order of its letter: a new one goes to the end, and raises the store's version. */
const CHECKS: readonly IdentityCheck[] = [
  ...WAYS.flatMap((way) => OVERRIDES.map((override) => ({ ...way, override }))),
  ...MOBILE_REASONS.map((reason) => ({ method: 'mobile', reason, override: null }) as const),
];
const ABSENT = '---';
const FIRST_LETTER = 65;
const HIGHEST_DESK = 20;

/** What of a way is beside its method: what was compared, or where the group visits. */
const sortOf = (identity: IdentityCheck) => {
  if (identity.method === 'mobile') return identity.reason;
  return 'compared' in identity ? identity.compared : undefined;
};

/** Way and reason · desk · hour, a letter each. */
function encode({ identity, desk, hour }: RecordedCheckIn): string {
  const check = CHECKS.findIndex(
    (known) =>
      known.method === identity.method &&
      sortOf(known) === sortOf(identity) &&
      known.override === identity.override,
  );
  return String.fromCharCode(FIRST_LETTER + check, FIRST_LETTER + desk, FIRST_LETTER + hour);
}

function decode(number: number, letters: string): RecordedCheckIn {
  const [check = -1, desk = 0, hour = -1] = [...letters].map((letter) => letter.charCodeAt(0) - FIRST_LETTER);
  const identity = CHECKS[check];
  if (identity === undefined || desk < 1 || desk > HIGHEST_DESK || hour < 0 || hour > 23) {
    throw new DamagedContent(`The poll book holds ${letters}, which this version does not know`);
  }
  return { number, identity, desk, hour };
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
  const mobile = new Set<number>();
  const remember = (checkIn: RecordedCheckIn) => {
    checkIns.set(checkIn.number, checkIn);
    if (checkIn.identity.method === 'mobile') mobile.add(checkIn.number);
  };
  for (const row of database.prepare('SELECT number, check_in FROM voter').iterate()) {
    const letters = String(row['check_in']);
    const number = Number(row['number']);
    if (letters !== ABSENT) remember(decode(number, letters));
  }
  return {
    find: (number) => checkIns.get(number),
    checkedIn: () => [...checkIns.values()],
    count: () => checkIns.size,
    mobile: () => mobile,
    checkIn(checkIn) {
      overwriteRow(write, encode(checkIn), checkIn.number);
      afterCommit(() => remember(checkIn));
    },
  };
}
