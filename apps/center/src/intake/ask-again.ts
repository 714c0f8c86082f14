import type { CenterParts } from '../center-parts.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';

/** Asks once more for the check of every delivery that waits for one: jobs are not in a backup, and a queue may be lost. */
export async function askForChecks({
  database,
  jobs,
}: Pick<CenterParts, 'database' | 'jobs'>): Promise<void> {
  await inScope(database, OWN_WORK, async (transaction) => {
    const waiting = await transaction
      .selectFrom('delivery')
      .select('id')
      .where('state', '=', 'checking')
      .execute();
    for (const { id } of waiting) await jobs.ask(transaction, 'check-delivery', { delivery: id }, id);
  });
}
