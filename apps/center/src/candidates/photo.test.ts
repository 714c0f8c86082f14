import { expect, test } from 'vitest';
import { jpegFacts } from './photo.ts';

/** Head of a JPEG as ITU T.81 writes it: start, segments, start of frame. */
function jpeg(width: number, height: number, segments: readonly number[] = []): Uint8Array {
  const words = segments.flatMap((marker) => [0xff, marker, 0, 4, 1, 2]);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Uint8Array.from([0xff, 0xd8, ...words, 0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x22, 0, 2]);
}

test('the size of a JPEG is read from its frame, and what else it carries is noticed', () => {
  expect(jpegFacts(jpeg(600, 800))).toEqual({ width: 600, height: 800, hasExtras: false });
  expect(jpegFacts(jpeg(600, 800, [0xe0, 0xdb, 0xc4]))).toEqual({
    width: 600,
    height: 800,
    hasExtras: false,
  });
  expect(jpegFacts(jpeg(4000, 3000, [0xe1]))).toMatchObject({ width: 4000, hasExtras: true });
});

test('what is no JPEG has no size: a PNG, half a head, a segment that leads nowhere', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
  const endless = Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0xff,
    0xff,
    ...Array.from({ length: 20 }, () => 0),
  ]);
  for (const bytes of [png, endless, jpeg(600, 800).slice(0, 9), new Uint8Array()]) {
    expect(jpegFacts(bytes)).toBeUndefined();
  }
});
