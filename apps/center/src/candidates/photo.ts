/** What the page crops a photo to, in pixels: three by four, as a passport photo. */
export const PHOTO_WIDTH = 600;
export const PHOTO_HEIGHT = 800;
/** Most bytes of a cropped photo; a JPEG of this size has about 80 kB. */
export const PHOTO_LIMIT_BYTES = 300 * 1024;

/** Width and height of a JPEG, and whether it carries more than the picture (place, camera, words of a person). */
export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly hasExtras: boolean;
}

const START = 0xffd8;
const EXIF = 0xe1;
const COMMENT = 0xfe;
/** Start of frame, baseline to progressive (ITU T.81, table B.1); c4, c8 and cc are no frames. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Reads the head of a JPEG. @returns undefined for what is no JPEG, or ends before its frame */
export function jpegFacts(bytes: Uint8Array): JpegFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START) return undefined;
  let hasExtras = false;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), hasExtras };
    }
    if (marker === EXIF || marker === COMMENT) hasExtras = true;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
