import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bitmap, bytesPerRow } from '../bitmap.ts';
import { CommandReader } from '../twin/command-reader.ts';
import { RealTimeWatch } from '../twin/real-time.ts';
import { encodeJob, encodeRaster, statusQuestion, withoutRealTimeCommands } from './commands.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Pictures rich in the bytes of real-time commands. */
const anyBitmap: fc.Arbitrary<Bitmap> = fc
  .record({ width: fc.integer({ min: 1, max: 100 }), height: fc.integer({ min: 1, max: 300 }) })
  .chain(({ width, height }) => {
    const length = bytesPerRow(width) * height;
    const byte = fc.oneof(
      fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x01, 0x02),
      fc.integer({ min: 0, max: 255 }),
    );
    return fc
      .array(byte, { minLength: length, maxLength: length })
      .map((bytes) => ({ width, height, data: Uint8Array.from(bytes) }));
  });

function rowsRead(bytes: Uint8Array): Uint8Array[] {
  const reader = new CommandReader();
  reader.push(bytes);
  const rows: Uint8Array[] = [];
  for (let command = reader.next(); command !== null; command = reader.next()) {
    if (command.type === 'row') rows.push(command.dots);
  }
  return rows;
}

describe('bytes of the protocol', () => {
  test('a job with cut: initialise, dots as unit, raster, feed, cut, end of job', () => {
    const bitmap = { width: 16, height: 2, data: Uint8Array.of(0x80, 0x01, 0xff, 0x00) };
    expect(hex(encodeJob({ rasters: [bitmap], feedDots: 300, cut: 'partial' }, 'aZ 9'))).toBe(
      [
        '1b40',
        '1d50cbcb',
        '1d763000',
        '02000200',
        '8001ff00',
        '1b4aff',
        '1b4a2d',
        '1d564200',
        '1d28480600',
        '3030',
        '615a2039',
      ].join(''),
    );
  });

  test('a held job has no cut', () => {
    expect(hex(encodeJob({ rasters: [], feedDots: 0, cut: 'hold' }, '0001'))).toBe(
      '1b401d50cbcb1d284806003030' + '30303031',
    );
  });

  test('questions about the status', () => {
    expect(([1, 2, 3, 4] as const).map((kind) => hex(statusQuestion(kind)))).toEqual([
      '100401',
      '100402',
      '100403',
      '100404',
    ]);
  });

  test('a job id is four printable characters', () => {
    const job = { rasters: [], feedDots: 0, cut: 'hold' } as const;
    for (const id of ['', 'abc', 'abcde', 'ab\ncd', 'abcé'])
      expect(() => encodeJob(job, id)).toThrow(RangeError);
  });
});

describe('rasters', () => {
  test('read back as they were, but for single dots that would have been real-time commands', () => {
    let picturesWithHazard = 0;
    fc.assert(
      fc.property(anyBitmap, (bitmap) => {
        const encoded = Buffer.concat(encodeRaster(bitmap));
        const read = Buffer.concat(rowsRead(encoded));
        expect(read).toHaveLength(bitmap.data.length);
        bitmap.data.forEach((byte, index) => {
          if (read[index] === byte) return;
          picturesWithHazard += 1;
          expect([byte, read[index]]).toEqual([0x10, 0x00]);
          expect([0x04, 0x05, 0x14]).toContain(bitmap.data[index + 1]);
        });
        expect(new RealTimeWatch().push(encoded)).toEqual([]);
      }),
      { numRuns: 150, seed: 1607 },
    );
    expect(picturesWithHazard).toBeGreaterThan(100);
  });

  test('the detector of the property works: an undefused picture does hold real-time commands', () => {
    expect(new RealTimeWatch().push(Uint8Array.of(0xff, 0x10, 0x04, 0x01))).toEqual([
      { at: 3, command: 'status-1' },
    ]);
    expect(hex(withoutRealTimeCommands(Uint8Array.of(0xff, 0x10, 0x04, 0x01, 0x10, 0x11)))).toBe(
      'ff0004011011',
    );
  });

  test('two pictures of one size have the same number of bytes', () => {
    fc.assert(
      fc.property(anyBitmap, fc.integer({ min: 0, max: 255 }), (bitmap, fill) => {
        const other = { ...bitmap, data: new Uint8Array(bitmap.data.length).fill(fill) };
        const job = (picture: Bitmap) =>
          encodeJob({ rasters: [picture], feedDots: 40, cut: 'full' }, '0001').length;
        expect(job(other)).toBe(job(bitmap));
      }),
      { numRuns: 50, seed: 1607 },
    );
  });
});
