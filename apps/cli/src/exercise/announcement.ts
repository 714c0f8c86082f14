import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { RegencyStanding } from '../regency/open-regency.ts';
import { HALL_BOARD } from './exercise-devices.ts';
import { openingPath } from './outside-world.ts';

/** Where the devices of an open exercise are. */
export interface Addresses {
  readonly outside: string;
  /** How many desks there are. */
  readonly desks: number;
  readonly booths: readonly string[];
  readonly trustees: readonly string[];
}

/** The command line that opens an exercise again, as it is typed. @param words those that differ from what is usual */
export function commandAgain(words: {
  readonly home?: string | undefined;
  readonly port?: string | undefined;
}): string {
  const told = Object.entries(words).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, inShell(value)],
  );
  return told.length === 0 ? 'npm start' : `npm start -- ${told.join(' ')}`;
}

function inShell(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** What `npm start` says once all is open: the address that leads first, then all others, then how to stop. @param again the command line that opens it again */
export function announce(
  { outside, desks, booths, trustees }: Addresses,
  {
    hasTool,
    again,
    regency,
  }: { readonly hasTool: boolean; readonly again: string; readonly regency: AnnouncedRegency },
): string {
  const others: readonly (readonly [name: string, urls: readonly string[]])[] = [
    ['Papan TPS / board', [`${outside}${openingPath(HALL_BOARD)}`]],
    [
      'Meja e-verifikasi / desk',
      Array.from({ length: desks }, (_, index) => `${outside}${openingPath(`desk-${index + 1}`)}`),
    ],
    ['Tumpukan kartu / card pile', [`${outside}/luar/#kartu`]],
    ['Bilik / booth', booths.map((url) => `${url}/bilik/`)],
    ['Pemegang kunci / trustees', trustees.map((url) => `${url}/`)],
  ];
  const width = Math.max(...others.map(([name]) => name.length));
  return [
    '',
    'LATIHAN · EXERCISE: TPS 01 Melati, Merah Mata, Banyuasin. Semua orang rekaan. / All people are invented.',
    '',
    'Buka ini dahulu; halaman ini memandu seluruh hari. / Open this first; it leads through the day:',
    '',
    `    ${outside}/luar/`,
    '',
    ...others.map(([name, urls]) => `  ${name.padEnd(width)}  ${shortened(urls).join('  ')}`),
    '',
    ...REGENCY_WORDS[regency],
    ...(hasTool ? [] : [NO_TOOL]),
    `Berhenti / stop: Ctrl+C, semua tersimpan / all is kept. Lanjut / go on: ${again}. Mulai baru / anew: ${again}${again.includes(' -- ') ? '' : ' --'} --fresh`,
    '',
  ].join('\n');
}

/** Whether a regency opens beside the polling place. */
export type AnnouncedRegency = 'follows' | 'left-out' | 'prepared-without';

const REGENCY_WORDS: Readonly<Record<AnnouncedRegency, readonly string[]>> = {
  follows: [
    'Kantor kabupaten dibuka sesudah ini, setengah menit. / The regency opens after this, in half a minute.',
    '',
  ],
  'left-out': [],
  'prepared-without': [
    'Latihan ini disiapkan tanpa kabupaten. Dengan kabupaten / prepared without a regency; with one: --fresh',
    '',
  ],
};

/** What `npm start` says of the regency once it is open, or why it is not. */
export function announceRegency(outside: string, { step, url, people, said }: RegencyStanding): string {
  if (step !== 'open') {
    return [
      `Kantor kabupaten tidak terbuka; TPS tetap berjalan. / The regency did not open; the polling place runs on: ${said ?? step}`,
      'Tanpa PostgreSQL tertanam / without embedded PostgreSQL: DATABASE_URL=postgres://… npm start',
      '',
    ].join('\n');
  }
  return [
    '',
    'Kantor kabupaten / regency: Banyuasin. Masuk dengan satu klik / one click signs in:',
    '',
    `    ${outside}/luar/#kabupaten`,
    '',
    `  Kantor / office         ${url}/kantor/   (${people.length} orang / people)`,
    `  Yang diumumkan / public ${url}/publik/`,
    `  Telepon, bukti, cek     ${['telepon', 'bukti', 'cek'].map((page) => `${url}/${page}/`).join('  ')}`,
    '',
    `Semua alamat untuk dicetak / all addresses, to print: ${outside}/luar/#alamat`,
    '',
  ].join('\n');
}

const NO_TOOL =
  'belenios-tool belum terpasang; hanya perlu untuk pemeriksaan kedua. / is not installed; only the second check needs it.\n' +
  '  apt-get install belenios-tool   (Debian, Ubuntu)';

/** The first address whole, of the others what differs, path or port: five lines would push the first address out of sight. */
function shortened(urls: readonly string[]): readonly string[] {
  const [first = ''] = urls;
  return urls.map((url, index) => {
    if (index === 0) return url;
    const { origin, pathname, port } = new URL(url);
    return first.startsWith(origin) ? pathname : `:${port}`;
  });
}

/** What to do when a port is taken. @param free a first port from which on all are free */
export function portTaken(port: number, first: number, free: number): string {
  return [
    `Pintu ${port} sudah dipakai; tidak ada yang dibuka. Mungkin Bilik sudah berjalan: lihat http://127.0.0.1:${first}/luar/, atau hentikan dengan Ctrl+C di jendelanya.`,
    `Port ${port} is taken by another program; nothing was opened. Bilik may run already: see http://127.0.0.1:${first}/luar/, or stop it with Ctrl+C in its window.`,
    `Di pintu lain / on other ports: npm start -- --port ${free}`,
  ].join('\n');
}

/** What to do when an exercise already runs in the folder. */
export function homeInUse(root: string): string {
  return [
    `Latihan di ${root} sedang berjalan; tidak ada yang berubah. Hentikan dahulu dengan Ctrl+C di jendelanya, atau pakai folder lain: --home FOLDER`,
    `An exercise runs in ${root}; nothing was changed. Stop it first with Ctrl+C in its window, or use another folder: --home FOLDER`,
  ].join('\n');
}

/** Whether a program can be started by its name alone. @param path the environment's list of folders */
export function isOnPath(program: string, path: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      if (folder === '') return false;
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
