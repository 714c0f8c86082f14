import type { OptionKey } from './ballot-option.ts';
import type { Bilingual } from './bilingual.ts';

/**
 * `electronic`: a failure holds the record with its reasons; so do the sums of paper that is itself part of the result.
 * `slip`: a difference is published and goes by the rule pack.
 */
export type RuleSeverity = 'electronic' | 'slip';

/** One sum, looked at. */
export interface RuleOutcome {
  /** Stable name, as in `users-are-casts-and-abandoned`. */
  readonly id: string;
  /** The contest, for rules that hold per contest. */
  readonly contest: string | null;
  /** The option, for rules that hold per option. */
  readonly option: OptionKey | null;
  readonly severity: RuleSeverity;
  /** What must hold. */
  readonly sentence: Bilingual;
  readonly relation: 'equal' | 'at-most';
  /** In people, votes, cards or slips; 0 while unknown. */
  readonly left: number;
  readonly right: number;
  /** `unknown`: a figure that people count by hand (cards, slip box) does not exist yet. */
  readonly verdict: 'holds' | 'fails' | 'unknown';
}

/** Where a rule stands, and how hard it is; electronic unless it says otherwise. */
export interface RulePlace {
  readonly contest?: string;
  readonly option?: OptionKey;
  readonly severity?: RuleSeverity;
}

/** Both sides must be the same; null: nobody counted it yet. */
export function equal(
  id: string,
  left: number | null,
  right: number | null,
  sentence: Bilingual,
  place: RulePlace = {},
) {
  return outcome(id, 'equal', left, right, left === right, sentence, place);
}

/** The left side must not be more; null: nobody counted it yet. */
export function atMost(
  id: string,
  left: number | null,
  right: number,
  sentence: Bilingual,
  place: RulePlace = {},
) {
  return outcome(id, 'at-most', left, right, left !== null && left <= right, sentence, place);
}

function outcome(
  id: string,
  relation: RuleOutcome['relation'],
  left: number | null,
  right: number | null,
  isRight: boolean,
  sentence: Bilingual,
  { contest, option, severity = 'electronic' }: RulePlace,
): RuleOutcome {
  const known = { id, contest: contest ?? null, option: option ?? null, severity, sentence, relation };
  if (left === null || right === null) {
    return { ...known, left: left ?? 0, right: right ?? 0, verdict: 'unknown' };
  }
  return { ...known, left, right, verdict: isRight ? 'holds' : 'fails' };
}
