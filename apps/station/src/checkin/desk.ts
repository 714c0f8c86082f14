import {
  type CheckInError,
  type CivilTime,
  civilTime,
  decideCheckIn,
  type EarlierCheckIn,
  type IdentityCheck,
  type PollState,
} from '@bilik/election';
import type { DeskVoter } from '../place/prepared-files.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { PollBookStore } from './poll-book-store.ts';
import type { SearchKind, VoterSearch } from './voter-search.ts';

/** A voter as a desk's screen shows them; the NIK is masked. Whether they have come stands in no row. */
export interface DeskRow {
  readonly voter: Omit<DeskVoter, 'nikKeyedHash'>;
}

/** One voter whom a desk chose: where and in which hour they were checked in, never the minute; null while they were not. */
export interface DeskStanding {
  readonly earlier: EarlierCheckIn | null;
}

interface VoterUnknown {
  readonly type: 'voter-unknown';
}

export type DeskRefusal = CheckInError | StoreFailed | VoterUnknown;

export interface Desk {
  /**
   * Who is meant. A list of names with their state, asked again and again, would give the order of check-in, so no row carries it:
   * the state of one voter at a time is told by `standing`. Whoever has a desk sees who comes in anyway; that only paired devices
   * are desks is for the next stage.
   */
  readonly search: (query: string) => {
    readonly kind: SearchKind;
    readonly total: number;
    readonly rows: readonly DeskRow[];
  };
  /** @param number list number of the one voter whom the officer chose */
  readonly standing: (
    number: number,
  ) =>
    | { readonly ok: true; readonly value: DeskStanding }
    | { readonly ok: false; readonly error: VoterUnknown };
  /** One check-in releases one ballot; the release carries no name. */
  readonly checkIn: (request: {
    voter: number;
    desk: number;
    identity: IdentityCheck;
  }) => { readonly ok: true; readonly value: DeskRow } | { readonly ok: false; readonly error: DeskRefusal };
}

/** How many rows a search shows at once. */
const SHOWN_ROWS = 20;

export interface DeskParts {
  readonly place: PreparedPlace;
  readonly durably: Durably;
  readonly pollBook: PollBookStore;
  readonly search: VoterSearch;
  readonly poll: () => PollState;
  /** Hour on the wall, 0 to 23. */
  readonly hour: () => number;
}

function clockHour(hour: number): CivilTime {
  return civilTime(`${String(hour).padStart(2, '0')}:00`);
}

export function openDesk(parts: DeskParts): Desk {
  const rowOf = ({ nikKeyedHash: _kept, ...voter }: DeskVoter): DeskRow => ({ voter });
  const earlierOf = (number: number): EarlierCheckIn | null => {
    const recorded = parts.pollBook.find(number);
    return recorded === undefined ? null : { desk: recorded.desk, hour: clockHour(recorded.hour) };
  };
  return {
    search(query) {
      const found = parts.search.find(query, SHOWN_ROWS);
      return { kind: found.kind, total: found.total, rows: found.voters.map(rowOf) };
    },
    standing: (number) =>
      parts.search.byNumber(number) === undefined
        ? { ok: false, error: { type: 'voter-unknown' } }
        : { ok: true, value: { earlier: earlierOf(number) } },
    checkIn({ voter: number, desk, identity }) {
      const voter = parts.search.byNumber(number);
      if (voter === undefined) return { ok: false, error: { type: 'voter-unknown' } };
      const decided = decideCheckIn({
        standing: { type: 'listed', voter, checkedIn: earlierOf(number) },
        poll: parts.poll(),
        desk,
        desks: parts.place.definition.desks,
        identity,
        votingDate: parts.place.definition.voting.date,
        rulePack: parts.place.rulePack,
      });
      if (!decided.ok) return decided;
      const written = parts.durably('check-in', () =>
        parts.pollBook.checkIn({ number, identity, desk, hour: parts.hour() }),
      );
      return written.ok ? { ok: true, value: rowOf(voter) } : written;
    },
  };
}
