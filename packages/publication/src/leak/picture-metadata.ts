/**
 * Names the parts of a picture that can say who took it, where and when. A picture that is published has none of them.
 * @returns their names, as `Exif` or `tEXt`; 'unreadable' when the bytes are no picture of the three kinds, or go on after its end
 */
export function pictureMetadata(bytes: Uint8Array): readonly string[] {
  if (startsWith(bytes, [0xff, 0xd8])) return jpegMetadata(bytes);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return pngMetadata(bytes);
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return webpMetadata(bytes);
  return ['unreadable'];
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Of colours: those of cameras and screens have 600 to 3,200 bytes. A longer one has room for a text. */
const LONGEST_PROFILE = 4096;

/**
 * Segments of applications that only say how to show the lines, by how they begin, and their longest length: APP0 JFIF without a small
 * picture inside, APP2 colours, APP14 Adobe's colour transform; each once. All others, and comments, are about the picture.
 */
const JPEG_ALLOWED: ReadonlyMap<number, { readonly start: string; readonly longest: number }> = new Map([
  [0xe0, { start: 'JFIF\0', longest: 16 }],
  [0xe2, { start: 'ICC_PROFILE\0', longest: LONGEST_PROFILE }],
  [0xee, { start: 'Adobe', longest: 14 }],
]);

function jpegMetadata(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  const seen = new Set<number>();
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || !hasLength(marker)) return [...found, 'unreadable'];
    const isApplication = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    const allowed = seen.has(marker) ? undefined : JPEG_ALLOWED.get(marker);
    seen.add(marker);
    const isAllowed =
      allowed !== undefined &&
      view.getUint16(at + 2) <= allowed.longest &&
      textAt(bytes, at + 4, allowed.start.length) === allowed.start;
    if (isApplication && !isAllowed) {
      found.push(marker === 0xfe ? 'COM' : textAt(bytes, at + 4, 4));
    }
    at += 2 + view.getUint16(at + 2);
    // what follows are compressed lines up to the end of the picture
    if (marker === 0xda) return [...found, ...afterJpegLines(bytes, at)];
  }
  return [...found, 'unreadable'];
}

/** Fill bytes and markers that stand alone have no length after them: read as if they had, they hide what follows. */
function hasLength(marker: number): boolean {
  const standsAlone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);
  return marker !== 0xff && !standsAlone;
}

/** Inside the lines a marker byte is followed by 0 or by the number of a restart; anything else ends them. */
function afterJpegLines(bytes: Uint8Array, start: number): readonly string[] {
  let at = start;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) {
      if (next === 0xd9) return at + 2 === bytes.length ? [] : ['bytes after the end'];
      // a progressive picture has more tables and more lines
      const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
      if (next >= 0xe0) return ['segment between the lines'];
      if (!hasLength(next)) return ['unreadable'];
      at += 2 + length;
    } else {
      at += 1;
    }
  }
  return ['unreadable'];
}

const PNG_ALLOWED = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'pHYs',
  'sBIT',
  'bKGD',
]);

function pngMetadata(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = textAt(bytes, at + 4, 4);
    if (!PNG_ALLOWED.has(name)) found.push(name);
    at += 12 + view.getUint32(at);
    if (name === 'IEND') return at === bytes.length ? found : [...found, 'bytes after the end'];
  }
  return [...found, 'unreadable'];
}

/** Colours stand once, right after the head of ten bytes. */
const PROFILE_OF_WEBP = 12 + 8 + 10;
const WEBP_ALLOWED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);

function webpMetadata(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const name = textAt(bytes, at, 4);
    if (!WEBP_ALLOWED.has(name)) found.push(name);
    const size = view.getUint32(at + 4, true);
    if (name === 'ICCP' && (size > LONGEST_PROFILE || at !== PROFILE_OF_WEBP)) found.push(name);
    at += 8 + size + (size % 2);
  }
  return at === bytes.length ? found : [...found, 'unreadable'];
}
