import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { CenterTables } from './tables.ts';

/** The tables of one center, as the role that owns none of them; rows of areas are seen in a scope only. */
export type Database = Kysely<CenterTables>;
export type Transaction = KyselyTransaction<CenterTables>;

/** Who serves people. It owns nothing, so that row security holds for it. */
export const APP_ROLE = 'bilik_app';

/** Counts come as `bigint`; all of ours are below 2^53, which is checked here and nowhere else. */
function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is no exact number`);
  return value;
}

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.INT8) return exactNumber;
    // civil dates stay text: a Date would be an instant in some zone
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

export interface ConnectOptions {
  /** Most connections of this process; by default 10. */
  readonly most?: number;
  /** Called when an idle connection breaks: the server was restarted. The next question opens another one. */
  readonly onBroken: (error: Error) => void;
}

/** Opens a pool of connections as the role that serves people. @param url of the owner's login, or of one that may take that role */
export function connect(url: string, { most = 10, onBroken }: ConnectOptions): Database {
  return new Kysely<CenterTables>({
    dialect: new PostgresDialect({ pool: openPool(url, APP_ROLE, most, onBroken) }),
  });
}

/** The same as the login itself: for migrations, backup and tests. */
export function connectAsOwner(url: string, { most = 2, onBroken }: ConnectOptions): Database {
  return new Kysely<CenterTables>({
    dialect: new PostgresDialect({ pool: openPool(url, undefined, most, onBroken) }),
  });
}

/** A connection that breaks in the middle of a transaction tells its questions; with nobody listening it would end the process besides. */
class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

function openPool(
  url: string,
  role: string | undefined,
  most: number,
  onBroken: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: HeardClient,
    max: most,
    types,
    options: `-c search_path=bilik,public${role === undefined ? '' : ` -c role=${role}`}`,
  });
  pool.on('error', onBroken);
  return pool;
}
