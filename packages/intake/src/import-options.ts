import type { CivilDate, MaritalStatus, VillageCode } from '@bilik/election';

/** Where reading stops with a sentence instead of going on. */
export interface ImportLimits {
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Size of a workbook's parts after inflating, in bytes, all together. */
  readonly inflatedBytes: number;
  /** Members of a workbook's zip archive. */
  readonly archiveMembers: number;
  /** Rows that are not empty, in all sheets together. Lines, empty ones included, may be five times as many; cells of a CSV sixty times. */
  readonly rows: number;
  /** Cells of a workbook, empty ones included, in all sheets together. */
  readonly workbookCells: number;
  /** Texts of a workbook that its cells share. */
  readonly sharedTexts: number;
  /** Columns that are not empty. */
  readonly columns: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
  /** Errors, and as many warnings, that are kept in full; further ones are only counted. */
  readonly problems: number;
  /** Wall-clock time in milliseconds before the reading thread is ended. */
  readonly timeMs: number;
  /** Heap of the reading thread in megabytes. */
  readonly memoryMb: number;
}

/** Enough for any village: 100,000 rows in a file of 20 MB. A regency's CSV of 450,000 voters needs wider `bytes` and `rows`. */
export const DEFAULT_LIMITS: ImportLimits = {
  bytes: 20 * 1024 * 1024,
  inflatedBytes: 160 * 1024 * 1024,
  archiveMembers: 300,
  rows: 100_000,
  workbookCells: 1_500_000,
  sharedTexts: 750_000,
  columns: 200,
  cellCharacters: 1_000,
  problems: 2_000,
  timeMs: 60_000,
  memoryMb: 1_024,
};

/** What the office decided before the import; nothing in the file can change it. */
export interface ImportOptions {
  /**
   * `real` refuses synthetic numbers (sub-district 99); `exercise` warns of numbers that could be a real person's.
   * Exercise and real never share a store.
   */
  readonly purpose: 'real' | 'exercise';
  /** Voting day, for ages. */
  readonly votingDate: CivilDate;
  /** The village whose list this is: rows of another village are then errors. */
  readonly village?: { readonly code: VillageCode; readonly name: string };
  /**
   * The villages of a list of several, such as a regency's: each row names its own by code or, where no other village has it, by name. A NIK on
   * rows of two villages is then a warning, for people decide where its owner votes; inside one village it stays an error. Not with `village`.
   */
  readonly villages?: readonly { readonly code: VillageCode; readonly name: string }[];
  /** Names of the village's hamlets: other names are then errors, and spelling by case and spaces is set right. */
  readonly hamlets?: readonly string[];
  /** Read only the sheet of this name; by default every visible sheet that holds a list. */
  readonly sheet?: string;
  /** Hidden and filtered rows: by default an error that asks. */
  readonly hiddenRows?: 'ask' | 'include' | 'leave-out';
  /** Years of two digits: by default an error that asks; `by-age` takes the only century that makes a possible voter. */
  readonly twoDigitYears?: 'ask' | 'by-age';
  /** Values for everyone where the whole column is missing. */
  readonly assume?: {
    readonly birthPlace?: string;
    readonly maritalStatus?: MaritalStatus;
    readonly hamlet?: string;
  };
  readonly limits?: Partial<ImportLimits>;
}
