import { civilDateSchema, villageCodeSchema } from '@bilik/election';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CenterParts } from '../../center-parts.ts';
import type { Transaction } from '../../database/connect.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';
import { type Identities, LOOK_UP_DIGITS } from '../identity/identities.ts';

/** What a citizen types. */
export const LookUpInput = z.strictObject({
  village: villageCodeSchema,
  lastDigits: z.string().regex(new RegExp(`^\\d{${LOOK_UP_DIGITS}}$`)),
  birthDate: civilDateSchema,
});

/** As little as helps: no name, no address, no number of anybody. */
export type LookUpAnswer =
  | {
      readonly listed: true;
      /** Polling place and number in its list; null before the village is divided. */
      readonly place: number | null;
      readonly number: number | null;
    }
  /** Not listed, ineligible, twice on the list and mistyped look the same: the committee tells the person itself which. */
  | { readonly listed: false };

export type LookUpRefusal = { readonly type: 'too-many-look-ups'; readonly minutes: number };

export type LookUpResult =
  | { readonly ok: true; readonly value: LookUpAnswer }
  | { readonly ok: false; readonly error: LookUpRefusal };

/**
 * Look-ups an hour. A family behind one telephone asks for ten people; a village's people ask a few hundred times. To try all birth dates and
 * six digits of one village at this rate takes longer than an election lives (2.6 × 10¹⁰ pairs).
 */
const AN_HOUR = { address: 20, village: 400 } as const;
const HOUR_MS = 3_600_000;

export interface LookUp {
  /** @param address of the network, counted by a keyed hash and kept for an hour */
  readonly ask: (input: z.output<typeof LookUpInput>, address: string) => Promise<LookUpResult>;
}

/** The public look-up "am I on the list". Which of three things was mistyped, and whether a person exists, is never said. */
export function openLookUp({ database, now }: CenterParts, identities: Identities): LookUp {
  return {
    ask: ({ village, lastDigits, birthDate }, address) =>
      inScope(database, OWN_WORK, async (transaction) => {
        const hour = new Date(Math.floor(now().getTime() / HOUR_MS) * HOUR_MS);
        const limits = [
          [`address ${identities.addressHash(address)}`, AN_HOUR.address],
          [`village ${village}`, AN_HOUR.village],
        ] as const;
        for (const [subject, most] of limits) {
          if ((await countAsked(transaction, subject, hour)) > most) {
            const minutes = Math.ceil((hour.getTime() + HOUR_MS - now().getTime()) / 60_000);
            return { ok: false, error: { type: 'too-many-look-ups', minutes } };
          }
        }
        const rows = await transaction
          .selectFrom('voter')
          .innerJoin('voter_list', (join) =>
            join
              .onRef('voter_list.election', '=', 'voter.election')
              .onRef('voter_list.area', '=', 'voter.area'),
          )
          .select(['place_number as place', 'number', 'ineligible_reason'])
          .where('look_up_hash', '=', identities.lookUpHash(village, lastDigits, birthDate))
          .limit(2)
          .execute();
        const [row] = rows;
        if (row === undefined || rows.length > 1 || row.ineligible_reason !== null) {
          return { ok: true, value: { listed: false } };
        }
        return { ok: true, value: { listed: true, place: row.place, number: row.number } };
      }),
  };
}

/** Counts this look-up too. Hours that are over are forgotten. */
async function countAsked(transaction: Transaction, subject: string, hour: Date): Promise<number> {
  await transaction.deleteFrom('voter_public_look').where('hour', '<', hour).execute();
  const { asked } = await transaction
    .insertInto('voter_public_look')
    .values({ subject, hour, asked: 1 })
    .onConflict((conflict) =>
      conflict.columns(['subject', 'hour']).doUpdateSet({ asked: sql`voter_public_look.asked + 1` }),
    )
    .returning('asked')
    .executeTakeFirstOrThrow();
  return asked;
}
