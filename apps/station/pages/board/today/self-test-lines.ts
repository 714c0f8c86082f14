import type { Language } from '@bilik/words';
import { type CheckInWords, selfTestInWords } from '@bilik/words/self-test';
import type { BoardAnswer } from '../board-answers.ts';

type Check = NonNullable<BoardAnswer['selfTest']['last']>['checks'][number];
export type Verdict = Check['verdict'];

/** What was found, once for all devices of which the same was found. */
export interface SelfTestLine extends Omit<CheckInWords, 'of'> {
  readonly verdict: Verdict;
  /** `Bilik 1, Bilik 3`. */
  readonly of: string;
}

/** What must be mended stands first. */
const ORDER: readonly Verdict[] = ['no-go', 'attention', 'go'];

/** The checks as the board shows them: the worst first, and nothing said twice. */
export function selfTestLines(language: Language, checks: readonly Check[]): readonly SelfTestLine[] {
  const lines = new Map<string, SelfTestLine>();
  for (const wanted of ORDER) {
    for (const check of checks) {
      if (check.verdict !== wanted) continue;
      const words = selfTestInWords(language, check);
      const same = JSON.stringify([wanted, words.check, words.finding, words.toDo]);
      const before = lines.get(same);
      const of = before === undefined ? words.of : `${before.of}, ${words.of}`;
      lines.set(same, { ...words, verdict: wanted, of });
    }
  }
  return [...lines.values()];
}
