export { checkFilesBeside, type FileBeside, type FilesBeside, fileFault } from './beside-record.ts';
export * from './ceremony/index.ts';
export {
  type DeliveryFileName,
  type DeliveryManifest,
  isSignedDelivery,
  MANIFEST_NAME,
  parseDeliveryManifest,
  writeDeliveryManifest,
} from './delivery/delivery-manifest.ts';
export { DELIVERY_REFUSALS, type DeliveryRefusal } from './delivery/delivery-refusal.ts';
export { CHUNK_BYTES, DeliveryStanding } from './delivery/delivery-wire.ts';
export { type Receipt, readReceipt, writeReceipt } from './delivery/receipt.ts';
export {
  compareFigures,
  type FigureMismatch,
  type KnownOfRecord,
  publishedDifferences,
  type StatedFigures,
  sumsThatHold,
} from './figures-against-record.ts';
export {
  INVITATION_LENGTH,
  type Invitation,
  type InvitationProblem,
  looksLikeInvitation,
  readInvitation,
  writeInvitation,
} from './invitation.ts';
export * from './package/index.ts';
export {
  hashPin,
  makePeopleFile,
  type PeopleFile,
  peopleFileSchema,
  pinSchema,
} from './people-file.ts';
export { readPlainFile } from './plain-file.ts';
export { checkCodeNatively } from './signed-code/check-code-natively.ts';
export { writeCode } from './signed-code/write-code.ts';
export { type FileAnswer, type FileProblem, readCanonicalFile, writeCanonicalFile } from './signed-file.ts';
export {
  checkSignedResult,
  parseSignedResult,
  type ResultOrigin,
  type SignedResult,
  writeSignedResult,
} from './signed-result.ts';
export { checkFields, fileHash, publicKeyOf, signFields } from './signed-text.ts';
export {
  parseVoiceList,
  spokenTextHash,
  VOICE_LIST_FILE,
  type VoiceList,
  writeVoiceList,
} from './voice-list.ts';
export {
  checkVoidList,
  parseVoidList,
  type VoidCredential,
  type VoidList,
  writeVoidList,
} from './void-list.ts';
export {
  compareVoidList,
  isRightOpening,
  type KnownOfCards,
  type OpenedCredential,
  type VoidMismatch,
} from './void-list-against-record.ts';
