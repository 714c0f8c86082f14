import { execFileSync } from 'node:child_process';
import { appMain, buildPages } from '../processes/app-process.ts';
import { runApp } from '../processes/run-app.ts';

/** The center's own words: its flags are read in its own process. */
export function centerUsage(): string {
  return execFileSync(process.execPath, [appMain('center'), '--help'], { encoding: 'utf8' }).trimEnd();
}

export const BACKUP_USAGE = `bilik backup --home DIR --out FOLDER
  Semua tabel dan situs umum pada satu saat, dan semua berkas; tanpa kunci.
  All tables and the public site of one moment, and all files; without keys.`;
export const RESTORE_USAGE = `bilik restore --home DIR --from FOLDER
  Ke folder dan basis data yang kosong; tiap tabel dibandingkan. DIR/portal yang lebih baru daripada cadangan dipakai.
  Into an empty folder and database; each table is compared. A DIR/portal that is newer than the backup is used.`;

/** One part of the center's commands under a name of its own. */
export function centerPart(part: 'backup' | 'restore', parameters: readonly string[]): Promise<number> {
  return centerCommand([part, ...parameters]);
}

/** `bilik center`: the center's own process, with this terminal. @returns its exit code */
export function centerCommand(parameters: readonly string[]): Promise<number> {
  if (parameters[0] === 'api') buildPages();
  return runApp('center', parameters);
}
