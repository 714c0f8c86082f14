import { civilDateSchema } from '@bilik/election';
import {
  type Arrival,
  type BallotProof,
  ballotProof,
  checkApplicant,
  type DrawRecord,
  type Finding,
  nominationOutcome,
  notSignedOff,
  type ScoredCandidate,
  type SignOff,
  type StandingCandidate,
  selectByScore,
} from '@bilik/preparation';
import { votingDateOf } from '../calendar/calendar-routes.ts';
import type { Transaction } from '../database/connect.ts';
import type { KnownVillage } from '../set-up/known-village.ts';
import { sha256 } from '../set-up/set-up-store.ts';
import { hasResults } from '../tabulation/has-results.ts';
import type { CandidateTables } from './tables.ts';

/** One candidate with all that is known, as the office sees them. */
export interface KnownCandidate {
  readonly id: string;
  readonly name: string;
  readonly bornOn: string;
  readonly state: CandidateTables['candidate']['state'];
  readonly number: number | null;
  readonly photo: string | null;
  readonly findings: readonly Finding[];
  readonly scores: Readonly<Record<string, number>>;
}

/** Candidates of a village in the order in which they registered. */
export async function readCandidates(
  transaction: Transaction,
  { election, code }: Pick<KnownVillage, 'election' | 'code'>,
): Promise<readonly KnownCandidate[]> {
  return (await readCandidatesByVillage(transaction, election.id, code)).get(code) ?? [];
}

/**
 * Candidates of every village that the scope sees, in the order in which they registered.
 * @param only one village; left out: all
 */
export async function readCandidatesByVillage(
  transaction: Transaction,
  election: string,
  only?: string,
): Promise<ReadonlyMap<string, readonly KnownCandidate[]>> {
  const rows = await transaction
    .selectFrom('candidate')
    .selectAll()
    .where('election', '=', election)
    .$if(only !== undefined, (query) => query.where('area', '=', only ?? ''))
    .orderBy('registered_on')
    .orderBy('id')
    .execute();
  const findings = await transaction
    .selectFrom('candidate_finding')
    .select(['area', 'candidate', 'finding'])
    .where('election', '=', election)
    .$if(only !== undefined, (query) => query.where('area', '=', only ?? ''))
    .orderBy('number')
    .execute();
  const scores = await transaction
    .selectFrom('candidate_score')
    .select(['area', 'candidate', 'criterion', 'score'])
    .where('election', '=', election)
    .$if(only !== undefined, (query) => query.where('area', '=', only ?? ''))
    .orderBy('number')
    .execute();
  // ids are of one village: two villages may have the same
  const keyOf = (row: { readonly area: string; readonly candidate: string }) =>
    `${row.area} ${row.candidate}`;
  const findingsOf = Map.groupBy(findings, keyOf);
  const scoresOf = Map.groupBy(scores, keyOf);
  const candidates = rows.map(({ area, id, name, born_on, state, number, photo }) => ({
    ...{ area, id, name, bornOn: born_on, state, number, photo },
    findings: (findingsOf.get(keyOf({ area, candidate: id })) ?? []).map(({ finding }) => finding),
    // the last of a criterion holds
    scores: Object.fromEntries(
      (scoresOf.get(keyOf({ area, candidate: id })) ?? []).map(({ criterion, score }) => [criterion, score]),
    ),
  }));
  const byVillage = new Map<string, KnownCandidate[]>();
  for (const { area, ...candidate } of candidates) {
    byVillage.set(area, [...(byVillage.get(area) ?? []), candidate]);
  }
  return byVillage;
}

/** The draw of the wave in which the village is: the last beginning, and the record when numbers were drawn. */
export async function readDraw(
  transaction: Transaction,
  { election, code, life }: KnownVillage,
): Promise<
  | {
      readonly number: number;
      readonly arrivals: readonly Arrival[];
      readonly begun_at: Date;
      readonly record: DrawRecord | null;
      /** How often it was begun. */
      readonly attempts: number;
      readonly reason: string | null;
    }
  | undefined
> {
  const rows = await transaction
    .selectFrom('number_draw')
    .select(['number', 'arrivals', 'begun_at', 'record', 'reason'])
    .where('election', '=', election.id)
    .where('area', '=', code)
    .where('wave', '=', life.wave)
    .orderBy('number', 'desc')
    .execute();
  const [last] = rows;
  return last === undefined ? undefined : { ...last, attempts: rows.length };
}

/** Whether a village has voted: who stood, and how the ballot looked, does not change any more. */
export async function hasVoted(
  transaction: Transaction,
  { election, code, life }: Pick<KnownVillage, 'election' | 'code' | 'life'>,
): Promise<boolean> {
  return (
    life.doneOn.has('voting') || (await hasResults(transaction, { election: election.id, village: code }))
  );
}

/** Candidates who may be determined: what stands against nobody's checklist. */
export function eligibleOf(
  village: KnownVillage,
  candidates: readonly KnownCandidate[],
): readonly KnownCandidate[] {
  return candidates.filter(
    (candidate) => candidate.state !== 'withdrawn' && checklistOf(village, candidate).verdict === 'complete',
  );
}

/** A candidate against the election's checklist, on the voting day of the village's wave. */
export function checklistOf({ election, life }: KnownVillage, candidate: KnownCandidate) {
  return checkApplicant(
    { bornOn: civilDateSchema.parse(candidate.bornOn), findings: candidate.findings },
    election.checklist,
    votingDateOf(election, life.wave),
  );
}

/** What the rules want now of this village's candidates; null when others conduct the election. */
export function nominationOf(village: KnownVillage, candidates: readonly KnownCandidate[]) {
  const { rulePack, selectionRule } = village.election;
  if (rulePack === null) return null;
  const eligible = eligibleOf(village, candidates);
  const outcome = nominationOutcome(eligible.length, village.life.extensions.length, rulePack);
  const scored: readonly ScoredCandidate[] = eligible.map(({ id, scores }) => ({ id, scores }));
  return {
    eligible: eligible.map(({ id }) => id),
    outcome,
    selection: outcome.type === 'select' ? selectByScore(scored, selectionRule, outcome.places) : null,
  };
}

/** Those who stand, with the numbers they drew. */
export function standingOf(candidates: readonly KnownCandidate[]): readonly StandingCandidate[] {
  return candidates.flatMap(({ id, name, number, photo, state }) =>
    state === 'determined' && number !== null ? [{ id, name, number, photoHash: photo }] : [],
  );
}

/** The ballot as it is now, and who has not signed for it; null before numbers are drawn. */
export async function proofOf(
  transaction: Transaction,
  village: KnownVillage,
  candidates: readonly KnownCandidate[],
): Promise<{ readonly proof: BallotProof; readonly open: readonly string[] } | null> {
  const signOffs = await readSignOffs(transaction, village.election.id, village.code);
  return signedProof(village, candidates, signOffs);
}

/** The same, when sign-offs are read already. @param signOffs of this village */
export function signedProof(
  village: KnownVillage,
  candidates: readonly KnownCandidate[],
  signOffs: readonly SignOff[],
): { readonly proof: BallotProof; readonly open: readonly string[] } | null {
  const standing = standingOf(candidates);
  const determined = candidates.filter(({ state }) => state === 'determined');
  if (standing.length === 0 || standing.length < determined.length) return null;
  const proof = ballotProof(village, standing, sha256);
  return { proof, open: notSignedOff(proof, standing, signOffs) };
}

/** Who signed for which ballot. @param only one village; left out: all that the scope sees */
export async function readSignOffs(
  transaction: Transaction,
  election: string,
  only?: string,
): Promise<readonly (SignOff & { readonly area: string })[]> {
  return transaction
    .selectFrom('ballot_sign_off')
    .select(['area', 'candidate', 'fingerprint'])
    .where('election', '=', election)
    .$if(only !== undefined, (query) => query.where('area', '=', only ?? ''))
    .execute();
}
