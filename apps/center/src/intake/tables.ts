import type { JsonColumn, Moment } from '../database/base-tables.ts';

export type DeliveryState = 'coming' | 'checking' | 'right' | 'held';

/** What migration 0050 makes. */
export interface IntakeTables {
  readonly expected_record: {
    election_hash: string;
    election: string;
    place: string;
    area: string;
    election_uuid: string;
    signing_key: string;
    list_fingerprint: string;
    package_version: number;
    issued_at: Moment;
    retired_at: Moment | null;
  };
  readonly delivery: {
    id: string;
    election: string;
    place: string;
    area: string;
    manifest: string;
    state: DeliveryState;
    reasons: JsonColumn<readonly string[]>;
    files: JsonColumn<readonly string[]> | null;
    receipt: string | null;
    begun_at: Moment;
    whole_at: Moment | null;
    decided_at: Moment | null;
  };
  readonly scanned_code: {
    sha256: string;
    election: string;
    place: string;
    area: string;
    kind: 'figures' | 'result' | 'paper';
    content: JsonColumn<unknown>;
    code: string;
    account: string | null;
    scanned_at: Moment;
  };
}
