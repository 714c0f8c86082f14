import pg from 'pg';
import { openEmbeddedServer } from './embedded/server.ts';

/** Where the center's database is, and how the server behind it is ended when it is ours. */
export interface DatabaseAddress {
  readonly url: string;
  /** Ends the embedded server; does nothing to one that belongs to others. */
  readonly stopServer: () => Promise<void>;
}

/** The database in the embedded server. */
const NAME = 'bilik';
/** It is there already; `unique_violation` when another process made it in the same moment. */
const THERE_ALREADY: readonly (string | undefined)[] = ['42P04', '23505'];

/**
 * The database of a center's folder: `DATABASE_URL` when it is set, else the embedded server, started or adopted.
 * @param home the center's folder; exists @param databaseUrl what the environment says
 */
export async function databaseAddress(
  home: string,
  databaseUrl: string | undefined,
): Promise<DatabaseAddress> {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    return { url: databaseUrl, stopServer: async () => {} };
  }
  const server = await openEmbeddedServer(home);
  return { url: await makeDatabase(server.url, NAME), stopServer: server.stop };
}

/**
 * Makes a database of this name on a server unless it is there.
 * @param serverUrl of its maintenance database @param template whose copy it shall be @returns its own address
 */
export async function makeDatabase(serverUrl: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const copy =
      template === undefined ? '' : ` template ${pg.escapeIdentifier(template)} strategy file_copy`;
    await client.query(`create database ${pg.escapeIdentifier(name)}${copy}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !THERE_ALREADY.includes(error.code)) throw error;
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
