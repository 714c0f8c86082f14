import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A moment: read as `Date`, written as `Date`. */
export type Moment = ColumnType<Date, Date, Date>;
/** A civil date, `YYYY-MM-DD`. */
export type CivilDateColumn = ColumnType<string, string, string>;
/** JSON: read as what it holds, written as text. */
export type JsonColumn<Value> = ColumnType<Value, string, string>;

export type PlaceMode = 'electronic' | 'paper' | 'mixed';

/** One option of a ballot, in list order. */
export interface ContestOption {
  readonly key: string;
  readonly number: number | null;
  readonly name: string;
  /** Hex SHA-256 of the photo's file. */
  readonly photo: string | null;
}

/** What migrations 0001 and 0002 make. */
export interface BaseTables {
  readonly area: {
    code: string;
    level: GeneratedAlways<number>;
    name: string;
    parent: string | null;
  };
  readonly election: {
    id: string;
    area: string;
    kind: 'exercise' | 'real';
    conduct: 'village-head' | 'other';
    title: JsonColumn<{ readonly id: string; readonly en: string }>;
    zone: 'WIB' | 'WITA' | 'WIT';
    voting_date: CivilDateColumn;
    created_at: Moment;
  };
  readonly place: {
    election: string;
    id: string;
    area: string;
    number: number;
    name: string | null;
    address: Generated<string>;
    mode: PlaceMode;
    registered_l: Generated<number>;
    registered_p: Generated<number>;
    /** `{whole}`, or `{machine,paper}` after its machine was switched. */
    parts: Generated<('whole' | 'machine' | 'paper')[]>;
  };
  readonly contest: {
    election: string;
    area: string;
    id: string;
    position: number;
    office: 'village-head' | 'other';
    title: JsonColumn<{ readonly id: string; readonly en: string }>;
    options: JsonColumn<readonly ContestOption[]>;
  };
  readonly event: {
    number: GeneratedAlways<number>;
    at: Moment;
    area: string;
    act: string;
    subject: string;
    account: string | null;
    before: JsonColumn<unknown> | null;
    after: JsonColumn<unknown> | null;
  };
  readonly file: { sha256: string; bytes: number; kept_at: Moment };
  readonly upload: {
    id: string;
    area: string;
    account: string;
    name: string;
    bytes: number;
    sha256: string | null;
    begun_at: Moment;
  };
}
