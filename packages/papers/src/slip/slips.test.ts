import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCodes } from '../../test/read-code.ts';
import { type Bitmap, bitmapToPng } from '../raster/bitmap.ts';
import {
  type ChoiceSlip,
  renderBatalMark,
  renderChoiceSlip,
  renderSahMark,
  renderTestSlip,
  SLIP_HEIGHT,
  type SlipKind,
  type SlipWidth,
  trackerSlips,
} from './slips.ts';

const PLACE = {
  electionTitle: 'Pemilihan Kepala Desa Serentak Kabupaten Banyuasin Tahun 2026',
  villageName: 'Sukamaju',
  pollingPlaceName: 'TPS 01 Melati',
  boothName: 'Bilik 2',
  kind: 'real' as const,
  widthDots: 576 as const,
};
const choice = (changes: Partial<ChoiceSlip> = {}): Bitmap =>
  renderChoiceSlip({ ...PLACE, optionNumber: 2, optionLabel: 'H. Muhammad Zainuddin, S.Pd.', ...changes });
const HASH = 'WWWWl10OoQ+/xyzZkWmNpqrstWWW234567890ABCDEF';

const WIDTHS: readonly SlipWidth[] = [576, 384];
const KINDS: readonly SlipKind[] = ['real', 'exercise'];

/** A failing comparison of whole pictures byte by byte would take minutes to be shown. */
const isSame = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;

const sha256 = (bitmap: Bitmap): string =>
  createHash('sha256').update(bitmap.data).digest('hex').slice(0, 16);

/** Dots of ink in the rows `from..to-1`. */
function inkIn(bitmap: Bitmap, from: number, to: number): number {
  const rowLength = bitmap.width / 8;
  let dots = 0;
  for (const byte of bitmap.data.subarray(from * rowLength, to * rowLength)) {
    for (let bits = byte; bits > 0; bits >>= 1) dots += bits & 1;
  }
  return dots;
}

/** Names as elections have them: short, of 200 characters, one endless word, quotes, accents, scripts we cannot print. */
const anyLabel = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'abcdeghiklmnoprstuwy ABDHMRSTW.,\'"’–éÉüñç()&<>'),
    minLength: 1,
    maxLength: 200,
    size: 'max',
  }),
  fc.string({ unit: fc.constantFrom('W', 'M', '@'), minLength: 150, maxLength: 200 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60, size: 'max' }),
);
const isName = (label: string): boolean => label.trim() !== '' && [...label].length <= 200;

describe('every choice looks alike to a printer', () => {
  test('same height and byte count for any number and any name, and no name leaves its place', () => {
    let longest = 0;
    const drawn = new Map<string, Bitmap>();
    const plain = (widthDots: SlipWidth, kind: SlipKind): Bitmap => {
      const known =
        drawn.get(`${widthDots} ${kind}`) ?? choice({ optionNumber: 1, optionLabel: 'X', widthDots, kind });
      drawn.set(`${widthDots} ${kind}`, known);
      return known;
    };
    fc.assert(
      fc.property(
        anyLabel.filter(isName),
        fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
        fc.constantFrom(...WIDTHS),
        fc.constantFrom(...KINDS),
        (optionLabel, optionNumber, widthDots, kind) => {
          longest = Math.max(longest, optionLabel.length);
          const slip = choice({ optionLabel, optionNumber, widthDots, kind });
          expect([slip.width, slip.height, slip.data.length]).toEqual([
            widthDots,
            SLIP_HEIGHT.choice,
            (widthDots / 8) * SLIP_HEIGHT.choice,
          ]);
          // Between number and name, and between name and the last line, the paper stays white.
          expect(inkIn(slip, 250, 262)).toBe(0);
          expect(inkIn(slip, 566, 572)).toBe(0);
          expect(inkIn(slip, 817, 825)).toBe(0);
          // Head and foot are the same whatever is chosen.
          const other = plain(widthDots, kind);
          const rowLength = widthDots / 8;
          expect(
            isSame(slip.data.subarray(0, 300 * rowLength), other.data.subarray(0, 300 * rowLength)),
          ).toBe(true);
          expect(isSame(slip.data.subarray(820 * rowLength), other.data.subarray(820 * rowLength))).toBe(
            true,
          );
        },
      ),
      { numRuns: 40, seed: 1607 },
    );
    expect(longest).toBeGreaterThan(150);
  });

  test('the detector of white space works: rows with a name do hold ink', () => {
    expect(inkIn(choice(), 580, 812)).toBeGreaterThan(1_000);
    expect(inkIn(choice(), 320, 560)).toBeGreaterThan(5_000);
  });

  test('one name gives one picture, another name another', () => {
    expect(choice()).toEqual(choice());
    expect(choice({ optionLabel: 'Siti Aminah' })).not.toEqual(choice());
    expect(choice({ optionNumber: 3 })).not.toEqual(choice());
    expect(choice({ optionNumber: null, optionLabel: 'Suara kosong' })).not.toEqual(choice());
  });

  test('SAH and BATAL are of one size and do not look alike', () => {
    for (const widthDots of WIDTHS) {
      for (const kind of KINDS) {
        const [sah, batal] = [renderSahMark({ widthDots, kind }), renderBatalMark({ widthDots, kind })];
        expect([sah.width, sah.height, sah.data.length]).toEqual([
          batal.width,
          batal.height,
          batal.data.length,
        ]);
        expect(inkIn(sah, 0, 160)).toBeGreaterThan(1.5 * inkIn(batal, 0, 160));
      }
    }
  });
});

describe('what a slip says', () => {
  test('an exercise differs from a real slip on every paper', () => {
    for (const widthDots of WIDTHS) {
      const both = (draw: (kind: SlipKind) => Bitmap): Bitmap[] => KINDS.map(draw);
      const place = { ...PLACE, widthDots };
      for (const [real, exercise] of [
        both((kind) => choice({ kind, widthDots })),
        both((kind) => renderSahMark({ kind, widthDots })),
        both((kind) => renderBatalMark({ kind, widthDots })),
        both((kind) => trackerSlips({ ...place, kind })(HASH)),
        both((kind) => renderTestSlip({ ...place, kind }, '0742')),
      ]) {
        expect(real?.height).toBe(exercise?.height);
        expect(real?.data).not.toEqual(exercise?.data);
      }
    }
  });

  test('the booth stands on the choice and not on what a voter takes home', () => {
    expect(choice({ boothName: 'Bilik 9' })).not.toEqual(choice());
    expect(trackerSlips({ ...PLACE, ...{ boothName: 'Bilik 9' } })(HASH)).toEqual(trackerSlips(PLACE)(HASH));
  });

  test('the longest titles and places that an election allows stay in the head', () => {
    const line = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...'abdegiknorstu MW'), minLength: 1, maxLength, size: 'max' });
    fc.assert(
      fc.property(
        line(200),
        line(60),
        line(60),
        fc.constantFrom(...WIDTHS),
        (electionTitle, villageName, name, widthDots) => {
          const slip = choice({
            electionTitle,
            villageName,
            pollingPlaceName: `TPS 999 ${name}`,
            boothName: 'Bilik 20',
            widthDots,
          });
          // Above the title, and on both sides of the rule that ends the head.
          expect(inkIn(slip, 57, 60)).toBe(0);
          expect(inkIn(slip, 244, 246)).toBe(0);
          expect(inkIn(slip, 250, 262)).toBe(0);
          expect(inkIn(slip, 246, 250)).toBe(4 * widthDots);
        },
      ),
      { numRuns: 25, seed: 1607 },
    );
  });

  test('numbers and names that no election allows are refused', () => {
    for (const optionNumber of [0, 100, 1.5, -1]) expect(() => choice({ optionNumber })).toThrow(RangeError);
    for (const optionLabel of ['', '   ', 'x'.repeat(201)])
      expect(() => choice({ optionLabel })).toThrow(RangeError);
    for (const ballotHash of ['', 'short', `${HASH}=`, `${HASH.slice(1)}-`]) {
      expect(() => trackerSlips(PLACE)(ballotHash)).toThrow(RangeError);
    }
  });

  test('another reader finds the ballot hash in the QR code of the tracker slip', async () => {
    const base64 = fc.string({
      unit: fc.constantFrom(...'ABCXYZabcxyz0189+/'),
      minLength: 43,
      maxLength: 43,
    });
    await fc.assert(
      fc.asyncProperty(base64, fc.constantFrom(...WIDTHS), async (ballotHash, widthDots) => {
        const png = bitmapToPng(trackerSlips({ ...PLACE, widthDots })(ballotHash));
        expect(await readCodes(png)).toEqual([ballotHash]);
      }),
      { numRuns: 15, seed: 1607 },
    );
  });

  test('the test slip holds a readable code of its digits too, and other digits make another slip', async () => {
    for (const widthDots of WIDTHS) {
      expect(await readCodes(bitmapToPng(renderTestSlip({ ...PLACE, widthDots }, null)))).toEqual([
        'BILIK-UJI',
      ]);
      const slip = (digits: string) => renderTestSlip({ ...PLACE, widthDots }, digits);
      expect(await readCodes(bitmapToPng(slip('0742')))).toEqual(['BILIK-UJI-0742']);
      expect(slip('0743').data).not.toEqual(slip('0742').data);
      for (const wrong of ['', '742', '07421', 'abcd']) expect(() => slip(wrong)).toThrow(RangeError);
    }
  });
});

/** A changed picture is a decision: look at it, then write its hash here. */
const GOLDEN: readonly [name: string, draw: () => Bitmap, hash: string][] = [
  ['choice', () => choice(), 'e0feb487f3cf3ef0'],
  [
    'choice of 200 characters',
    () => choice({ optionLabel: 'Raden Ayu "Élok" '.repeat(12).slice(0, 200) }),
    '0e86a5cd53149293',
  ],
  [
    'blank vote in an exercise',
    () => choice({ optionNumber: null, optionLabel: 'Suara kosong', kind: 'exercise' }),
    'f714287ce928ed62',
  ],
  ['choice on 58 mm', () => choice({ widthDots: 384 }), '97bb7c1e8abfbfaa'],
  ['SAH', () => renderSahMark(PLACE), '6ce92e37a1eecae4'],
  ['BATAL', () => renderBatalMark(PLACE), '89351821e65304c2'],
  ['SAH on 58 mm', () => renderSahMark({ kind: 'real', widthDots: 384 }), 'ec0a01a0566c370d'],
  ['BATAL on 58 mm', () => renderBatalMark({ kind: 'real', widthDots: 384 }), 'efb986e03de2a2c3'],
  ['tracker', () => trackerSlips(PLACE)(HASH), '41ea58601e72cb79'],
  ['tracker on 58 mm', () => trackerSlips({ ...PLACE, widthDots: 384 })(HASH), '73b478d7fc36a1c5'],
  ['test', () => renderTestSlip(PLACE, '0742'), '7861f2b466b7344a'],
];

test.each(GOLDEN)('golden picture: %s', (_name, draw, hash) => {
  expect(sha256(draw())).toBe(hash);
});
