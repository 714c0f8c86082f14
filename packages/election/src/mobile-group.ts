import {
  type ContestFigures,
  type OptionVotes,
  type PollingPlaceFigures,
  sumOfVotes,
  votesOf,
} from './figures.ts';
import type { Phase } from './phase.ts';
import { fail, type Result, succeed } from './result.ts';
import type { RulePack } from './rule-pack.ts';

/** What a mobile group says of its ballots on its return; whole numbers ≥ 0. */
export interface ReturnedBallots {
  /** Handed to voters, marked, and put into the box of the polling place. */
  readonly used: number;
  readonly unused: number;
  readonly spoiled: number;
}

/** One way of a mobile group (kelompok keliling): with how many paper ballots it left, and what it brought back. No voter is named. */
export interface MobileTrip {
  /** From 1, in the order in which they left. */
  readonly number: number;
  /** Paper ballots that left, ≥ 1. */
  readonly taken: number;
  /** A full hour, or the person's own words; never a minute. */
  readonly leftWhen: string;
  /** Ids of the two people. */
  readonly leftConfirmedBy: readonly string[];
  /** Null while the group is under way. */
  readonly returned:
    | (ReturnedBallots & {
        readonly when: string;
        /** Why the ballots do not add up; null when they do. */
        readonly note: string | null;
        readonly confirmedBy: readonly string[];
      })
    | null;
}

export type MobileTripError =
  /** The rule pack knows no mobile group. */
  | { readonly type: 'mobile-group-not-allowed' }
  | { readonly type: 'polls-not-open'; readonly phase: Phase }
  /** With fewer ballots everybody could compute how single voters voted. `before`: taken by earlier groups. */
  | { readonly type: 'mobile-ballots-too-few'; readonly fewest: number; readonly before: number }
  /** No group of this number is under way. */
  | { readonly type: 'mobile-trip-not-under-way'; readonly trip: number }
  /** Used, unused and spoiled are not what left; counted again, or with a note it is kept and published. */
  | { readonly type: 'mobile-ballots-do-not-add-up'; readonly taken: number; readonly returned: number };

/** Ballots that left with all groups of the day. */
export function ballotsTaken(trips: readonly Pick<MobileTrip, 'taken'>[]): number {
  return trips.reduce((total, { taken }) => total + taken, 0);
}

/**
 * For how many voters in all a desk may mark a mobile group. While one is under way: as many as ballots left. Once all are back: as many as
 * were used, so that nobody is marked for paper that lies unused on the table.
 */
export function voterMarksAllowed(trips: readonly MobileTrip[]): number {
  return groupsUnderWay(trips) > 0
    ? ballotsTaken(trips)
    : trips.reduce((total, { returned }) => total + (returned?.used ?? 0), 0);
}

/** Groups that are not back yet. */
export function groupsUnderWay(trips: readonly Pick<MobileTrip, 'returned'>[]): number {
  return trips.filter(({ returned }) => returned === null).length;
}

/** Whether a group may leave with so many ballots (≥ 1). Nothing is recorded when it may not. */
export function decideDeparture(input: {
  readonly phase: Phase;
  readonly trips: readonly MobileTrip[];
  readonly taken: number;
  readonly rulePack: RulePack;
}): Result<undefined, MobileTripError> {
  const { phase, trips, taken, rulePack } = input;
  const rule = rulePack.settings.mobileGroup.value;
  if (rule === null) return fail({ type: 'mobile-group-not-allowed' });
  if (phase !== 'open' && phase !== 'paused') return fail({ type: 'polls-not-open', phase });
  const before = ballotsTaken(trips);
  return before + taken < rule.fewestBallots
    ? fail({ type: 'mobile-ballots-too-few', fewest: rule.fewestBallots, before })
    : succeed(undefined);
}

/**
 * Whether a group's return may be noted. Ballots that do not add up are counted again first; with a note they are kept as they are:
 * paper that is missing is published, and stops no village.
 * @param note why they do not add up; null while nobody said so
 */
export function decideReturn(input: {
  readonly phase: Phase;
  readonly trips: readonly MobileTrip[];
  readonly trip: number;
  readonly ballots: ReturnedBallots;
  readonly note: string | null;
}): Result<undefined, MobileTripError> {
  const { phase, trips, trip: number, ballots, note } = input;
  if (phase !== 'open' && phase !== 'paused') return fail({ type: 'polls-not-open', phase });
  const trip = trips.find((one) => one.number === number);
  if (trip === undefined || trip.returned !== null) {
    return fail({ type: 'mobile-trip-not-under-way', trip: number });
  }
  const returned = ballots.used + ballots.unused + ballots.spoiled;
  return returned === trip.taken || note !== null
    ? succeed(undefined)
    : fail({ type: 'mobile-ballots-do-not-add-up', taken: trip.taken, returned });
}

/** What two people counted out of the box: the paper of the mobile groups, per contest and option. */
export interface PaperCount {
  readonly inBox: number;
  readonly contests: readonly {
    readonly contest: string;
    /** Valid votes by option, and ballots left blank under `blank`. */
    readonly options: readonly OptionVotes[];
    /** Ballots that are not valid for another reason than being blank. */
    readonly invalid: number;
  }[];
}

/**
 * The result of one contest: its electronic votes and the paper together.
 * @param paper of the same contest; an option that it does not name has none
 */
export function withPaper(
  electronic: ContestFigures,
  paper: Pick<PaperCount['contests'][number], 'options' | 'invalid'>,
  rulePack: { readonly settings: { readonly blankVote: { readonly value: 'invalid' | 'separate' } } },
): ContestFigures {
  const options = electronic.options.map(({ key, votes }) => ({
    key,
    votes: votes + votesOf(paper.options, key),
  }));
  const blank = votesOf(options, 'blank');
  const blankIsInvalid = rulePack.settings.blankVote.value === 'invalid';
  return {
    contest: electronic.contest,
    options,
    valid: sumOfVotes(options) - blank,
    invalid: paper.invalid + (blankIsInvalid ? blank : 0),
    total: sumOfVotes(options) + paper.invalid,
  };
}

/** The mobile groups' part of the figures; undefined when none left. Groups under way have brought nothing yet. */
export function mobileGroupFigures(input: {
  readonly trips: readonly MobileTrip[];
  readonly checkIns: number;
  readonly contests: readonly ContestFigures[];
  /** Null until the box was counted by hand. */
  readonly paper: PaperCount | null;
  readonly rulePack: RulePack;
}): PollingPlaceFigures['mobileGroup'] {
  const { trips, checkIns, contests, paper, rulePack } = input;
  if (trips.length === 0) return undefined;
  const sumOf = (which: keyof ReturnedBallots) =>
    trips.reduce((total, { returned }) => total + (returned?.[which] ?? 0), 0);
  return {
    checkIns,
    taken: ballotsTaken(trips),
    used: sumOf('used'),
    unused: sumOf('unused'),
    spoiled: sumOf('spoiled'),
    counted:
      paper === null
        ? null
        : {
            inBox: paper.inBox,
            contests: contests.map((electronic) =>
              withPaper(
                electronic,
                paper.contests.find(({ contest }) => contest === electronic.contest) ?? {
                  options: [],
                  invalid: 0,
                },
                rulePack,
              ),
            ),
          },
  };
}

/** The result of the polling place: with the paper of mobile groups once it is counted, else the electronic votes alone. */
export function resultContests({
  contests,
  mobileGroup,
}: Pick<PollingPlaceFigures, 'contests' | 'mobileGroup'>): readonly ContestFigures[] {
  return mobileGroup?.counted?.contests ?? contests;
}

/** What the paper of mobile groups adds to the electronic votes; none until it was counted. */
export function paperVotes({
  contests,
  mobileGroup,
}: Pick<PollingPlaceFigures, 'contests' | 'mobileGroup'>): PaperCount['contests'] {
  return (mobileGroup?.counted?.contests ?? []).map(({ contest, options, total }) => {
    const electronic = contests.find((one) => one.contest === contest);
    const own = options.map(({ key, votes }) => ({
      key,
      votes: votes - votesOf(electronic?.options ?? [], key),
    }));
    return { contest, options: own, invalid: total - (electronic?.total ?? 0) - sumOfVotes(own) };
  });
}

/** Whether all paper votes of a contest are alike: then it is known how everybody voted who was marked for a mobile group. */
export function isUnanimous({ options, invalid }: PaperCount['contests'][number]): boolean {
  return [...options.map(({ votes }) => votes), invalid].filter((votes) => votes !== 0).length === 1;
}

/**
 * Among how many people the paper votes can be hidden at most: voters marked, ballots used, ballots in the box, whichever is known and
 * fewest. 0 where no group left or nobody voted with one.
 */
export function votersBehindPaper({ mobileGroup }: Pick<PollingPlaceFigures, 'mobileGroup'>): number {
  if (mobileGroup === undefined) return 0;
  const { checkIns, used, counted } = mobileGroup;
  return Math.min(checkIns, used, counted?.inBox ?? used);
}

/** Whether the paper votes stand beside the electronic ones: there are none, they do, or they are shown in the total only. */
export type PaperLine = 'none' | 'own-line' | 'merged';

/**
 * Whether the attendance list says which voters were marked for mobile groups. Not where so few of them voted that their votes stand in
 * no line of their own, nor where these are all alike: names beside it would say how those people voted. The list then says only how many
 * they were. While a group is under way nobody knows how many vote, and no name stands by a sign.
 */
export function namesMobileVoters(
  figures: Pick<PollingPlaceFigures, 'contests' | 'mobileGroup'>,
  rulePack: RulePack,
): boolean {
  const rule = rulePack.settings.mobileGroup.value;
  return (
    rule !== null && votersBehindPaper(figures) >= rule.ownLineFrom && !paperVotes(figures).some(isUnanimous)
  );
}

/**
 * Whether the paper votes get a line of their own. Too few are merged into the total, on screens and papers; whoever has the published
 * record can still subtract its sum from the total, which the warning says.
 */
export function paperLine(
  { mobileGroup }: Pick<PollingPlaceFigures, 'mobileGroup'>,
  rulePack: RulePack,
): PaperLine {
  const inBox = mobileGroup?.counted?.inBox ?? 0;
  if (inBox === 0) return 'none';
  const rule = rulePack.settings.mobileGroup.value;
  return rule !== null && inBox >= rule.ownLineFrom ? 'own-line' : 'merged';
}
