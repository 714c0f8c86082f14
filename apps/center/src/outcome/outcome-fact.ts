import { civilDateSchema, lineSchema } from '@bilik/election';
import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What people did about a village's result. */
export const outcomeFactSchema = z.discriminatedUnion('type', [
  /** The committee determined it: exactly these versions of its places, in minutes of this fingerprint. */
  z.strictObject({
    type: z.literal('determined'),
    changes: z.array(z.int().min(1)).min(1).max(1000),
    minutes: hex,
    people: z.array(lineSchema(100)).min(2).max(20),
    /** Fingerprint of the rule pack by which it was decided; not in facts of before this was noted. */
    rules: hex.optional(),
  }),
  /** Where rules end, people choose, with minutes of their own. */
  z.strictObject({
    type: z.literal('chosen-by-people'),
    candidate: z.int().min(1).max(9),
    reason: lineSchema(500),
    minutesNumber: lineSchema(80),
    people: z.array(lineSchema(100)).min(2).max(20),
  }),
  /** The determination falls: an objection was upheld, a count was repeated. */
  z.strictObject({ type: z.literal('reopened'), reason: lineSchema(500) }),
  /** The regent's decree of the winner. */
  z.strictObject({ type: z.literal('decreed'), number: lineSchema(80), date: civilDateSchema }),
]);
export type OutcomeFact = z.output<typeof outcomeFactSchema>;

/** Where a village's result stands. */
export type OutcomeStanding =
  | { readonly stage: 'provisional' }
  /** `isStale`: figures or rules changed after it was determined, so what was determined is no longer what the sums say. */
  | { readonly stage: 'determined'; readonly isStale: boolean; readonly minutes: string }
  | { readonly stage: 'decreed'; readonly isStale: boolean; readonly number: string; readonly date: string };

/**
 * What facts together mean.
 * @param changes the versions that stand now, in ascending order @param rules fingerprint of the rule pack that holds now: by other rules the same votes
 * could elect somebody else
 */
export function standingOf(
  facts: readonly OutcomeFact[],
  changes: readonly number[],
  rules: string,
): OutcomeStanding & { readonly chosen: Extract<OutcomeFact, { type: 'chosen-by-people' }> | null } {
  let standing: OutcomeStanding = { stage: 'provisional' };
  let chosen: Extract<OutcomeFact, { type: 'chosen-by-people' }> | null = null;
  for (const fact of facts) {
    switch (fact.type) {
      case 'determined':
        standing = {
          stage: 'determined',
          isStale:
            fact.changes.join() !== changes.join() || (fact.rules !== undefined && fact.rules !== rules),
          minutes: fact.minutes,
        };
        // what people chose on earlier figures is no choice on these
        chosen = null;
        break;
      case 'chosen-by-people':
        chosen = fact;
        break;
      case 'reopened':
        standing = { stage: 'provisional' };
        chosen = null;
        break;
      case 'decreed':
        if (standing.stage === 'determined') {
          standing = { stage: 'decreed', isStale: standing.isStale, number: fact.number, date: fact.date };
        }
        break;
    }
  }
  return { ...standing, chosen };
}
