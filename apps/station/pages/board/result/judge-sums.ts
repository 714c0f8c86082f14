import type { BoardView, RuleOutcome } from '../board-answers.ts';

/** Sums in which a figure is counted by hand: before that it stands as 0, which says nothing. */
const BY_HAND = ['cards-issued-are-used-voided-returned', 'cards-within-pool'];

/** The sums with what can be known of them now. */
export function judgeSums({ state, sums }: Pick<BoardView, 'state' | 'sums'>): readonly RuleOutcome[] {
  if (state.handCount !== null) return sums;
  return sums.map((sum) => (BY_HAND.includes(sum.id) ? { ...sum, verdict: 'unknown' } : sum));
}
