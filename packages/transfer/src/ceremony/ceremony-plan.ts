import { createHash } from 'node:crypto';
import { pollingPlaceIdSchema, trusteeRuleProblems } from '@bilik/election';
import { z } from 'zod';
import { signedBytes } from '../signed-bytes.ts';
import { type FileAnswer, readCanonicalFile, writeCanonicalFile } from '../signed-file.ts';
import { asWritten } from './ceremony-message.ts';
import { ShownName } from './ceremony-names.ts';

/** Polling places whose keys one sitting makes; a regency with more holds a second sitting under another name. */
export const MAX_PLACES = 200;
const PLAN_LIMIT_BYTES = 256 * 1024;

/**
 * What a sitting of trustees is to make, as the office writes it and gives to all of them: who, how many suffice, and one key for each
 * of these polling places. It is not signed: it is part of the fingerprint that everybody reads aloud.
 */
export const CeremonyPlan = z
  .strictObject({
    format: z.literal('bilik/ceremony-plan/1'),
    kind: z.enum(['exercise', 'real']),
    /** Short enough that a polling place's id can follow it. */
    ceremony: ShownName.max(80),
    threshold: z.int().min(2).max(14),
    members: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
          name: ShownName,
          interest: ShownName.max(60),
        }),
      )
      .min(3)
      .max(15)
      .refine(
        (members) => new Set(members.map(({ name }) => name.toLowerCase())).size === members.length,
        'names-repeated',
      ),
    /** In ascending order, each once. */
    places: z
      .array(pollingPlaceIdSchema)
      .min(1)
      .max(MAX_PLACES)
      .refine(
        (places) => places.every((place, index) => index === 0 || (places[index - 1] ?? '') < place),
        'places-in-order',
      ),
  })
  .superRefine(({ threshold, members }, context) => {
    for (const { path, code } of trusteeRuleProblems({ threshold, members })) {
      context.addIssue({ code: 'custom', path: [path], message: code });
    }
  });
export type CeremonyPlan = z.output<typeof CeremonyPlan>;

export function writeCeremonyPlan(plan: CeremonyPlan): string {
  return writeCanonicalFile(CeremonyPlan.parse(plan));
}

/** @errors as `readCanonicalFile` */
export function parseCeremonyPlan(text: string): FileAnswer<CeremonyPlan> {
  return readCanonicalFile(CeremonyPlan, asWritten(text), PLAN_LIMIT_BYTES);
}

/** Hex digest that ties every message of a sitting to its plan. */
export function planDigest(plan: CeremonyPlan): string {
  return createHash('sha256')
    .update(signedBytes('ceremony-plan', [writeCeremonyPlan(plan)]))
    .digest('hex');
}

/** The name under which one polling place's key is made: never that of another, as it is bound into the seed on the disk. */
export function placeCeremony(ceremony: string, place: string): string {
  return `${ceremony} ${place}`;
}
