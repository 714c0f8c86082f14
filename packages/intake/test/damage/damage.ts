import type { ImportOptions, ProblemKind } from '../../src/index.ts';

/** One kind of damage to a file, and exactly what the import must say about it. */
export interface Damage {
  readonly what: string;
  readonly file: () => Uint8Array;
  readonly options?: Partial<ImportOptions>;
  /** Every problem in the order of the file, as `outline` writes it: kind, sheet if any, row, column. */
  readonly problems: readonly ProblemLine[];
}

type ProblemLine = ProblemKind | `${ProblemKind} ${string}`;
