import type { Generated, GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';

/** Who says it: the committee's result, the Desk's own count, what the public sent. */
export type Lane = 'official' | 'internal' | 'evidence';
/** Of a polling place: all of it, or what was cast by machine and on paper after its machine was switched. */
export type Part = 'whole' | 'machine' | 'paper';
export type SourceKind = 'record' | 'sheet' | 'internal' | 'evidence';
/** Votes by option key. */
export type Votes = Readonly<Record<string, number>>;

/** What migration 0070 makes. */
export interface TabulationTables {
  readonly result_change: {
    number: GeneratedAlways<number>;
    at: Moment;
    election: string;
    place: string;
    area: string;
    contest: string;
    contest_area: string;
    lane: Lane;
    part: Part;
    withdrawn: Generated<boolean>;
    users: number;
    women: number | null;
    valid: number;
    invalid: number;
    votes: JsonColumn<Votes>;
    source_kind: SourceKind;
    source: string;
    account: string | null;
    reason: string | null;
    replaces: number | null;
    adds_places: number;
    adds_registered_l: number;
    adds_registered_p: number;
    adds_users: number;
    adds_women: number;
    adds_valid: number;
    adds_invalid: number;
    adds_votes: JsonColumn<Votes>;
  };
  readonly place_result: {
    election: string;
    place: string;
    area: string;
    contest: string;
    lane: Lane;
    part: Part;
    change: number;
  };
  readonly change_to_fold: { number: number };
  readonly expected_places: {
    election: string;
    area: string;
    places: number;
    registered_l: number;
    registered_p: number;
  };
  readonly area_sum: {
    election: string;
    area: string;
    contest: string;
    lane: Lane;
    places: number;
    registered_l: number;
    registered_p: number;
    users: number;
    women: number;
    valid: number;
    invalid: number;
    folded_at: Moment;
  };
  readonly area_votes: {
    election: string;
    area: string;
    contest: string;
    lane: Lane;
    option: string;
    votes: number;
  };
}
