import type { Bilingual } from './bilingual.ts';

/** One thing wrong with a received document: where, which rule, and a sentence that says what to do. */
export interface Problem {
  /** As in `contests[0].candidates[1].name`; empty for the document itself. */
  readonly path: string;
  /** Stable name of the rule, as in `village-code`. */
  readonly code: string;
  readonly sentence: Bilingual;
}
