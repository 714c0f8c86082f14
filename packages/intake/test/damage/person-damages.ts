import { villageCodeSchema } from '@bilik/election';
import type { ImportOptions, ProblemKind } from '../../src/index.ts';
import { csv, letterOf, setCell, smallList, type Table, type Title, withCell, xlsx } from '../small-list.ts';
import type { Damage } from './damage.ts';

type Value = Table[number][number];

/** A CSV file in which one cell of row 3 (SRI LESTARI, born 1963-04-02) is wrong. */
function inText(
  what: string,
  title: Title,
  value: string,
  kind: ProblemKind,
  options: Partial<ImportOptions> = {},
): Damage {
  return {
    what,
    file: () => csv(withCell(3, title, value)),
    options,
    problems: [`${kind} 3 ${letterOf(title)}`],
  };
}

/** The same in a workbook, for cells that are not text. */
function inWorkbook(what: string, title: Title, value: Value, kind: ProblemKind): Damage {
  return {
    what,
    file: () => xlsx({ DPT: withCell(3, title, value) }),
    problems: [`${kind} DPT 3 ${letterOf(title)}`],
  };
}

/** A list with other titles or more columns, changed by hand. */
function inTable(
  what: string,
  change: (table: Table) => void,
  problems: Damage['problems'],
  options: Partial<ImportOptions> = {},
): Damage {
  return { what, file: () => csv(smallList(change)), options, problems };
}

/** Puts a column after the last one. */
function addColumn(table: Table, title: string, values: readonly string[]): void {
  for (const [index, row] of table.entries()) row.push(index === 0 ? title : (values[index - 1] ?? ''));
}

const VILLAGE = { code: villageCodeSchema.parse('16.07.05.2003'), name: 'Bukit' };
const VILLAGES = [
  VILLAGE,
  { code: villageCodeSchema.parse('16.07.05.2004'), name: 'Suka Mulya' },
  { code: villageCodeSchema.parse('16.07.05.2005'), name: 'Suka Maju' },
  { code: villageCodeSchema.parse('16.07.01.2005'), name: 'Sukamulya' },
];
const NO_DAY = { t: 'n', v: 60, z: 'dd/mm/yyyy' } as const;

/** Everything that was ever seen, or can be, in one person's row. */
export const PERSON_DAMAGES: readonly Damage[] = [
  inText('NIK left out', 'NIK', '', 'nik-missing'),
  inText('NIK replaced by a dash', 'NIK', '-', 'nik-missing'),
  inText('NIK in scientific notation', 'NIK', '1.60712E+15', 'identity-scientific'),
  inText('NIK in scientific notation with a comma', 'NIK', '1,60798E+15', 'identity-scientific'),
  inWorkbook(
    'NIK kept as a number whose last digit became 0',
    'NIK',
    1607984204630000,
    'identity-digits-lost',
  ),
  inWorkbook('NIK kept as a number with all digits', 'NIK', 1607984204630002, 'identity-as-number'),
  inWorkbook('NIK above 2^53 kept as a number', 'NIK', 9471984204630002, 'identity-digits-lost'),
  inText('NIK written by a statistics program', 'NIK', '1607984204630000.0', 'identity-digits-lost'),
  inText('NIK of 15 digits', 'NIK', '160798420463002', 'identity-length'),
  inText('NIK of 17 digits', 'NIK', '16079842046300021', 'identity-length'),
  inText('NIK with the letter O', 'NIK', '16O7984204630002', 'identity-letters'),
  inText('NIK that is an invented text', 'NIK', 'belum ada (2026) 123456', 'identity-letters'),
  inText('NIK with serial 0000', 'NIK', '1607984204630000', 'nik-serial-zero'),
  inText('NIK of a list for exercises', 'NIK', '1607994204630002', 'nik-synthetic'),
  inText('family card of 14 digits', 'No KK', '16079801011000', 'identity-length'),
  inText('family card in scientific notation', 'No KK', '1.6E+15', 'identity-scientific'),
  inWorkbook('family card kept as a number', 'No KK', 1607980101100000, 'identity-digits-lost'),
  inText('area part of a NIK that no area has', 'NIK', '0007984204630002', 'nik-area'),
  inText('month 13 in a NIK', 'NIK', '1607984213630002', 'nik-birth-not-a-date'),
  inText('another birth date than the NIK', 'Tanggal Lahir', '05/04/1963', 'nik-birth-differs'),
  inText('another sex than the NIK', 'JK', 'L', 'nik-sex-differs'),
  inText('day and month swapped', 'Tanggal Lahir', '04/02/1963', 'birth-day-month-swapped'),
  inText(
    'dates from a workbook of the 1904 system',
    'Tanggal Lahir',
    '03/04/1967',
    'birth-date-four-years-off',
  ),
  inText('name left out', 'Nama', '', 'name-missing'),
  inText('number in the column of names', 'Nama', '1963', 'name-is-number'),
  inText('markup in a name', 'Nama', 'SRI <b>LESTARI</b>', 'name-characters'),
  inText('digits in a name', 'Nama', 'SRI LESTARI 2', 'name-has-digits'),
  inText('dead person by the name', 'Nama', 'SRI LESTARI (ALMH)', 'name-says-deceased'),
  inText('formula instead of a name', 'Nama', '=HYPERLINK(1)', 'formula-text'),
  inText('at-sign formula instead of a name', 'Nama', '@SUM(A1)', 'formula-text'),
  inText('UTF-8 read as Windows-1252', 'Nama', 'SRI LESTARÃ\u00ad', 'text-damaged'),
  inText('letter replaced by a question mark', 'Nama', 'MA?RUFAH', 'text-damaged'),
  inText('text turned round by a hidden mark', 'Nama', 'SRI \u202eIRATSEL', 'hidden-characters'),
  inText('control character in a name', 'Nama', 'SRI\u0007LESTARI', 'hidden-characters'),
  inText('name of 101 letters', 'Nama', 'A'.repeat(101), 'text-too-long'),
  inText('birth place left out', 'Tempat Lahir', '', 'birth-place-missing'),
  inText('birth date left out', 'Tanggal Lahir', '', 'birth-date-missing'),
  inText(
    'birth date in words that are no date',
    'Tanggal Lahir',
    'sebelum Proklamasi',
    'birth-date-unreadable',
  ),
  inText('birth date in American order', 'Tanggal Lahir', '04/22/1963', 'birth-date-month-first'),
  inText('only a year of birth', 'Tanggal Lahir', '1963', 'birth-date-incomplete'),
  inText('day and month 00', 'Tanggal Lahir', '00/00/1963', 'birth-date-incomplete'),
  inText('month and year of birth', 'Tanggal Lahir', 'April 1963', 'birth-date-incomplete'),
  inText('year of two digits', 'Tanggal Lahir', '02/04/63', 'birth-date-two-digit-year'),
  inText(
    'year of two digits that age cannot settle',
    'Tanggal Lahir',
    '02-Apr-14',
    'birth-date-two-digit-year',
    {
      twoDigitYears: 'by-age',
    },
  ),
  inText('31 February', 'Tanggal Lahir', '31/02/1963', 'birth-date-impossible'),
  inText('29 February of a common year', 'Tanggal Lahir', '29 Februari 1963', 'birth-date-impossible'),
  inText('birth after voting day', 'Tanggal Lahir', '02/04/2063', 'birth-date-future'),
  inText('birth 130 years ago', 'Tanggal Lahir', '02/04/1896', 'birth-date-too-long-ago'),
  inText('serial number of a day in a CSV file', 'Tanggal Lahir', '23103', 'birth-date-as-number'),
  inWorkbook('serial number that is not formatted as a day', 'Tanggal Lahir', 23103, 'birth-date-as-number'),
  inWorkbook('number too large for a day', 'Tanggal Lahir', 2041963, 'birth-date-unreadable'),
  inWorkbook('year as a number', 'Tanggal Lahir', 1963, 'birth-date-incomplete'),
  inWorkbook('29 February 1900, which only Excel knows', 'Tanggal Lahir', NO_DAY, 'birth-date-unreadable'),
  inText('sex left out', 'JK', '', 'sex-missing'),
  inText('sex in a word that is none', 'JK', 'X', 'sex-unknown'),
  inText('marital status left out', 'Status', '', 'marital-status-missing'),
  inText('marital status in a word that is none', 'Status', 'Z', 'marital-status-unknown'),
  inText('hamlet left out', 'Dusun', '', 'hamlet-missing'),
  inText('hamlet of another village', 'Dusun', 'Dusun Seberang', 'hamlet-unknown', {
    hamlets: ['Dusun I', 'Dusun II'],
  }),
  inText('RT in letters', 'RT', 'satu', 'rt-rw-not-number'),
  inText('RW of four digits', 'RW', '0001', 'rt-rw-not-number'),
  inText('list number in letters', 'No', 'tiga', 'list-number-not-number'),
  inTable(
    'numbers that may be real people\u2019s in an exercise',
    (table) => table.splice(3),
    ['nik-not-synthetic 2 C', 'nik-not-synthetic 3 C'],
    { purpose: 'exercise' },
  ),
  inTable(
    'one person under two numbers',
    (table) => {
      setCell(table, 4, 'No KK', '1607980101100001');
      setCell(table, 4, 'Nama', 'sri  lestari');
      setCell(table, 4, 'Tanggal Lahir', '02-04-1963');
      setCell(table, 4, 'JK', 'P');
      setCell(table, 4, 'NIK', '1607984204630003');
    },
    ['likely-same-person 4 D'],
  ),
  inTable(
    'NIK of somebody else in the list',
    (table) => {
      const [, , copy] = table;
      if (copy !== undefined) table.push([...copy]);
    },
    ['duplicate-nik 6 C'],
  ),
  inTable(
    'one number three times',
    (table) => {
      setCell(table, 4, 'NIK', '1607981708580001');
      setCell(table, 5, 'NIK', '1607981708580001');
    },
    [
      'nik-birth-differs 4 F',
      'duplicate-nik 4 C',
      'nik-birth-differs 5 F',
      'nik-sex-differs 5 H',
      'duplicate-nik 5 C',
    ],
  ),
  inTable(
    'somebody of 106 years',
    (table) => {
      setCell(table, 3, 'NIK', '1607984204200002');
      setCell(table, 3, 'Tanggal Lahir', '2 April 1920');
    },
    ['very-old 3 F'],
  ),
  inTable(
    'a child',
    (table) => {
      setCell(table, 4, 'NIK', '1607981611090003');
      setCell(table, 4, 'Tanggal Lahir', '16/11/2009');
    },
    ['under-age 4 F'],
  ),
  inTable(
    'marks in both columns of sex, and in none',
    (table) => {
      for (const [index, row] of table.entries()) {
        const [man, woman] =
          [
            ['L', 'P'],
            ['v', 'v'],
            ['', ''],
            ['v', ''],
            ['', 'v'],
          ][index] ?? [];
        row.splice(7, 1, man ?? '', woman ?? '');
      }
    },
    ['sex-both-marked 2 I', 'sex-missing 3 H'],
  ),
  inTable(
    'RT and RW in one column, one of them not so',
    (table) => {
      for (const [index, row] of table.entries()) {
        row.splice(9, 2, ['RT/RW', '001/001', '5', 'RT 02 RW 01', ''][index] ?? '');
      }
    },
    ['rt-rw-not-number 3 J'],
  ),
  inTable(
    'place and day of birth in one column, with gaps',
    (table) => {
      for (const [index, row] of table.entries()) {
        const both = ['TTL', '17-08-1958', 'BLITAR', 'BETUNG, 30 Desember 1990', ''][index] ?? '';
        row.splice(4, 2, both);
      }
    },
    [
      'birth-place-missing 2 E',
      'birth-date-missing 3 E',
      'birth-place-missing 5 E',
      'birth-date-missing 5 E',
    ],
  ),
  inTable(
    'rows of another village by its name',
    (table) => addColumn(table, 'Desa', ['Desa BUKIT', 'bukit', 'Suka Mulya', '']),
    ['other-village 4 M'],
    { village: VILLAGE },
  ),
  inTable(
    'rows of another village by its code',
    (table) => addColumn(table, 'Kode Desa', ['16.07.05.2003', '16.07.05.2004', '1607050003', '16/07']),
    ['other-village 3 M', 'village-code-bps 4 M', 'village-code-malformed 5 M'],
    { village: VILLAGE },
  ),
  inTable(
    'rows of a list of several villages that name none of them',
    (table) => addColumn(table, 'Kode Desa', ['16.07.05.2003', '', '16.07.09.2001', '1607050003']),
    ['village-missing 3 M', 'village-not-in-list 4 M', 'village-code-bps 5 M'],
    { villages: VILLAGES },
  ),
  inTable(
    'a list of one village that was sent as one of several: said once, whatever its length',
    (table) => addColumn(table, 'Kode Desa', ['', '', '', '']),
    ['village-missing 2 M'],
    { villages: VILLAGES },
  ),
  inTable(
    'a name that two villages of the list have',
    (table) => addColumn(table, 'Desa', ['Bukit', 'SUKA MULYA', 'Suka Maju', 'Taja']),
    ['village-name-not-enough 3 M', 'village-not-in-list 5 M'],
    { villages: VILLAGES },
  ),
  inTable(
    'a NIK on rows of two villages of a list of several',
    (table) => {
      addColumn(table, 'Kode Desa', ['16.07.05.2003', '16.07.05.2004', '16.07.05.2004', '16.07.05.2004']);
      setCell(table, 3, 'NIK', '1607981708580001');
      setCell(table, 3, 'Tanggal Lahir', '17/08/1958');
      setCell(table, 3, 'JK', 'L');
    },
    ['nik-in-other-village 3 C'],
    { villages: VILLAGES },
  ),
  inTable(
    'many things wrong with one person',
    (table) => {
      setCell(table, 3, 'NIK', '1,60798E+15');
      setCell(table, 3, 'Nama', '');
      setCell(table, 3, 'JK', '?');
      setCell(table, 3, 'Tanggal Lahir', '31/04/1963');
      setCell(table, 3, 'RT', '#');
    },
    [
      'identity-scientific 3 C',
      'name-missing 3 D',
      'sex-unknown 3 H',
      'birth-date-impossible 3 F',
      'rt-rw-not-number 3 J',
    ],
  ),
];
