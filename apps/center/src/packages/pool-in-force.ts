import type { Transaction } from '../database/connect.ts';

/** Why a record's pool of cards does not count. */
export type PoolProblem =
  /** No package was issued for this polling place. */
  | { readonly type: 'no-package' }
  /** Its cards were voided when a later package was issued: a station used an old package. */
  | { readonly type: 'pool-void'; readonly version: number; readonly inForce: number }
  /** Cards that this office never made. */
  | { readonly type: 'pool-foreign' };

/**
 * Whether a record was made with the cards that are in force for its polling place. Elections of two packages of a place are the same; their
 * pools are not.
 * @param credentialsHash hex SHA-256 of the record's list of public credentials
 */
export async function poolProblem(
  transaction: Transaction,
  { election, place }: { readonly election: string; readonly place: string },
  credentialsHash: string,
): Promise<PoolProblem | undefined> {
  const rows = await transaction
    .selectFrom('place_package')
    .select(['version', 'credentials_hash'])
    .where('election', '=', election)
    .where('place', '=', place)
    .orderBy('version', 'desc')
    .execute();
  const [inForce] = rows;
  if (inForce === undefined) return { type: 'no-package' };
  const used = rows.find((row) => row.credentials_hash === credentialsHash);
  if (used === undefined) return { type: 'pool-foreign' };
  return used.version === inForce.version
    ? undefined
    : { type: 'pool-void', version: used.version, inForce: inForce.version };
}
