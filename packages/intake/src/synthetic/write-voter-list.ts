import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { ListedPerson } from '../list/imported-voter.ts';
import { columnLetter, type DateSystem } from '../source/cell.ts';
import type { TextEncoding } from '../source/text-decoding.ts';
import { listTable, type TableStyle, type WrittenCell } from './list-table.ts';

/** A list as a CSV file. */
export interface SeparatedStyle extends TableStyle {
  readonly format: 'csv';
  readonly separator: ';' | ',' | '\t';
  /** `utf-8-mark` begins with a byte order mark, as Excel writes it; so does `utf-16le`. */
  readonly encoding: TextEncoding | 'utf-8-mark';
  readonly lineEnd: '\r\n' | '\n';
}

/** A list as an .xlsx file. */
export interface WorkbookStyle extends TableStyle {
  readonly format: 'xlsx';
  readonly dateSystem: DateSystem;
  /** One sheet for everybody, or one for each hamlet. */
  readonly sheets: 'one' | 'by-hamlet';
}

export type ListStyle = SeparatedStyle | WorkbookStyle;

/** What the `bilik synthetic-list` command writes by default. */
export const PLAIN_STYLE: TableStyle = {
  titles: 'plain',
  birth: 'apart',
  dates: 'slashes',
  sex: 'letter',
  neighbourhoods: 'apart',
  hasHeading: true,
  hasColumnNumbers: false,
  hasFooter: false,
  rowsPerPage: null,
};

/**
 * Writes a list as an office would have made it. Every row is marked as made up; with a heading, the file says so in its first rows.
 * @returns the bytes of the file
 */
export async function writeVoterList(people: readonly ListedPerson[], style: ListStyle): Promise<Uint8Array> {
  return style.format === 'csv' ? writeSeparated(people, style) : await writeWorkbook(people, style);
}

function writeSeparated(people: readonly ListedPerson[], style: SeparatedStyle): Uint8Array {
  const lines = listTable(people, style, 1900).map((cells) =>
    cells
      .map((cell) => quoted(typeof cell === 'string' ? cell : String(cell.serial), style.separator))
      .join(style.separator),
  );
  return encoded(`${lines.join(style.lineEnd)}${style.lineEnd}`, style.encoding);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function encoded(text: string, encoding: SeparatedStyle['encoding']): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-mark':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
  }
}

async function writeWorkbook(people: readonly ListedPerson[], style: WorkbookStyle): Promise<Uint8Array> {
  const { write } = await import('@e965/xlsx');
  const groups =
    style.sheets === 'one' ? new Map([['DPT', people]]) : Map.groupBy(people, ({ hamlet }) => hamlet);
  const workbook: WorkBook = {
    SheetNames: [],
    Sheets: {},
    Workbook: { WBProps: { date1904: style.dateSystem === 1904 } },
  };
  for (const [name, members] of groups) {
    const sheetName = name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31);
    workbook.SheetNames.push(sheetName);
    workbook.Sheets[sheetName] = sheetOf(listTable(members, style, style.dateSystem));
  }
  const bytes: ArrayBuffer = write(workbook, {
    type: 'array',
    bookType: 'xlsx',
    bookSST: true,
    compression: true,
  });
  return new Uint8Array(bytes);
}

function sheetOf(rows: readonly (readonly WrittenCell[])[]): WorkSheet {
  const table = rows.map((cells) => cells.map(cellObject));
  const width = Math.max(1, ...rows.slice(0, 100).map((cells) => cells.length));
  return {
    '!data': table,
    '!ref': `A1:${columnLetter(width - 1)}${Math.max(1, rows.length)}`,
  };
}

function cellObject(cell: WrittenCell): CellObject {
  if (typeof cell === 'string') return cell === '' ? { t: 'z' } : { t: 's', v: cell };
  return { t: 'n', v: cell.serial, z: 'dd/mm/yyyy' };
}
