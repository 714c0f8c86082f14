import type { Explanation, SheetPart, SheetStep } from '@bilik/tabulation';
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';

/** Figures by field, as stored. */
export type StoredFigures = Readonly<Record<string, number | null>>;

/** What migration 0060 makes. */
export interface SheetTables {
  readonly sheet: {
    election: string;
    place: string;
    area: string;
    step: SheetStep;
    version: number;
    round: number;
    entries: ColumnType<readonly number[], readonly number[], readonly number[]>;
    parts: JsonColumn<Readonly<Record<string, SheetPart>>>;
    agreed: JsonColumn<StoredFigures> | null;
    explanations: JsonColumn<readonly Explanation[]>;
    cleared: ColumnType<readonly string[], readonly string[], readonly string[]>;
    held_by_person: boolean;
    standing: JsonColumn<StoredStanding> | null;
    changed_at: Moment;
  };
  readonly sheet_entry: {
    id: GeneratedAlways<number>;
    election: string;
    place: string;
    area: string;
    version: number;
    round: number;
    kind: 'entry' | 'reading';
    account: string;
    sent_as: string;
    typed: JsonColumn<StoredFigures>;
    at: Moment;
  };
  readonly sheet_act: {
    number: GeneratedAlways<number>;
    election: string;
    place: string;
    area: string;
    act: string;
    account: string;
    version: number;
    round: number;
    step: SheetStep;
    note: JsonColumn<unknown> | null;
    at: Moment;
  };
  readonly sheet_photo: {
    election: string;
    place: string;
    area: string;
    version: number;
    sha256: string;
    type: PhotoType;
    account: string;
    at: Moment;
  };
}

/** The version that counts, as stored. */
export interface StoredStanding {
  readonly version: number;
  readonly values: StoredFigures;
  readonly typists: readonly [string, string];
}

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';
