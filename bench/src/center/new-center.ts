import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  beginSession,
  connect,
  connectAsOwner,
  type Database,
  databaseAddress,
  forgetCenter,
  inScope,
  makeCenter,
  OWN_WORK,
} from '@bilik/center';
import { sql } from 'kysely';

const broken = (error: Error) => console.error(error.message);

/** An empty center on a server of its own. */
export interface NewCenter {
  readonly home: string;
  readonly url: string;
  readonly database: Database;
  /** For whom row security does not hold. */
  readonly owner: Database;
  /** A cookie of a new account of this area. */
  readonly signIn: (area: string) => Promise<string>;
}

/** Makes a center in a new folder, and removes all of it at the end. */
export async function withNewCenter<Value>(work: (center: NewCenter) => Promise<Value>): Promise<Value> {
  const home = mkdtempSync(join(tmpdir(), 'bilik-bench-center-'));
  const made = await makeCenter(home, 'exercise', undefined, broken);
  if (!made.ok) throw new Error(made.error.type);
  const { url, stopServer } = await databaseAddress(home, undefined);
  const database = connect(url, { onBroken: broken });
  const owner = connectAsOwner(url, { most: 1, onBroken: broken });
  const signIn = async (area: string) => {
    const id = `bench.${area}`;
    await sql`insert into account (id, area, role, name, created_at) values (${id}, ${area}, 'regency', 'Orang Buatan', now()) on conflict do nothing`.execute(
      owner,
    );
    const token = await inScope(database, OWN_WORK, (transaction) =>
      beginSession(transaction, id, new Date()),
    );
    return `bilik-center=${token}`;
  };
  try {
    return await work({ home, url, database, owner, signIn });
  } finally {
    await database.destroy();
    await owner.destroy();
    await stopServer();
    // with the server's store, which as root lies elsewhere
    await forgetCenter({
      home,
      word: basename(home),
      databaseUrl: undefined,
      backup: undefined,
      keys: undefined,
    });
    rmSync(home, { recursive: true, force: true });
  }
}
