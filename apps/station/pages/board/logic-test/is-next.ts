import type { BoardAnswer } from '../board-answers.ts';

/** Whether the logic and accuracy test comes before the zero report: it runs, or nobody did it or said why not. */
export function isLogicTestNext({ logicTest }: Pick<BoardAnswer, 'logicTest'>): boolean {
  return (
    logicTest.state !== 'none' ||
    (logicTest.isInTime && logicTest.last?.isMatch !== true && logicTest.skipped === null)
  );
}
