import type { SittingRound, SittingStep } from '@bilik/preparation';
import type { Generated, GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';

/** What migration 0040 makes. */
export interface CeremonyTables {
  readonly sitting: {
    id: string;
    election: string;
    area: string;
    name: string;
    plan: string;
    created_at: Moment;
  };
  readonly sitting_member: {
    sitting: string;
    area: string;
    id: string;
    position: number;
    name: string;
    interest: string;
    code: string | null;
  };
  readonly sitting_place: {
    sitting: string;
    election: string;
    place: string;
    area: string;
    is_left: Generated<boolean>;
    trustees: string | null;
    trustees_hash: string | null;
    member_order: JsonColumn<readonly string[]> | null;
  };
  readonly sitting_bundle: {
    sitting: string;
    area: string;
    member: string;
    round: SittingRound;
    file: string;
    carried: 'network' | 'stick';
    spoken: string | null;
    at: Moment;
  };
  readonly sitting_step: {
    number: GeneratedAlways<number>;
    sitting: string;
    area: string;
    at: Moment;
    account: string | null;
    step: JsonColumn<SittingStep>;
  };
}
