import type { PollingPlaceId, VillageCode } from './area.ts';
import { canonicalText, fingerprintText } from './canonical.ts';
import { type Fingerprint, fingerprintSchema } from './line.ts';
import type { Sex } from './nik.ts';
import { assertNever, fail, type Result, succeed } from './result.ts';
import type { IneligibleReason, ListKind, Voter } from './voter.ts';
import { type RowReference, rowOf, type VoterListProblem, voterListErrors } from './voter-list-check.ts';

/** Stages of a list: DPS, DPS after corrections, with the supplementary list, DPT. */
export type VoterListState = 'provisional' | 'corrected' | 'supplementary' | 'final';

/** How many men (L) and women (P). */
export type BySex = Readonly<Record<Sex, number>>;

/** Somebody on the list may not vote, for this reason and by this evidence. */
export interface IneligibleMark {
  readonly row: RowReference;
  readonly reason: IneligibleReason;
  readonly evidence: string;
}

/** What was done to a list, in order. A list is the fold of its changes; nobody is ever removed. */
export type VoterListChange =
  | { readonly type: 'add'; readonly voters: readonly Voter[] }
  /** Replaces a row of the same person: particulars, polling place or number. */
  | { readonly type: 'correct'; readonly row: RowReference; readonly voter: Voter; readonly reason: string }
  | ({ readonly type: 'mark-ineligible' } & IneligibleMark)
  | { readonly type: 'advance'; readonly to: 'corrected' | 'supplementary' };

/** A village's list, of one or more polling places, before it is locked. */
export interface OpenVoterList {
  readonly state: 'provisional' | 'corrected' | 'supplementary';
  readonly village: VillageCode;
  readonly voters: readonly Voter[];
  readonly changes: readonly VoterListChange[];
}

/** The locked list: what packages carry and desks use. Its rows never change; who dies or leaves afterwards is marked beside it. */
export interface FinalVoterList {
  readonly state: 'final';
  readonly village: VillageCode;
  readonly voters: readonly Voter[];
  readonly fingerprint: Fingerprint;
  readonly marks: readonly IneligibleMark[];
}

/** Why a change was refused. The list is what it was. */
export type VoterListError =
  | { readonly type: 'has-errors'; readonly problems: readonly VoterListProblem[] }
  | { readonly type: 'no-such-row'; readonly row: RowReference }
  | { readonly type: 'wrong-order'; readonly from: VoterListState; readonly to: VoterListState };

/** SHA-256 of the UTF-8 bytes of a text, in 64 lower-case hexadecimal digits. */
export type TextHash = (text: string) => string;

const NEXT_STATE: Readonly<Record<VoterListState, VoterListState | null>> = {
  provisional: 'corrected',
  corrected: 'supplementary',
  supplementary: 'final',
  final: null,
};

/** An empty provisional list. */
export function newVoterList(village: VillageCode): OpenVoterList {
  return { state: 'provisional', village, voters: [], changes: [] };
}

/** Applies one change whole or not at all. @errors see `VoterListError` */
export function changeVoterList(
  list: OpenVoterList,
  change: VoterListChange,
): Result<OpenVoterList, VoterListError> {
  const changes = [...list.changes, change];
  switch (change.type) {
    case 'advance':
      if (NEXT_STATE[list.state] !== change.to) {
        return fail({ type: 'wrong-order', from: list.state, to: change.to });
      }
      return succeed({ ...list, state: change.to, changes });
    case 'add':
      return withVoters({ ...list, changes }, [...list.voters, ...change.voters]);
    case 'correct':
      if (!hasRow(list.voters, change.row)) return fail({ type: 'no-such-row', row: change.row });
      return withVoters(
        { ...list, changes },
        replaceRow(list.voters, change.row, () => change.voter),
      );
    case 'mark-ineligible': {
      if (!hasRow(list.voters, change.row)) return fail({ type: 'no-such-row', row: change.row });
      const { reason, evidence } = change;
      const marked = replaceRow(list.voters, change.row, (voter) => ({
        ...voter,
        ineligible: { reason, evidence },
      }));
      return withVoters({ ...list, changes }, marked);
    }
    default:
      return assertNever(change);
  }
}

/** Locks a list as final and fingerprints it. @errors 'wrong-order' before the supplementary list; 'has-errors' */
export function lockVoterList(list: OpenVoterList, hash: TextHash): Result<FinalVoterList, VoterListError> {
  if (NEXT_STATE[list.state] !== 'final') {
    return fail({ type: 'wrong-order', from: list.state, to: 'final' });
  }
  const errors = voterListErrors(list.village, list.voters);
  if (errors.length > 0) return fail({ type: 'has-errors', problems: errors });
  return succeed({
    state: 'final',
    village: list.village,
    voters: inListOrder(list.voters),
    fingerprint: fingerprintOf(voterListText(list.village, list.voters), hash),
    marks: [],
  });
}

/** Marks somebody of a locked list as ineligible, beside the rows and their fingerprint. @errors 'no-such-row' */
export function markAfterLock(
  list: FinalVoterList,
  mark: IneligibleMark,
): Result<FinalVoterList, VoterListError> {
  if (!hasRow(list.voters, mark.row)) return fail({ type: 'no-such-row', row: mark.row });
  return succeed({ ...list, marks: [...list.marks, mark] });
}

/** The rows of a locked list with later marks applied: what a desk goes by. */
export function votersWithMarks(list: FinalVoterList): readonly Voter[] {
  return list.marks.reduce(
    (voters, { row, reason, evidence }) =>
      replaceRow(voters, row, (voter) => ({
        ...voter,
        ineligible: voter.ineligible ?? { reason, evidence },
      })),
    list.voters,
  );
}

/** The rows of one polling place, in order of their numbers. */
export function votersOfPlace(voters: readonly Voter[], place: PollingPlaceId): readonly Voter[] {
  return inListOrder(voters.filter((voter) => voter.pollingPlace === place));
}

/**
 * The exact text whose SHA-256 is the fingerprint of a list, of a village or of one polling place of it. The order in which
 * rows are given does not matter.
 */
export function voterListText(village: VillageCode, voters: readonly Voter[]): string {
  return fingerprintText('voter-list', canonicalText({ village, voters: inListOrder(voters) }));
}

/** Hashes a fingerprint text. Throws when `hash` does not answer 64 lower-case hexadecimal digits. */
export function fingerprintOf(text: string, hash: TextHash): Fingerprint {
  return fingerprintSchema.parse(hash(text));
}

/** Voters not marked ineligible, by list kind and sex: what `registered` means in figures. */
export function countVoters(voters: readonly Voter[]): Readonly<Record<ListKind, BySex>> {
  const count = (kind: ListKind, sex: Sex) =>
    voters.filter((voter) => voter.ineligible === null && voter.listKind === kind && voter.sex === sex)
      .length;
  return {
    DPT: { L: count('DPT', 'L'), P: count('DPT', 'P') },
    added: { L: count('added', 'L'), P: count('added', 'P') },
  };
}

function withVoters(list: OpenVoterList, voters: readonly Voter[]): Result<OpenVoterList, VoterListError> {
  const errors = voterListErrors(list.village, voters);
  return errors.length > 0 ? fail({ type: 'has-errors', problems: errors }) : succeed({ ...list, voters });
}

function sameRow(left: RowReference, right: RowReference): boolean {
  return left.pollingPlace === right.pollingPlace && left.number === right.number;
}

function hasRow(voters: readonly Voter[], row: RowReference): boolean {
  return voters.some((voter) => sameRow(rowOf(voter), row));
}

function replaceRow(
  voters: readonly Voter[],
  row: RowReference,
  change: (voter: Voter) => Voter,
): readonly Voter[] {
  return voters.map((voter) => (sameRow(rowOf(voter), row) ? change(voter) : voter));
}

function inListOrder(voters: readonly Voter[]): readonly Voter[] {
  return [...voters].sort((left, right) => {
    if (left.pollingPlace !== right.pollingPlace) return left.pollingPlace < right.pollingPlace ? -1 : 1;
    return left.number - right.number;
  });
}
