import type { BoardAnswer, Phase } from '../board-answers.ts';
import type { DueState } from '../steps/step-state.ts';
import { isWrittenField } from './minutes-draft.ts';

/** The steps from the last voter to the sealed result, in their order. */
export const CLOSING_STEPS = ['voters', 'close', 'trustees', 'hands', 'count', 'minutes', 'seal'] as const;
export type ClosingStepName = (typeof CLOSING_STEPS)[number];

/** From closing on hands count and minutes are printed. */
export function isAfterClosing(phase: Phase): boolean {
  return phase === 'closed' || phase === 'counted' || phase === 'sealed';
}

/** How many of the fields that people fill in are still empty or do not suffice. */
export function emptyFields({ missing }: Pick<BoardAnswer, 'missing'>): number {
  return missing.filter(isWrittenField).length;
}

/**
 * Where each step stands. While the trustees check, the board counts cards and slips: both are due then.
 */
export function closingSteps(state: BoardAnswer): Record<ClosingStepName, DueState> {
  const { phase, shares, handCount, onTheirWay, openCases } = state;
  const isOpen = phase === 'open' || phase === 'paused';
  const isClosed = phase === 'closed';
  const isCounted = phase === 'counted' || phase === 'sealed';
  const isSealed = phase === 'sealed';
  const hasShares = shares.owners.length >= shares.threshold;
  const hasHands = handCount !== null && !state.missing.includes('slipBox');
  const isFilled = emptyFields(state) === 0;
  const isEmptyHall = onTheirWay === 0 && openCases.length === 0;

  const stepState = (isDone: boolean, isDue: boolean): DueState => (isDone ? 'done' : isDue ? 'now' : 'next');
  return {
    voters: stepState((isOpen && isEmptyHall) || isClosed || isCounted, isOpen),
    close: stepState(isClosed || isCounted, isOpen && isEmptyHall),
    trustees: stepState((isClosed && hasShares) || isCounted, isClosed),
    hands: stepState((isClosed || isCounted) && hasHands, isClosed || isCounted),
    count: stepState(isCounted, isClosed && hasShares && hasHands),
    minutes: stepState(isCounted && isFilled, isCounted),
    seal: stepState(isSealed, phase === 'counted' && isFilled && hasHands),
  };
}
