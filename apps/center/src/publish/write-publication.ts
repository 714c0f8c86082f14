import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleWhatHolds, parseSnapshot, type Snapshot, snapshotText } from '@bilik/publication';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { noteFile } from '../files/note-file.ts';
import { gatherFacts } from './gather-facts.ts';
import { momentAfter } from './moment-after.ts';
import { callPortal, type PortalAnswer } from './portal-process.ts';
import { keepingFailures, PortalRefused } from './publication-failed.ts';
import type { PublishPlaces } from './publish-places.ts';
import type { LeftOut } from './tables.ts';

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
  const planned = await keepingFailures(parts, election, () => write(parts, places, election));
  if (planned === undefined) return undefined;
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

/** What the portal says of a snapshot by itself: while it stands, nothing of it is public, and its number is free. */
const REFUSED_FOR_EVER: readonly (string | undefined)[] = [
  'leak',
  'words-not-public',
  'snapshot-does-not-hold',
  'snapshot-changes-in-silence',
];

/**
 * Plans and lets the portal write. What was begun and is refused for what it holds is abandoned: the facts of now are written under its number.
 * @throws with the portal's words when it refuses, and the facts of now are the same or are refused too
 */
async function write(
  parts: PublishParts,
  places: PublishPlaces,
  election: string,
): Promise<Planned | undefined> {
  const begun = await plan(parts, election);
  if (begun === undefined) return undefined;
  const answer = await callWrite(parts, places, begun);
  if (answer.code === 0) return begun;
  const instead = REFUSED_FOR_EVER.includes(answer.refusedFor)
    ? await plan(parts, election, begun.number)
    : undefined;
  if (instead === undefined) throw notPublished(answer);
  const second = await callWrite(parts, places, instead);
  if (second.code !== 0) throw notPublished(second);
  return instead;
}

async function callWrite(
  parts: PublishParts,
  places: PublishPlaces,
  planned: Planned,
): Promise<PortalAnswer> {
  await hand(parts, places, planned.snapshot);
  const { hand: snapshot, site } = places;
  const key = await keyOf(places, planned);
  const answer = await callPortal(['write', '--snapshot', snapshot, '--out', site, '--key', key]);
  if (answer.code === 0) rmSync(snapshot, { recursive: true, force: true });
  return answer;
}

/**
 * The snapshot to be written: one that was begun, or a new one with the next number.
 * @param refused number of the one that was begun and that the portal will never take: a new one takes its place, unless the facts are the same
 */
async function plan(parts: PublishParts, election: string, refused?: number): Promise<Planned | undefined> {
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
    const isRefused = last?.state === 'writing' && last.number === refused;
    if (last?.state === 'writing' && !isRefused) {
      return { number: last.number, regency: row.area, snapshot: await readKept(parts, last.snapshot) };
    }
    const before = isRefused ? await lastPublished(transaction, election) : last?.snapshot;
    const previous = before === undefined ? undefined : await readKept(parts, before);
    const gathered = await gatherFacts(transaction, parts, election, previous, now());
    if (gathered === undefined) return undefined;
    // what is left out is news too: the office reads of it beside the publication
    const news = [gathered.facts, gathered.leftOut];
    const facts = createHash('sha256').update(JSON.stringify(news)).digest('hex');
    if (last?.facts === facts) return undefined;
    // a number is for ever: it is not taken for what the portal would refuse
    const { snapshot, keptBack } = assembleWhatHolds({
      ...gathered.facts,
      at: momentAfter(previous, now()),
      previous,
      fileFacts(sha256) {
        const known = gathered.fileFacts.get(sha256);
        if (known === undefined) throw new Error(`a snapshot names ${sha256}, which nobody gathered`);
        return known;
      },
    });
    const kept = await files.keep(Buffer.from(snapshotText(snapshot), 'utf8'), SNAPSHOT_LIMIT_BYTES);
    if (!kept.ok) throw new Error(`a snapshot is larger than ${SNAPSHOT_LIMIT_BYTES} bytes`);
    await noteFile(transaction, kept.value, now());
    const written = {
      ...{ facts, snapshot: kept.value.sha256, at: now() },
      left_out: JSON.stringify([
        ...keptBack.map(({ village, why, stays }): LeftOut => ({ village, why, stays })),
        ...gathered.leftOut.filter((one) => !keptBack.some(({ village }) => isOf(one, village))),
      ]),
    };
    await transaction
      .insertInto('publication')
      .values({
        ...{ election, number: snapshot.number, area: row.area, state: 'writing', published_at: null },
        ...written,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['election', 'number'])
          .doUpdateSet(written)
          .where('publication.state', '=', 'writing'),
      )
      .execute();
    return { number: snapshot.number, regency: row.area, snapshot };
  });
}

async function lastPublished(transaction: Transaction, election: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('publication')
    .select('snapshot')
    .where('election', '=', election)
    .where('state', '=', 'published')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row?.snapshot;
}

const isOf = (one: LeftOut, village: string): boolean =>
  'place' in one && one.place.startsWith(`${village}-`);

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
  for (const { sha256 } of snapshot.files) {
    // what is public already the portal takes from the site: that the office lost it since stops nobody
    if (await files.has(sha256)) await copyFile(files.path(sha256), join(places.hand, 'files', sha256));
  }
}

/** The log's key, made at the first publication. */
async function keyOf({ key }: PublishPlaces, { snapshot }: Planned): Promise<string> {
  if (!existsSync(key)) {
    const name = `pilkades-${snapshot.regency.code.replace('.', '-')}/${snapshot.kind === 'real' ? 'log' : 'latihan'}`;
    const answer = await callPortal(['key', '--name', name, '--out', key]);
    if (answer.code !== 0) throw notPublished(answer);
  }
  return key;
}

function notPublished({ code, said }: PortalAnswer): Error {
  return new PortalRefused(`the portal did not publish (${code}): ${said}`);
}
