import { type CivilDate, civilDate } from '@bilik/election';
import { type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import type { ImportOptions } from '../src/index.ts';
import type { ImportedVoter } from '../src/list/imported-voter.ts';
import { type ListReading, readVoterList } from '../src/list/list-reading.ts';

/** Voting day of all small lists. */
export const VOTING_DATE: CivilDate = civilDate('2026-11-15');

/** Sub-district 98 does not exist in 16.07: these numbers are nobody's, though their serials are not zero. */
export const OPTIONS: ImportOptions = { purpose: 'real', votingDate: VOTING_DATE };

export const TITLES = [
  'No',
  'No KK',
  'NIK',
  'Nama',
  'Tempat Lahir',
  'Tanggal Lahir',
  'Status',
  'JK',
  'Dusun',
  'RT',
  'RW',
  'Ket',
] as const;
export type Title = (typeof TITLES)[number];

const PEOPLE: readonly (readonly string[])[] = [
  [
    '1',
    '1607980101100001',
    '1607981708580001',
    'SUTRISNO',
    'BLITAR',
    '17/08/1958',
    'S',
    'L',
    'Dusun I',
    '001',
    '001',
    '',
  ],
  [
    '2',
    '1607980101100001',
    '1607984204630002',
    'SRI LESTARI',
    'BLITAR',
    '02/04/1963',
    'S',
    'P',
    'Dusun I',
    '001',
    '001',
    '',
  ],
  [
    '3',
    '1607980505150003',
    '1607983012900003',
    'RIO SAPUTRA',
    'BETUNG',
    '30/12/1990',
    'B',
    'L',
    'Dusun II',
    '002',
    '001',
    '',
  ],
  [
    '4',
    '1607980606160004',
    '1607985109050004',
    'NADIA SARI',
    'SEKAYU',
    '11/09/2005',
    'B',
    'P',
    'Dusun II',
    '002',
    '001',
    '',
  ],
];

/** Cells of a sheet; row 1 first. Numbers and ready-made cells go into workbooks only. */
export type Table = (string | number | boolean | CellObject)[][];

/** Titles in row 1 and four people in rows 2 to 5. Columns A to L are `TITLES`. */
export function smallList(change?: (table: Table) => void): Table {
  const table: Table = [[...TITLES], ...PEOPLE.map((row) => [...row])];
  change?.(table);
  return table;
}

/** The small list with one cell changed; `row` counts from 1 as a spreadsheet does. */
export function withCell(row: number, title: Title, value: Table[number][number]): Table {
  return smallList((table) => setCell(table, row, title, value));
}

export function setCell(table: Table, row: number, title: Title, value: Table[number][number]): void {
  const cells = table[row - 1];
  if (cells === undefined) throw new RangeError(`no row ${row}`);
  cells[TITLES.indexOf(title)] = value;
}

export function letterOf(title: Title): string {
  return String.fromCharCode(65 + TITLES.indexOf(title));
}

/** A CSV file without any quotation marks but those in the cells. */
export function csv(table: Table, separator = ';', lineEnd = '\r\n'): Buffer {
  return Buffer.from(table.map((row) => row.join(separator)).join(lineEnd) + lineEnd, 'utf8');
}

/** An .xlsx file with one sheet for each table. */
export function xlsx(
  sheets: Readonly<Record<string, Table>>,
  adjust?: (workbook: WorkBook, sheetNamed: (name: string) => WorkSheet) => void,
): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, table] of Object.entries(sheets)) {
    const rows = table.map((row) => row.map((cell) => (cell === '' ? null : cell)));
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name);
  }
  adjust?.(workbook, (name) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) throw new RangeError(`no sheet ${name}`);
    return sheet;
  });
  const bytes: ArrayBuffer = write(workbook, { type: 'array', bookType: 'xlsx', compression: true });
  return new Uint8Array(bytes);
}

/** Rewrites one part of an .xlsx file. */
export function withPart(file: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const part = parts[path];
  if (part === undefined) throw new RangeError(`no part ${path}`);
  parts[path] = Buffer.from(change(Buffer.from(part).toString('utf8')));
  return zipSync(parts);
}

export async function* chunksOf(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Reads in this thread, as the reading thread does. */
export async function readHere(
  file: Uint8Array,
  options: ImportOptions = OPTIONS,
): Promise<ListReading & { readonly voters: readonly ImportedVoter[] }> {
  const voters: ImportedVoter[] = [];
  const reading = await readVoterList(chunksOf(file), options, (batch) => {
    voters.push(...batch);
  });
  return { ...reading, voters };
}

/** A problem in one line, as in `duplicate-nik DPT 3 C`. */
export function outline(reading: ListReading): readonly string[] {
  return reading.problems.map(({ kind, sheet, row, column }) =>
    [kind, sheet, row, column?.letter].filter((part) => part != null).join(' '),
  );
}
