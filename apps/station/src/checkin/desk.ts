import {
  type CheckInError,
  type CivilTime,
  civilTime,
  decideCheckIn,
  type EarlierCheckIn,
  type FingerResult,
  type IdentityCheck,
  type MobileTrip,
  type PollingPlaceId,
  type PollState,
  voterMarksAllowed,
} from '@bilik/election';
import { type InvitationProblem, looksLikeInvitation, readInvitation } from '@bilik/transfer';
import type { DeskVoter } from '../place/prepared-files.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Counters } from '../store/counters.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { CardReads, ReaderStanding } from './card-reads.ts';
import { nikKeyedHash } from './keyed-hash.ts';
import type { LateVoters } from './late-voters.ts';
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

/** Why a search found nobody here although it knew what it was looking for. */
export type SearchRefusal = InvitationProblem;

export interface Desk {
  /**
   * Who is meant. A list of names with their state, asked again and again, would give the order of check-in, so no row carries it:
   * the state of one voter at a time is told by `standing`. Whoever has a desk sees who comes in anyway; only paired devices
   * are desks.
   */
  readonly search: (query: string) => {
    readonly kind: SearchKind | 'invitation';
    readonly total: number;
    readonly rows: readonly DeskRow[];
    /** The voter of another polling place of the village, or an invitation that is none of this election. */
    readonly refused: SearchRefusal | null;
  };
  /** @param number list number of the one voter whom the officer chose */
  readonly standing: (
    number: number,
  ) =>
    | { readonly ok: true; readonly value: DeskStanding }
    | { readonly ok: false; readonly error: VoterUnknown };
  /** Voters who were helped. */
  readonly helped: () => number;
  /** List numbers of all who were checked in. */
  readonly present: () => ReadonlySet<number>;
  /** Of these, who were marked for a mobile group. */
  readonly mobile: () => ReadonlySet<number>;
  /** What the reader of a desk read last; null after a minute. */
  readonly cardAt: (desk: number) => {
    readonly reader: ReaderStanding;
    readonly card: {
      readonly turn: number;
      readonly row: DeskRow | null;
      readonly place: PollingPlaceId | null;
      readonly finger: FingerResult;
    } | null;
  };
  /** One check-in releases one ballot, but for a voter of a mobile group, who votes on paper; the release carries no name. */
  readonly checkIn: (request: {
    voter: number;
    desk: number;
    identity: IdentityCheck;
    /** Somebody whom the voter chose goes into the booth with them, and has signed to keep it secret. */
    isHelped?: boolean;
  }) => { readonly ok: true; readonly value: DeskRow } | { readonly ok: false; readonly error: DeskRefusal };
}

/** Voters with whom somebody went into the booth; who they were stands nowhere. */
export const HELPED_COUNTER = 'helped';

/** How many rows a search shows at once. */
const SHOWN_ROWS = 20;

export interface DeskParts {
  readonly place: PreparedPlace;
  readonly durably: Durably;
  readonly pollBook: PollBookStore;
  readonly search: VoterSearch;
  readonly poll: () => PollState;
  readonly cards: Pick<CardReads, 'at' | 'forget'>;
  readonly counters: Counters<typeof HELPED_COUNTER>;
  readonly mobileTrips: () => readonly MobileTrip[];
  readonly late: Pick<LateVoters, 'lateQueue' | 'countServed'>;
  /** A voter was checked in. */
  readonly onRelease: () => void;
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
  const { definition, election, checkIn, manifest, secrets } = parts.place;
  const invited = (scanned: string): ReturnType<Desk['search']> => {
    const read = readInvitation(scanned, {
      electionUuid: election.uuid,
      pollingPlace: definition.pollingPlace.id,
      issuer: manifest.issuer,
    });
    const voter = read.ok ? parts.search.byNumber(read.value.voter) : undefined;
    return {
      kind: 'invitation',
      total: voter === undefined ? 0 : 1,
      rows: voter === undefined ? [] : [rowOf(voter)],
      refused: read.ok ? null : read.error,
    };
  };
  return {
    search(query) {
      if (looksLikeInvitation(query)) return invited(query);
      const found = parts.search.find(query, SHOWN_ROWS);
      const place =
        found.kind === 'nik' && found.total === 0
          ? checkIn.otherPlaceOf(nikKeyedHash(secrets.nikKey, query.replace(/\D/g, '')))
          : undefined;
      return {
        kind: found.kind,
        total: found.total,
        rows: found.voters.map(rowOf),
        refused: place === undefined ? null : { type: 'other-polling-place', place },
      };
    },
    standing: (number) =>
      parts.search.byNumber(number) === undefined
        ? { ok: false, error: { type: 'voter-unknown' } }
        : { ok: true, value: { earlier: earlierOf(number) } },
    helped: () => parts.counters.get(HELPED_COUNTER),
    present: () => new Set(parts.pollBook.checkedIn().map(({ number }) => number)),
    mobile: parts.pollBook.mobile,
    cardAt(desk) {
      const { reader, card } = parts.cards.at(desk);
      if (card === null) return { reader, card };
      const { turn, voter, place, finger } = card;
      return { reader, card: { turn, row: voter === null ? null : rowOf(voter), place, finger } };
    },
    checkIn({ voter: number, desk, identity, isHelped = false }) {
      const voter = parts.search.byNumber(number);
      if (voter === undefined) return { ok: false, error: { type: 'voter-unknown' } };
      const lateQueue = parts.late.lateQueue();
      const { card } = parts.cards.at(desk);
      const decided = decideCheckIn({
        standing: { type: 'listed', voter, checkedIn: earlierOf(number) },
        poll: parts.poll(),
        desk,
        desks: definition.desks,
        identity,
        reading: card?.voter?.number === number ? { finger: card.finger } : null,
        lateQueue,
        isHelped,
        mobile: { checkIns: parts.pollBook.mobile().size, allowed: voterMarksAllowed(parts.mobileTrips()) },
        votingDate: definition.voting.date,
        rulePack: parts.place.rulePack,
      });
      if (!decided.ok) return decided;
      const written = parts.durably('check-in', () => {
        parts.pollBook.checkIn({ number, identity, desk, hour: parts.hour() });
        if (decided.value.releases === 0) return;
        if (lateQueue !== null) parts.late.countServed();
        if (isHelped) parts.counters.add(HELPED_COUNTER, 1);
      });
      if (!written.ok) return written;
      parts.cards.forget(desk);
      if (decided.value.releases === 1) parts.onRelease();
      return { ok: true, value: rowOf(voter) };
    },
  };
}
