import {
  assertNever,
  type CivilDate,
  fail,
  type Result,
  succeed,
  type VoterListState,
} from '@bilik/election';

/** A list hung out for everybody to read, with objections until the last day. */
export interface Posting {
  readonly from: CivilDate;
  /** Last day of posting, included. */
  readonly until: CivilDate;
}

/** Where a village's list stands between people. */
export interface ListLife {
  readonly stage: VoterListState;
  /** Of this stage; null until it is posted. */
  readonly posting: Posting | null;
}

/** What is known of the list itself when a step is taken. */
export interface ListFacts {
  readonly voters: number;
  /** Proposals of the village and objections that nobody decided yet. */
  readonly waitingProposals: number;
  /** Pairs of rows with one NIK that nobody decided yet; a lock would fail on them. */
  readonly undecidedSameNik: number;
  /** People without a polling place. */
  readonly undivided: number;
}

export type ListStep =
  | { readonly type: 'post'; readonly posting: Posting }
  | { readonly type: 'advance' }
  /** From supplementary to final: rows never change afterwards. */
  | { readonly type: 'lock' };

/** Why a step was refused. The list stands where it stood. */
export type ListStepRefusal =
  | { readonly type: 'list-is-final' }
  | { readonly type: 'list-is-empty' }
  | { readonly type: 'posted-already'; readonly until: CivilDate }
  /** Its last day comes before its first. */
  | { readonly type: 'posting-backwards' }
  | { readonly type: 'posting-too-short'; readonly days: number; readonly fewest: number }
  | { readonly type: 'not-posted' }
  | { readonly type: 'posting-not-over'; readonly until: CivilDate }
  | { readonly type: 'proposals-waiting'; readonly waiting: number }
  | { readonly type: 'same-nik-undecided'; readonly pairs: number }
  | { readonly type: 'voters-undivided'; readonly voters: number }
  /** The supplementary list is followed by the lock, and nothing else is. */
  | { readonly type: 'wrong-step'; readonly stage: VoterListState };

/** Lists are announced for three days (practice of Permendagri 112/2014 regencies; the calendar of a regency may give more). */
export const FEWEST_POSTING_DAYS = 3;

const DAY_MS = 86_400_000;

const NEXT: Readonly<Record<'provisional' | 'corrected', VoterListState>> = {
  provisional: 'corrected',
  corrected: 'supplementary',
};

/**
 * Takes a step in the life of a village's list: each stage is posted, objections are decided, and only then the next begins.
 * @param today civil day of the regency @errors see `ListStepRefusal`
 */
export function takeListStep(
  life: ListLife,
  step: ListStep,
  facts: ListFacts,
  today: CivilDate,
): Result<ListLife, ListStepRefusal> {
  const { stage, posting } = life;
  if (stage === 'final') return fail({ type: 'list-is-final' });
  if (facts.voters === 0) return fail({ type: 'list-is-empty' });
  switch (step.type) {
    case 'post': {
      if (posting !== null) return fail({ type: 'posted-already', until: posting.until });
      if (step.posting.until < step.posting.from) return fail({ type: 'posting-backwards' });
      const days = (Date.parse(step.posting.until) - Date.parse(step.posting.from)) / DAY_MS + 1;
      if (days < FEWEST_POSTING_DAYS) {
        return fail({ type: 'posting-too-short', days, fewest: FEWEST_POSTING_DAYS });
      }
      return succeed({ stage, posting: step.posting });
    }
    case 'advance':
      if (stage === 'supplementary') return fail({ type: 'wrong-step', stage });
      return unfinished(posting, facts, today) ?? succeed({ stage: NEXT[stage], posting: null });
    case 'lock': {
      if (stage !== 'supplementary') return fail({ type: 'wrong-step', stage });
      const early = unfinished(posting, facts, today);
      if (early !== null) return early;
      if (facts.undecidedSameNik > 0) {
        return fail({ type: 'same-nik-undecided', pairs: facts.undecidedSameNik });
      }
      if (facts.undivided > 0) return fail({ type: 'voters-undivided', voters: facts.undivided });
      return succeed({ stage: 'final', posting: null });
    }
    default:
      return assertNever(step);
  }
}

/** What keeps a stage from ending. */
function unfinished(
  posting: Posting | null,
  facts: ListFacts,
  today: CivilDate,
): { readonly ok: false; readonly error: ListStepRefusal } | null {
  if (posting === null) return fail({ type: 'not-posted' });
  if (today <= posting.until) return fail({ type: 'posting-not-over', until: posting.until });
  if (facts.waitingProposals > 0) {
    return fail({ type: 'proposals-waiting', waiting: facts.waitingProposals });
  }
  return null;
}
