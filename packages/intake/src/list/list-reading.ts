import { scoreTitles } from '../field/column-field.ts';
import { DEFAULT_LIMITS, type ImportLimits, type ImportOptions } from '../import-options.ts';
import { type ImportProblem, isFileProblem } from '../problem/problem.ts';
import { ProblemLog } from '../problem/problem-log.ts';
import type { SourceFormat, SourceRow, SourceSheet } from '../source/cell.ts';
import { fileKindOf } from '../source/file-kind.ts';
import { openSeparatedValues } from '../source/separated-values.ts';
import { SeenPeople } from './duplicates.ts';
import type { ImportedVoter } from './imported-voter.ts';
import { listedVillages } from './listed-village.ts';
import type { ImportPreview, SheetPreview } from './preview.ts';
import { SheetReading } from './sheet-reading.ts';
import { hamletKey } from './voter-reading.ts';

/** People handed over at a time: more of them at once live long enough to fill the heap of whoever takes them. */
const BATCH_VOTERS = 250;
const FIRST_BYTES = 4_096;

/** What reading a whole file came to. */
export interface ListReading {
  /** Null when the file could not be read at all. */
  readonly preview: ImportPreview | null;
  readonly problems: readonly ImportProblem[];
  /** Problems beyond the limit, counted only. */
  readonly problemsLeftOff: number;
  readonly hasErrors: boolean;
}

/**
 * Reads a whole file in this thread. `importVoterList` does the same in a thread that can be stopped; prefer that.
 * @param chunks  the file's bytes in order
 * @param receive gets people in batches while no error was met; they count only when the reading has no errors
 */
export async function readVoterList(
  chunks: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  receive: (voters: readonly ImportedVoter[]) => void | Promise<void>,
): Promise<ListReading> {
  const limits: ImportLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const log = new ProblemLog(limits.problems);
  const preview = await read(limited(chunks, limits.bytes, log), options, limits, log, receive);
  const { hasErrors } = log;
  if (log.isUnreadable) {
    // A file that broke off leaves half a row behind; what is wrong with that is nobody's fault.
    const problems = log.problems.filter(({ kind }) => isFileProblem(kind));
    return { preview: null, problems, problemsLeftOff: 0, hasErrors };
  }
  return { preview, problems: log.problems, problemsLeftOff: log.leftOff, hasErrors };
}

/** Passes bytes on until the limit, then ends the file and says so. */
async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  log: ProblemLog,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) {
      log.add('file-too-large', { details: { limit } });
      return;
    }
    if (chunk.length > 0) yield chunk;
  }
}

async function read(
  chunks: AsyncGenerator<Uint8Array>,
  options: ImportOptions,
  limits: ImportLimits,
  log: ProblemLog,
  receive: (voters: readonly ImportedVoter[]) => void | Promise<void>,
): Promise<ImportPreview | null> {
  const head = await firstBytes(chunks);
  const all = joined(head, chunks);
  const kind = fileKindOf(head);
  if (kind === 'text') {
    const file = await openSeparatedValues(all, scoreTitles, limits, log);
    const list = new ListBuilder([file.sheet], options, limits, true, log, receive);
    return list.read(file.format);
  }
  if (kind === 'zip') {
    const sheets = await openSheets(await wholeOf(all), limits, log);
    if (sheets === null) return null;
    const list = new ListBuilder(sheets, options, limits, false, log, receive);
    return list.read(() => ({ type: 'workbook' }));
  }
  const whole = await wholeOf(all);
  if (!log.isUnreadable) {
    const known = fileKindOf(whole);
    if (known !== 'text' && known !== 'zip') log.add(known);
  }
  return null;
}

/** The parser of workbooks is large: it is loaded only for them. */
async function openSheets(
  bytes: Uint8Array,
  limits: ImportLimits,
  log: ProblemLog,
): Promise<readonly SourceSheet[] | null> {
  if (log.isUnreadable) return null;
  const { openWorkbookArchive } = await import('../source/workbook-archive.ts');
  const archive = openWorkbookArchive(bytes, limits);
  if (!archive.ok) {
    log.add(archive.error.kind, { details: archive.error.details });
    return null;
  }
  const { openWorkbook } = await import('../source/workbook.ts');
  const sheets = openWorkbook(archive.value, limits.columns);
  if (sheets.ok) return sheets.value;
  log.add(sheets.error);
  return null;
}

async function firstBytes(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < FIRST_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(parts);
}

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

async function wholeOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** Goes through the sheets of a file and hands people over. */
class ListBuilder {
  readonly #sheets: readonly SourceSheet[];
  readonly #options: ImportOptions;
  readonly #limits: ImportLimits;
  readonly #isSeparatedValues: boolean;
  readonly #log: ProblemLog;
  readonly #receive: (voters: readonly ImportedVoter[]) => void | Promise<void>;
  readonly #seen = new SeenPeople();
  readonly #previews: SheetPreview[] = [];
  #batch: ImportedVoter[] = [];
  #rows = 0;
  #people = 0;
  #men = 0;
  #women = 0;

  constructor(
    sheets: readonly SourceSheet[],
    options: ImportOptions,
    limits: ImportLimits,
    isSeparatedValues: boolean,
    log: ProblemLog,
    receive: (voters: readonly ImportedVoter[]) => void | Promise<void>,
  ) {
    this.#sheets = sheets;
    this.#options = options;
    this.#limits = limits;
    this.#isSeparatedValues = isSeparatedValues;
    this.#log = log;
    this.#receive = receive;
  }

  async read(format: () => SourceFormat): Promise<ImportPreview> {
    const { sheet: chosen } = this.#options;
    if (chosen !== undefined && !this.#sheets.some(({ name }) => name === chosen)) {
      const sheets = this.#sheets.flatMap(({ name }) => (name === null ? [] : `"${name}"`)).join(', ');
      this.#log.add('sheet-not-found', { details: { sheet: chosen, sheets: sheets || '–' } });
    }
    let isList = false;
    for (const sheet of this.#sheets) {
      if (chosen !== undefined && sheet.name !== chosen) this.#skip(sheet, 'not-chosen');
      else if (sheet.isHidden && chosen === undefined) {
        this.#skip(sheet, 'hidden');
        this.#log.add('hidden-sheet', { sheet: sheet.name });
      } else isList = (await this.#readSheet(sheet)) || isList;
    }
    await this.#flush();
    if (!this.#log.hasErrors) {
      if (!isList) this.#log.add('no-header');
      else if (this.#people === 0) this.#log.add('no-voters');
    }
    return {
      format: format(),
      sheets: this.#previews,
      voters: this.#men + this.#women,
      men: this.#men,
      women: this.#women,
    };
  }

  #skip(sheet: SourceSheet, state: 'hidden' | 'not-chosen'): void {
    this.#previews.push({
      name: sheet.name,
      state,
      titleRows: null,
      columns: [],
      firstVoters: [],
      voters: 0,
      leftOut: [],
      leftOutCounts: {},
    });
  }

  async #readSheet(sheet: SourceSheet): Promise<boolean> {
    const hamlets = this.#options.hamlets;
    const reading = new SheetReading(sheet, {
      context: {
        options: this.#options,
        dateSystem: sheet.dateSystem,
        pollingPlaceLabel: this.#sheets.length > 1 ? (sheet.name?.trim().slice(0, 60) ?? null) : null,
        villages: listedVillages(this.#options),
        hamlets: hamlets === undefined ? null : new Map(hamlets.map((name) => [hamletKey(name), name])),
      },
      limits: this.#limits,
      isSeparatedValues: this.#isSeparatedValues,
      seen: this.#seen,
      log: this.#log,
    });
    for await (const row of sheet.rows) {
      if (!this.#countRow(sheet, row)) break;
      const voter = reading.take(row);
      if (voter !== null) this.#batch.push(voter);
      if (this.#batch.length >= BATCH_VOTERS) await this.#flush();
      if (reading.isHopeless) break;
    }
    reading.finish();
    if (!reading.hasTitles && sheet.name !== null) this.#log.add('sheet-without-list', { sheet: sheet.name });
    this.#previews.push(reading.preview());
    this.#people += reading.people;
    this.#men += reading.men;
    this.#women += reading.women;
    return reading.hasTitles;
  }

  #countRow(sheet: SourceSheet, row: SourceRow): boolean {
    this.#rows += 1;
    if (this.#rows <= this.#limits.rows) return true;
    this.#log.add('too-many-rows', {
      sheet: sheet.name,
      row: row.row,
      details: { limit: this.#limits.rows },
    });
    return false;
  }

  /** Hands people over unless an error has settled that nobody enters. */
  async #flush(): Promise<void> {
    const voters = this.#batch;
    this.#batch = [];
    if (voters.length > 0 && !this.#log.hasErrors) await this.#receive(voters);
  }
}
