export { clockBoundsOf, type FactsOfParts, factsAgree, factsOfParts } from './contents.ts';
export { notForHere, type PackageExpectations } from './expectations.ts';
export { fingerprintWords, hexGroups } from './fingerprint.ts';
export {
  isPublicKey,
  MANIFEST_LIMIT_BYTES,
  type PackageFacts,
  type PackageManifest,
  type PackageMember,
  readManifest,
} from './manifest.ts';
export { isPhoto, isVoice } from './member-names.ts';
export { openPackageFile, type PackageFile } from './package-file.ts';
export type { PackageAnswer, PackageNotForHere, PackageProblem } from './package-problem.ts';
export { type OpenedPackage, openPackage, type PackageSource, readOpened, sourceOf } from './reader.ts';
export { newPackagePassphrase, type SealingKey, sealingKey } from './sealing.ts';
export {
  type ElectionParts,
  type ElectionTexts,
  LIVE_MEMBERS,
  readElectionParts,
  TEST_MEMBERS,
  type TestSecrets,
  TestSecretsSchema,
  testElectionAgrees,
  testPlaceName,
} from './test-election.ts';
export { type PackageToWrite, sha256Hex, writePackage } from './writer.ts';
