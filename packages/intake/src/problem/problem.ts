import type { Bilingual } from '@bilik/election';
import { FILE_WORDINGS } from './file-wordings.ts';
import { LAYOUT_WORDINGS } from './layout-wordings.ts';
import { PERSON_WORDINGS } from './person-wordings.ts';
import type { ProblemSeverity, ProblemWording } from './wording.ts';

export type FileProblemKind = keyof typeof FILE_WORDINGS;
export type ProblemKind = FileProblemKind | keyof typeof LAYOUT_WORDINGS | keyof typeof PERSON_WORDINGS;

const WORDINGS: Readonly<Record<ProblemKind, ProblemWording>> = {
  ...FILE_WORDINGS,
  ...LAYOUT_WORDINGS,
  ...PERSON_WORDINGS,
};

/** Every kind of problem that an import can report, for tables and manuals. */
export const PROBLEM_KINDS = Object.keys(WORDINGS).filter(isProblemKind);

function isProblemKind(text: string): text is ProblemKind {
  return Object.hasOwn(WORDINGS, text);
}

/** Facts that fill the `{names}` of a wording: numbers, other places, limits. Never a full NIK. */
export type ProblemDetails = Readonly<Record<string, string | number>>;

/** A column as a spreadsheet names it. */
export interface ColumnPlace {
  /** `A`, `B`, … `AA`. */
  readonly letter: string;
  /** Its title in the file, cleaned. */
  readonly title: string;
}

/** One thing wrong with a file, at the smallest place that can be named. */
export interface ImportProblem {
  readonly kind: ProblemKind;
  readonly severity: ProblemSeverity;
  /** Sheet of a workbook; null in CSV files and for the file itself. */
  readonly sheet: string | null;
  /** Row as the spreadsheet counts, from 1; null when no single row is meant. */
  readonly row: number | null;
  readonly column: ColumnPlace | null;
  /** What stands in the cell, at most 60 characters, runs of 8 and more digits masked; null when no cell is meant. */
  readonly value: string | null;
  readonly details: ProblemDetails;
}

/** What the problem means and what to do, in both languages. */
export interface ProblemSentences {
  readonly meaning: Bilingual;
  readonly action: Bilingual;
}

/** Whether a kind keeps the list out (`error`) or only wants a look (`warning`). */
export function severityOf(kind: ProblemKind): ProblemSeverity {
  return WORDINGS[kind].severity;
}

/** Whether the file could not be read at all, so that there is nothing to preview. */
export function isFileProblem(kind: ProblemKind): kind is FileProblemKind {
  return Object.hasOwn(FILE_WORDINGS, kind);
}

/** The words of one problem, its details filled in. */
export function explainProblem(problem: ImportProblem): ProblemSentences {
  const { meaning, action } = WORDINGS[problem.kind];
  const facts: ProblemDetails = { row: problem.row ?? '', sheet: problem.sheet ?? '', ...problem.details };
  const fill = (text: Bilingual): Bilingual => ({
    id: fillIn(text.id, facts),
    en: fillIn(text.en, facts),
  });
  return { meaning: fill(meaning), action: fill(action) };
}

function fillIn(template: string, facts: ProblemDetails): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')).trim();
}
