import type { Arrival, DrawRecord, Finding } from '@bilik/preparation';
import type { GeneratedAlways } from 'kysely';
import type { CivilDateColumn, JsonColumn, Moment } from '../database/base-tables.ts';

interface OfCandidate {
  number: GeneratedAlways<number>;
  election: string;
  area: string;
  candidate: string;
  account: string | null;
  at: Moment;
}

/** What migration 0021 makes. */
export interface CandidateTables {
  readonly candidate: {
    election: string;
    area: string;
    id: string;
    name: string;
    born_on: CivilDateColumn;
    state: 'registered' | 'determined' | 'not-determined' | 'withdrawn';
    number: number | null;
    photo: string | null;
    registered_on: CivilDateColumn;
  };
  readonly candidate_finding: OfCandidate & { finding: JsonColumn<Finding> };
  readonly candidate_score: OfCandidate & { criterion: string; score: number };
  readonly number_draw: {
    number: GeneratedAlways<number>;
    election: string;
    area: string;
    wave: number;
    arrivals: JsonColumn<readonly Arrival[]>;
    begun_at: Moment;
    account: string | null;
    reason: string | null;
    record: JsonColumn<DrawRecord> | null;
  };
  readonly ballot_sign_off: {
    election: string;
    area: string;
    candidate: string;
    fingerprint: string;
    signed_by: string;
    account: string | null;
    at: Moment;
  };
}
