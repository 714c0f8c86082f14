export type { ListedBallot } from './ballot-list.ts';
export {
  type BallotCheckers,
  type BallotFinding,
  type BallotPlace,
  type BallotWork,
  type CheckerSetup,
  type CheckerTools,
  type CheckerTotals,
  localCheckers,
} from './checkers.ts';
export { explainFault, FAULT_SENTENCES } from './fault-sentences.ts';
export { type FileIdentity, portableStreamHash, type StreamHash } from './file-digest.ts';
export { RULE_SENTENCES, type Sentence } from './rule-sentences.ts';
export {
  type FaultCode,
  type FigureFault,
  type Finding,
  RULES,
  type RuleId,
  type RuleOutcome,
  type VoidListFault,
} from './rules.ts';
export {
  type OriginFacts,
  type OriginOutcome,
  type RecordSource,
  type SealedRecord,
  type Verification,
  type VerificationReport,
  type VerifyOptions,
  type VerifyProgress,
  verifyRecord,
} from './verify.ts';
