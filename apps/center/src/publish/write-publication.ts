import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  assembleSnapshot,
  checkSnapshot,
  findLeaks,
  parseSnapshot,
  type Snapshot,
  snapshotText,
} from '@bilik/publication';
import type { CenterParts } from '../center-parts.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { noteFile } from '../files/note-file.ts';
import { gatherFacts } from './gather-facts.ts';
import { callPortal } from './portal-process.ts';
import type { PublishPlaces } from './publish-places.ts';

const SNAPSHOT_LIMIT_BYTES = 64 * 1024 * 1024;

export type PublishParts = Pick<CenterParts, 'database' | 'files' | 'keys' | 'kind' | 'now'>;

interface Planned {
  readonly number: number;
  readonly regency: string;
  readonly snapshot: Snapshot;
}

/**
 * Publishes what changed since the last publication. Written in three steps that can each be done again: the snapshot is kept and its number
 * taken; the portal's process writes the site; the row says that it is published. Whoever dies in between is followed by the same snapshot.
 * @returns the number that was published now; undefined: nothing is new, or this election is not ours
 */
export async function writePublication(
  parts: PublishParts,
  places: PublishPlaces,
  election: string,
): Promise<number | undefined> {
  const planned = await plan(parts, election);
  if (planned === undefined) return undefined;
  await hand(parts, places, planned.snapshot);
  await portal([
    'write',
    '--snapshot',
    places.hand,
    '--out',
    places.site,
    '--key',
    await keyOf(places, planned),
  ]);
  rmSync(places.hand, { recursive: true, force: true });
  const now = parts.now();
  await inScope(parts.database, OWN_WORK, async (transaction) => {
    const done = await transaction
      .updateTable('publication')
      .set({ state: 'published', published_at: now })
      .where('election', '=', election)
      .where('number', '=', planned.number)
      .where('state', '=', 'writing')
      .executeTakeFirst();
    if (done.numUpdatedRows !== 1n) return;
    await appendEvent(transaction, {
      ...{ act: 'publish.published', area: planned.regency, subject: election, account: null, at: now },
      after: { number: planned.number },
    });
  });
  return planned.number;
}

/** The snapshot to be written: one that was begun, or a new one with the next number. */
async function plan(parts: PublishParts, election: string): Promise<Planned | undefined> {
  const { database, files, now } = parts;
  return inScope(database, OWN_WORK, async (transaction) => {
    // one publication of an election at a time takes a number
    const row = await transaction
      .selectFrom('election')
      .select('area')
      .where('id', '=', election)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const last = await transaction
      .selectFrom('publication')
      .select(['number', 'state', 'snapshot', 'facts'])
      .where('election', '=', election)
      .orderBy('number', 'desc')
      .executeTakeFirst();
    const previous = last === undefined ? undefined : await readKept(parts, last.snapshot);
    if (last !== undefined && last.state === 'writing' && previous !== undefined) {
      return { number: last.number, regency: row.area, snapshot: previous };
    }
    const gathered = await gatherFacts(transaction, parts, election, now());
    if (gathered === undefined) return undefined;
    const facts = createHash('sha256').update(JSON.stringify(gathered.facts)).digest('hex');
    if (last?.facts === facts) return undefined;
    const snapshot = assembleSnapshot({
      ...gathered.facts,
      at: `${now().toISOString().slice(0, 19)}Z`,
      previous,
      fileFacts(sha256) {
        const known = gathered.fileFacts.get(sha256);
        if (known === undefined) throw new Error(`a snapshot names ${sha256}, which nobody gathered`);
        return known;
      },
    });
    mustHold(snapshot);
    const kept = await files.keep(Buffer.from(snapshotText(snapshot), 'utf8'), SNAPSHOT_LIMIT_BYTES);
    if (!kept.ok) throw new Error(`a snapshot is larger than ${SNAPSHOT_LIMIT_BYTES} bytes`);
    await noteFile(transaction, kept.value, now());
    await transaction
      .insertInto('publication')
      .values({
        ...{ election, number: snapshot.number, area: row.area, state: 'writing', facts },
        ...{ snapshot: kept.value.sha256, at: now(), published_at: null },
        left_out: JSON.stringify(gathered.leftOut),
      })
      .execute();
    return { number: snapshot.number, regency: row.area, snapshot };
  });
}

/**
 * A number is for ever: it is not taken for what the portal would refuse, so that the next try begins with the facts as they are then.
 * @throws with what contradicts itself, or must not be public
 */
function mustHold(snapshot: Snapshot): void {
  const [difference] = checkSnapshot(snapshot);
  if (difference !== undefined) {
    const { rule, field, written, expected } = difference;
    throw new Error(`nothing is published: ${rule} at ${field}: ${written}, should be ${expected}`);
  }
  const [leak] = findLeaks('snapshot.json', Buffer.from(snapshotText(snapshot), 'utf8'));
  if (leak !== undefined)
    throw new Error(`nothing is published: ${leak.rule} in the snapshot: ${leak.shown}`);
}

async function readKept({ files }: PublishParts, sha256: string): Promise<Snapshot> {
  const parsed = parseSnapshot(await readFile(files.path(sha256), 'utf8'));
  if (!parsed.ok) throw new Error(`the kept snapshot ${sha256} cannot be read`);
  return parsed.value;
}

/** Puts the snapshot and the files that it names into the folder that the portal's process reads. */
async function hand({ files }: PublishParts, places: PublishPlaces, snapshot: Snapshot): Promise<void> {
  rmSync(places.hand, { recursive: true, force: true });
  mkdirSync(join(places.hand, 'files'), { recursive: true, mode: 0o700 });
  await writeFile(join(places.hand, 'snapshot.json'), snapshotText(snapshot), { flush: true });
  for (const file of snapshot.files) {
    await copyFile(files.path(file.sha256), join(places.hand, 'files', file.sha256));
  }
}

/** The log's key, made at the first publication. */
async function keyOf({ key }: PublishPlaces, { snapshot }: Planned): Promise<string> {
  if (!existsSync(key)) {
    const name = `pilkades-${snapshot.regency.code.replace('.', '-')}/${snapshot.kind === 'real' ? 'log' : 'latihan'}`;
    await portal(['key', '--name', name, '--out', key]);
  }
  return key;
}

/** @throws with the portal's words when it refuses */
async function portal(parameters: readonly string[]): Promise<void> {
  const { code, said } = await callPortal(parameters);
  if (code !== 0) throw new Error(`the portal did not publish (${code}): ${said}`);
}
