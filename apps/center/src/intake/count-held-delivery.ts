import { readFile } from 'node:fs/promises';
import type { Answer } from '@bilik/server';
import { parseSignedResult } from '@bilik/transfer';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import type { FileStore } from '../files/file-store.ts';

import { anotherCounts, countResult } from './decide-delivery.ts';

/** Why a held delivery still does not count. */
export type CountHeldRefusal =
  | { readonly type: 'delivery-unknown' }
  /** The record itself is wrong: no reason mends that. */
  | { readonly type: 'record-not-right' }
  /** Another delivery is this place's result by now. */
  | { readonly type: 'another-counts' }
  | { readonly type: 'result-does-not-fit'; readonly refusals: readonly string[] };

/** Counts a delivery whose record is right and whose sums did not hold, for the reason that people give. Done twice it counts once. */
export async function countHeldDelivery(
  transaction: Transaction,
  files: Pick<FileStore, 'path'>,
  by: { readonly delivery: string; readonly reason: string; readonly account: string; readonly at: Date },
): Promise<Answer<null, CountHeldRefusal>> {
  const { delivery, reason, account, at } = by;
  const row = await transaction
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', delivery)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { ok: false, error: { type: 'delivery-unknown' } };
  if (row.state === 'right') return { ok: true, value: null };
  const resultFile = row.files?.[2];
  // without a receipt the record itself is wrong
  if (row.state !== 'held' || row.receipt === null || resultFile === undefined) {
    return { ok: false, error: { type: 'record-not-right' } };
  }
  if (await anotherCounts(transaction, row)) return { ok: false, error: { type: 'another-counts' } };
  const result = parseSignedResult(await readFile(files.path(resultFile), 'utf8'));
  if (!result.ok) throw new Error(`the kept result ${resultFile} cannot be read`);
  const refusals = await countResult(transaction, row, result.value, { at, reason, account });
  if (refusals.length > 0) return { ok: false, error: { type: 'result-does-not-fit', refusals } };
  await transaction
    .updateTable('delivery')
    .set({ state: 'right', decided_at: at })
    .where('id', '=', delivery)
    .execute();
  await appendEvent(transaction, {
    ...{ act: 'intake.count-held', area: row.area, subject: row.place, account, at },
    before: { reasons: row.reasons },
    after: { delivery, reason },
  });
  return { ok: true, value: null };
}
