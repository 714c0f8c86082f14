import type { Counts } from '@bilik/ballot';
import {
  ballotOptions,
  type CheckInCounts,
  type ContestFigures,
  contestFigures,
  countCheckIns,
  type MobileTrip,
  mobileGroupFigures,
  type PollingPlaceFigures,
  type PollState,
  type ResultSource,
} from '@bilik/election';
import type { BallotSlots } from '../cast/ballot-slots.ts';
import type { PollBookStore } from '../checkin/poll-book-store.ts';
import type { HandCount } from '../minutes/minutes-fields.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';

export interface FigureSources {
  readonly place: PreparedPlace;
  readonly poll: PollState;
  readonly slots: BallotSlots;
  readonly pollBook: PollBookStore;
  /** Slips that the booths say they printed. */
  readonly slipsPrinted: number;
  readonly slipsSpoiled: number;
  /** Undefined until the board has counted cards and paper. */
  readonly handCount: HandCount | undefined;
  /** Mobile groups that left. */
  readonly mobileTrips: readonly MobileTrip[];
  /** For each question the votes of each answer; undefined until the sum is opened. */
  readonly counts: Counts | undefined;
  /** Who gives the votes: the opened sum, or the hand count of the slips. */
  readonly resultSource: ResultSource;
}

/** Check-ins by list and sex, and the reasons of overrides. */
export function checkInCounts({ place, pollBook }: Pick<FigureSources, 'place' | 'pollBook'>): CheckInCounts {
  const voters = new Map(place.voters.map((voter) => [voter.number, voter]));
  return countCheckIns(
    pollBook.checkedIn().map(({ number, identity }) => {
      const voter = voters.get(number);
      if (voter === undefined) throw new Error(`The poll book names voter ${number}, who is not on the list`);
      return { listKind: voter.listKind, sex: voter.sex, override: identity.override };
    }),
  );
}

/** Votes in ballot order; zeros while nothing is counted. */
function votesOf(
  { place, resultSource, counts, handCount }: FigureSources,
  question: number,
): readonly number[] {
  const contest = place.definition.contests[question];
  if (contest === undefined) throw new Error('A contest was counted that is not on the ballot');
  const bySlip = handCount?.slipBox?.contests.find((counted) => counted.contest === contest.id)?.options;
  return ballotOptions(contest).map(({ key }, option) =>
    resultSource === 'slip-count'
      ? (bySlip?.find((counted) => counted.key === key)?.votes ?? 0)
      : (counts?.[question]?.[option] ?? 0),
  );
}

/**
 * All figures of the polling place. Each comes from its own source (poll book, ballot slots, booths' counters, opened sum, hands),
 * so that the sums between them can fail.
 */
export function pollingPlaceFigures(sources: FigureSources): PollingPlaceFigures {
  const { place, poll, slots, handCount } = sources;
  const { definition, rulePack } = place;
  const { DPT, added } = checkInCounts(sources);
  const mobileCheckIns = sources.pollBook.mobile().size;
  const contests = definition.contests.map(
    (contest, question): ContestFigures => contestFigures(contest, votesOf(sources, question), rulePack),
  );
  const mobileGroup = mobileGroupFigures({
    trips: sources.mobileTrips,
    checkIns: mobileCheckIns,
    contests,
    paper: handCount?.paper ?? null,
    rulePack,
  });
  return {
    place: definition.pollingPlace.id,
    resultSource: sources.resultSource,
    registered: definition.voterList.registered,
    checkIns: { DPT, added },
    users: poll.released + mobileCheckIns,
    casts: poll.casts,
    openCases: poll.openCases,
    abandoned: poll.abandoned,
    contests,
    tokens: {
      pool: definition.tokenCards,
      issued: handCount === undefined ? null : definition.tokenCards - handCount.cardsLeft,
      used: slots.count('cast'),
      voided: slots.count('spoiled') + slots.count('proved'),
      returned: handCount?.cardsReturned ?? null,
    },
    slips: { printed: sources.slipsPrinted, spoiled: sources.slipsSpoiled },
    slipBox: handCount?.slipBox ?? null,
    ...(mobileGroup === undefined ? {} : { mobileGroup }),
  };
}
