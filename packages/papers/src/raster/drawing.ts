import { Resvg } from '@resvg/resvg-js';
import { FAMILY, fontFile, typeface, type Weight } from '../typeface.ts';
import { type Bitmap, bitmapOfPixels } from './bitmap.ts';
import { fitText } from './fit-text.ts';

/** Height of a capital letter in ems. */
const CAPITAL = 0.668;

/** Where a text goes: a box that it never leaves, whatever it says. Dots from the top left. */
export interface Place {
  readonly top: number;
  readonly height: number;
  /** Free space left and right; default 12. */
  readonly margin?: number;
}

export interface TextStyle {
  readonly weight: Weight;
  readonly largest: number;
  readonly smallest: number;
  readonly mostLines: number;
  readonly leading?: number;
  readonly paper?: boolean;
}

/** A drawing of fixed size in black on white, from which a bitmap is made. Same calls, same bytes. */
export class Drawing {
  readonly width: number;
  readonly height: number;
  readonly #shapes: string[] = [];
  /** Weights in use: each font file costs milliseconds whenever a drawing is made. */
  readonly #weights = new Set<Weight>();

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  rectangle(area: { left: number; top: number; width: number; height: number }, isInk = true): void {
    const { left, top, width, height } = area;
    const fill = isInk ? '#000' : '#fff';
    this.#shapes.push(`<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${fill}"/>`);
  }

  rule(top: number, thickness: number): void {
    this.rectangle({ left: 0, top, width: this.width, height: thickness });
  }

  /** Slanted stripes, as on a barrier. */
  stripes(top: number, height: number): void {
    const step = 24;
    for (let left = -height; left < this.width + height; left += 2 * step) {
      const points = [
        [left, top + height],
        [left + step, top + height],
        [left + step + height, top],
        [left + height, top],
      ];
      this.#shapes.push(
        `<polygon points="${points.map((point) => point.join(',')).join(' ')}" fill="#000"/>`,
      );
    }
  }

  /** Centred in its box, as large as fits. */
  text(content: string, place: Place, style: TextStyle): void {
    const { weight, largest, smallest, mostLines, leading = 1.18, paper = false } = style;
    const width = this.width - 2 * (place.margin ?? 12);
    const { size, lines } = fitText(
      content,
      { width, height: place.height, largest, smallest, mostLines, leading },
      typeface(weight),
    );
    const distance = size * leading;
    const middle = place.top + place.height / 2;
    lines.forEach((line, index) => {
      const lineMiddle = middle + (index - (lines.length - 1) / 2) * distance;
      this.#line(line, { x: this.width / 2, middle: lineMiddle, size, weight, paper });
    });
  }

  /** Short texts side by side in columns of equal width, each centred. */
  columns(
    contents: readonly string[],
    row: { middle: number; left: number; columnWidth: number; size: number; weight: Weight },
  ): void {
    contents.forEach((content, index) => {
      this.#line(content, { ...row, x: row.left + (index + 0.5) * row.columnWidth, paper: false });
    });
  }

  #line(
    content: string,
    at: { x: number; middle: number; size: number; weight: Weight; paper: boolean },
  ): void {
    this.#weights.add(at.weight);
    const baseline = at.middle + (at.size * CAPITAL) / 2;
    this.#shapes.push(
      `<text x="${at.x}" y="${baseline.toFixed(1)}" text-anchor="middle" font-family="${FAMILY}" ` +
        `font-weight="${at.weight}" font-size="${at.size}" fill="${at.paper ? '#fff' : '#000'}" ` +
        `xml:space="preserve">${escaped(content)}</text>`,
    );
  }

  /** A square of modules, `scale` dots each, centred. The caller leaves the quiet zone. */
  modules(rows: readonly (readonly boolean[])[], top: number, scale: number): void {
    const left = Math.floor((this.width - rows.length * scale) / 2);
    const path = rows
      .flatMap((row, y) =>
        row.map((isDark, x) =>
          isDark ? `M${left + x * scale} ${top + y * scale}h${scale}v${scale}h-${scale}z` : '',
        ),
      )
      .join('');
    this.#shapes.push(`<path d="${path}" fill="#000" shape-rendering="crispEdges"/>`);
  }

  toBitmap(): Bitmap {
    const { width, height } = this;
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" fill="#fff"/>${this.#shapes.join('')}</svg>`;
    const image = new Resvg(svg, {
      font: {
        loadSystemFonts: false,
        fontFiles: [...this.#weights].map(fontFile),
        defaultFontFamily: FAMILY,
      },
    }).render();
    return bitmapOfPixels(image.pixels, image.width, image.height);
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
