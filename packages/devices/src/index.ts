export { type Bitmap, bitmapToPng, pngToBitmap, showsRows } from './bitmap.ts';
export { GET_UID, readCardNumber } from './card/card-number.ts';
export {
  type CertifiedReaderOptions,
  openCertifiedReader,
  READER_PATIENCE,
  type ReaderPatience,
} from './card/certified-reader.ts';
export {
  type CardRead,
  type FingerAnswer,
  type IdentityReader,
  READER_TROUBLES,
  type ReaderEvent,
  type ReaderListener,
  type ReaderTrouble,
} from './card/identity-reader.ts';
export { connectPrinter, type PrinterAddress, type PrinterAnswers, type PrinterPlace } from './connect.ts';
export type {
  PrinterFault,
  PrinterPatience,
  PrinterStatus,
  PrintJob,
  SlipPrinter,
} from './printer.ts';
export { DEFAULT_PATIENCE } from './printer.ts';
export { type RandomSource, systemRandom } from './random.ts';
export type { Result } from './result.ts';
export { parseScan, type ScanError, type ScannerDecoration } from './scan.ts';
export { systemTimer, type Timer } from './timer.ts';
export type { TwinCommand, TwinLie, TwinState } from './twin/control.ts';
export { paperFolder } from './twin/paper-folder.ts';
export {
  type ReaderFault,
  startVirtualCertifiedReader,
  type VirtualCertifiedReader,
} from './twin/virtual-certified-reader.ts';
export { layVirtualCard, type VirtualNfcCard } from './twin/virtual-nfc-card.ts';
export {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from './twin/virtual-printer.ts';
