import { createHash } from 'node:crypto';
import { checkCodeNatively } from '@bilik/transfer';
import { type CodeContent, type CodeProblem, readCodeText } from '@bilik/transfer/signed-code';
import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import { recordChange } from '../tabulation/record-change.ts';

/** What became of one scanned text. */
export type ScanOutcome =
  /** Kept now, or before: the same code is one code. */
  | { readonly type: 'kept'; readonly place: string; readonly kind: CodeContent['type'] }
  | { readonly type: 'refused'; readonly problem: ScanProblem };

export type ScanProblem =
  | CodeProblem['type']
  /** Signed by a station of which no package is in force here, or outside the person's area. */
  | 'place-not-expected'
  /** A station's key is posted on its wall; sent here it says nothing. */
  | 'code-is-key'
  /** The result in it does not fit the ballot of its place. */
  | 'result-not-of-ballot';

/**
 * Takes one scanned code: the signature of the station that is expected there, checked before anything is kept. A result goes into the lane
 * of evidence; officially it counts when the record itself came.
 */
export async function takeCode(
  transaction: Transaction,
  code: string,
  by: { readonly account: string; readonly now: Date },
): Promise<ScanOutcome> {
  const refused = (problem: ScanProblem): ScanOutcome => ({ type: 'refused', problem });
  const read = readCodeText(code);
  if (!read.ok) return refused(read.error.type);
  const { origin } = read.value.code;
  const expected = await transaction
    .selectFrom('expected_record')
    .innerJoin('election', 'election.id', 'expected_record.election')
    .select(['expected_record.election', 'expected_record.area', 'election_hash', 'signing_key', 'kind'])
    .where('place', '=', origin.pollingPlace)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  if (expected === undefined) return refused('place-not-expected');
  const checked = checkCodeNatively(code, {
    ...{ kind: expected.kind, pollingPlace: origin.pollingPlace },
    electionFingerprint: expected.election_hash,
    signingKey: expected.signing_key,
  });
  if (!checked.ok) return refused(checked.error.type);
  const { content } = checked.value;
  if (content.type === 'key') return refused('code-is-key');
  const place = origin.pollingPlace;
  const sha256 = createHash('sha256').update(code).digest('hex');
  const added = await transaction
    .insertInto('scanned_code')
    .values({
      ...{ sha256, election: expected.election, place, area: expected.area, kind: content.type },
      ...{ content: JSON.stringify(content), code, account: by.account, scanned_at: by.now },
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst();
  const isNew = added.numInsertedOrUpdatedRows !== 0n;
  // a result that did not fit stays refused however often it is sent
  if (
    !isNew &&
    (content.type !== 'result' || (await stands(transaction, expected.election, place, sha256)))
  ) {
    return { type: 'kept', place, kind: content.type };
  }
  if (content.type !== 'result') {
    await appendEvent(transaction, {
      ...{ act: 'intake.codes', area: expected.area, subject: place, account: by.account, at: by.now },
      after: content.type === 'figures' ? content : { type: content.type },
    });
    return { type: 'kept', place, kind: content.type };
  }
  // of several contests all count or none
  await sql`savepoint result_of_code`.execute(transaction);
  // of a result each change of figures is an event of its own
  for (const { contest, options, valid, invalid } of content.contests) {
    const answer = await recordChange(transaction, {
      ...{ election: expected.election, place, contest, lane: 'evidence', part: 'whole' },
      figures: {
        ...{ users: content.users, women: null, valid, invalid },
        votes: Object.fromEntries(options.map(({ key, votes }) => [key, votes])),
      },
      ...{ sourceKind: 'evidence', source: sha256, account: by.account, at: by.now },
      reason: 'Kode hasil lain dari papan yang sama.',
    });
    if (!answer.ok) {
      await sql`rollback to savepoint result_of_code`.execute(transaction);
      return refused('result-not-of-ballot');
    }
  }
  return { type: 'kept', place, kind: content.type };
}

/** Whether the figures of a code went into the lane of evidence. */
async function stands(
  transaction: Transaction,
  election: string,
  place: string,
  sha256: string,
): Promise<boolean> {
  const change = await transaction
    .selectFrom('result_change')
    .select('number')
    .where('election', '=', election)
    .where('place', '=', place)
    .where('lane', '=', 'evidence')
    .where('source', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  return change !== undefined;
}
