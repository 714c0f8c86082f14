import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bitmap } from '@bilik/devices';
import { ballotOptions, type ElectionDefinition, type OptionKey } from '@bilik/election';
import { bitmapToPng, choicePictures, renderBatalMark, renderSahMark } from '@bilik/papers';

/** Where a piece of paper ends up once it is cut. */
export type PaperPlace = 'slip-box' | 'spoiled' | 'trackers';

/** One contest's slips in the box, as hands would count them. */
export interface BoxCount {
  readonly contest: string;
  readonly options: readonly { readonly key: OptionKey; readonly votes: number }[];
}

/** Eyes and hands of the exercise: looks at each cut piece, and puts it where people would. */
export interface PaperTray {
  readonly receive: (booth: number, piece: Bitmap) => void;
  readonly count: (place: PaperPlace) => number;
  readonly files: (place: PaperPlace) => readonly string[];
  readonly picture: (place: PaperPlace, file: string) => Uint8Array | undefined;
  /** Takes every slip out of the box and reads its choice from the paper itself. */
  readonly countBox: () => readonly BoxCount[];
}

const PLACES: readonly PaperPlace[] = ['slip-box', 'spoiled', 'trackers'];
const FILE_NAME = /^[0-9a-f]{16}\.png$/;

/**
 * Whether the rows of `part` stand somewhere on `whole`; both as wide as the roll. Compared row by row: a search for bytes crawls
 * on paper that is mostly white.
 */
function shows(whole: Bitmap, part: Bitmap): boolean {
  const { length } = part.data;
  const rowBytes = length / part.height;
  for (let from = 0; from + length <= whole.data.length; from += rowBytes) {
    if (Buffer.compare(whole.data.subarray(from, from + length), part.data) === 0) return true;
  }
  return false;
}

export function openPaperTray(input: {
  readonly folder: string;
  readonly definition: ElectionDefinition;
  readonly random: (byteCount: number) => Uint8Array;
}): PaperTray {
  const { folder, definition, random } = input;
  const { kind } = definition;
  const choices = Array.from({ length: definition.booths }, (_, index) =>
    choicePictures(definition, index + 1, 576),
  );
  for (const place of PLACES) mkdirSync(join(folder, place), { recursive: true, mode: 0o700 });
  const sah = renderSahMark({ kind, widthDots: 576 });
  const batal = renderBatalMark({ kind, widthDots: 576 });
  const files = (place: PaperPlace): string[] =>
    readdirSync(join(folder, place))
      .filter((name) => FILE_NAME.test(name))
      .sort();

  const read = (booth: number, piece: Bitmap): { contest: string; key: OptionKey }[] =>
    (choices[booth - 1] ?? []).flatMap(({ contest, pictures }) =>
      pictures.filter(({ bitmap }) => shows(piece, bitmap)).map(({ key }) => ({ contest, key })),
    );

  return {
    receive(booth, piece) {
      const place: PaperPlace = shows(piece, sah) ? 'slip-box' : shows(piece, batal) ? 'spoiled' : 'trackers';
      const seen = read(booth, piece);
      const name = Buffer.from(random(8)).toString('hex');
      writeFileSync(join(folder, place, `${name}.png`), bitmapToPng(piece));
      // beside each picture, what eyes read on it: names are random, so a pile has no order
      writeFileSync(join(folder, place, `${name}.json`), JSON.stringify(seen));
    },
    count: (place) => files(place).length,
    files,
    picture(place, file) {
      return FILE_NAME.test(file) && files(place).includes(file)
        ? readFileSync(join(folder, place, file))
        : undefined;
    },
    countBox() {
      const seen = files('slip-box').flatMap(
        (file) =>
          JSON.parse(readFileSync(join(folder, 'slip-box', file.replace('.png', '.json')), 'utf8')) as {
            contest: string;
            key: OptionKey;
          }[],
      );
      return definition.contests.map((held) => ({
        contest: held.id,
        options: ballotOptions(held).map(({ key }) => ({
          key,
          votes: seen.filter((slip) => slip.contest === held.id && slip.key === key).length,
        })),
      }));
    },
  };
}
