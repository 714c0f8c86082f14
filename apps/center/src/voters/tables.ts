import type { CivilDate, IneligibleReason, MaritalStatus, Sex, VoterListState } from '@bilik/election';
import type { ImportPreview } from '@bilik/intake';
import type { DuplicateRank, Likeness, ProposalKind, ProposalOrigin, ProposalState } from '@bilik/voters';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';
import type { AskedOptions } from './import/import-options.ts';
import type { KeptProblem } from './import/kept-problem.ts';

export type ImportState = 'reading' | 'ready' | 'refused' | 'entering' | 'entered' | 'left';

/** What migration 0030 makes. */
export interface VoterTables {
  readonly voter_list: {
    election: string;
    area: string;
    stage: Generated<VoterListState>;
    posted_from: ColumnType<string | null, string | null | undefined, string | null>;
    posted_until: ColumnType<string | null, string | null | undefined, string | null>;
    fingerprint: ColumnType<string | null, string | null | undefined, string | null>;
    place_fingerprints: ColumnType<
      Readonly<Record<string, string>> | null,
      string | null | undefined,
      string | null
    >;
    locked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  readonly voter_import: {
    id: string;
    election: string;
    area: string;
    file: string;
    file_name: string;
    state: ImportState;
    options: JsonColumn<AskedOptions>;
    preview: JsonColumn<ImportPreview> | null;
    problems: JsonColumn<readonly KeptProblem[]> | null;
    problems_left_off: Generated<number>;
    voters: number | null;
    villages: number | null;
    asked_by: string;
    asked_at: Moment;
    done_at: Moment | null;
  };
  readonly voter: {
    id: Generated<number>;
    election: string;
    area: string;
    nik_hash: Buffer;
    nik_sealed: Buffer;
    family_hash: Buffer | null;
    family_sealed: Buffer | null;
    look_up_hash: Buffer;
    name: string;
    name_key: string;
    sex: Sex;
    birth_place: string;
    birth_date: ColumnType<CivilDate, string, string>;
    marital_status: MaritalStatus;
    hamlet: string;
    rt: string;
    rw: string;
    disability: string | null;
    place_number: number | null;
    number: number | null;
    ineligible_reason: IneligibleReason | null;
    ineligible_evidence: string | null;
    marked_beside: Generated<boolean>;
  };
  readonly voter_proposal: {
    id: GeneratedAlways<number>;
    election: string;
    area: string;
    kind: ProposalKind;
    origin: ProposalOrigin;
    state: ProposalState;
    voter: number | null;
    particulars: string | null;
    reason: IneligibleReason | null;
    evidence: string;
    evidence_file: string | null;
    proposed_by: string;
    proposed_at: Moment;
    decided_by: string | null;
    decided_at: Moment | null;
    decision_reason: string | null;
  };
  readonly voter_pair: {
    election: string;
    area: string;
    first: number;
    second: number;
    rank: DuplicateRank;
    likeness: JsonColumn<Likeness>;
    bits: number;
    decision: 'one-person' | 'two-people' | null;
    kept: number | null;
    decided_by: string | null;
    decided_at: Moment | null;
    decision_reason: string | null;
  };
  readonly voter_look: {
    id: GeneratedAlways<number>;
    election: string;
    area: string;
    voter: number | null;
    what: 'person' | 'pair' | 'proposal' | 'search' | 'paper' | 'export';
    why: string;
    account: string;
    at: Moment;
  };
  readonly voter_public_look: { subject: string; hour: Moment; asked: number };
  readonly voter_erasure: {
    election: string;
    area: string;
    proof: string;
    signature: string;
    files: JsonColumn<readonly string[]>;
    at: Moment;
  };
}
