import type { DifferenceReason, PlaceContest } from '@bilik/tabulation';
import type { GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';

/** What migration 0072 makes. */
export interface LaneTables {
  readonly internal_figures: {
    id: GeneratedAlways<number>;
    election: string;
    place: string;
    area: string;
    contest: string;
    figures: JsonColumn<PlaceContest>;
    nonce: string;
    commitment: string;
    sent_as: string;
    account: string;
    at: Moment;
  };
  /** Migration 0082. */
  readonly lane_reason: {
    number: GeneratedAlways<number>;
    election: string;
    place: string;
    area: string;
    contest: string;
    /** As `differencesText` writes them. */
    differences: string;
    reason: DifferenceReason;
    note: string | null;
    account: string;
    at: Moment;
  };
  readonly evidence: {
    id: GeneratedAlways<number>;
    election: string;
    place: string;
    area: string;
    kind: 'photo' | 'code';
    sha256: string | null;
    code: string | null;
    is_signed: boolean;
    sender: string;
    at: Moment;
  };
  readonly evidence_verdict: {
    number: GeneratedAlways<number>;
    evidence: number;
    area: string;
    verdict: 'accepted' | 'refused';
    reason: string;
    figures: JsonColumn<Readonly<Record<string, PlaceContest>>> | null;
    account: string;
    at: Moment;
  };
}
