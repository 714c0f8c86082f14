import type { ActContext } from '../http/acts-door.ts';
import { countAsked, endOfDay, forgetAsked, HOUR_MS } from './count-asked.ts';
import type { Identities } from './identity/identities.ts';

/** This NIK, or this account, was compared with the lists as often as a day allows. Nothing was looked for, nothing noted. */
export type NikTriesRefusal = { readonly type: 'too-many-nik-tries' };

/**
 * How often whole NIKs are compared with the lists within a day. Whoever may read a list sees area and birth date, which are all of a NIK but its last four
 * digits: NIKs that begin alike count together, right and wrong ones. Each account has a few tries of a beginning; all together have some more, so
 * that one account shuts out nobody and many accounts do not find whom one does not. A name can always be looked for.
 */
const A_DAY = { account: 200, beginningOfAccount: 5, beginning: 20 } as const;
const BEGINNING_DIGITS = 12;

/**
 * Counts that somebody compares a whole NIK with the lists; call before anything is answered. What is refused counts nothing: its transaction is undone.
 * @param how a proposal tells nothing to whoever typed it: it counts among everybody's and is not refused for others' tries
 * @errors 'too-many-nik-tries'
 */
export async function countNikTry(
  { transaction, by, now }: ActContext,
  identities: Identities,
  nik: string,
  how: 'search' | 'proposal',
): Promise<NikTriesRefusal | undefined> {
  const at = now.getTime();
  await forgetAsked(transaction, at);
  const hour = endOfDay(at) - HOUR_MS;
  const digits = nik.slice(0, BEGINNING_DIGITS);
  const hash = (text: string) => identities.nikHash(text).toString('hex');
  const ofAccount = await countAsked(transaction, `nik-account ${by.account}`, hour);
  const own = await countAsked(transaction, `nik-own ${hash(`${digits} ${by.account}`)}`, hour);
  const ofAll = await countAsked(transaction, `nik-like ${hash(digits)}`, hour);
  const isTooMany =
    ofAccount > A_DAY.account ||
    own > A_DAY.beginningOfAccount ||
    (how === 'search' && ofAll > A_DAY.beginning);
  return isTooMany ? { type: 'too-many-nik-tries' } : undefined;
}
