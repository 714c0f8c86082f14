import { z } from 'zod';
import { lineSchema } from './line.ts';

/** A text in Indonesian (`id`, shown first) and English (`en`). */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

/** One line of at most `maxCharacters` in each language. */
export function bilingualSchema(maxCharacters: number) {
  return z.strictObject({ id: lineSchema(maxCharacters), en: lineSchema(maxCharacters) });
}

/** One line that is the same in both languages, or one in each. */
export function lawTextSchema(maxCharacters: number) {
  return z.union([lineSchema(maxCharacters), bilingualSchema(maxCharacters)]);
}

/** Languages every phrase of the law exists in. */
export type Language = keyof Bilingual;
