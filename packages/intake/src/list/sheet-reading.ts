import { maskFamilyCard, maskNik } from '@bilik/election';
import type { ColumnField } from '../field/column-field.ts';
import type { ImportLimits } from '../import-options.ts';
import type { ProblemLog } from '../problem/problem-log.ts';
import { shownValue } from '../problem/shown-value.ts';
import { type Cell, cellText, type SourceRow, type SourceSheet } from '../source/cell.ts';
import type { SeenPeople } from './duplicates.ts';
import {
  headerOf,
  isColumnNumberRow,
  isHeaderRow,
  isSubHeaderRow,
  type ListColumn,
  type ListHeader,
} from './header.ts';
import type { ImportedVoter } from './imported-voter.ts';
import { chooseColumns, type ListColumns } from './list-columns.ts';
import { type MergedValue, MergedValues } from './merged-values.ts';
import type { LeftOutReason, LeftOutRow, SheetPreview, VoterPreview } from './preview.ts';
import { RowCells } from './row-cells.ts';
import { hasNikDigits, kindOfRow, statedTotals } from './row-kind.ts';
import { readVoter, type SheetContext } from './voter-reading.ts';

/** Titles are looked for in this many rows that are not empty. */
const TITLE_SEARCH_ROWS = 60;
const PREVIEW_VOTERS = 5;
const PREVIEW_LEFT_OUT = 40;
/** Totals of something else than the people of the sheet. */
const OTHER_TOTAL = /\bkk\b|keluarga|halaman|sub/i;
/** Fields that a merged cell may give to several people at once. */
const SHARED_FIELDS: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'listNumber',
  'familyCard',
  'hamlet',
  'address',
  'rt',
  'rw',
  'rtRw',
  'disability',
  'note',
  'pollingPlace',
  'villageName',
  'villageCode',
]);

/** What a sheet needs to be read: the office's decisions, and the memory and the log of the whole import. */
export interface SheetSurroundings {
  readonly context: SheetContext;
  readonly limits: ImportLimits;
  /** In CSV files a cell too many means that the columns of that row shifted. */
  readonly isSeparatedValues: boolean;
  readonly seen: SeenPeople;
  readonly log: ProblemLog;
}

type State =
  | { readonly type: 'searching' }
  | { readonly type: 'below-titles'; readonly top: SourceRow }
  | {
      readonly type: 'listing';
      readonly header: ListHeader;
      /** Meanings of the first title row alone, to compare with those that pages repeat. */
      readonly topTitles: ListHeader;
      readonly columns: ListColumns;
    };
type Listing = Extract<State, { type: 'listing' }>;

/** Reads one sheet from top to bottom: what stands above, titles, people, page breaks, totals, what stands below. */
export class SheetReading {
  readonly #sheet: SourceSheet;
  readonly #around: SheetSurroundings;
  readonly #merges: MergedValues;
  readonly #leftOut: LeftOutRow[] = [];
  readonly #leftOutCounts: Partial<Record<LeftOutReason, number>> = {};
  readonly #firstVoters: VoterPreview[] = [];
  #state: State = { type: 'searching' };
  #rowsSearched = 0;
  #isBelowTitles: boolean = false;
  /** Rows that are no person's; what follows tells whether they end a page, end the list or are a fault. */
  #undecided: SourceRow[] = [];
  #hiddenRun: { readonly first: number; readonly last: number } | null = null;
  #people = 0;
  #men = 0;
  #women = 0;

  constructor(sheet: SourceSheet, around: SheetSurroundings) {
    this.#sheet = sheet;
    this.#around = around;
    this.#merges = new MergedValues(sheet.tallMerges);
  }

  /** Rows that are a person's, also those with errors. */
  get people(): number {
    return this.#people;
  }

  get men(): number {
    return this.#men;
  }

  get women(): number {
    return this.#women;
  }

  get hasTitles(): boolean {
    return this.#state.type === 'listing';
  }

  /** Whether no titles were found where titles can be, so that the rest of the sheet need not be read. */
  get isHopeless(): boolean {
    return this.#state.type === 'searching' && this.#rowsSearched >= TITLE_SEARCH_ROWS;
  }

  /** @returns the person of this row, or null when the row is none or has an error */
  take(row: SourceRow): ImportedVoter | null {
    const merged = this.#merges.at(row);
    if (row.isTooWide) this.#report('too-many-columns', row, { limit: this.#around.limits.columns });
    if (this.#state.type === 'searching') {
      this.#search(row);
      return null;
    }
    if (this.#state.type === 'below-titles') {
      const { top } = this.#state;
      const isSubHeader = isSubHeaderRow(row.cells);
      this.#settle(top, isSubHeader ? row : null);
      if (isSubHeader) return null;
    }
    return this.#state.type === 'listing' ? this.#list(row, merged, this.#state) : null;
  }

  /** To be called after the last row. */
  finish(): void {
    if (this.#state.type === 'below-titles') this.#settle(this.#state.top, null);
    this.#endHiddenRun();
    this.#leaveOutUndecided('after-list');
  }

  preview(): SheetPreview {
    const header = this.#state.type === 'listing' ? this.#state.header : null;
    return {
      name: this.#sheet.name,
      state: header === null ? 'no-list' : 'read',
      titleRows: header === null ? null : { first: header.firstRow, last: header.lastRow },
      columns: (header?.columns ?? []).map(({ letter, title, meaning }) => ({ letter, title, meaning })),
      firstVoters: this.#firstVoters,
      voters: this.#men + this.#women,
      leftOut: this.#leftOut,
      leftOutCounts: this.#leftOutCounts,
    };
  }

  #search(row: SourceRow): void {
    this.#rowsSearched += 1;
    if (isHeaderRow(row.cells)) this.#state = { type: 'below-titles', top: row };
    else this.#leaveOut(row, 'above-list');
  }

  #settle(top: SourceRow, below: SourceRow | null): void {
    const header = headerOf(top, below);
    const { context, log } = this.#around;
    const columns = chooseColumns(header, this.#sheet, context.options, log);
    this.#isBelowTitles = true;
    this.#state = { type: 'listing', header, topTitles: headerOf(top, null), columns };
  }

  #list(row: SourceRow, merged: readonly MergedValue[], listing: Listing): ImportedVoter | null {
    if (!hasNikDigits(row.cells, listing.columns.byField) && this.#isRepeatedTitle(row, listing)) return null;
    const kind = kindOfRow(row.cells, listing.columns.byField);
    if (kind === 'voter') return this.#takePerson(row, merged, listing);
    if (kind === 'total') this.#takeTotal(row);
    else if (kind === 'section-title') {
      this.#leaveOut(row, 'section-title');
      this.#report('section-title', row);
    } else this.#undecided.push(row);
    return null;
  }

  #isRepeatedTitle(row: SourceRow, listing: Listing): boolean {
    if (isHeaderRow(row.cells)) {
      this.#leaveOutUndecided('between-pages');
      this.#leaveOut(row, 'repeated-titles');
      this.#isBelowTitles = true;
      const meanings = new Map(listing.topTitles.columns.map(({ index, meaning }) => [index, meaning]));
      const differs = headerOf(row, null).columns.some(
        ({ index, meaning }) => meanings.get(index) !== meaning,
      );
      if (differs) this.#report('titles-differ', row);
      return true;
    }
    if (!this.#isBelowTitles) return false;
    const isNumbers = isColumnNumberRow(row.cells);
    if (isNumbers) this.#leaveOut(row, 'column-numbers');
    else if (isSubHeaderRow(row.cells)) this.#leaveOut(row, 'repeated-titles');
    else return false;
    return true;
  }

  #takePerson(row: SourceRow, merged: readonly MergedValue[], listing: Listing): ImportedVoter | null {
    this.#isBelowTitles = false;
    for (const other of this.#undecided) this.#report('row-not-understood', other);
    this.#undecided = [];
    if (this.#leavesOutHidden(row)) return null;
    this.#people += 1;
    if (!listing.columns.isComplete || this.#hasMisshapenCells(row, listing)) return null;
    const cells = this.#withMerged(row, merged, listing.columns.byField);
    if (cells === null) return null;
    const { context, log } = this.#around;
    const voter = readVoter(new RowCells(this.#sheet.name, row.row, cells, listing.columns, log), context);
    if (voter === null || this.#isDouble(voter, listing)) return null;
    if (voter.sex === 'L') this.#men += 1;
    else this.#women += 1;
    if (this.#firstVoters.length < PREVIEW_VOTERS) this.#firstVoters.push(previewOf(voter));
    return voter;
  }

  #isDouble(voter: ImportedVoter, { columns }: Listing): boolean {
    const { seen, log } = this.#around;
    const site = (field: ColumnField, value: string, other: { sheet: string | null; row: number }) => ({
      ...voter.source,
      column: columns.byField.get(field),
      value,
      details: {
        otherRow: other.row,
        otherSheet: other.sheet === voter.source.sheet || other.sheet === null ? '' : `"${other.sheet}" `,
      },
    });
    const sameNik = seen.rowWithNik(voter);
    if (sameNik !== null) {
      log.add(
        sameNik.isSameVillage ? 'duplicate-nik' : 'nik-in-other-village',
        site('nik', voter.nik, sameNik),
      );
      return sameNik.isSameVillage;
    }
    const samePerson = seen.rowWithPerson(voter);
    if (samePerson !== null) log.add('likely-same-person', site('name', voter.name, samePerson));
    return false;
  }

  #hasMisshapenCells(row: SourceRow, { header }: Listing): boolean {
    const lastTitled = header.columns.at(-1)?.index ?? 0;
    const goesBeyondTitles = this.#around.isSeparatedValues && row.cells.length > lastTitled + 1;
    if (row.isShifted || goesBeyondTitles) {
      this.#report('too-many-cells-in-row', row, {}, row.cells.at(-1));
      return true;
    }
    const limit = this.#around.limits.cellCharacters;
    const long = row.cells.find((cell) => typeof cell === 'string' && cell.length > limit);
    if (long === undefined) return false;
    this.#report('cell-too-long', row, { limit }, long);
    return true;
  }

  /** @returns null when a merged range covers something that is each person's own */
  #withMerged(
    row: SourceRow,
    merged: readonly MergedValue[],
    fields: ReadonlyMap<ColumnField, ListColumn>,
  ): readonly Cell[] | null {
    if (merged.length === 0) return row.cells;
    const fieldAt = new Map([...fields].map(([field, { index }]) => [index, field]));
    const filled: Cell[] = [...row.cells];
    let isWhole = true;
    for (const { column, fromRow, value } of merged) {
      const field = fieldAt.get(column);
      if (field === undefined) continue;
      const isShared = SHARED_FIELDS.has(field);
      while (filled.length <= column) filled.push('');
      filled[column] = value;
      this.#around.log.add(isShared ? 'merged-cells-filled' : 'merged-cells', {
        sheet: this.#sheet.name,
        row: row.row,
        column: fields.get(field),
        value: cellText(value),
        details: { from: fromRow },
      });
      isWhole &&= isShared;
    }
    return isWhole ? filled : null;
  }

  /** People in hidden rows go by the office's decision; without one, each run of them is a question. */
  #leavesOutHidden(row: SourceRow): boolean {
    if (!row.isHidden) {
      this.#endHiddenRun();
      return false;
    }
    const decision = this.#around.context.options.hiddenRows ?? 'ask';
    if (decision === 'ask') this.#hiddenRun = { first: this.#hiddenRun?.first ?? row.row, last: row.row };
    if (decision === 'leave-out') this.#leaveOut(row, 'hidden');
    return decision === 'leave-out';
  }

  #endHiddenRun(): void {
    if (this.#hiddenRun === null) return;
    const { first, last } = this.#hiddenRun;
    this.#around.log.add('hidden-rows', { sheet: this.#sheet.name, row: first, details: { lastRow: last } });
    this.#hiddenRun = null;
  }

  #takeTotal(row: SourceRow): void {
    this.#leaveOut(row, 'total');
    const stated = statedTotals(row.cells);
    const [first] = stated;
    if (first === undefined || OTHER_TOTAL.test(row.cells.map(cellText).join(' '))) return;
    const known = [this.#people, this.#men, this.#women];
    if (!stated.some((number) => known.includes(number))) {
      this.#report('total-differs', row, { stated: first, read: this.#people });
    }
  }

  #leaveOutUndecided(reason: LeftOutReason): void {
    for (const row of this.#undecided) this.#leaveOut(row, reason);
    this.#undecided = [];
  }

  #leaveOut(row: SourceRow, reason: LeftOutReason): void {
    this.#leftOutCounts[reason] = (this.#leftOutCounts[reason] ?? 0) + 1;
    if (this.#leftOut.length < PREVIEW_LEFT_OUT) {
      this.#leftOut.push({ row: row.row, reason, text: shownValue(textOfRow(row)) });
    }
  }

  #report(
    kind: Parameters<ProblemLog['add']>[0],
    row: SourceRow,
    details: Readonly<Record<string, string | number>> = {},
    cell?: Cell,
  ): void {
    const value = cell === undefined ? textOfRow(row) : cellText(cell);
    this.#around.log.add(kind, { sheet: this.#sheet.name, row: row.row, value, details });
  }
}

function textOfRow(row: SourceRow): string {
  return row.cells
    .slice(0, 30)
    .map((cell) => cellText(cell).slice(0, 100))
    .filter((text) => text.trim() !== '')
    .join(' · ');
}

function previewOf(voter: ImportedVoter): VoterPreview {
  const { name, sex, birthPlace, birthDate, maritalStatus, hamlet, rt, rw } = voter;
  return {
    row: voter.source.row,
    nik: maskNik(voter.nik),
    familyCard: voter.familyCard === null ? null : maskFamilyCard(voter.familyCard),
    ...{ name, sex, birthPlace, birthDate, maritalStatus, hamlet, rt, rw },
  };
}
