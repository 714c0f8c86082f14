import { assertBitmap, type Bitmap, bytesPerRow } from '../bitmap.ts';
import type { PrintJob } from '../printer.ts';

// Command bytes after Epson's public "ESC/POS Command Reference"; the names are the reference's.

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;

/** Rows in one `GS v 0`: printers with a small buffer start to print after the first. */
export const BAND_ROWS = 128;

/** Dots in one inch of the printers meant here; 8 dots = 1 mm. */
const DOTS_PER_INCH = 203;

const INITIALIZE = [ESC, 0x40];
/** `GS P`: vertical distances are given in dots from here on. */
const UNITS_ARE_DOTS = [GS, 0x50, DOTS_PER_INCH, DOTS_PER_INCH];

/** `DLE EOT n`, answered at once with one byte, even when the printer is offline. */
export function statusQuestion(kind: 1 | 2 | 3 | 4): Uint8Array {
  return Uint8Array.of(DLE, 0x04, kind);
}

/** `DLE ENQ 2`: empties the buffers and leaves an error whose cause is gone. */
export const RECOVER = Uint8Array.of(DLE, 0x05, 0x02);

/** `DLE DC4` function 8: empties the buffers at once, answered with `37 25 00`. */
export const CLEAR_BUFFERS = Uint8Array.of(DLE, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);

/**
 * Printers look for real-time commands in every byte they receive, picture data too: three unlucky bytes of a face
 * would ask for a status or empty the buffer. Where `10` is followed by the second byte of such a command its one dot
 * is left out, which no eye sees.
 */
export function withoutRealTimeCommands(rows: Uint8Array): Uint8Array {
  const safe = Uint8Array.from(rows);
  for (let index = 0; index + 1 < safe.length; index += 1) {
    const next = safe[index + 1];
    if (safe[index] === DLE && (next === 0x04 || next === 0x05 || next === 0x14)) safe[index] = 0;
  }
  return safe;
}

/** `GS v 0`, in bands of {@link BAND_ROWS} rows. The byte count depends on the size only, never on the picture. */
export function encodeRaster(bitmap: Bitmap): Uint8Array[] {
  assertBitmap(bitmap);
  const rowLength = bytesPerRow(bitmap.width);
  const safe = withoutRealTimeCommands(bitmap.data);
  const bands: Uint8Array[] = [];
  for (let top = 0; top < bitmap.height; top += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, bitmap.height - top);
    bands.push(Uint8Array.of(GS, 0x76, 0x30, 0, rowLength & 0xff, rowLength >> 8, rows & 0xff, rows >> 8));
    bands.push(safe.subarray(top * rowLength, (top + rows) * rowLength));
  }
  return bands;
}

/** `ESC J`, as often as needed. */
function encodeFeed(dots: number): Uint8Array[] {
  const steps: Uint8Array[] = [];
  for (let left = dots; left > 0; left -= 255) steps.push(Uint8Array.of(ESC, 0x4a, Math.min(255, left)));
  return steps;
}

/** `GS V 65` and `66` first feed the last printed line past the knife. */
const CUT = { full: Uint8Array.of(GS, 0x56, 65, 0), partial: Uint8Array.of(GS, 0x56, 66, 0) };

/** `GS ( H` function 48: the printer answers with `jobId` when everything before it is on the paper. */
function encodeEndOfJob(jobId: string): Uint8Array {
  return Uint8Array.of(GS, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(jobId, 'latin1'));
}

/** `GS r 1`: answered in its turn with one byte about the paper. */
export const PAPER_QUESTION = Uint8Array.of(GS, 0x72, 1);

/** @param jobId four printable ASCII characters */
export function encodeJob(job: PrintJob, jobId: string): Uint8Array {
  if (!/^[\x20-\x7e]{4}$/.test(jobId)) throw new RangeError('a job id has four printable ASCII characters');
  return encodePaper(job, encodeEndOfJob(jobId));
}

/** For printers that answer in order only: the question about the paper is the last thing that they come to. */
export function encodeJobInOrder(job: PrintJob): Uint8Array {
  return encodePaper(job, PAPER_QUESTION);
}

function encodePaper(job: PrintJob, end: Uint8Array): Uint8Array {
  if (!Number.isInteger(job.feedDots) || job.feedDots < 0 || job.feedDots > 2_000) {
    throw new RangeError(`feed of ${job.feedDots} dots`);
  }
  return Buffer.concat([
    Uint8Array.of(...INITIALIZE, ...UNITS_ARE_DOTS),
    ...job.rasters.flatMap(encodeRaster),
    ...encodeFeed(job.feedDots),
    ...(job.cut === 'hold' ? [] : [CUT[job.cut]]),
    end,
  ]);
}
