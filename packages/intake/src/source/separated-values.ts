import { Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import type { ProblemLog } from '../problem/problem-log.ts';
import type { SourceFormat, SourceRow, SourceSheet } from './cell.ts';
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
 * @param maxColumns  cells further right are not read; their row says so
 * @param log         gets 'quote-not-closed'
 */
export async function openSeparatedValues(
  chunks: AsyncIterable<Uint8Array>,
  scoreTitles: (cells: readonly string[]) => number,
  maxColumns: number,
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
  const separator = named?.[1] ?? guessSeparator(head, scoreTitles);

  async function* text(): AsyncGenerator<string> {
    yield head;
    if (isAtEnd) return;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      yield decoding.push(next.value);
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
      rows: readRows(text(), separator, maxColumns, log),
    },
    format: () => ({ type: 'separated-values', encoding: decoding.encoding, separator }),
  };
}

async function* readRows(
  text: AsyncIterable<string>,
  separator: string,
  maxColumns: number,
  log: ProblemLog,
): AsyncGenerator<SourceRow> {
  const parser = Readable.from(text).pipe(parse({ ...PARSING, delimiter: separator }));
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      while (cells.at(-1) === '') cells.pop();
      if (cells.length === 0) continue;
      const swallowed = cells.find((cell) => holdsRows(cell, separator));
      if (swallowed !== undefined) {
        log.add('quote-not-closed', { row, value: swallowed });
        return;
      }
      const isTooWide = cells.length > maxColumns;
      yield { row, isHidden: false, isTooWide, cells: isTooWide ? cells.slice(0, maxColumns) : cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    log.add('quote-not-closed', { row: row + 1 });
  }
}

/** Whether a quoted cell swallowed other rows: it goes over lines that are full of separators. */
function holdsRows(cell: string, separator: string): boolean {
  if (!cell.includes('\n') && !cell.includes('\r')) return false;
  return cell.split(/\r\n|\r|\n/).some((line) => line.split(separator).length > 3);
}

function guessSeparator(head: string, scoreTitles: (cells: readonly string[]) => number): string {
  const lastLineEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
  const wholeLines = lastLineEnd < 0 ? head : head.slice(0, lastLineEnd + 1);
  let best: string = SEPARATORS[0];
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const score = titleScore(wholeLines, separator, scoreTitles);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

function titleScore(
  text: string,
  separator: string,
  scoreTitles: (cells: readonly string[]) => number,
): number {
  try {
    const rows = parseWhole(text, { ...PARSING, delimiter: separator, to: ROWS_TO_GUESS_FROM });
    return Math.max(0, ...rows.map((cells) => scoreTitles(cells)));
  } catch (error) {
    if (error instanceof CsvError) return 0;
    throw error;
  }
}
