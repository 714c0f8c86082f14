import {
  fail,
  type Problem,
  parseVillageCode,
  type Result,
  succeed,
  type VillageCode,
} from '@bilik/election';
import { CsvError, parse } from 'csv-parse/sync';
import { villageCodeProblem } from '../areas/area-code.ts';

/** A polling place of a list that others made: who may vote there is a number, never a name. */
export interface PlaceRow {
  /** From 1, as the office counts its lines. */
  readonly row: number;
  readonly village: VillageCode;
  /** From 1 to 200 in its village. */
  readonly number: number;
  readonly registered: { readonly L: number; readonly P: number };
}

/** A regency has some thousand polling places; a line of one has some thirty characters. */
export const PLACE_TABLE_LIMIT_CHARACTERS = 400_000;
const MOST_ROWS = 5000;
const MOST_PROBLEMS = 50;
const COLUMNS = ['kode desa', 'nomor TPS', 'laki-laki', 'perempuan'] as const;
const MOST_NUMBER = 200;
const MOST_REGISTERED = 10_000;

/**
 * Reads a table of polling places as an office pastes or saves it: village code, number, men, women, parted by semicolons, commas or tabs. A first line of
 * titles is passed over, empty lines too.
 * @errors every problem (50 at most) with row and column; nothing of a table with one is used
 */
export function readPlaceTable(text: string): Result<readonly PlaceRow[], readonly Problem[]> {
  if (text.length > PLACE_TABLE_LIMIT_CHARACTERS) return fail([tooLong()]);
  let lines: string[][];
  try {
    lines = parse(text, {
      ...{ bom: true, delimiter: [';', ',', '\t'], trim: true, relax_column_count: true },
      skip_empty_lines: false,
    });
  } catch (error) {
    if (error instanceof CsvError) return fail([unreadable(Number(error['lines']))]);
    throw error;
  }
  const problems: Problem[] = [];
  const rows = lines.flatMap((cells, index): PlaceRow[] => {
    const row = index + 1;
    if (cells.every((cell) => cell === '')) return [];
    if (index === 0 && !/\d/.test(cells.join(''))) return [];
    const read = readRow(cells, row);
    if (read.ok) return [read.value];
    problems.push(...read.error);
    return [];
  });
  if (lines.length > MOST_ROWS) return fail([tooLong()]);
  const seen = new Map<string, number>();
  for (const { row, village, number } of rows) {
    const before = seen.get(`${village}-${number}`);
    if (before === undefined) seen.set(`${village}-${number}`, row);
    else
      problems.push(
        problem(
          row,
          1,
          'place-twice',
          `TPS ${number} desa ${village} sudah ada di baris ${before}.`,
          `Polling place ${number} of village ${village} is in row ${before} already.`,
        ),
      );
  }
  if (problems.length > 0) return fail(problems.slice(0, MOST_PROBLEMS));
  return rows.length === 0 ? fail([empty()]) : succeed(rows);
}

function readRow(cells: readonly string[], row: number): Result<PlaceRow, readonly Problem[]> {
  const [code = '', number = '', men = '', women = ''] = cells;
  const village = parseVillageCode(code);
  const problems: Problem[] = [];
  if (!village.ok) problems.push(codeProblem(row, code));
  if (cells.length !== COLUMNS.length) {
    problems.push(
      problem(
        row,
        cells.length - 1,
        'columns',
        `Baris ini berisi ${cells.length} kolom; yang diperlukan ${COLUMNS.length}: ${COLUMNS.join(', ')}.`,
        `This row has ${cells.length} columns; ${COLUMNS.length} are needed: village code, number, men, women.`,
      ),
    );
    return fail(problems);
  }
  const figure = (cell: string, column: number, from: number, to: number): number => {
    const value = /^\d{1,6}$/.test(cell) ? Number(cell) : -1;
    if (value >= from && value <= to) return value;
    problems.push(
      problem(
        row,
        column,
        'number',
        `"${cell.slice(0, 20)}" bukan bilangan ${from} sampai ${to} tanpa titik atau koma.`,
        `"${cell.slice(0, 20)}" is not a number from ${from} to ${to} without dots or commas.`,
      ),
    );
    return 0;
  };
  const at = figure(number, 1, 1, MOST_NUMBER);
  const registered = { L: figure(men, 2, 0, MOST_REGISTERED), P: figure(women, 3, 0, MOST_REGISTERED) };
  return village.ok && problems.length === 0
    ? succeed({ row, village: village.value, number: at, registered })
    : fail(problems);
}

function codeProblem(row: number, code: string): Problem {
  return villageCodeProblem(code) === 'bps-code'
    ? problem(
        row,
        0,
        'bps-code',
        `"${code.slice(0, 20)}" adalah kode BPS. Pakai kode Kemendagri, misalnya 16.07.01.2003.`,
        `"${code.slice(0, 20)}" is a code of BPS. Use that of Kemendagri, such as 16.07.01.2003.`,
      )
    : problem(
        row,
        0,
        'village-code',
        `"${code.slice(0, 20)}" bukan kode desa; bentuknya 16.07.01.2003.`,
        `"${code.slice(0, 20)}" is no village code; one looks like 16.07.01.2003.`,
      );
}

function problem(row: number, column: number, code: string, id: string, en: string): Problem {
  const title = COLUMNS[Math.min(Math.max(column, 0), COLUMNS.length - 1)];
  return {
    path: `baris ${row}, ${title}`,
    code,
    sentence: { id, en },
  };
}

function tooLong(): Problem {
  return {
    path: 'tabel',
    code: 'table-too-long',
    sentence: {
      id: `Tabel lebih dari ${MOST_ROWS} baris. Kirim per kecamatan.`,
      en: `The table has more than ${MOST_ROWS} rows. Send it by sub-district.`,
    },
  };
}

function unreadable(row: number): Problem {
  return {
    path: `baris ${row}`,
    code: 'quote-not-closed',
    sentence: {
      id: 'Tanda kutip di baris ini tidak ditutup. Hapus tanda kutipnya.',
      en: 'A quotation mark in this row is not closed. Take it out.',
    },
  };
}

function empty(): Problem {
  return {
    path: 'tabel',
    code: 'table-empty',
    sentence: { id: 'Tabel tidak berisi TPS.', en: 'The table holds no polling place.' },
  };
}
