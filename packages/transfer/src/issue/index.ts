export { type AnnouncementFacts, announcementFacts } from './announcement-facts.ts';
export { type CertificateRequest, makePlaceCertificates, type PlaceCertificates } from './certificates.ts';
export { drawBase58, drawBelow, newElectionUuid, shuffle } from './draw.ts';
export { makeTestElection, type TestCards, type TestElection } from './make-test-election.ts';
export { BOARDS, type DeviceCounts, type NewDevice, newDevices } from './place-devices.ts';
export {
  type CardPool,
  type DrawnPin,
  makeCardPool,
  makePlaceElection,
  newSigningKey,
} from './place-election.ts';
export {
  makePlaceMembers,
  type PlaceMembers,
  type PlaceToIssue,
  signPlacePackage,
} from './place-members.ts';
export { type BesideTheList, cardKeyedHash, nikKeyedHash } from './place-voters.ts';
export { problemOfPackage } from './problem-of-package.ts';
