import type { Bilingual } from '@bilik/election';

/** Why a decision was not taken: a stable name, and a sentence that says what happened, what did not happen, what to do next. */
export interface Refusal<Type extends string = string> {
  readonly type: Type;
  readonly sentence: Bilingual;
}

/** A refusal with its sentence in both languages. */
export function refusal<const Type extends string>(type: Type, id: string, en: string): Refusal<Type> {
  return { type, sentence: { id, en } };
}
