/** A small grey picture whose bars differ with its number: stands for a photo. PNG, uncompressed, without metadata. */
export function syntheticPicture(number: number): Uint8Array {
  const width = 96;
  const height = 64;
  const lines = new Uint8Array(height * (width + 1));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const bar = Math.floor(column / 4);
      const isDark = row > 8 && row < 56 && bar > 1 && bar < 22 && ((number >> (bar - 2)) & 1) === 1;
      lines[row * (width + 1) + 1 + column] = isDark ? 60 : 235;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', stored(lines)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** One stored block of a zlib stream (RFC 1950, RFC 1951 §3.2.4). */
function stored(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const [low, high] = [length & 255, length >> 8];
  return joined([
    Uint8Array.of(0x78, 0x01, 1, low, high, low ^ 255, high ^ 255),
    bytes,
    bigEndian(adler32(bytes)),
  ]);
}

function chunk(name: string, bytes: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(name), bytes]);
  return joined([bigEndian(bytes.length), named, bigEndian(crc32(named))]);
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
