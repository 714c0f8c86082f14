import type { SQLInputValue, StatementSync } from 'node:sqlite';

/** Runs an UPDATE of one row that was prepared before the polls opened. @throws when there is no such row: nothing would be kept */
export function overwriteRow(update: StatementSync, ...values: readonly SQLInputValue[]): void {
  if (Number(update.run(...values).changes) !== 1)
    throw new Error('A row that was never prepared was to be overwritten');
}
