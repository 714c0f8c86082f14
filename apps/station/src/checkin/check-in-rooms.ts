import type { CivilDate, CivilTime, ExtensionEntry, Phase, PollState } from '@bilik/election';
import type { Timer } from '@bilik/server';

import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Counters } from '../store/counters.ts';
import type { Durably } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import { type Abandonments, openAbandonments } from './abandonments.ts';
import { type CardReads, openCardReads } from './card-reads.ts';
import { type Desk, openDesk } from './desk.ts';
import { type LateVoters, openLateVoters } from './late-voters.ts';
import { type MobileGroups, openMobileGroups } from './mobile-groups.ts';
import type { PollBookStore } from './poll-book-store.ts';
import { openQueuePace, type QueuePace } from './queue-pace.ts';
import { openVoterSearch } from './voter-search.ts';

/** Everything between the door of the hall and a release. */
export interface CheckInRooms {
  readonly desk: Desk;
  readonly cards: CardReads;
  readonly pace: QueuePace;
  readonly late: LateVoters;
  readonly abandonments: Abandonments;
  readonly mobileGroups: MobileGroups;
}

export function openCheckIn(parts: {
  readonly place: PreparedPlace;
  readonly pollBook: PollBookStore;
  readonly papers: Papers;
  readonly counters: Counters<string>;
  readonly durably: Durably;
  readonly phase: () => Phase;
  readonly poll: () => PollState;
  readonly extensions: () => readonly ExtensionEntry[];
  readonly clock: () => { readonly date: CivilDate; readonly time: CivilTime };
  /** Milliseconds by a clock that nobody can set. */
  readonly elapsedMs: () => number;
  readonly timer: Timer;
  readonly onCardForgotten: () => void;
}): CheckInRooms {
  const { place, pollBook, papers, counters, durably, poll, clock } = parts;
  const { definition, rulePack } = place;
  const { nikKey } = place.secrets;
  const late = openLateVoters({
    definition,
    rulePack,
    durably,
    papers,
    counters,
    extensions: parts.extensions,
    clock,
  });
  const mobileGroups = openMobileGroups({
    definition,
    rulePack,
    durably,
    papers,
    phase: parts.phase,
    checkIns: () => pollBook.mobile().size,
  });
  const search = openVoterSearch(place.voters, nikKey);
  const cards = openCardReads({
    search,
    known: place.checkIn,
    nikKey,
    timer: parts.timer,
    onForgotten: parts.onCardForgotten,
  });
  const pace = openQueuePace(parts.elapsedMs, clock);
  const desk = openDesk({
    place,
    durably,
    pollBook,
    search,
    cards,
    counters,
    poll,
    late,
    mobileTrips: mobileGroups.entries,
    onRelease: pace.noteRelease,
    hour: () => Number(clock().time.slice(0, 2)),
  });
  const abandonments = openAbandonments({ definition, durably, papers, counters, poll, clock });
  return { desk, cards, pace, late, abandonments, mobileGroups };
}
