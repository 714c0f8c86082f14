export { type Announcement, renderAnnouncement } from './document/announcement.ts';
export { type AttendanceList, renderAttendanceList } from './document/attendance-list.ts';
export { type BallotProofPaper, renderBallotProof } from './document/ballot-proof.ts';
export {
  type CandidatesAnnouncement,
  renderCandidatesAnnouncement,
} from './document/candidates-announcement.ts';
export { type CardHandOver, renderCardHandOver } from './document/card-hand-over.ts';
export { type DrawMinutes, renderDrawMinutes } from './document/draw-minutes.ts';
export { type Guide, renderGuide } from './document/guide.ts';
export { renderHelperStatement } from './document/helper-statement.ts';
export { type IncidentPaper, renderIncident } from './document/incident.ts';
export { type InvitedVoter, renderInvitations } from './document/invitations.ts';
export { type LogicTestPaper, renderLogicTest } from './document/logic-test.ts';
export { type MandatesPaper, renderMandates } from './document/mandates.ts';
export {
  type MinutesPaper,
  renderMinutes,
} from './document/minutes.ts';
export { type ObjectionsPaper, renderObjectionForm, renderObjections } from './document/objections.ts';
export { type RestartReport, renderRestartReport } from './document/restart-report.ts';
export { renderSelfTest, type SelfTestPaper } from './document/self-test.ts';
export { renderSittingPoster, type SittingPoster } from './document/sitting-poster.ts';
export { renderStatement, type StatementPaper } from './document/statement.ts';
export { type BoothTestCards, renderTestCards } from './document/test-cards.ts';
export { renderTokenCards, type TokenCardSheet } from './document/token-cards.ts';
export type { VillageOfPaper } from './document/village-frame.ts';
export {
  type DecreeDraft,
  renderDecreeDraft,
  renderVillageMinutes,
  type VillageMinutesPaper,
} from './document/village-minutes.ts';
export {
  type FinalListStatement,
  type PostedVoter,
  type PostedVoterList,
  type RegistrationNotice,
  renderFinalListStatement,
  renderPostedVoterList,
  renderRegistrationNotice,
  renderVoterListChanges,
  renderVoterRecapitulation,
  type VoterListChanges,
  type VoterRecapitulation,
} from './document/voter-list-papers.ts';
export type { PrintedCopy } from './document/wording.ts';
export { renderZeroReport, type ZeroReport } from './document/zero-report.ts';
export { type Bitmap, bitmapToPng } from './raster/bitmap.ts';
export { drawFilledSheet, type FilledSheet } from './raster/filled-sheet.ts';
export { type ChoicePicture, choicePictures, pollingPlaceName, slipPlaceOf } from './slip/ballot-slips.ts';
export {
  type ChoiceSlip,
  renderBatalMark,
  renderChoiceSlip,
  renderSahMark,
  renderTestSlip,
  SLIP_HEIGHT,
  type SlipKind,
  type SlipPlace,
  type SlipWidth,
  type TrackerPlace,
  testSlipCode,
  testSlipKind,
  trackerSlips,
} from './slip/slips.ts';
export { unprintableCharacters } from './typeface.ts';
