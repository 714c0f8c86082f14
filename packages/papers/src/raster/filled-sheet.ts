import { Resvg } from '@resvg/resvg-js';
import { FAMILY, fontFile, type Weight } from '../typeface.ts';
import { type Bitmap, bitmapOfPixels } from './bitmap.ts';

/** A result sheet as an exercise's board filled it in. */
export interface FilledSheet {
  readonly title: string;
  /** Village and polling place, with the place's code. */
  readonly place: string;
  /** In the order of the sheet. */
  readonly lines: readonly { readonly number: string; readonly label: string; readonly figure: number }[];
}

const WIDTH = 900;
const MARGIN = 48;
const HEAD = 210;
const LINE = 34;
const FOOT = 60;

/** A picture of a filled sheet: what stands for a photo of paper in an exercise, and says so. Same sheet, same bytes. */
export function drawFilledSheet({ title, place, lines }: FilledSheet): Bitmap {
  const height = HEAD + lines.length * LINE + FOOT;
  const text = (content: string, x: number, y: number, size: number, weight: Weight, anchor = 'start') =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${FAMILY}" font-weight="${weight}" font-size="${size}">${escaped(content)}</text>`;
  const rows = lines.map(({ number, label, figure }, index) => {
    const y = HEAD + index * LINE;
    return [
      `<rect x="${MARGIN}" y="${y + 9}" width="${WIDTH - 2 * MARGIN}" height="1"/>`,
      text(number, MARGIN, y, 22, 700),
      text(label, MARGIN + 64, y, 20, 400),
      text(String(figure), WIDTH - MARGIN, y, 26, 700, 'end'),
    ].join('');
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="${WIDTH}" height="${height}" fill="#fff"/>` +
    text('LATIHAN · BUKAN HASIL PEMILIHAN', WIDTH / 2, 48, 26, 800, 'middle') +
    text(title, WIDTH / 2, 96, 30, 700, 'middle') +
    text(place, WIDTH / 2, 138, 24, 600, 'middle') +
    `${rows.join('')}</svg>`;
  const image = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: ([400, 600, 700, 800] as const).map(fontFile),
      defaultFontFamily: FAMILY,
    },
  }).render();
  return bitmapOfPixels(image.pixels, image.width, image.height);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
