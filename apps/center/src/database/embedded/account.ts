import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Under whom the server runs: PostgreSQL refuses root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  /** Whether it is the account of this very process. */
  readonly isOwn: boolean;
}

/** Taken if there, in this order; the first is made. A server that is installed later brings the second, and our stores stay with the first. */
const NAMES = ['bilik-postgres', 'postgres'] as const;

/** @errors throws as root on a machine where neither account exists and none can be made */
export function serverAccount(): Account {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0, isOwn: true };
  const found = findAccount();
  if (found !== undefined) return found;
  const made = spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    NAMES[0],
  ]);
  const account = findAccount();
  if (account !== undefined) return account;
  throw new Error(
    `PostgreSQL does not run as root, and the account ${NAMES[0]} could not be made (useradd: ${made.stderr?.toString().trim() ?? 'absent'}). ` +
      `Nothing was changed. Make an account named ${NAMES[0]}, or start Bilik as another user.`,
  );
}

function findAccount(): Account | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of NAMES) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid), isOwn: false };
  }
  return undefined;
}
