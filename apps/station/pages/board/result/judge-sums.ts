import type { RuleOutcome } from '../board-answers.ts';

/** Sums that the hand count of cards and box decides, whatever the options got; the last four where a mobile group left. */
const HAND_SUMS = [
  'cards-issued-are-used-voided-returned',
  'slips-in-box-and-spoiled-are-printed',
  'slips-in-box-are-casts',
  'mobile-ballots-in-box-are-used',
  'mobile-ballots-in-box-within-used',
  'mobile-ballots-in-box-within-check-ins',
  'paper-votes-are-mobile-ballots-in-box',
];

interface Judged {
  readonly sums: readonly RuleOutcome[];
}

/** Sums of votes, electronic and of paper that is part of the result, that fail: with them the record is held. */
export function holdReasons({ sums }: Judged): readonly RuleOutcome[] {
  return sums.filter(({ severity, verdict }) => severity === 'electronic' && verdict === 'fails');
}

/** What the hand count says, right after it was saved. */
export function handSums({ sums }: Judged): readonly RuleOutcome[] {
  return sums.filter(({ id }) => HAND_SUMS.includes(id));
}
