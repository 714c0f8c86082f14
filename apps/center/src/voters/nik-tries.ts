import type { ActContext } from '../http/acts-door.ts';
import { countAsked, endOfDay, forgetAsked, HOUR_MS } from './count-asked.ts';
import type { Identities } from './identity/identities.ts';

/** This NIK, or this account, was compared with the lists as often as a day allows. Nothing was looked for, nothing noted. */
export type NikTriesRefusal = { readonly type: 'too-many-nik-tries' };

/**
 * How often whole NIKs are compared with the lists within a day. Whoever may read a list sees area and birth date, which are all of a NIK but its last four
 * digits: NIKs that begin alike count together, right and wrong ones, whoever tries them. A name can always be looked for.
 */
const A_DAY = { account: 200, beginning: 5 } as const;
const BEGINNING_DIGITS = 12;

/** Counts that somebody compares a whole NIK with the lists; call before anything is answered. @errors 'too-many-nik-tries' */
export async function countNikTry(
  { transaction, by, now }: ActContext,
  identities: Identities,
  nik: string,
): Promise<NikTriesRefusal | undefined> {
  const at = now.getTime();
  await forgetAsked(transaction, at);
  const hour = endOfDay(at) - HOUR_MS;
  const ofAccount = await countAsked(transaction, `nik-account ${by.account}`, hour);
  const beginning = identities.nikHash(nik.slice(0, BEGINNING_DIGITS)).toString('hex');
  const ofBeginning = await countAsked(transaction, `nik-like ${beginning}`, hour);
  return ofAccount > A_DAY.account || ofBeginning > A_DAY.beginning
    ? { type: 'too-many-nik-tries' }
    : undefined;
}
