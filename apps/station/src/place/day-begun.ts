import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What only a day that has begun leaves: an act of the board, a decision about media, a zero report, a voter who was there, a ballot. */
const TRACES = [
  'SELECT 1 FROM act LIMIT 1',
  'SELECT 1 FROM epoch WHERE number > 1 LIMIT 1',
  "SELECT 1 FROM paper WHERE name = 'zero-report' LIMIT 1",
  "SELECT 1 FROM voter WHERE check_in <> '---' LIMIT 1",
  'SELECT 1 FROM ballot_slot WHERE substr(content, 1, 1) <> zeroblob(1) LIMIT 1',
];

/**
 * Whether this station's day has begun: then nothing of its place may change. A store that cannot be read, or that another station has,
 * counts as begun: nobody can know what it holds.
 */
export function dayHasBegun(home: string): boolean {
  const count = join(home, 'count');
  if (existsSync(count) && readdirSync(count).length > 0) return true;
  const path = join(home, 'store', 'station.db');
  if (!existsSync(path)) return false;
  try {
    const database = new DatabaseSync(path);
    try {
      const isNew = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
      return !isNew && TRACES.some((trace) => database.prepare(trace).get() !== undefined);
    } finally {
      database.close();
    }
  } catch {
    return true;
  }
}
