import type { BoardAnswer, Phase } from '../board-answers.ts';
import { isLogicTestNext } from '../logic-test/is-next.ts';
import type { StepState } from '../steps/step-state.ts';

/** The steps from the self-test to the open polls, in their order. */
export const OPENING_STEPS = ['selfTest', 'mandates', 'logicTest', 'zero', 'open'] as const;
export type OpeningStepName = (typeof OPENING_STEPS)[number];

/** Whether the polls have never been open. */
export function isBeforeOpening(phase: Phase): boolean {
  return phase === 'configured' || phase === 'zero_proven';
}

type Opening = Pick<BoardAnswer, 'phase' | 'zeroReport' | 'selfTest' | 'logicTest' | 'mandates' | 'people'>;

/**
 * Where each step stands before the polls open. What nobody has to do (a self-test, a witness's letter) is never due
 * once people have gone on without it; it is not called done either.
 */
export function openingSteps(state: Opening): Record<OpeningStepName, StepState> {
  const isProven = state.phase === 'zero_proven';
  const isBehind = isProven || state.zeroReport !== null;
  const isTestNext = isLogicTestNext(state);
  const isTried = isSelfTestBehind(state) || (state.selfTest.last !== null && !state.selfTest.hasNews);
  return {
    selfTest: selfTestStep(state, isBehind || isSelfTestBehind(state)),
    mandates: isEveryLetterSeen(state) ? 'done' : 'next',
    logicTest: logicTestStep(state, isTried),
    zero: isProven ? 'done' : isBehind || (isTried && !isTestNext) ? 'now' : 'next',
    open: isProven ? 'now' : 'next',
  };
}

/** People have gone on: known votes go, or went, through the booths, or somebody said why not. */
export function isSelfTestBehind({ logicTest }: Pick<BoardAnswer, 'logicTest'>): boolean {
  return logicTest.state !== 'none' || logicTest.last !== null || logicTest.skipped !== null;
}

function selfTestStep({ selfTest }: Opening, isBehind: boolean): StepState {
  const { last, hasNews } = selfTest;
  if (last === null || hasNews) return isBehind ? 'next' : 'now';
  if (last.verdict === 'no-go') return isBehind ? 'next' : 'differs';
  return last.verdict === 'attention' ? 'attention' : 'done';
}

function logicTestStep(state: Opening, isTried: boolean): StepState {
  const { logicTest } = state;
  if (logicTest.state !== 'none') return 'now';
  if (logicTest.last?.isMatch === true) return 'done';
  if (!isLogicTestNext(state) || !isTried) return 'next';
  return logicTest.last === null ? 'now' : 'differs';
}

/** How many witnesses' letters the board has noted, also of those who had none. */
export function lettersNoted({ mandates, people }: Pick<BoardAnswer, 'mandates' | 'people'>): {
  readonly noted: number;
  readonly all: number;
} {
  const witnesses = people.filter(({ role }) => role === 'witness');
  return {
    noted: witnesses.filter(({ id }) => mandates.some(({ person }) => person === id)).length,
    all: witnesses.length,
  };
}

function isEveryLetterSeen(state: Opening): boolean {
  const { noted, all } = lettersNoted(state);
  return noted === all;
}
