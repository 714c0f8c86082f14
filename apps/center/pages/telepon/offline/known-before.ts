import * as z from 'zod/mini';

const KEY = 'bilik-telepon';
const knownSchema = z.strictObject({
  account: z.nullable(z.string()),
  exercise: z.boolean(),
  /** How those are called who signed in on this phone, by account. */
  people: z._default(z.record(z.string(), z.string()), {}),
  /** Villages by code. */
  villages: z._default(z.record(z.string(), z.string()), {}),
});

/** What the phone knew when it last reached the center: who works with it, whether it is an exercise, and what things are called. */
export type KnownBefore = z.output<typeof knownSchema>;

/** A page that opens without a network shows LATIHAN as it did before; on a phone that never reached the center, to be safe. */
export function readKnown(): KnownBefore {
  try {
    const known = knownSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? ''));
    if (known.success) return known.data;
  } catch {
    // nothing is known yet, or this browser keeps nothing
  }
  return { account: null, exercise: true, people: {}, villages: {} };
}

export function writeKnown(known: KnownBefore): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(known));
  } catch {
    // the page says elsewhere that this browser keeps nothing
  }
}
