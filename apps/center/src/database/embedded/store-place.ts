import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';

/** What another account must be able to enter: a home may lie in /root, which nobody else may. */
export const SYSTEM_FOLDER = '/var/lib/bilik';

/** Longest path of a socket's folder: the system takes 107 bytes with the socket's own name. */
const LONGEST_SOCKET_FOLDER = 80;

/** Where a server keeps its tables and where it listens. */
export interface StorePlace {
  /** Holds all that the server keeps, and nothing else. */
  readonly folder: string;
  /** Of the tables; does not exist before the first start. */
  readonly tables: string;
  /** Only the account of the server and root may enter. */
  readonly socketFolder: string;
  readonly log: string;
}

const STORE_FOLDER = new RegExp(`^${SYSTEM_FOLDER}/[0-9a-f]{16}$`);

/**
 * The folder below /var/lib/bilik that belongs to a home, named once in the home itself: a home that was removed and made anew never finds
 * the tables of the one before.
 */
function systemFolderOf(home: string): string {
  const file = join(home, 'postgresql.txt');
  if (!existsSync(file)) {
    const name = randomBytes(8).toString('hex');
    const beside = `${file}.${name}`;
    writeFileSync(beside, `${join(SYSTEM_FOLDER, name)}\n`, { flush: true });
    // a link, not a rename: of two processes that begin at once, the first one's stays
    try {
      linkSync(beside, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(beside);
    }
  }
  const folder = readFileSync(file, 'utf8').trim();
  if (!STORE_FOLDER.test(folder)) throw new Error(`${file} names no store of a center: ${folder}`);
  return folder;
}

/**
 * The folders of a center's server. As root they lie under /var/lib/bilik, and the center's own folder says where.
 * @param home the center's folder; exists
 */
export function storePlace(home: string, account: Account): StorePlace {
  const real = realpathSync(home);
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16);
  if (!account.isOwn) {
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
    chmodSync(SYSTEM_FOLDER, 0o755);
  }
  const folder = account.isOwn ? join(real, 'postgresql') : systemFolderOf(real);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const near = join(folder, 'socket');
  const socketFolder = near.length <= LONGEST_SOCKET_FOLDER ? near : join('/tmp', `bilik-${name}`);
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  for (const path of [folder, socketFolder]) {
    chmodSync(path, 0o700);
    if (!account.isOwn) chownSync(path, account.uid, account.gid);
  }
  return { folder, tables: join(folder, 'tables'), socketFolder, log: join(folder, 'server.log') };
}
