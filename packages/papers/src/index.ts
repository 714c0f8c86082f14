export { type Bitmap, bitmapToPng } from './raster/bitmap.ts';
export {
  type ChoiceSlip,
  renderBatalMark,
  renderChoiceSlip,
  renderSahMark,
  renderTestSlip,
  renderTrackerSlip,
  SLIP_HEIGHT,
  type SlipKind,
  type SlipPlace,
  type SlipWidth,
  type TrackerSlip,
} from './slip/slips.ts';
export { unprintableCharacters } from './typeface.ts';
