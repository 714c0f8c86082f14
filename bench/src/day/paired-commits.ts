import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One row of that many bytes in a database of its own: WAL, `synchronous=FULL`, nothing else on the connection. */
function openBare(path: string, bytes: number) {
  const database = new DatabaseSync(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) database.exec(`PRAGMA ${pragma}`);
  database.exec('CREATE TABLE kept (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT');
  database.prepare('INSERT INTO kept VALUES (1, ?)').run(Buffer.alloc(bytes));
  const overwrite = database.prepare('UPDATE kept SET content = ? WHERE id = 1');
  return { commit: (content: Uint8Array) => overwrite.run(content), close: () => database.close() };
}

/**
 * The least that keeping something on two media can cost on this disk: the same bytes overwritten in two databases, one after the other, each
 * commit synced.
 * @param folder on the disk that is measured
 * @param sizes in bytes, of the writes that make up one act
 * @returns milliseconds of each act
 */
export function pairedCommitTimes(folder: string, acts: number, sizes: readonly number[]): readonly number[] {
  const own = mkdtempSync(join(folder, 'paired-'));
  const largest = Math.max(...sizes);
  const media = ['first.db', 'second.db'].map((name) => openBare(join(own, name), largest));
  try {
    return Array.from({ length: acts }, (_, act) => {
      const started = performance.now();
      for (const size of sizes) {
        const content = Buffer.alloc(size, act);
        for (const { commit } of media) commit(content);
      }
      return performance.now() - started;
    });
  } finally {
    for (const { close } of media) close();
    rmSync(own, { recursive: true });
  }
}
