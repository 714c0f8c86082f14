import type { TitleMeaning } from '../field/column-field.ts';
import type { SourceFormat } from '../source/cell.ts';

/** Why a row of a sheet is not a voter. */
export type LeftOutReason =
  | 'above-list'
  | 'column-numbers'
  | 'repeated-titles'
  | 'between-pages'
  | 'section-title'
  | 'total'
  | 'after-list'
  | 'hidden';

/** How a column was understood. */
export interface ColumnPreview {
  readonly letter: string;
  readonly title: string;
  readonly meaning: TitleMeaning;
}

/** A row that is not imported. Only the first of each sheet are kept; `leftOutCounts` counts all. */
export interface LeftOutRow {
  readonly row: number;
  readonly reason: LeftOutReason;
  /** Its text, shortened and masked. */
  readonly text: string;
}

/** A person as the preview shows them: NIK and family card masked. */
export interface VoterPreview {
  readonly row: number;
  readonly nik: string;
  readonly familyCard: string | null;
  readonly name: string;
  readonly sex: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly maritalStatus: string;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
}

export interface SheetPreview {
  /** Null in CSV files. */
  readonly name: string | null;
  readonly state: 'read' | 'no-list' | 'hidden' | 'not-chosen';
  /** Rows of the column titles; null when none were found. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly columns: readonly ColumnPreview[];
  readonly firstVoters: readonly VoterPreview[];
  readonly voters: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly leftOutCounts: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** What an import understood, for people to look at before anything is kept. */
export interface ImportPreview {
  readonly format: SourceFormat;
  readonly sheets: readonly SheetPreview[];
  readonly voters: number;
  readonly men: number;
  readonly women: number;
}
