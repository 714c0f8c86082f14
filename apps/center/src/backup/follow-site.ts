import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivePath, hexSha256, parseSnapshot, SNAPSHOT_PATH, type Snapshot } from '@bilik/publication';
import type pg from 'pg';
import type { FileStore } from '../files/file-store.ts';

/** Why a published site and the tables of a backup do not belong together. */
export type SiteRefusal =
  /** The tables know a later publication: whoever goes on from this site would give its number out again. */
  | { readonly type: 'site-older'; readonly site: number; readonly known: number }
  /** This publication of the site cannot be read, or is not the one that the tables know under its number. */
  | { readonly type: 'site-of-other-history'; readonly number: number };

interface KnownPublication {
  readonly number: number;
  readonly state: string;
  readonly snapshot: string;
}

const LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Makes restored tables know every publication of the site, in the transaction that fills them. What was published after the backup was taken stays published: it takes its
 * number, and the next one follows it. Results that came meanwhile are not made up: until they are entered again their villages stay as they were published.
 * @param site a published folder whose newest publication has this number
 * @returns how many publications were not in the tables
 */
export async function followSite(
  client: pg.Client,
  files: FileStore,
  site: { readonly folder: string; readonly number: number },
  now: Date,
): Promise<{ readonly added: number } | SiteRefusal> {
  const newest = readSnapshot(site.folder, SNAPSHOT_PATH);
  if (newest === undefined) return { type: 'site-of-other-history', number: site.number };
  const { id: election } = newest.event;
  const { rows } = await client.query<KnownPublication>(
    'select number, state, snapshot from publication where election = $1 order by number',
    [election],
  );
  const published = rows.filter(({ state }) => state === 'published');
  const known = published.at(-1)?.number ?? 0;
  if (known > site.number) return { type: 'site-older', site: site.number, known };
  const { rows: areas } = await client.query<{ area: string }>('select area from election where id = $1', [
    election,
  ]);
  const area = areas[0]?.area;
  if (area === undefined) return { type: 'site-of-other-history', number: site.number };
  let added = 0;
  for (let number = 1; number <= site.number; number += 1) {
    const path = number === site.number ? SNAPSHOT_PATH : archivePath(number, SNAPSHOT_PATH);
    const snapshot = readSnapshot(site.folder, path);
    if (snapshot?.number !== number) return { type: 'site-of-other-history', number };
    const text = readFileSync(join(site.folder, path));
    const sha256 = hexSha256(text);
    const row = rows.find((one) => one.number === number);
    if (row?.state === 'published') {
      if (row.snapshot !== sha256) return { type: 'site-of-other-history', number };
      continue;
    }
    const kept = await files.keep(text, LIMIT_BYTES);
    if (!kept.ok) return { type: 'site-of-other-history', number };
    await client.query(
      'insert into file (sha256, bytes, kept_at) values ($1, $2, $3) on conflict do nothing',
      [...[sha256, kept.value.bytes, now]],
    );
    // the facts behind it are not known: its own hash is like no facts, so that the next look publishes
    await client.query(
      `insert into publication (election, number, area, state, snapshot, facts, at, published_at, left_out)
       values ($1, $2, $3, 'published', $4, $4, $5, $5, '[]')
       on conflict (election, number) do update set state = 'published', snapshot = $4, facts = $4, at = $5, published_at = $5, left_out = '[]'`,
      [election, number, area, sha256, snapshot.at],
    );
    added += 1;
  }
  if (added > 0) {
    await client.query(
      `insert into event (at, area, act, subject, account, before, after) values ($1, $2, 'publish.restored', $3, null, null, $4)`,
      [now, area, election, JSON.stringify({ number: site.number, added })],
    );
  }
  return { added };
}

function readSnapshot(folder: string, path: string): Snapshot | undefined {
  try {
    const parsed = parseSnapshot(readFileSync(join(folder, path), 'utf8'));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}
