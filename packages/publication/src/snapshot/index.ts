export { assembleSnapshot, type SnapshotFacts, type VillageFacts } from './assemble.ts';
export {
  assembleWhatHolds,
  KEPT_BACK_REASONS,
  type KeptBack,
  type KeptBackReason,
  NothingHolds,
} from './assemble-what-holds.ts';
export { checkSnapshot, namedFiles } from './check-snapshot.ts';
export { DIFFERENCE_RULES, type Difference, type DifferenceRule } from './difference.ts';
export type {
  AreaTotals,
  Evidence,
  PartSource,
  PublishedOutcome,
  PublishedPart,
  PublishedPlace,
  VillageTotals,
  VoteFigures,
} from './figures-schema.ts';
export { contradictions } from './follow-on.ts';
export { hasBegun, type SaidAt, staysAsPublished } from './has-begun.ts';
export { isCounted } from './is-counted.ts';
export { contestOf, outcomeOf, votedKeys } from './outcome.ts';
export { wordsNotPublic } from './public-words.ts';
export {
  type LeftVillage,
  type PublishedCorrection,
  type PublishedFile,
  type PublishedStage,
  type PublishedSubDistrict,
  type PublishedVillage,
  type ResultState,
  type Snapshot,
  STAGES_AFTER_COUNTING,
  snapshotSchema,
  stageSchema,
} from './schema.ts';
export {
  hexSha256,
  parseSnapshot,
  rulePackFingerprint,
  type SnapshotProblem,
  snapshotText,
} from './snapshot-text.ts';
export { addFigures, sumArea, sumVillage } from './sums.ts';
export { firstFiguresWait } from './what-stays.ts';
