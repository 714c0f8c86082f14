import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * The least that a durable write can cost on a disk: one short row overwritten in a transaction of its own, WAL, `synchronous=FULL`,
 * nothing else on the connection.
 * @param folder on the disk that is measured
 * @returns commits per second
 */
export function bareCommitsPerSecond(folder: string, commits: number): number {
  const own = mkdtempSync(join(folder, 'commits-'));
  const database = new DatabaseSync(join(own, 'bare.db'));
  try {
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) database.exec(`PRAGMA ${pragma}`);
    database.exec('CREATE TABLE counter (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT');
    database.prepare('INSERT INTO counter VALUES (?, ?)').run('casts', Buffer.alloc(8));
    const overwrite = database.prepare('UPDATE counter SET value = ? WHERE name = ?');
    const value = Buffer.alloc(8);
    const started = performance.now();
    for (let commit = 1; commit <= commits; commit += 1) {
      value.writeBigUInt64BE(BigInt(commit));
      overwrite.run(value, 'casts');
    }
    return (commits * 1000) / (performance.now() - started);
  } finally {
    database.close();
    rmSync(own, { recursive: true });
  }
}
