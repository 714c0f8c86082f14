import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import type { PublishPlaces } from './publish-places.ts';
import { askWitnesses } from './site-log.ts';
import { writePublication } from './write-publication.ts';

/** The public hears of a change within a minute or two; each publication is a snapshot for ever. */
const LOOK_MS = 60_000;

const PublishJob = z.strictObject({ election: z.string() });

/** A worker's part in publishing. */
export interface Publishing {
  readonly close: () => void;
}

/**
 * Takes the jobs of publishing, and asks for one for each open election every minute; nothing new,
 * nothing published. Then the witnesses are asked who have not cosigned yet.
 */
export async function keepPublishing(
  parts: CenterParts,
  places: PublishPlaces,
  onBroken: (error: Error) => void,
): Promise<Publishing> {
  await parts.jobs.work('write-portal', PublishJob, async ({ election }) => {
    if (!(await openElections(parts)).includes(election)) return;
    await writePublication(parts, places, election);
    await askWitnesses(places);
  });
  const look = async () => {
    for (const election of await openElections(parts)) {
      await inScope(parts.database, OWN_WORK, (transaction) =>
        parts.jobs.ask(transaction, 'write-portal', { election }, election),
      );
    }
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => onBroken(error instanceof Error ? error : new Error(String(error))));
  }, LOOK_MS);
  return { close: () => clearInterval(timer) };
}

/** The elections whose last decision opened publishing. */
async function openElections({ database }: Pick<CenterParts, 'database'>): Promise<readonly string[]> {
  const rows = await inScope(database, OWN_WORK, (transaction) =>
    transaction
      .selectFrom('publishing')
      .distinctOn('election')
      .select(['election', 'is_open'])
      .orderBy('election')
      .orderBy('number', 'desc')
      .execute(),
  );
  return rows.filter(({ is_open }) => is_open).map(({ election }) => election);
}
