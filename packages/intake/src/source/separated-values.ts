import { pipeline, Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import type { ImportLimits } from '../import-options.ts';
import type { ProblemLog } from '../problem/problem-log.ts';
import type { SourceFormat, SourceRow, SourceSheet } from './cell.ts';
import { SeparatedValuesCounter } from './separated-values-limit.ts';
import { TextDecoding } from './text-decoding.ts';

const SEPARATORS = [';', ',', '\t', '|'] as const;
/** A row longer than this is a quotation mark that was never closed. */
const MAX_ROW_CHARACTERS = 64 * 1024;
const HEAD_BYTES = 64 * 1024;
const ROWS_TO_GUESS_FROM = 60;
/** Excel writes this line to tell itself the separator; it shows no row for it. */
const SEPARATOR_LINE = /^\ufeff?sep=(.)\r?\n/i;

const PARSING = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: MAX_ROW_CHARACTERS,
} as const satisfies Options;

/** A CSV file seen as one sheet without a name. */
export interface SeparatedValues {
  readonly sheet: SourceSheet;
  /** Complete only when the rows have been read: a late byte may decide the encoding. */
  format(): SourceFormat;
}

/**
 * Reads a CSV file row by row, never the whole of it.
 * @param chunks      the file's bytes in order
 * @param scoreTitles how many cells of a row are known column titles: the separator that gives the best row wins
 * @param limits      `columns`: cells further right are not read, their row says so; `rows`: decides how many lines and cells are too many
 * @param log         gets 'quote-not-closed', 'too-many-lines', 'too-many-cells'
 */
export async function openSeparatedValues(
  chunks: AsyncIterable<Uint8Array>,
  scoreTitles: (cells: readonly string[]) => number,
  limits: Pick<ImportLimits, 'columns' | 'rows'>,
  log: ProblemLog,
): Promise<SeparatedValues> {
  const decoding = new TextDecoding();
  const source = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let isAtEnd = false;
  while (size < HEAD_BYTES && !isAtEnd) {
    const next = await source.next();
    if (next.done) isAtEnd = true;
    else {
      first.push(next.value);
      size += next.value.length;
    }
  }
  let head = decoding.push(Buffer.concat(first));
  if (isAtEnd) head += decoding.end();
  const named = SEPARATOR_LINE.exec(head);
  if (named !== null) head = head.slice(named[0].length);
  const layout = layoutOf(head, named?.[1], scoreTitles);

  const counter = new SeparatedValuesCounter(layout.separator, limits, log);
  const mayGoOn = counter.count(head);

  async function* text(): AsyncGenerator<string> {
    yield head;
    if (isAtEnd) return;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      const more = decoding.push(next.value);
      if (!counter.count(more)) return;
      yield more;
    }
    yield decoding.end();
  }

  return {
    sheet: {
      name: null,
      isHidden: false,
      dateSystem: 1900,
      hiddenColumns: new Set(),
      tallMerges: [],
      rows: mayGoOn ? readRows(text(), layout, limits.columns, log) : [],
    },
    format: () => ({ type: 'separated-values', encoding: decoding.encoding, separator: layout.separator }),
  };
}

/**
 * The parser makes an error object for each row that is not as wide as the first one, which costs more than reading it, so it is given
 * a first row of the usual width.
 */
async function* readRows(
  text: AsyncIterable<string>,
  { separator, width }: Layout,
  maxColumns: number,
  log: ProblemLog,
): AsyncGenerator<SourceRow> {
  const parser = parse({ ...PARSING, delimiter: separator });
  parser.write(`${separator.repeat(width - 1)}\n`);
  // A failure of the source comes out of the parser; nothing else is to be done about it here.
  pipeline(Readable.from(text), parser, () => {});
  let row = -1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      const isShifted = cells.length > width;
      while (cells.at(-1) === '') cells.pop();
      if (cells.length === 0) continue;
      const swallowed = cells.find((cell) => holdsRows(cell, separator));
      if (swallowed !== undefined) {
        log.add('quote-not-closed', { row, value: swallowed });
        return;
      }
      const isTooWide = cells.length > maxColumns;
      yield {
        row,
        isHidden: false,
        isTooWide,
        isShifted,
        cells: isTooWide ? cells.slice(0, maxColumns) : cells,
      };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser counts the row that it was given, so its count is the number of the row that it could not end.
    const failedRow = error['records'];
    log.add('quote-not-closed', { row: typeof failedRow === 'number' ? failedRow : row + 1 });
  }
}

/** Whether a quoted cell swallowed other rows: it goes over lines that are full of separators. */
function holdsRows(cell: string, separator: string): boolean {
  if (!cell.includes('\n') && !cell.includes('\r')) return false;
  return cell.split(/\r\n|\r|\n/).some((line) => line.split(separator).length > 3);
}

/** The separator, and how many cells a row of the list has. */
interface Layout {
  readonly separator: string;
  readonly width: number;
}

/** The separator under which a row names most columns; with it, the width of most rows from that one on. */
function layoutOf(
  head: string,
  named: string | undefined,
  scoreTitles: (cells: readonly string[]) => number,
): Layout {
  let best: Layout = { separator: named ?? SEPARATORS[0], width: 1 };
  let bestScore = -1;
  for (const separator of named === undefined ? SEPARATORS : [named]) {
    const rows = firstRows(head, separator);
    const scores = rows.map((cells) => scoreTitles(cells));
    const score = Math.max(0, ...scores);
    if (score > bestScore) {
      best = { separator, width: usualWidth(rows.slice(Math.max(0, scores.indexOf(score)))) };
      bestScore = score;
    }
  }
  return best;
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [commonest] = [...counts].sort(([, one], [, other]) => other - one);
  return Math.max(1, commonest?.[0] ?? 1, rows[0]?.length ?? 1);
}

/** Rows at the start of the file, quotation marks left in: one that is never closed must not hide the rest. */
function firstRows(head: string, separator: string): readonly (readonly string[])[] {
  const lastLineEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
  const wholeLines = lastLineEnd < 0 ? head : head.slice(0, lastLineEnd + 1);
  try {
    return parseWhole(wholeLines, { ...PARSING, delimiter: separator, quote: null, to: ROWS_TO_GUESS_FROM });
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}
