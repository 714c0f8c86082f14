import { buildPages } from '../processes/app-process.ts';
import { runApp } from '../processes/run-app.ts';

export const USAGE = `bilik center init|set-up|api|worker|stop --home DIR …
  Kantor kabupaten: basis data, halaman kerja, pemeriksa hasil. / The regency's office: database, pages, workers.
  Semua pilihannya: bilik center (tanpa apa-apa). / All its flags: bilik center (with nothing).`;

export const BACKUP_USAGE = `bilik backup --home DIR --out FOLDER
  Semua tabel pada satu saat, dan semua berkas; tanpa kunci. / All tables of one moment, and all files; without keys.`;
export const RESTORE_USAGE = `bilik restore --home DIR --from FOLDER
  Ke folder dan basis data yang kosong; tiap tabel dibandingkan. / Into an empty folder and database; each table is compared.`;

/** One part of the center's commands under a name of its own. */
export function centerPart(part: 'backup' | 'restore', parameters: readonly string[]): Promise<number> {
  return centerCommand([part, ...parameters]);
}

/** `bilik center`: the center's own process, with this terminal. @returns its exit code */
export function centerCommand(parameters: readonly string[]): Promise<number> {
  if (parameters[0] === 'api') buildPages();
  return runApp('center', parameters);
}
