import { SITTING_ROUNDS } from '@bilik/preparation';
import { ceremonyRoom } from '@bilik/words/catalogue/center/ceremony';
import { common } from '@bilik/words/catalogue/common';
import type { Language } from '@bilik/words/language';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';
import { officePersonSchema } from '../person-name.tsx';

/** What the room of key ceremonies says. */
export const words = /* @__PURE__ */ phrasesOf(common, ceremonyRoom);

export const PHASES = [
  'certificates',
  'comparing',
  'polynomials',
  'shares',
  'faulty',
  'confirming',
  'posting',
  'ready',
  'too-few',
  'left',
] as const;
const phase = z.enum(PHASES);
const spoken = z.object({ words: z.array(z.string()), hex: z.array(z.string()) });
const bilingual = z.object({ id: z.string(), en: z.string() });

export const listSchema = z.object({
  elections: z.array(z.object({ id: z.string(), title: bilingual })),
  sittings: z.array(
    z.object({
      id: z.string(),
      area: z.string(),
      name: z.string(),
      places: z.number(),
      phase,
      missing: z.array(z.string()),
    }),
  ),
});
export type SittingList = z.output<typeof listSchema>;

const text = z.optional(z.string());
export const sittingSchema = z.object({
  id: z.string(),
  area: z.string(),
  name: z.string(),
  threshold: z.number(),
  phase,
  places: z.array(z.string()),
  planDigest: spoken,
  missing: z.array(z.string()),
  fault: z.nullable(z.object({ name: z.string() })),
  keys: z.nullable(spoken),
  next: z.string(),
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      interest: z.string(),
      given: z.array(z.object({ round: z.enum(SITTING_ROUNDS), carried: z.enum(['network', 'stick']) })),
      certificates: z.nullable(spoken),
      isConfirmed: z.boolean(),
      isLost: z.boolean(),
    }),
  ),
  steps: z.array(
    z.object({
      at: z.string(),
      person: officePersonSchema,
      step: z.object({
        type: z.enum([
          'planned',
          'given',
          'compared',
          'faulty',
          'made',
          'confirmed',
          'posted',
          'left',
          'lost',
        ]),
        member: text,
        round: z.optional(z.enum(SITTING_ROUNDS)),
        reason: text,
        where: text,
      }),
    }),
  ),
});
export type SittingView = z.output<typeof sittingSchema>;

export const codesSchema = z.object({ codes: z.array(z.object({ member: z.string(), code: z.string() })) });
export const codeSchema = z.object({ code: z.string() });
export const takenSchema = z.object({ round: z.string(), member: z.string() });

const EXPLAINED = [
  'bundle-of-other-plan',
  'bundle-of-stranger',
  'bundle-second-version',
  'bundle-of-other-places',
  'bundle-wrong',
  'bundles-missing',
  'place-has-keys',
  'place-not-electronic',
] as const;
const PLAIN = [
  'bundle-unreadable',
  'sitting-not-now',
  'sitting-not-all-present',
  'sitting-begins-anew',
  'sitting-exists',
  'plan-malformed',
  'too-many-uploads',
  'disk-nearly-full',
] as const;

/** A refusal as a sentence. */
export function refusalSentence(
  language: Language,
  error: {
    readonly type: string;
    readonly refusal?: { readonly type: string; readonly [key: string]: unknown };
  },
): string {
  const refusal = error.refusal ?? { type: error.type };
  const name = ['name', 'names', 'place'].map((key) => refusal[key]).find((value) => value !== undefined);
  const explained = EXPLAINED.find((type) => type === refusal.type);
  if (explained !== undefined)
    return words(language, `ceremony.refused.${explained}`, { name: String(name ?? '') });
  const plain = PLAIN.find((type) => type === refusal.type);
  if (plain !== undefined) return words(language, `ceremony.refused.${plain}`);
  if (refusal.type === 'sitting-keys-made') {
    return words(language, 'ceremony.refused.sitting-keys-made', {
      threshold: String(refusal['threshold'] ?? ''),
    });
  }
  if (refusal.type === 'trustees-unlawful') {
    const sentence = bilingual.safeParse(refusal['sentence']);
    return words(language, 'ceremony.refused.trustees-unlawful', {
      sentence: sentence.success ? sentence.data[language] : refusal.type,
    });
  }
  return words(language, 'ceremony.refused', { reason: refusal.type });
}
