export { type Bitmap, bitmapToPng } from './bitmap.ts';
export {
  type MinutesContent,
  type MinutesFigure,
  type MinutesIncident,
  type MinutesOption,
  type MinutesSum,
  renderMinutes,
} from './minutes.ts';
export {
  type ChoiceSlip,
  type ElectionKind,
  renderBatalMark,
  renderChoiceSlip,
  renderSahMark,
  renderTestSlip,
  renderTrackerSlip,
  type SlipPlace,
  type SlipWidth,
  type TrackerSlip,
} from './slips.ts';
export { renderTokenCards, type TokenCardSheet } from './token-cards.ts';
export { renderZeroReport, type ZeroReportContent } from './zero-report.ts';
