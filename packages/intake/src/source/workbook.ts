import { fail, type Result, succeed } from '@bilik/election';
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { Cell, DateSystem, MergedRange, SourceRow, SourceSheet } from './cell.ts';
import type { WorkbookParts } from './workbook-archive.ts';

/**
 * Reads the sheets of a checked workbook. The parser gets an archive that holds nothing but the parts that were checked.
 * @param parts what `openWorkbookArchive` let through
 * @param maxColumns cells further right are not read; their row says so
 * @errors 'workbook-damaged' when the parser cannot read a sheet; no sheet is dropped silently
 */
export function openWorkbook(
  parts: WorkbookParts,
  maxColumns: number,
): Result<readonly SourceSheet[], 'workbook-damaged'> {
  let workbook: WorkBook;
  try {
    workbook = read(zipSync({ ...parts }, { level: 0 }), {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } catch {
    return fail('workbook-damaged');
  }
  const dateSystem: DateSystem = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const sheets: SourceSheet[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) return fail('workbook-damaged');
    sheets.push({
      name,
      isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      dateSystem,
      hiddenColumns: hiddenColumnsOf(sheet),
      tallMerges: tallMergesOf(sheet),
      rows: rowsOf(sheet, maxColumns),
    });
  }
  return succeed(sheets);
}

function hiddenColumnsOf(sheet: WorkSheet): ReadonlySet<number> {
  const hidden = new Set<number>();
  sheet['!cols']?.forEach((column, index) => {
    if (column?.hidden === true) hidden.add(index);
  });
  return hidden;
}

function tallMergesOf(sheet: WorkSheet): readonly MergedRange[] {
  return (sheet['!merges'] ?? [])
    .filter(({ s, e }) => e.r > s.r)
    .map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
    .sort((one, other) => one.top - other.top);
}

/** Walks only the rows that exist: a hostile file can name row 4,000,000,000 and column ZZZZZZ. */
function* rowsOf(sheet: WorkSheet, maxColumns: number): Generator<SourceRow> {
  const table: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const properties = sheet['!rows'] ?? [];
  for (const key of Object.keys(table)) {
    const index = Number(key);
    const found = table[index] ?? [];
    const cells = Array.from({ length: Math.min(found.length, maxColumns) }, (_, column) =>
      cellOf(found[column]),
    );
    const isTooWide = found.length > maxColumns;
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > 0 || isTooWide) {
      yield {
        row: index + 1,
        isHidden: properties[index]?.hidden === true,
        isTooWide,
        isShifted: false,
        cells,
      };
    }
  }
}

function cellOf(cell: CellObject | undefined): Cell {
  if (cell === undefined) return '';
  const { t: type, v: value, f: formula } = cell;
  if (type === 'e') return { kind: 'error', code: ERROR_CODES.get(Number(value)) ?? '#ERR' };
  if (typeof value === 'number') {
    return { kind: 'number', number: value, isDate: cell.z !== undefined && SSF.is_date(String(cell.z)) };
  }
  if (typeof value === 'boolean') return { kind: 'truth-value', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'string' && (value !== '' || formula === undefined)) return value;
  return formula === undefined ? '' : { kind: 'formula-without-value', formula };
}

/** @source ECMA-376 part 1, 18.17.3, by the numbers of the older binary format that the parser gives */
const ERROR_CODES: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);
