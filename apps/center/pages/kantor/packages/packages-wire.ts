import { packagesRoom } from '@bilik/words/catalogue/center/packages';
import { common } from '@bilik/words/catalogue/common';
import type { Language } from '@bilik/words/language';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';

/** What the room of packages says. */
export const words = /* @__PURE__ */ phrasesOf(common, packagesRoom);

const MISSING = [
  'place-not-electronic',
  'outfit',
  'keys',
  'contest',
  'photo',
  'final-list',
  'rule-pack',
  'ballot-not-signed',
  'definition',
] as const;
const missing = z.array(z.enum(MISSING));
const bilingual = z.object({ id: z.string(), en: z.string() });

export const listSchema = z.object({
  elections: z.array(z.object({ id: z.string(), title: bilingual })),
  places: z.array(
    z.object({
      place: z.string(),
      number: z.number(),
      village: z.string(),
      version: z.nullable(z.number()),
      cards: z.nullable(z.number()),
      missing,
      sealed: z.number(),
      packs: z.number(),
      isHandedOver: z.boolean(),
    }),
  ),
});
export type PackageList = z.output<typeof listSchema>;

const person = z.object({
  role: z.string(),
  id: z.string(),
  name: z.string(),
  represents: z.optional(z.object({ contest: z.string(), candidate: z.number() })),
});
const outfit = z.object({
  people: z.array(person),
  booths: z.number(),
  desks: z.number(),
  reserveCards: z.number(),
  stationNames: z.array(z.string()),
  stationAddresses: z.array(z.string()),
});
export type OutfitView = z.output<typeof outfit>;

export const placeSchema = z.object({
  place: z.string(),
  contest: z.nullable(z.string()),
  outfit: z.nullable(outfit),
  missing,
  problems: z.array(z.object({ path: z.string(), sentence: bilingual })),
  versions: z.array(
    z.object({
      version: z.number(),
      cards: z.number(),
      reason: z.nullable(z.string()),
      account: z.string(),
      at: z.string(),
      words: z.array(z.string()),
      hex: z.array(z.string()),
    }),
  ),
  packs: z.array(
    z.object({
      number: z.number(),
      cards: z.number(),
      seal: z.nullable(z.string()),
      handedTo: z.nullable(z.string()),
    }),
  ),
});
export type PlaceView = z.output<typeof placeSchema>;

export const issuedSchema = z.object({
  version: z.number(),
  cards: z.number(),
  words: z.array(z.string()),
  cardSheets: z.string(),
  testCardSheets: z.string(),
  pins: z.array(z.object({ person: z.string(), name: z.string(), role: z.string(), pin: z.string() })),
  passphrase: z.string(),
});
export type Issued = z.output<typeof issuedSchema>;

export const checkedSchema = z.object({ place: z.string(), version: z.number(), words: z.array(z.string()) });

/** What is missing, as people say it. */
export function missingSentence(language: Language, parts: readonly (typeof MISSING)[number][]): string {
  return parts.map((part) => words(language, `packages.missing.${part}`)).join(', ');
}

const PLAIN = [
  'package-exists',
  'election-differs',
  'seal-taken',
  'pack-sealed',
  'pack-unknown',
  'packs-not-sealed',
  'packs-handed-over',
  'package-older',
  'package-of-other-issuer',
  'package-of-other-election',
  'package-not-the-shown-one',
  'package-not-one',
  'package-cut-short',
  'no-package',
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
  const plain = PLAIN.find((type) => type === refusal.type);
  if (plain !== undefined) return words(language, `packages.refused.${plain}`);
  if (refusal.type === 'pack-count-differs') {
    return words(language, 'packages.refused.pack-count-differs', {
      number: String(refusal['number']),
      printed: String(refusal['printed']),
      counted: String(refusal['counted']),
    });
  }
  if (refusal.type === 'place-not-ready') {
    const parts = missing.safeParse(refusal['missing']);
    return words(language, 'packages.refused.place-not-ready', {
      missing: parts.success ? missingSentence(language, parts.data) : '',
    });
  }
  return words(language, 'packages.refused', { reason: refusal.type });
}
