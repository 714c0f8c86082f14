import type { GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';

/** A place that a publication leaves out, or shows with an earlier photo (`photo-of-before`), and why. */
export interface LeftOut {
  readonly place: string;
  readonly why: 'photo-with-metadata' | 'photo-of-before' | 'photo-missing' | 'result-unreadable';
}

/** What migration 0080 makes. */
export interface PublishTables {
  readonly publication: {
    election: string;
    number: number;
    area: string;
    state: 'writing' | 'published';
    snapshot: string;
    facts: string;
    at: Moment;
    published_at: Moment | null;
    left_out: JsonColumn<readonly LeftOut[]>;
  };
  readonly publishing: {
    number: GeneratedAlways<number>;
    election: string;
    area: string;
    is_open: boolean;
    reason: string;
    account: string;
    at: Moment;
  };
}
