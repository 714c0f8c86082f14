import type { Transaction } from '../database/connect.ts';

/** One change, for the stream. Values hold no NIK, no choice, no token. */
export interface NewEvent {
  /** The act's name, as in `voters.correct`; of a process of ours its room and what it did. */
  readonly act: string;
  readonly area: string;
  /** What it was done to. */
  readonly subject: string;
  readonly account: string | null;
  readonly at: Date;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Appends to the stream, in the transaction of the change itself. */
export async function appendEvent(transaction: Transaction, event: NewEvent): Promise<void> {
  const { before, after, ...row } = event;
  await transaction
    .insertInto('event')
    .values({
      ...row,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
    })
    .execute();
}
