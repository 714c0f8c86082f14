import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { databaseAddress } from '../database/address.ts';
import { serverAccount } from '../database/embedded/account.ts';
import { forgetStore } from '../database/embedded/forget-store.ts';
import { storePlace } from '../database/embedded/store-place.ts';
import { kindFile, kindIn } from '../open-center.ts';
import { lostWithout } from './compare-backup.ts';

/** Why a center's folder stays. Nothing was removed. */
export type ForgetRefusal =
  | { readonly type: 'center-not-made' }
  /** The word is the folder's own name. */
  | { readonly type: 'word-wrong'; readonly word: string }
  /** `DATABASE_URL` is set, or was when this center worked: what is on a server of others is theirs to remove. */
  | { readonly type: 'database-of-others' }
  /** Somebody works with it: so many connections. */
  | { readonly type: 'center-in-use'; readonly connections: number }
  /** A real election, and no backup or no copy of the keys was named. */
  | { readonly type: 'backup-not-named' }
  /** What would be lost: damaged in the backup, missing from it, or changed since. */
  | { readonly type: 'backup-not-enough'; readonly what: readonly string[] };

export type ForgetAnswer =
  /** What lies in the folder and is not the center's own stays, and the folder with it. */
  | {
      readonly ok: true;
      readonly value: { readonly removed: readonly string[]; readonly left: readonly string[] };
    }
  | { readonly ok: false; readonly error: ForgetRefusal };

export interface ForgetOrder {
  readonly home: string;
  readonly databaseUrl: string | undefined;
  /** The last part of the folder's path, typed by a person. */
  readonly word: string;
  readonly backup: string | undefined;
  /** A copy of the folder `keys`. */
  readonly keys: string | undefined;
}

/** From here on the center is no longer one: a call that was cut short is finished by the next one, without asking again. */
const FORGOTTEN = 'forgotten.json';
/** What a center makes in its folder. A real one's published site stays: it is public, and its history is proof. */
const OWN = [
  'files',
  'incoming',
  'keys',
  'portal.snapshot',
  'witnesses.json',
  'postgresql.txt',
  FORGOTTEN,
] as const;
const SITE = ['portal', 'portal.next', 'portal.before'] as const;

/**
 * Removes a center's folder with its embedded server's store, which as root lies elsewhere. A real election's only when a backup that equals what
 * stands there now, and a copy of its keys, lie elsewhere. Blocks of the disk are not overwritten.
 */
export async function forgetCenter(order: ForgetOrder): Promise<ForgetAnswer> {
  const { home, databaseUrl } = order;
  const word = basename(home);
  const isBegun = existsSync(join(home, FORGOTTEN));
  const kind = kindIn(isBegun ? join(home, FORGOTTEN) : kindFile(home));
  if (kind === undefined) return refuse({ type: 'center-not-made' });
  if (order.word !== word) return refuse({ type: 'word-wrong', word });
  if (databaseUrl !== undefined && databaseUrl !== '') return refuse({ type: 'database-of-others' });
  if (!isBegun) {
    const refusal = await whyNot(order, kind);
    if (refusal !== undefined) return refuse(refusal);
    renameSync(kindFile(home), join(home, FORGOTTEN));
  }
  const store = storePlace(home, serverAccount());
  await forgetStore(home);
  const own = kind === 'exercise' ? [...SITE, ...OWN] : OWN;
  const removed = own.filter((name) => existsSync(join(home, name)));
  // the mark goes last: until then the next call knows what was meant
  for (const name of own) rmSync(join(home, name), { recursive: true, force: true });
  const left = readdirSync(home).sort();
  if (left.length === 0) rmdirSync(home);
  return {
    ok: true,
    value: { removed: [store.folder, ...removed.filter((name) => name !== FORGOTTEN)], left },
  };
}

/** Asks everything that may stand against it, and ends the server when nothing does. */
async function whyNot(
  { home, backup, keys }: ForgetOrder,
  kind: 'exercise' | 'real',
): Promise<ForgetRefusal | undefined> {
  if (kind === 'real' && (backup === undefined || keys === undefined)) return { type: 'backup-not-named' };
  const { tables } = storePlace(home, serverAccount());
  // an exercise whose server does not run is in nobody's use, and need not start for this
  if (kind === 'exercise' && !existsSync(join(tables, 'postmaster.pid'))) return undefined;
  if (!existsSync(tables)) return { type: 'database-of-others' };
  const { url, stopServer } = await databaseAddress(home, undefined);
  const connections = await othersOn(url);
  if (connections > 0) return { type: 'center-in-use', connections };
  if (kind === 'real') {
    const lost = [
      ...missingKeys(join(home, 'keys'), keys ?? ''),
      ...(await lostWithout({ url, kind }, backup ?? '')),
    ];
    if (lost.length > 0) return { type: 'backup-not-enough', what: lost };
  }
  await stopServer();
  return undefined;
}

async function othersOn(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ others: number }>(
      "select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rows[0]?.others ?? 0;
  } finally {
    await client.end();
  }
}

/** Keys of the center that the copy has not, byte for byte. */
function missingKeys(folder: string, copy: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const same = (name: string) =>
    existsSync(join(copy, name)) && readFileSync(join(copy, name)).equals(readFileSync(join(folder, name)));
  return readdirSync(folder)
    .filter((name) => !same(name))
    .map((name) => `keys/${name}`);
}

const refuse = (error: ForgetRefusal) => ({ ok: false, error }) as const;
