import type { BoardView, RuleOutcome } from '../board-answers.ts';

/** Sums in which a figure is counted by hand: before that it stands as 0, which says nothing. */
const BY_HAND = ['cards-issued-are-used-voided-returned', 'cards-within-pool'];

/** Sums that the hand count of cards and box decides, whatever the options got. */
const HAND_SUMS = [
  'cards-issued-are-used-voided-returned',
  'slips-in-box-and-spoiled-are-printed',
  'slips-in-box-are-casts',
];

type Judged = Pick<BoardView, 'state' | 'sums'>;

/** The sums with what can be known of them now. */
export function judgeSums({ state, sums }: Judged): readonly RuleOutcome[] {
  if (state.handCount !== null) return sums;
  return sums.map((sum) => (BY_HAND.includes(sum.id) ? { ...sum, verdict: 'unknown' } : sum));
}

/** Electronic sums that fail: with them the record is held. */
export function holdReasons(view: Judged): readonly RuleOutcome[] {
  return judgeSums(view).filter(({ severity, verdict }) => severity === 'electronic' && verdict === 'fails');
}

/** What the hand count says, right after it was saved. */
export function handSums({ sums }: Pick<BoardView, 'sums'>): readonly RuleOutcome[] {
  return sums.filter(({ id }) => HAND_SUMS.includes(id));
}
