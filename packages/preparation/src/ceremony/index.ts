export { nameAnew, requestStep, type SittingRefusal, type SittingRequest } from './sitting-rules.ts';
export {
  SITTING_ROUNDS,
  type SittingPhase,
  type SittingRound,
  type SittingStanding,
  type SittingStep,
  standingOf,
} from './sitting-steps.ts';
