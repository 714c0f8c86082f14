import { civilDateSchema, villageCodeSchema } from '@bilik/election';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CenterParts } from '../../center-parts.ts';
import type { Transaction } from '../../database/connect.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';
import { countAsked, endOfDay, forgetAsked, HOUR_MS } from '../count-asked.ts';
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
 * Look-ups an hour. A family behind one telephone asks for ten people; a village's people ask a few hundred times. Above that every address is
 * asked to do with less: the service of a village is never shut by strangers.
 */
const AN_HOUR = { address: 20, addressInBusyVillage: 5, busyVillage: 400 } as const;
/**
 * Look-ups a day of one birth date in one village, right and wrong ones alike, from wherever they come. Two of the six digits are the birth
 * year: who knows a birth date tries serials only, ten thousand of them.
 */
const A_DAY_OF_BIRTH_DATE = 5;

/** A village with a voter list. Who is where is public; a citizen knows a village's name and not its code. */
export interface LookUpVillage {
  readonly code: string;
  readonly name: string;
  readonly subDistrict: string;
  /** Its nearest list is locked: who is not on it is not added any more. */
  readonly isFinal: boolean;
}
const MOST_VILLAGES = 5000;
/** The list of villages is read again after this long: it costs the same however often strangers ask for it. */
const VILLAGES_KEPT_MS = 60_000;

export interface LookUp {
  /** Villages that can be asked about, by name. */
  readonly villages: () => Promise<readonly LookUpVillage[]>;
  /** @param address of the network, counted by a keyed hash and kept for an hour */
  readonly ask: (input: z.output<typeof LookUpInput>, address: string) => Promise<LookUpResult>;
}

/** The public look-up "am I on the list". Which of three things was mistyped, and whether a person exists, is never said. */
export function openLookUp({ database, now }: CenterParts, identities: Identities): LookUp {
  let kept: { readonly until: number; readonly villages: Promise<readonly LookUpVillage[]> } | undefined;
  return {
    villages: () => {
      const at = now().getTime();
      if (kept === undefined || at >= kept.until) {
        const villages = inScope(database, OWN_WORK, (transaction) => listedVillages(transaction, now()));
        kept = { until: at + VILLAGES_KEPT_MS, villages };
        // what failed is asked for again
        villages.catch(() => {
          kept = undefined;
        });
      }
      return kept.villages;
    },
    ask: ({ village, lastDigits, birthDate }, address) =>
      inScope(database, OWN_WORK, async (transaction) => {
        const at = now().getTime();
        const waitUntil = await limitedUntil(transaction, at, {
          address: `address ${identities.addressHash(address)}`,
          village: `village ${village}`,
          // which six digits does not matter: a keyed hash of village and date alone
          birthDate: `birth ${identities.lookUpHash(village, '', birthDate).toString('hex')}`,
        });
        if (waitUntil !== undefined) {
          return {
            ok: false,
            error: { type: 'too-many-look-ups', minutes: Math.ceil((waitUntil - at) / 60_000) },
          };
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
          // a citizen asks about the election that is near: who is on the lists of two is not twice on one
          .where('voter.election', '=', nearestListOf(village, now()))
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

/** First the election whose voting day is nearest, as `nearestFirst` of the office's lists has it. */
function byNearness(now: Date) {
  return sql`abs(voting_date - (${now.toISOString()}::timestamptz at time zone
    case zone when 'WIT' then 'Asia/Jayapura' when 'WITA' then 'Asia/Makassar' else 'Asia/Jakarta' end)::date),
    voting_date, election.id`;
}

/** The nearest election of which a village has a list. */
function nearestListOf(village: string, now: Date) {
  return sql<string>`(
    select voter_list.election from voter_list join election on election.id = voter_list.election
    where voter_list.area = ${village} order by ${byNearness(now)} limit 1)`;
}

function listedVillages(transaction: Transaction, now: Date): Promise<readonly LookUpVillage[]> {
  return (
    transaction
      .selectFrom('area as village')
      .innerJoin('area as sub_district', 'sub_district.code', 'village.parent')
      .innerJoin('voter_list', 'voter_list.area', 'village.code')
      .innerJoin('election', 'election.id', 'voter_list.election')
      .select(['village.code', 'village.name', 'sub_district.name as subDistrict'])
      // of the nearest list: it is what is looked up
      .select(
        sql<boolean>`(array_agg(voter_list.stage = 'final' order by ${byNearness(now)}))[1]`.as('isFinal'),
      )
      .groupBy(['village.code', 'village.name', 'sub_district.name'])
      .orderBy('village.name')
      .orderBy('village.code')
      .limit(MOST_VILLAGES)
      .execute()
  );
}

/**
 * Counts this look-up before it is answered; a refused one costs nobody else anything.
 * @returns milliseconds since 1970 until which this may not be asked, undefined when it may
 */
async function limitedUntil(
  transaction: Transaction,
  at: number,
  subjects: { readonly address: string; readonly village: string; readonly birthDate: string },
): Promise<number | undefined> {
  const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
  await forgetAsked(transaction, at);
  const ofAddress = await countAsked(transaction, subjects.address, hour);
  if (ofAddress > AN_HOUR.address) return hour + HOUR_MS;
  const ofVillage = await countAsked(transaction, subjects.village, hour);
  if (ofVillage > AN_HOUR.busyVillage && ofAddress > AN_HOUR.addressInBusyVillage) return hour + HOUR_MS;
  const dayEnd = endOfDay(at);
  // counted in the last hour of the day: rows live until their hour is over
  const ofBirthDate = await countAsked(transaction, subjects.birthDate, dayEnd - HOUR_MS);
  return ofBirthDate > A_DAY_OF_BIRTH_DATE ? dayEnd : undefined;
}
