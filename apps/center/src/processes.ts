import { z } from 'zod';
import { listen } from './database/listen.ts';
import { openCenterDoor } from './http/center-door.ts';
import { askForChecks } from './intake/ask-again.ts';
import { decideDelivery } from './intake/decide-delivery.ts';
import { keepCheckers } from './intake/kept-checkers.ts';
import { receiverKey } from './intake/receiver-key.ts';
import { type CenterAnswer, incomingFolder, openCenter } from './open-center.ts';
import { keepPublishing } from './publish/keep-publishing.ts';
import { publishPlaces } from './publish/publish-places.ts';
import { keepFolding } from './tabulation/keep-folding.ts';
import { workOnVoters } from './voters/voter-work.ts';

export interface ProcessOptions {
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly now: () => Date;
  readonly onBroken: (error: Error) => void;
}

/** A process that runs; more of the same kind may run beside it. */
export interface CenterProcess {
  /** Ends in order: what is under way is finished, half a minute at most. */
  readonly close: () => Promise<void>;
}

/** Serves people: pages and acts. Keeps nothing of its own; several may serve one database. */
export async function startApi(
  options: ProcessOptions & {
    readonly host: string;
    readonly port: number;
    readonly hostNames: readonly string[];
    readonly proxies: readonly string[];
  },
): Promise<CenterAnswer<CenterProcess & { readonly url: string }>> {
  const opened = await openCenter(options.home, { ...options, part: 'asks' });
  if (!opened.ok) return opened;
  const center = opened.value;
  const { door } = await openCenterDoor(center.parts, {
    hostNames: [options.host, ...options.hostNames],
    proxies: options.proxies,
    incomingFolder: incomingFolder(options.home),
    publishPlaces: publishPlaces(options.home),
    onBroken: options.onBroken,
  });
  const url = await door.listen({ host: options.host, port: options.port });
  return {
    ok: true,
    value: {
      url,
      async close() {
        await door.close();
        await center.close();
      },
    },
  };
}

/** Does the jobs. Several may work on one database; each may be killed at any moment. */
export async function startWorker(options: ProcessOptions): Promise<CenterAnswer<CenterProcess>> {
  const opened = await openCenter(options.home, { ...options, part: 'works' });
  if (!opened.ok) return opened;
  const center = opened.value;
  await workOnVoters(center.parts);
  const { database, files, jobs, keys, now } = center.parts;
  const key = receiverKey(keys);
  const folding = keepFolding(database, now, options.onBroken);
  const hearing = await listen(center.url, 'bilik_change', folding.wake, options.onBroken);
  const publishing = await keepPublishing(center.parts, publishPlaces(options.home), options.onBroken);
  const checkers = keepCheckers();
  await askForChecks(center.parts);
  await jobs.work('check-delivery', z.strictObject({ delivery: z.string() }), ({ delivery }) =>
    decideDelivery({ database, files, now, receiverKey: key, checkers }, delivery),
  );
  return {
    ok: true,
    value: {
      async close() {
        publishing.close();
        await hearing.close();
        await folding.close();
        await center.close();
        await checkers.close();
      },
    },
  };
}
