import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Weights of Atkinson Hyperlegible Next that our papers use. Slips take the heavy ones: thermal dots are coarse. */
export type Weight = 400 | 600 | 700 | 800;

const FOLDERS: Readonly<Record<Weight, string>> = {
  400: '400Regular',
  600: '600SemiBold',
  700: '700Bold',
  800: '800ExtraBold',
};

export const FAMILY = 'Atkinson Hyperlegible Next';

const require = createRequire(import.meta.url);

/** The font's file, from the package that carries it (OFL); no system font is ever asked for. */
export function fontFile(weight: Weight): string {
  const folder = FOLDERS[weight];
  return require.resolve(
    `@expo-google-fonts/atkinson-hyperlegible-next/${folder}/AtkinsonHyperlegibleNext_${folder}.ttf`,
  );
}

export const FONT_FILES: readonly string[] = ([400, 600, 700, 800] as const).map(fontFile);

/** What a text needs of space, and whether it can be printed at all. */
export interface Typeface {
  /** Width in the same unit as `size`, without kerning (which only makes it narrower by a little). */
  width(text: string, size: number): number;
  /** The characters for which the font has no shape, each once. */
  missing(text: string): string[];
}

const loaded = new Map<Weight, Typeface>();

export function typeface(weight: Weight): Typeface {
  const known = loaded.get(weight);
  if (known !== undefined) return known;
  const face = readTypeface(readFileSync(fontFile(weight)));
  loaded.set(weight, face);
  return face;
}

/**
 * The characters that our papers cannot print: ask before a name enters an election. Slips would show an empty frame
 * for each of them.
 */
export function unprintableCharacters(text: string): string[] {
  return typeface(700).missing(text);
}

/** Reads widths from a TrueType file. @source OpenType 1.9: `cmap` format 4, `head`, `hhea`, `hmtx` */
function readTypeface(file: Buffer): Typeface {
  const tables = tableOffsets(file);
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`font without a table ${tag}`);
    return offset;
  };
  const unitsPerEm = file.readUInt16BE(at('head') + 18);
  const widthCount = file.readUInt16BE(at('hhea') + 34);
  const advanceOf = (glyph: number): number =>
    file.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, widthCount - 1));
  const glyphs = characterMap(file, at('cmap'));
  const points = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return {
    width: (text, size) => {
      const units = points(text).reduce((sum, point) => sum + advanceOf(glyphs.get(point) ?? 0), 0);
      return (units * size) / unitsPerEm;
    },
    missing: (text) =>
      [...new Set(text)].filter((character) => points(character).some((point) => !glyphs.has(point))),
  };
}

function tableOffsets(file: Buffer): Map<string, number> {
  const offsets = new Map<string, number>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index;
    offsets.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  return offsets;
}

function characterMap(file: Buffer, cmap: number): Map<number, number> {
  for (let index = 0; index < file.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + file.readUInt32BE(cmap + 8 + 8 * index);
    if (file.readUInt16BE(table) === 4) return segmentMap(file, table);
  }
  throw new Error('font without a character map of format 4');
}

function segmentMap(file: Buffer, table: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const segmentBytes = file.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + segmentBytes + 2;
  const deltas = starts + segmentBytes;
  const offsets = deltas + segmentBytes;
  for (let segment = 0; segment < segmentBytes; segment += 2) {
    const start = file.readUInt16BE(starts + segment);
    const end = file.readUInt16BE(ends + segment);
    const delta = file.readUInt16BE(deltas + segment);
    const offset = file.readUInt16BE(offsets + segment);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const listed =
        offset === 0 ? point : file.readUInt16BE(offsets + segment + offset + 2 * (point - start));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(point, glyph);
    }
  }
  return glyphs;
}
