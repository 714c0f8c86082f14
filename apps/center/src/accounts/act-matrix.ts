import type { Bilingual } from '@bilik/election';
import { officeRoleTitle } from '@bilik/words/office-roles';
import { ACTS, type ActName } from './acts.ts';
import { ROLE_LEVELS, ROLES, type Role } from './roles.ts';

type RoomOf<Name> = Name extends `${infer Room}.${string}` ? Room : never;

/** What each room of the table of acts is called; a room that is missing here does not compile. */
const ROOM_TITLES: Readonly<Record<RoomOf<ActName>, Bilingual>> = {
  accounts: { id: 'Akun', en: 'Accounts' },
  files: { id: 'Berkas', en: 'Files' },
  'set-up': { id: 'Acara dan aturan', en: 'Events and rules' },
  calendar: { id: 'Kalender tahapan', en: 'Calendar of stages' },
  candidates: { id: 'Calon', en: 'Candidates' },
  voters: { id: 'Daftar pemilih', en: 'Voter lists' },
  ceremony: { id: 'Upacara kunci', en: 'Key ceremony' },
  packages: { id: 'Paket dan kartu', en: 'Packages and cards' },
  intake: { id: 'Kiriman TPS', en: 'Deliveries' },
  sheets: { id: 'Lembar TPS kertas', en: 'Sheets of paper polling places' },
  lanes: { id: 'Tiga jalur hasil', en: 'Three lanes of results' },
  tabulation: { id: 'Jumlah', en: 'Sums' },
  outcome: { id: 'Pemenang sampai keputusan', en: 'From the winner to the decree' },
  publish: { id: 'Menerbitkan', en: 'Publishing' },
};

const LEVEL_NAMES: Readonly<Record<number, Bilingual>> = {
  1: { id: 'provinsi', en: 'province' },
  2: { id: 'kabupaten', en: 'regency' },
  3: { id: 'kecamatan', en: 'sub-district' },
  4: { id: 'desa', en: 'village' },
};

/** One act as the matrix shows it. */
export interface MatrixRow {
  readonly name: ActName;
  readonly sentence: Bilingual;
  /** In the order of `ROLES`. */
  readonly may: readonly boolean[];
}

/** The acts of each room, rooms in the order of the work. */
export function actMatrix(): readonly { readonly title: Bilingual; readonly rows: readonly MatrixRow[] }[] {
  const names = Object.keys(ACTS) as ActName[];
  return Object.entries(ROOM_TITLES).map(([room, title]) => ({
    title,
    rows: names
      .filter((name) => name.startsWith(`${room}.`))
      .map((name) => ({
        name,
        sentence: ACTS[name].sentence,
        may: ROLES.map((role) => (ACTS[name].roles as readonly string[]).includes(role)),
      })),
  }));
}

/** Everything that a role may do. */
export function actsOfRole(role: Role): readonly string[] {
  return Object.entries(ACTS).flatMap(([name, { roles }]) =>
    (roles as readonly Role[]).includes(role) ? [name] : [],
  );
}

const both = ({ id, en }: Bilingual) => (id === en ? id : `${id} / ${en}`);
/** A line break within a cell, or another column, would break the table. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The matrix as Markdown, from the very table by which the doors decide. Indonesian first. */
export function actMatrixMarkdown(): string {
  const levelsOf = (levels: readonly number[]) =>
    levels.map((level) => both(LEVEL_NAMES[level] ?? { id: `${level}`, en: `${level}` })).join(', ');
  return [
    '# Siapa boleh apa di kantor kabupaten / who may do what at the center',
    '',
    'Dibuat dari kode: `bilik center acts`. / Made from the code by `bilik center acts`; a test keeps this page equal to it.',
    '',
    '**ya** = peran ini boleh, di wilayah akunnya / the role may, in the area of its account · – = tidak boleh / may not.',
    '',
    '**Wilayah lain / another’s area**: tidak ada, untuk semua peran dan semua perbuatan. Basis data tidak memperlihatkan baris wilayah lain dan menolak menulisnya; hanya halaman ini boleh dibaca semua. / None, for every role and every act. The database shows no row of another area and refuses to write one; this page alone is read by everybody. `apps/center/test/every-act.slow.test.ts` calls every act as every role, of this regency and of another.',
    '',
    '**Dua orang / two people**: perbuatan yang memerlukan orang kedua atau ketiga (ketikan kedua, penyelesaian, pemeriksaan yang tertahan) menolak orang yang sama. / Acts that want a second or third person (second entry, resolving, clearing what is held) refuse the same one.',
    '',
    '## Peran / roles',
    '',
    '| Peran / role | wilayah akunnya / the area of its account |',
    '|---|---|',
    ...ROLES.map((role) => `| ${both(officeRoleTitle(role))} \`${role}\` | ${levelsOf(ROLE_LEVELS[role])} |`),
    '',
    ...actMatrix().flatMap(({ title, rows }) => [
      `## ${both(title)}`,
      '',
      `| Perbuatan / act | ${ROLES.map((role) => both(officeRoleTitle(role))).join(' | ')} |`,
      `|---|${ROLES.map(() => '---').join('|')}|`,
      ...rows.map(
        ({ name, sentence, may }) =>
          `| ${cell(both(sentence))} \`${name}\` | ${may.map((yes) => (yes ? '**ya**' : '–')).join(' | ')} |`,
      ),
      '',
    ]),
  ].join('\n');
}
