import type { GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';

/** What migration 0071 makes. */
export interface OutcomeTables {
  readonly outcome_fact: {
    number: GeneratedAlways<number>;
    election: string;
    area: string;
    contest: string;
    fact: JsonColumn<unknown>;
    account: string;
    at: Moment;
  };
}
