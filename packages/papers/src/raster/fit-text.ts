import type { Typeface } from '../typeface.ts';

export interface TextBox {
  /** Dots. */
  readonly width: number;
  readonly height: number;
  /** Sizes tried from the largest down, in dots an em. */
  readonly largest: number;
  readonly smallest: number;
  /** Distance of two lines in ems. */
  readonly leading: number;
  readonly mostLines: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/**
 * Breaks a text into lines and finds the largest size at which they fit. Breaks at spaces; inside a word only when no
 * size can hold the word. At the smallest size the lines that do not fit are *kept*: whoever calls gives room for the
 * longest text that the election allows.
 */
export function fitText(text: string, box: TextBox, face: Typeface): FittedText {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const widest = Math.max(...words.map((word) => face.width(word, 1)), 0);
  const mayBreakWords = widest * box.smallest > box.width;
  for (let size = box.largest; ; size -= 1) {
    const lines = wrap(words, (line) => face.width(line, size) <= box.width, mayBreakWords);
    const fits =
      lines.length <= box.mostLines &&
      lines.length * size * box.leading <= box.height &&
      (mayBreakWords || widest * size <= box.width);
    if (fits || size <= box.smallest) {
      return { size, lines: balanced(words, lines, size, box.width, face, mayBreakWords) };
    }
  }
}

/** Narrows the column as long as it needs no further line, so that no word is left alone on the last. */
function balanced(
  words: readonly string[],
  lines: string[],
  size: number,
  width: number,
  face: Typeface,
  mayBreakWords: boolean,
): string[] {
  if (mayBreakWords || lines.length === 1) return lines;
  let best = lines;
  for (let narrower = width - size / 2; narrower > 0; narrower -= size / 2) {
    const column = narrower;
    const tried = wrap(words, (line) => face.width(line, size) <= column, false);
    if (tried.length > lines.length || tried.some((line) => face.width(line, size) > width)) break;
    best = tried;
  }
  return best;
}

function wrap(words: readonly string[], fits: (line: string) => boolean, mayBreakWords: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = mayBreakWords ? words.flatMap((word) => piecesOf(word, fits)) : words;
  for (const piece of pieces) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A word cut so that each piece fits a line by itself. */
function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
