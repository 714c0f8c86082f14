import { fail, type Result, succeed, type VoterListState } from '@bilik/election';

/** What a village, or somebody who objects, wants changed. Nobody is ever removed. */
export const PROPOSAL_KINDS = ['add', 'correct', 'mark-ineligible', 'restore'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export type ProposalState = 'waiting' | 'approved' | 'refused' | 'withdrawn';

/** Where a proposal comes from: the village committee's own work, or an objection of a citizen that it wrote down. */
export type ProposalOrigin = 'committee' | 'objection';

/** A proposal without the particulars of the person that it is about. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  /** Account that proposed. */
  readonly by: string;
}

export type ProposalRefusal =
  /** A locked list is only marked beside. */
  | { readonly type: 'list-is-final'; readonly kind: ProposalKind }
  | { readonly type: 'row-already-ineligible' }
  | { readonly type: 'row-not-ineligible' }
  | { readonly type: 'already-decided'; readonly state: ProposalState }
  /** Who proposed does not approve. */
  | { readonly type: 'own-proposal' }
  | { readonly type: 'not-own-proposal' };

/**
 * Whether a proposal may be made.
 * @param ineligible of the row that it is about; null for a person to be added
 * @errors 'list-is-final' · 'row-already-ineligible' · 'row-not-ineligible'
 */
export function mayPropose(
  kind: ProposalKind,
  stage: VoterListState,
  ineligible: boolean | null,
): Result<null, ProposalRefusal> {
  if (stage === 'final' && kind !== 'mark-ineligible') return fail({ type: 'list-is-final', kind });
  if (kind === 'mark-ineligible' && ineligible === true) return fail({ type: 'row-already-ineligible' });
  if (kind === 'restore' && ineligible === false) return fail({ type: 'row-not-ineligible' });
  return succeed(null);
}

/** Two people stand behind every change. @param by the account that decides @errors 'already-decided' · 'own-proposal' · 'list-is-final' */
export function mayDecide(
  proposal: Proposal,
  by: string,
  stage: VoterListState,
): Result<null, ProposalRefusal> {
  if (proposal.state !== 'waiting') return fail({ type: 'already-decided', state: proposal.state });
  if (proposal.by === by) return fail({ type: 'own-proposal' });
  if (stage === 'final' && proposal.kind !== 'mark-ineligible') {
    return fail({ type: 'list-is-final', kind: proposal.kind });
  }
  return succeed(null);
}

/** @errors 'already-decided' · 'not-own-proposal' */
export function mayWithdraw(proposal: Proposal, by: string): Result<null, ProposalRefusal> {
  if (proposal.state !== 'waiting') return fail({ type: 'already-decided', state: proposal.state });
  return proposal.by === by ? succeed(null) : fail({ type: 'not-own-proposal' });
}
