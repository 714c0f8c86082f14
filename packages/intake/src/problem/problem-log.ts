import {
  type ColumnPlace,
  type ImportProblem,
  isFileProblem,
  type ProblemDetails,
  type ProblemKind,
  severityOf,
} from './problem.ts';
import { shownValue } from './shown-value.ts';

/** Where a problem is and what stands there. What is left out is not known or does not apply. */
export interface ProblemSite {
  readonly sheet?: string | null;
  readonly row?: number;
  readonly column?: ColumnPlace | undefined;
  /** Raw text of the cell; masked and shortened before it is kept. */
  readonly value?: string;
  readonly details?: ProblemDetails;
}

/** Said once a sheet with the number of rows: where one row has it, mostly all have, and the remedy is one for all. */
const SAID_ONCE: readonly ProblemKind[] = ['village-missing'];

/** Collects the problems of one import, in the order of the file, and keeps counting beyond what it stores. */
export class ProblemLog {
  readonly #problems: ImportProblem[] = [];
  readonly #maxProblems: number;
  /** Where the problems stand that are said once, by kind and sheet. */
  readonly #once = new Map<string, number>();
  readonly #found = { error: 0, warning: 0 };
  #leftOff = 0;
  #fileErrors = 0;

  /** @param maxProblems how many errors, and as many warnings, are kept in full; further ones are only counted */
  constructor(maxProblems: number) {
    this.#maxProblems = maxProblems;
  }

  add(kind: ProblemKind, site: ProblemSite = {}): void {
    const once = SAID_ONCE.includes(kind) ? `${kind} ${site.sheet ?? ''}` : undefined;
    if (once !== undefined && this.#countOneMore(once)) return;
    const severity = severityOf(kind);
    this.#found[severity] += 1;
    if (isFileProblem(kind)) this.#fileErrors += 1;
    if (this.#found[severity] > this.#maxProblems) {
      this.#leftOff += 1;
      return;
    }
    if (once !== undefined) this.#once.set(once, this.#problems.length);
    this.#problems.push({
      kind,
      severity,
      sheet: site.sheet ?? null,
      row: site.row ?? null,
      column: site.column === undefined ? null : { letter: site.column.letter, title: site.column.title },
      value: site.value === undefined ? null : shownValue(site.value),
      details: { ...site.details, ...(once === undefined ? {} : { rows: 1 }) },
    });
  }

  /** Counts one more row where the problem was said before. @returns whether it was */
  #countOneMore(key: string): boolean {
    const index = this.#once.get(key);
    const said = index === undefined ? undefined : this.#problems[index];
    if (index === undefined || said === undefined) return false;
    this.#problems[index] = { ...said, details: { ...said.details, rows: Number(said.details['rows']) + 1 } };
    return true;
  }

  /** Problems kept, in the order they were found. */
  get problems(): readonly ImportProblem[] {
    return this.#problems;
  }

  /** Problems counted beyond `maxProblems`. */
  get leftOff(): number {
    return this.#leftOff;
  }

  get hasErrors(): boolean {
    return this.#found.error > 0;
  }

  /** Whether the file could not be read, so that there is no list to speak about. */
  get isUnreadable(): boolean {
    return this.#fileErrors > 0;
  }
}
