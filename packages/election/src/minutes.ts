import type { ArithmeticReport, RuleOutcome } from './arithmetic.ts';
import type { OptionKey } from './ballot-option.ts';
import type { Bilingual } from './bilingual.ts';
import type { CivilTime } from './civil-time.ts';
import type { ElectionDefinition, ElectionKind } from './definition.ts';
import type { PollingPlaceFigures } from './figures.ts';
import type { Fingerprint } from './line.ts';
import type { CheckInCounts } from './pollbook.ts';
import type { Citation, RulePack } from './rule-pack.ts';
import type { VillageOutcome } from './winner.ts';
import type { ExplanationStep } from './winner-explanation.ts';

/** A restart of the station or a booth, with counters before and after. Times are wall-clock minutes of the station, not of a cast. */
export interface RestartEntry {
  readonly device: string;
  readonly at: CivilTime;
  readonly cause: string | null;
  readonly castsBefore: number;
  readonly castsAfter: number;
}

/** Something special that happened, in people's words. */
export interface IncidentEntry {
  readonly at: CivilTime;
  readonly what: string;
  readonly action: string;
}

/** An objection as raised, and what was answered. */
export interface ObjectionEntry {
  readonly by: string;
  readonly what: string;
  readonly answer: string;
}

/** A minuted decision to close later. */
export interface ExtensionEntry {
  readonly until: CivilTime;
  readonly reason: string;
}

/**
 * What people and the station add to the figures. `null` means nobody has filled it in; an empty list means that somebody
 * declared there was none. The difference is what blocks sealing.
 */
export interface MinutesRecord {
  readonly zeroReport: Fingerprint | null;
  readonly openedAt: CivilTime | null;
  readonly closedAt: CivilTime | null;
  /** Software: version and fingerprint of what ran. */
  readonly software: { readonly version: string; readonly fingerprint: Fingerprint } | null;
  /** The record this belongs to: hash of its election object and of its last event. */
  readonly record: { readonly electionHash: string; readonly lastEventHash: string } | null;
  /** Ids of trustees whose shares opened the sum. */
  readonly trusteesPresent: readonly string[] | null;
  /** Ids of people of the board who were present. */
  readonly boardPresent: readonly string[] | null;
  readonly witnessesPresent: readonly string[] | null;
  readonly restarts: readonly RestartEntry[] | null;
  readonly overrides: CheckInCounts['overrides'] | null;
  readonly incidents: readonly IncidentEntry[] | null;
  readonly extensions: readonly ExtensionEntry[] | null;
  readonly objections: readonly ObjectionEntry[] | null;
  readonly helpedVoters: number | null;
  readonly singleMediumSince: CivilTime | 'never' | null;
}

/** A labelled number of the minutes. */
export interface FigureRow {
  /** Stable key, as in `tokens.voided`. */
  readonly key: string;
  readonly label: Bilingual;
  readonly value: number;
}

/** One option with its electronic and slip count side by side. */
export interface OptionRow {
  readonly key: OptionKey;
  readonly label: Bilingual;
  readonly votes: number;
  /** Share of the valid votes in basis points; null for blank, or when there are no valid votes. */
  readonly basisPoints: number | null;
  /** Slips counted by hand; null until then. */
  readonly slips: number | null;
}

/** One contest's table. */
export interface ContestRows {
  readonly contest: string;
  readonly title: Bilingual;
  /** In ballot order. */
  readonly options: readonly OptionRow[];
  readonly totals: readonly FigureRow[];
}

/** A line to be signed by hand. The name is printed, the signature stays blank. */
export interface SignatureBlank {
  readonly role: 'chair' | 'member' | 'witness';
  readonly name: string;
  /** What the signer stands for, as the candidate of a witness; null otherwise. */
  readonly represents: string | null;
  readonly required: boolean;
}

/** A required field that is still empty. */
export interface MissingField {
  readonly field: keyof MinutesRecord | 'slipBox';
  readonly sentence: Bilingual;
}

/** The minutes (berita acara) of one polling place, ready to be laid out. No winner here: that is the village's. */
export interface PollingPlaceMinutes {
  readonly kind: ElectionKind;
  readonly title: Bilingual;
  /** Stays blank for stamping. */
  readonly documentNumber: null;
  readonly definition: ElectionDefinition;
  readonly record: MinutesRecord;
  /** Registered, check-ins by list and sex, users, casts, abandoned; turnout in basis points beside. */
  readonly attendance: readonly FigureRow[];
  readonly turnoutBasisPoints: number | null;
  readonly tokens: readonly FigureRow[];
  readonly slips: readonly FigureRow[];
  readonly contests: readonly ContestRows[];
  readonly sums: readonly RuleOutcome[];
  readonly held: boolean;
  /** What the rule pack says about a slip difference; null when there is none, or none is known yet. */
  readonly slipDifference: Bilingual | null;
  readonly signatures: readonly SignatureBlank[];
  readonly citations: readonly Citation[];
  /** Not empty: the polling place cannot be sealed. Counting is not blocked. */
  readonly missing: readonly MissingField[];
}

/** Puts the minutes together. Pure: the same input gives the same minutes. */
export function assembleMinutes(_input: {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly figures: PollingPlaceFigures;
  readonly record: MinutesRecord;
}): PollingPlaceMinutes {
  throw new Error('not filled yet');
}

/** Required fields that are still empty, before or after the figures exist. */
export function missingFields(_record: MinutesRecord, _slipBoxCounted: boolean): readonly MissingField[] {
  throw new Error('not filled yet');
}

/** One polling place in the village's table. */
export interface VillagePlaceRow {
  readonly figures: PollingPlaceFigures;
  readonly arithmetic: ArithmeticReport;
}

/** The village's minutes of one contest: all places side by side, the sum, and the outcome with its reasons. */
export interface VillageMinutes {
  readonly kind: ElectionKind;
  readonly title: Bilingual;
  readonly documentNumber: null;
  readonly places: readonly VillagePlaceRow[];
  readonly totals: readonly OptionRow[];
  readonly outcome: VillageOutcome;
  readonly outcomeText: Bilingual;
  readonly explanation: readonly ExplanationStep[];
  readonly citations: readonly Citation[];
}

/** Puts the village's minutes together. `definitions` are those of its polling places, `figures` in any order. */
export function assembleVillageMinutes(_input: {
  readonly definition: ElectionDefinition;
  readonly contest: string;
  readonly rulePack: RulePack;
  readonly places: readonly PollingPlaceFigures[];
  readonly outcome: VillageOutcome;
}): VillageMinutes {
  throw new Error('not filled yet');
}
