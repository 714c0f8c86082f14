import type { JsonColumn, Moment } from '../database/base-tables.ts';
import type { Outfit } from './outfit.ts';

/** What migration 0041 makes. */
export interface PackageTables {
  readonly place_outfit: {
    election: string;
    place: string;
    area: string;
    outfit: JsonColumn<Outfit>;
    written_at: Moment;
  };
  readonly place_package: {
    election: string;
    place: string;
    area: string;
    version: number;
    fingerprint: string;
    file: string;
    election_uuid: string;
    election_fingerprint: string;
    trustees_hash: string;
    list_fingerprint: string;
    credentials_hash: string;
    cards: number;
    reason: string | null;
    account: string;
    issued_at: Moment;
  };
  readonly card_pack: {
    election: string;
    place: string;
    area: string;
    version: number;
    number: number;
    cards: number;
    seal: string | null;
    handed_to: string | null;
    handed_at: Moment | null;
  };
}
