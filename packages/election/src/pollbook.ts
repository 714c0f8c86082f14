import type { PollingPlaceId } from './area.ts';
import type { CivilDate, CivilTime } from './civil-time.ts';
import { type AfterClosing, decideLateVoter, type QueueAtClosing } from './closing-queue.ts';
import { checkEligibility, type EligibilityFacts, type Ineligibility } from './eligibility.ts';
import {
  type CardReading,
  checkIdentity,
  type IdentityCheck,
  type IdentityIncomplete,
  type OverrideReason,
} from './identity-check.ts';
import type { Phase } from './phase.ts';
import { assertNever, fail, type Result, succeed } from './result.ts';
import type { RulePack } from './rule-pack.ts';
import type { Voter } from './voter.ts';
import type { BySex } from './voter-list.ts';

/** Where a checked-in voter was checked in, and roughly when: the full hour, never the minute. */
export interface EarlierCheckIn {
  readonly desk: number;
  readonly hour: CivilTime | null;
}

/** What a desk must know of a listed voter to decide; never the NIK. */
export type ListedVoter = EligibilityFacts & Pick<Voter, 'number' | 'listKind'>;

/** What the lists say about the person before the desk. */
export type VoterStanding =
  | { readonly type: 'not-on-list' }
  | { readonly type: 'other-polling-place'; readonly place: PollingPlaceId }
  | { readonly type: 'listed'; readonly voter: ListedVoter; readonly checkedIn: EarlierCheckIn | null };

/** Counters of ballots of one polling place; whole numbers ≥ 0. None of them belongs to a person. */
export interface ReleaseCounts {
  /** Ballots released: one a check-in. */
  readonly released: number;
  /** Ballots cast. */
  readonly casts: number;
  /** Ballots at the station that are neither cast nor void yet. */
  readonly openCases: number;
  /** Releases that the chair closed because their voters left. */
  readonly abandoned: number;
}

/** What the station knows when a desk asks. */
export interface PollState extends ReleaseCounts {
  readonly phase: Phase;
}

/** Why a voter is not checked in. Nothing was recorded in any of these cases. */
export type CheckInError =
  | { readonly type: 'polls-not-open'; readonly phase: Phase }
  /** The place has desks 1 to `desks`. */
  | { readonly type: 'desk-unknown'; readonly desk: number; readonly desks: number }
  | AfterClosing
  | { readonly type: 'already-checked-in'; readonly earlier: EarlierCheckIn }
  | { readonly type: 'ineligible'; readonly why: Ineligibility }
  /** `mayBeAdded`: the rule pack lets the board add this person. */
  | { readonly type: 'not-on-list'; readonly mayBeAdded: boolean }
  | { readonly type: 'other-polling-place'; readonly place: PollingPlaceId }
  | IdentityIncomplete
  /** The rule pack lets nobody be helped in the booth. */
  | { readonly type: 'helper-not-allowed' }
  | MobileCheckInError;

/** Why a voter is not marked present for a mobile group. */
export type MobileCheckInError =
  /** The rule pack knows no mobile group. */
  | { readonly type: 'mobile-group-not-allowed' }
  /** As many voters are marked as may be (see `voterMarksAllowed`); no group left at all when `allowed` is 0. */
  | { readonly type: 'mobile-ballots-used-up'; readonly allowed: number };

/** An allowed check-in: what to record. It releases one ballot, or none to who votes on a mobile group's paper; the release carries no name. */
export interface CheckIn {
  readonly voter: ListedVoter;
  readonly identity: IdentityCheck;
  readonly releases: 0 | 1;
}

/**
 * Decides a check-in, by whichever way the desk found the voter. Each check-in releases exactly one ballot, but for voters of a mobile
 * group, who vote on its paper: of those there are never more than ballots left with groups, and no queue holds them.
 * @errors the first that holds; nothing is to be recorded then. Who has come already hears that before anything about hours or identity
 */
export function decideCheckIn(request: {
  readonly standing: VoterStanding;
  readonly poll: PollState;
  /** The desk that asks, and how many the definition has. */
  readonly desk: number;
  readonly desks: number;
  readonly identity: IdentityCheck;
  /** What this desk's reader read of this voter's card a moment ago; null while it read nothing. */
  readonly reading: CardReading | null;
  /** Somebody goes into the booth with the voter, who chose them. */
  readonly isHelped: boolean;
  /** Once the closing hour has passed: who was admitted then. Null before it. */
  readonly lateQueue: (QueueAtClosing & { readonly closes: CivilTime }) | null;
  /** Voters marked for mobile groups, and how many may be. */
  readonly mobile: { readonly checkIns: number; readonly allowed: number };
  readonly votingDate: CivilDate;
  readonly rulePack: RulePack;
}): Result<CheckIn, CheckInError> {
  const { standing, poll, desk, desks, identity, lateQueue, votingDate, rulePack } = request;
  if (poll.phase !== 'open') return fail({ type: 'polls-not-open', phase: poll.phase });
  if (!Number.isSafeInteger(desk) || desk < 1 || desk > desks) {
    return fail({ type: 'desk-unknown', desk, desks });
  }
  switch (standing.type) {
    case 'not-on-list':
      return fail({ type: 'not-on-list', mayBeAdded: rulePack.settings.nonDptVoters.value === 'allowed' });
    case 'other-polling-place':
      return fail({ type: 'other-polling-place', place: standing.place });
    case 'listed': {
      const { voter, checkedIn } = standing;
      if (checkedIn !== null) return fail({ type: 'already-checked-in', earlier: checkedIn });
      if (voter.listKind === 'added' && rulePack.settings.nonDptVoters.value === 'refused') {
        return fail({ type: 'not-on-list', mayBeAdded: false });
      }
      const eligible = checkEligibility(voter, votingDate, rulePack);
      if (!eligible.ok) return fail({ type: 'ineligible', why: eligible.error });
      if (identity.method === 'mobile') {
        const group = decideMobileCheckIn(request.mobile, rulePack);
        return group.ok ? succeed({ voter, identity, releases: 0 }) : group;
      }
      if (lateQueue !== null) {
        const late = decideLateVoter(lateQueue, lateQueue.closes, rulePack);
        if (!late.ok) return late;
      }
      const complete = checkIdentity(identity, request.reading);
      if (!complete.ok) return complete;
      if (request.isHelped && rulePack.settings.helper.value === 'not-allowed') {
        return fail({ type: 'helper-not-allowed' });
      }
      return succeed({ voter, identity, releases: 1 });
    }
    default:
      return assertNever(standing);
  }
}

function decideMobileCheckIn(
  { checkIns, allowed }: { readonly checkIns: number; readonly allowed: number },
  rulePack: RulePack,
): Result<undefined, MobileCheckInError> {
  if (rulePack.settings.mobileGroup.value === null) return fail({ type: 'mobile-group-not-allowed' });
  return checkIns < allowed ? succeed(undefined) : fail({ type: 'mobile-ballots-used-up', allowed });
}

/** Releases that are neither cast, nor open, nor closed: voters still on their way. */
export function openReleases(counts: ReleaseCounts): number {
  return counts.released - counts.casts - counts.openCases - counts.abandoned;
}

/** An unused token is accepted only while releases exceed casts + open cases + closed abandoned releases. */
export function mayAcceptToken(counts: ReleaseCounts): boolean {
  return openReleases(counts) > 0;
}

export type AbandonError =
  | { readonly type: 'polls-not-open'; readonly phase: Phase }
  | { readonly type: 'count-not-positive' }
  | { readonly type: 'exceeds-open-releases'; readonly open: number };

/** The chair closes `count` releases whose voters left. @returns the counts afterwards */
export function decideAbandon(poll: PollState, count: number): Result<ReleaseCounts, AbandonError> {
  const { phase, released, casts, openCases, abandoned } = poll;
  if (phase !== 'open' && phase !== 'paused') return fail({ type: 'polls-not-open', phase });
  if (!Number.isSafeInteger(count) || count < 1) return fail({ type: 'count-not-positive' });
  const open = openReleases(poll);
  if (count > open) return fail({ type: 'exceeds-open-releases', open });
  return succeed({ released, casts, openCases, abandoned: abandoned + count });
}

/** Check-ins by list and sex, and identity overrides by reason. */
export interface CheckInCounts {
  readonly DPT: BySex;
  readonly added: BySex;
  readonly overrides: Readonly<Record<OverrideReason, number>>;
}

/** What of a recorded check-in is counted. */
export interface CountedCheckIn {
  readonly listKind: Voter['listKind'];
  readonly sex: Voter['sex'];
  readonly override: OverrideReason | null;
}

/** Counts check-ins from what was recorded of each. */
export function countCheckIns(checkIns: Iterable<CountedCheckIn>): CheckInCounts {
  const counts = {
    DPT: { L: 0, P: 0 },
    added: { L: 0, P: 0 },
    overrides: { 'card-unreadable': 0, 'finger-unreadable': 0, 'no-card': 0, 'reader-broken': 0, other: 0 },
  };
  for (const { listKind, sex, override } of checkIns) {
    counts[listKind][sex] += 1;
    if (override !== null) counts.overrides[override] += 1;
  }
  return counts;
}

/** All check-ins: the users of the right to vote. */
export function usersOf(counts: Pick<CheckInCounts, 'DPT' | 'added'>): number {
  return counts.DPT.L + counts.DPT.P + counts.added.L + counts.added.P;
}
