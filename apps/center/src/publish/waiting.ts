import type { Transaction } from '../database/connect.ts';

/** What changed in the official lane and the public has not seen. */
export interface Waiting {
  /** Polling places with another result. */
  readonly places: number;
  /** Villages of which people determined, chose, decreed or reopened something. */
  readonly villages: number;
  /** Since when; null: nothing waits. */
  readonly since: Date | null;
}

/** @param since of the state that was published last; undefined: nothing was */
export async function waitingSince(
  transaction: Transaction,
  election: string,
  since: Date | undefined,
): Promise<Waiting> {
  const from = since ?? new Date(0);
  const places = await transaction
    .selectFrom('result_change')
    .select((query) => query.fn.count<string>('place').distinct().as('count'))
    .select((query) => query.fn.min('at').as('first'))
    .where('election', '=', election)
    .where('lane', '=', 'official')
    .where('at', '>', from)
    .executeTakeFirst();
  const villages = await transaction
    .selectFrom('outcome_fact')
    .select((query) => query.fn.count<string>('area').distinct().as('count'))
    .select((query) => query.fn.min('at').as('first'))
    .where('election', '=', election)
    .where('at', '>', from)
    .executeTakeFirst();
  const firsts = [places?.first, villages?.first].flatMap((first) => (first ? [first.getTime()] : []));
  return {
    places: Number(places?.count ?? 0),
    villages: Number(villages?.count ?? 0),
    since: firsts.length === 0 ? null : new Date(Math.min(...firsts)),
  };
}
