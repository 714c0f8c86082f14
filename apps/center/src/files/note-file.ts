import type { Transaction } from '../database/connect.ts';
import type { KeptFile } from './file-store.ts';

/** Notes a kept file, so that rows can name it. */
export async function noteFile(transaction: Transaction, file: KeptFile, now: Date): Promise<void> {
  await transaction
    .insertInto('file')
    .values({ ...file, kept_at: now })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}
