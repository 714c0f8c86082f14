export { bundleFits, type CeremonyProblem, checkPlace, type PlaceKeys } from './assembly.ts';
export {
  BOARD_CODE_HEADER,
  BUNDLE_LIMIT_BYTES,
  CeremonyBundle,
  certificatesFingerprint,
  keysFingerprint,
  messageOfBundle,
  parseCeremonyBundle,
  writeCeremonyBundle,
} from './ceremony-bundle.ts';
export {
  agreementOf,
  CeremonyMessage,
  MESSAGE_LIMIT_BYTES,
  parseCeremonyMessage,
} from './ceremony-message.ts';
export { LongText, MAX_TRUSTEES, ROUNDS, type Round, ShownName } from './ceremony-names.ts';
export {
  CeremonyPlan,
  MAX_PLACES,
  parseCeremonyPlan,
  placeCeremony,
  planDigest,
  writeCeremonyPlan,
} from './ceremony-plan.ts';
