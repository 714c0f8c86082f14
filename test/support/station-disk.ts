import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { exerciseHome } from '../../apps/cli/src/exercise/exercise-home.ts';
import { SecretsSchema } from '../../apps/station/src/place/prepared-files.ts';
import { storeKeyOf } from '../../apps/station/src/place/store-key.ts';
import { tagContent } from '../../apps/station/src/store/content-tag.ts';
import { isMediumFailure } from '../../apps/station/src/store/medium-failure.ts';
import type { PreparedHome } from './prepared-home.ts';

const folders: string[] = [];

/** A new folder of this test file; `removeFolders` takes all of them away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-station-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The same prepared place in roots of its own: a test may do to it what it likes. */
export function copyOf(prepared: PreparedHome): PreparedHome {
  const root = newFolder();
  cpSync(prepared.home.root, root, { recursive: true });
  return { ...prepared, home: exerciseHome(root) };
}

export const databasePath = ({ home }: PreparedHome): string => join(home.station, 'store', 'station.db');

/**
 * The same change on both media, as a fault that neither can name by the other, by who holds the laptop too: with the key under which it
 * tags what it writes.
 */
export function onBothMedia({ home }: PreparedHome, change: (databasePath: string) => void): void {
  for (const medium of [home.station, home.stationSecond]) {
    const path = join(medium, 'store', 'station.db');
    change(path);
    tagAnew(home, path);
  }
}

/** Tags what a medium holds now, as only a station of this place can. What is no database any more is left as it is. */
export function tagAnew(home: PreparedHome['home'], path: string): void {
  const secrets: unknown = JSON.parse(readFileSync(join(home.station, 'place', 'secrets.json'), 'utf8'));
  const key = storeKeyOf(SecretsSchema.parse(secrets));
  const database = new DatabaseSync(path);
  try {
    tagContent(database, key);
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  } finally {
    database.close();
  }
}

/** Bytes in the write-ahead logs of both media, which must be empty one turn after an answer. */
export function logBytes({ home }: PreparedHome): number {
  return [home.station, home.stationSecond]
    .map((medium) => join(medium, 'store', 'station.db-wal'))
    .reduce((sum, log) => sum + (existsSync(log) ? statSync(log).size : 0), 0);
}

export type Tables = Readonly<Record<string, readonly string[]>>;

/** Every row of every table as it lies on the disk, whoever has the store open. */
export function tablesOf(prepared: PreparedHome): Tables {
  const copy = join(newFolder(), 'copy.db');
  copyFileSync(databasePath(prepared), copy);
  const log = `${databasePath(prepared)}-wal`;
  if (existsSync(log)) copyFileSync(log, `${copy}-wal`);
  const database = new DatabaseSync(copy);
  // how often was written is no row of the day
  const names = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('write_count', 'content_tag') ORDER BY name",
    )
    .all();
  const tables = Object.fromEntries(
    names.map(({ name }) => [
      String(name),
      database
        .prepare(`SELECT * FROM ${String(name)}`)
        .all()
        .map((row) =>
          JSON.stringify(
            Object.values(row).map((value) =>
              value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
            ),
          ),
        ),
    ]),
  );
  database.close();
  return tables;
}

/** A counter of the station as it lies on the disk. */
export function counterOf(tables: Tables, name: string): number {
  const rows = (tables['counter'] ?? []).map((row): unknown[] => JSON.parse(row));
  const row = rows.find(([found]) => found === name);
  if (row === undefined) throw new Error(`The store has no counter ${name}`);
  return Number.parseInt(String(row[1]), 16);
}

/** Names of the tables that differ. */
export function changedTables(before: Tables, after: Tables): string[] {
  return Object.keys({ ...before, ...after }).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}

/** Names of the counters that differ. */
export function changedCounters(before: Tables, after: Tables): string[] {
  const rows = (tables: Tables) =>
    new Map(
      (tables['counter'] ?? []).map((row) => {
        const [name, value]: unknown[] = JSON.parse(row);
        return [String(name), String(value)] as const;
      }),
    );
  const earlier = rows(before);
  return [...rows(after)].filter(([name, value]) => earlier.get(name) !== value).map(([name]) => name);
}

const SLOT_STATES = ['free', 'sealing', 'cast', 'spoiled', 'proved'] as const;

/** One ballot as it lies in its slot. */
export interface StoredBallot {
  readonly state: (typeof SLOT_STATES)[number];
  readonly hash: string;
  readonly credential: string;
}

/** Reads the slots by their written layout: state (1) · length of text (4) · hash (32) · length of credential (4) · credential. */
export function storedBallots(tables: Tables): StoredBallot[] {
  return (tables['ballot_slot'] ?? []).flatMap((row) => {
    const [, hex]: unknown[] = JSON.parse(row);
    const content = Buffer.from(String(hex), 'hex');
    const state = SLOT_STATES[content[0] ?? 0];
    if (state === undefined) throw new Error(`A slot is in state ${content[0]}`);
    if (state === 'free') return [];
    return [
      {
        state,
        hash: content.subarray(5, 37).toString('hex'),
        credential: content.subarray(41, 41 + content.readUInt32BE(37)).toString('latin1'),
      },
    ];
  });
}
