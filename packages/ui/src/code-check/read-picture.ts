import { qrCodeIn } from '../camera.ts';
import { openPicture } from '../picture.ts';

/** Widths at which a picture is looked at: a phone's photo in full is slow to read, and a code may be small in it. */
const LOOK_WIDTHS_PIXELS = [900, 1500, 600];

/** What the QR code of a photo says. @returns undefined when none can be read, or the file is no picture */
export async function readPicture(file: Blob): Promise<string | undefined> {
  const picture = await openPicture(file);
  if (picture === undefined) return undefined;
  for (const lookWidth of LOOK_WIDTHS_PIXELS) {
    const text = qrCodeIn(picture, picture, lookWidth);
    if (text !== undefined) return text;
  }
  return undefined;
}
