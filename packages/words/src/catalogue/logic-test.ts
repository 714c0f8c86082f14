import { logicTestBoard } from './logic-test/board.ts';
import { logicTestFindings } from './logic-test/findings.ts';

/** The logic and accuracy test (uji hitung) before the polls open. Papers join only its findings. */
export const logicTest = {
  id: { ...logicTestFindings.id, ...logicTestBoard.id },
  en: { ...logicTestFindings.en, ...logicTestBoard.en },
} as const;
