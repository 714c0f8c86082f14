import type { PollingPlaceId, VillageCode } from './area.ts';
import type { Bilingual } from './bilingual.ts';
import type { Fingerprint } from './line.ts';
import type { Nik, Sex } from './nik.ts';
import type { Result } from './result.ts';
import type { IneligibleReason, ListKind, Voter } from './voter.ts';

/** Stages of a list: DPS, DPS after corrections, with the supplementary list, DPT. */
export type VoterListState = 'provisional' | 'corrected' | 'supplementary' | 'final';

/** How many men and women. */
export type BySex = Readonly<Record<Sex, number>>;

/** Names a row without a person's particulars: numbers are given within a polling place. */
export interface RowReference {
  readonly pollingPlace: PollingPlaceId;
  readonly number: number;
}

/** A fact about the list that people must act on. */
export interface VoterListProblem {
  /** An error stops locking; a warning wants a look. */
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly rows: readonly RowReference[];
  readonly sentence: Bilingual;
}

/** What was done to a list, in order. A list is the fold of its changes; nobody is ever removed. */
export type VoterListChange =
  | { readonly type: 'add'; readonly voter: Voter }
  | { readonly type: 'correct'; readonly row: RowReference; readonly voter: Voter; readonly reason: string }
  | {
      readonly type: 'mark-ineligible';
      readonly row: RowReference;
      readonly reason: IneligibleReason;
      readonly evidence: string;
    }
  | { readonly type: 'advance'; readonly to: 'corrected' | 'supplementary' };

/** A village's list, of one or more polling places, before it is locked. */
export interface OpenVoterList {
  readonly state: 'provisional' | 'corrected' | 'supplementary';
  readonly village: VillageCode;
  readonly voters: readonly Voter[];
  readonly changes: readonly VoterListChange[];
}

/** The locked list: what the package carries and the desk uses. */
export interface FinalVoterList {
  readonly state: 'final';
  readonly village: VillageCode;
  readonly voters: readonly Voter[];
  readonly fingerprint: Fingerprint;
}

export type VoterListError =
  | { readonly type: 'duplicate-nik'; readonly row: RowReference }
  | { readonly type: 'duplicate-number'; readonly row: RowReference }
  | { readonly type: 'no-such-row'; readonly row: RowReference }
  | { readonly type: 'nik-changed'; readonly row: RowReference }
  | { readonly type: 'wrong-order'; readonly from: VoterListState; readonly to: VoterListState }
  | { readonly type: 'has-errors'; readonly problems: readonly VoterListProblem[] };

/** SHA-256 of the UTF-8 bytes of a text, in 64 lower-case hexadecimal digits. */
export type TextHash = (text: string) => string;

/** An empty provisional list. */
export function newVoterList(village: VillageCode): OpenVoterList {
  return { state: 'provisional', village, voters: [], changes: [] };
}

/** Applies one change. @errors see `VoterListError`; the list is unchanged then */
export function changeVoterList(
  _list: OpenVoterList,
  _change: VoterListChange,
): Result<OpenVoterList, VoterListError> {
  throw new Error('not filled yet');
}

/** Every error and warning of a list: duplicate NIK or number, wrong village, NIK against birth, likely same person twice. */
export function checkVoterList(
  _village: VillageCode,
  _voters: readonly Voter[],
): readonly VoterListProblem[] {
  throw new Error('not filled yet');
}

/** Locks a list without errors as final and fingerprints it. @errors 'has-errors' */
export function lockVoterList(_list: OpenVoterList, _hash: TextHash): Result<FinalVoterList, VoterListError> {
  throw new Error('not filled yet');
}

/** The exact text whose SHA-256 is the fingerprint of a final list; the order of the input rows does not matter. */
export function voterListText(_village: VillageCode, _voters: readonly Voter[]): string {
  throw new Error('not filled yet');
}

/** Eligible voters by list kind and sex: what `registered` means in figures. */
export function countVoters(_voters: readonly Voter[]): Readonly<Record<ListKind, BySex>> {
  throw new Error('not filled yet');
}

/** The row with this NIK, if any. */
export function findVoter(voters: readonly Voter[], nik: Nik): Voter | undefined {
  return voters.find((voter) => voter.nik === nik);
}
