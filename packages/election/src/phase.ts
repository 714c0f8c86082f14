import type { Bilingual } from './bilingual.ts';
import type { PersonRole } from './definition.ts';
import type { Result } from './result.ts';

/** Where a polling place is in its day. */
export type Phase = 'configured' | 'zero_proven' | 'open' | 'paused' | 'closed' | 'counted' | 'sealed';

/** What moves it on. */
export type PhaseCommand =
  | 'prove_zero'
  | 'open'
  | 'pause'
  | 'resume'
  | 'close'
  | 'count'
  | 'count_slips'
  | 'seal';

/** What the station knows about itself when a command is given; counts ≥ 0. */
export interface PhaseFacts {
  /** Ballots of any state in the store. */
  readonly ballotsStored: number;
  readonly checkIns: number;
  /** The zero report has been printed and the board says it is signed. */
  readonly zeroReportSigned: boolean;
  readonly openCases: number;
  /** Releases neither cast nor closed as abandoned. */
  readonly openReleases: number;
  /** Slips printed but not finished with SAH or BATAL. */
  readonly unfinishedSlips: number;
  /** Trustees whose shares of this ballot list were checked and are right. */
  readonly validShares: number;
  /** k. */
  readonly threshold: number;
  /** The board has declared in the minutes that fewer than k trustees can come. */
  readonly trusteesUnableDeclared: boolean;
  /** The slip box was counted by two people and both figures agree. */
  readonly slipsCountedByTwo: boolean;
  /** Required fields of the minutes that are still empty. */
  readonly emptyMinutesFields: number;
}

/** A condition of a command, as data: `fact` must compare so with `value` or with another fact. */
export interface Precondition {
  readonly id: string;
  readonly fact: keyof PhaseFacts;
  readonly is: 'equal-to' | 'at-least';
  readonly value: number | boolean | keyof PhaseFacts;
  readonly sentence: Bilingual;
}

/** One row of the published table. */
export interface PhaseRule {
  readonly command: PhaseCommand;
  readonly from: readonly Phase[];
  readonly to: Phase;
  /** How many different people must confirm. */
  readonly people: 1 | 2;
  /** Roles of which at least one confirming person must be. */
  readonly ledBy: readonly PersonRole[];
  /** Roles that may confirm at all. */
  readonly mayConfirm: readonly PersonRole[];
  readonly preconditions: readonly Precondition[];
  readonly sentence: Bilingual;
}

/** Who confirms a command: a person of the definition in a role. */
export interface Confirmation {
  readonly person: string;
  readonly role: PersonRole;
}

export type PhaseError =
  | { readonly type: 'not-from-here'; readonly phase: Phase; readonly command: PhaseCommand }
  | { readonly type: 'needs-two-people' }
  | { readonly type: 'role-may-not'; readonly person: string; readonly role: PersonRole }
  | { readonly type: 'needs-leader'; readonly ledBy: readonly PersonRole[] }
  | { readonly type: 'precondition'; readonly unmet: readonly Precondition[] };

/** One entry of the public log. */
export interface PhaseLogEntry {
  readonly command: PhaseCommand;
  readonly confirmedBy: readonly Confirmation[];
}

/** The whole table. */
export const PHASE_RULES: readonly PhaseRule[] = [];

/** The phase after a command, by the table alone. @errors 'not-from-here' */
export function nextPhase(_phase: Phase, _command: PhaseCommand): Result<Phase, PhaseError> {
  throw new Error('not filled yet');
}

/** The phase after a command, with people and preconditions. @errors all that stand against it */
export function decidePhase(_request: {
  readonly phase: Phase;
  readonly command: PhaseCommand;
  readonly confirmedBy: readonly Confirmation[];
  readonly facts: PhaseFacts;
}): Result<Phase, readonly PhaseError[]> {
  throw new Error('not filled yet');
}

/** Replays a public log from `configured`; facts are not in it, people are. @errors the first entry that does not follow */
export function replayPhases(
  _log: readonly PhaseLogEntry[],
): Result<Phase, { readonly entry: number; readonly error: PhaseError }> {
  throw new Error('not filled yet');
}

/** The table as Markdown for the docs. */
export function phaseTableMarkdown(): string {
  throw new Error('not filled yet');
}
