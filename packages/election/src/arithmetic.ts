import type { Bilingual } from './bilingual.ts';
import type { PollingPlaceFigures } from './figures.ts';
import type { RulePack } from './rule-pack.ts';

/** `electronic`: a failure holds the record with its reasons. `slip`: a difference is published and goes by the rule pack. */
export type RuleSeverity = 'electronic' | 'slip';

/** One sum, looked at. */
export interface RuleOutcome {
  /** As in `users-are-casts-and-abandoned`; with `contest` when the rule holds per contest. */
  readonly id: string;
  readonly contest: string | null;
  readonly severity: RuleSeverity;
  /** What must hold. */
  readonly sentence: Bilingual;
  readonly relation: 'equal' | 'at-most';
  readonly left: number;
  readonly right: number;
  /** `unknown`: a figure (the slip box) does not exist yet. */
  readonly verdict: 'holds' | 'fails' | 'unknown';
}

/** All sums of one polling place. */
export interface ArithmeticReport {
  readonly outcomes: readonly RuleOutcome[];
  /** Electronic rules that fail. Not empty: the record is held. */
  readonly holdReasons: readonly RuleOutcome[];
  /** Slip rules that fail. */
  readonly slipDifferences: readonly RuleOutcome[];
  /** Slip rules whose figures do not exist yet. */
  readonly notYetKnown: readonly RuleOutcome[];
}

/** Looks at every sum of the polling place (domain.md, "Arithmetic that must hold per TPS"). */
export function checkArithmetic(_figures: PollingPlaceFigures, _rulePack: RulePack): ArithmeticReport {
  throw new Error('not filled yet');
}

/** Whether the record must be held: some electronic sum fails. */
export function mustHold(report: ArithmeticReport): boolean {
  return report.holdReasons.length > 0;
}
