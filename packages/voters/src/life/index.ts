export {
  FEWEST_POSTING_DAYS,
  type ListFacts,
  type ListLife,
  type ListStep,
  type ListStepRefusal,
  type Posting,
  takeListStep,
} from './list-life.ts';
export {
  mayDecide,
  mayPropose,
  mayWithdraw,
  PROPOSAL_KINDS,
  type Proposal,
  type ProposalKind,
  type ProposalOrigin,
  type ProposalRefusal,
  type ProposalState,
} from './proposal.ts';
