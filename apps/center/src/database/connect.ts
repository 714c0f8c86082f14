import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type FrequentStatements, openFrequentStatements } from './frequent-statements.ts';
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

/** PostgreSQL's `feature_not_supported`, in the words of a plan whose table was changed since. */
function isStalePlan(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === '0A000' &&
    error.message.includes('cached plan must not change result type')
  );
}

/**
 * Prepares what is asked often. When a table was changed under a running process (a migration belongs before the start), a prepared `select *` of it
 * fails once: outside of a transaction it is asked again at once; inside, the transaction is undone like after any fault of the database, and
 * whatever is asked from then on is prepared anew.
 */
function clientClass(statements: FrequentStatements): typeof pg.Client {
  return class HeardClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // a connection that breaks in the middle of a transaction tells its questions; with nobody listening it would end the process besides
      this.on('error', () => {});
      this.query = new Proxy(this.query, {
        apply(query, client, given: unknown[]) {
          const [text, values] = given;
          // without parameters it may be several statements, or one of a transaction
          const isPlain = given.length === 2 && typeof text === 'string' && Array.isArray(values);
          const name = isPlain && values.length > 0 ? statements.nameOf(text) : undefined;
          if (name === undefined) return Reflect.apply(query, client, given);
          return Reflect.apply(query, client, [{ name, text, values }]).catch((error: unknown) => {
            if (!isStalePlan(error)) throw error;
            statements.renew();
            if (client.getTransactionStatus() !== 'I') throw error;
            return Reflect.apply(query, client, given);
          });
        },
      });
    }
  };
}

function openPool(
  url: string,
  role: string | undefined,
  most: number,
  onBroken: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: clientClass(openFrequentStatements()),
    max: most,
    types,
    options: `-c search_path=bilik,public${role === undefined ? '' : ` -c role=${role}`}`,
  });
  pool.on('error', onBroken);
  return pool;
}
