import { fingerprintSchema } from '@bilik/election';
import { expect } from 'vitest';
import { bitmapToPng } from '../src/raster/bitmap.ts';
import type { PdfReading, Rectangle } from '../src/reading/pdf-reading.ts';

export const FINGERPRINT = fingerprintSchema.parse('0123456789abcdef'.repeat(4));

/** The same text whatever line breaks a paper has. */
export const squeezed = (text: string): string => text.replace(/\s/g, '');

/** Draws the rectangles of a QR code as a PNG, four dots a module. */
export function pictureOf(rectangles: readonly Rectangle[]): Uint8Array {
  const scale = 4;
  const side = 4 + Math.max(...rectangles.map(({ right, bottom }) => Math.max(right, bottom)));
  const rowLength = Math.ceil((side * scale) / 8);
  const data = new Uint8Array(rowLength * side * scale);
  for (const { left, top, right, bottom } of rectangles) {
    for (let y = top * scale; y < bottom * scale; y += 1) {
      for (let x = left * scale; x < right * scale; x += 1) {
        const index = y * rowLength + (x >> 3);
        data[index] = (data[index] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return bitmapToPng({ width: side * scale, height: side * scale, data });
}

/** PDF/A-2b, with our typeface inside and no other. */
export function expectArchivable(pdf: PdfReading): void {
  expect(pdf.metadata).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(pdf.metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  expect(pdf.fonts.embedded).toBe(pdf.fonts.names.length);
  for (const name of pdf.fonts.names) expect(name).toMatch(/^AtkinsonHyperlegibleNext-/);
}
