import type { Transaction } from '../database/connect.ts';

/** What a package makes known of the record that will come from its polling place. */
export interface ExpectedRecord {
  readonly election: string;
  readonly place: string;
  /** Base64 without padding, as the record names its election object. */
  readonly electionHash: string;
  readonly electionUuid: string;
  /** Base64 of the station's Ed25519 key, as the election object names it. */
  readonly signingKey: string;
  /** Hex SHA-256 of the locked list of the place. */
  readonly listFingerprint: string;
  readonly packageVersion: number;
}

export type ExpectRefusal =
  | { readonly type: 'place-unknown' }
  /** A package of this version or a later one was issued. */
  | { readonly type: 'package-not-newer'; readonly version: number }
  /** Its result is here already. */
  | { readonly type: 'result-is-here' };

/**
 * From now on the record of this package is the one that counts; that of an earlier package is refused when it comes.
 * @errors 'place-unknown' · 'package-not-newer' · 'result-is-here': nothing was changed
 */
export async function expectRecord(
  transaction: Transaction,
  record: ExpectedRecord,
  now: Date,
): Promise<
  { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: ExpectRefusal }
> {
  const { election, place } = record;
  const row = await transaction
    .selectFrom('place')
    .select('area')
    .where('election', '=', election)
    .where('id', '=', place)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { ok: false, error: { type: 'place-unknown' } };
  const before = await transaction
    .selectFrom('expected_record')
    .select(({ fn }) => fn.max('package_version').as('version'))
    .where('election', '=', election)
    .where('place', '=', place)
    .executeTakeFirst();
  const version = before?.version ?? 0;
  if (version >= record.packageVersion) return { ok: false, error: { type: 'package-not-newer', version } };
  const here = await transaction
    .selectFrom('delivery')
    .select('id')
    .where('election', '=', election)
    .where('place', '=', place)
    .where('state', 'in', ['checking', 'right', 'held'])
    .executeTakeFirst();
  if (here !== undefined) return { ok: false, error: { type: 'result-is-here' } };
  await transaction
    .updateTable('expected_record')
    .set({ retired_at: now })
    .where('election', '=', election)
    .where('place', '=', place)
    .where('retired_at', 'is', null)
    .execute();
  await transaction
    .insertInto('expected_record')
    .values({
      ...{ election, place, area: row.area, issued_at: now, retired_at: null },
      ...{ election_hash: record.electionHash, election_uuid: record.electionUuid },
      ...{ signing_key: record.signingKey, list_fingerprint: record.listFingerprint },
      package_version: record.packageVersion,
    })
    // a package that is issued anew holds the same election, as trustees' devices are bound to it; its pool of cards tells records apart
    .onConflict((conflict) =>
      conflict
        .column('election_hash')
        .doUpdateSet({ package_version: record.packageVersion, issued_at: now, retired_at: null }),
    )
    .execute();
  return { ok: true, value: null };
}
