import {
  type AbandonError,
  type CheckInError,
  type CivilTime,
  civilTime,
  decideAbandon,
  decideCheckIn,
  type IdentityCheck,
  type PollState,
} from '@bilik/election';
import type { DeskVoter } from '../place/prepared-files.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Counters } from '../store/counters.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { PollBookStore } from './poll-book-store.ts';
import type { SearchKind, VoterSearch } from './voter-search.ts';

/** A voter as a desk's screen shows them; the NIK is masked. */
export interface DeskRow {
  readonly voter: Omit<DeskVoter, 'nikKeyedHash'>;
  readonly checkedIn: boolean;
}

export type DeskRefusal = CheckInError | StoreFailed | { readonly type: 'voter-unknown' };

export interface Desk {
  readonly search: (query: string) => {
    readonly kind: SearchKind;
    readonly total: number;
    readonly rows: readonly DeskRow[];
  };
  /** One check-in releases one ballot; the release carries no name. */
  readonly checkIn: (request: {
    voter: number;
    desk: number;
    identity: IdentityCheck;
  }) => { readonly ok: true; readonly value: DeskRow } | { readonly ok: false; readonly error: DeskRefusal };
  /** The chair closes releases whose voters left. */
  readonly abandon: (
    count: number,
  ) =>
    | { readonly ok: true; readonly value: { readonly abandoned: number } }
    | { readonly ok: false; readonly error: AbandonError | StoreFailed };
}

/** How many rows a search shows at once. */
const SHOWN_ROWS = 20;

export interface DeskParts {
  readonly place: PreparedPlace;
  readonly durably: Durably;
  readonly pollBook: PollBookStore;
  readonly counters: Counters<'abandoned'>;
  readonly search: VoterSearch;
  readonly poll: () => PollState;
  /** Hour on the wall, 0 to 23. */
  readonly hour: () => number;
}

function clockHour(hour: number): CivilTime {
  return civilTime(`${String(hour).padStart(2, '0')}:00`);
}

export function openDesk(parts: DeskParts): Desk {
  const rowOf = ({ nikKeyedHash: _kept, ...voter }: DeskVoter): DeskRow => ({
    voter,
    checkedIn: parts.pollBook.find(voter.number) !== undefined,
  });
  return {
    search(query) {
      const found = parts.search.find(query, SHOWN_ROWS);
      return { kind: found.kind, total: found.total, rows: found.voters.map(rowOf) };
    },
    checkIn({ voter: number, desk, identity }) {
      const voter = parts.search.byNumber(number);
      if (voter === undefined) return { ok: false, error: { type: 'voter-unknown' } };
      const earlier = parts.pollBook.find(number);
      const decided = decideCheckIn({
        standing: {
          type: 'listed',
          voter,
          checkedIn: earlier === undefined ? null : { desk: earlier.desk, hour: clockHour(earlier.hour) },
        },
        poll: parts.poll(),
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
    abandon(count) {
      const decided = decideAbandon(parts.poll(), count);
      if (!decided.ok) return decided;
      const written = parts.durably('abandon', () =>
        parts.counters.set('abandoned', decided.value.abandoned),
      );
      return written.ok ? { ok: true, value: { abandoned: decided.value.abandoned } } : written;
    },
  };
}
