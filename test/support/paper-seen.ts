import { type Bitmap, showsRows, type VirtualPrinter } from '@bilik/devices';
import type { ElectionDefinition } from '@bilik/election';
import { choicePictures, renderBatalMark, renderSahMark } from '@bilik/papers';

/** What lies in the polling place on paper. */
export interface PaperSeen {
  /** Cut slips with SAH, with BATAL, with neither. */
  readonly sah: number;
  readonly batal: number;
  readonly unmarked: number;
  /** A choice hangs in the printer's window, whole or in part. */
  readonly hangs: boolean;
}

/** Reads the slips of one booth as people would: a choice slip is known by its upper third, the marks by their letters. */
export function openPaperEyes(
  definition: ElectionDefinition,
  booth = 1,
): (pieces: readonly Bitmap[], printer: VirtualPrinter) => PaperSeen {
  const sah = renderSahMark({ kind: 'exercise', widthDots: 576 });
  const batal = renderBatalMark({ kind: 'exercise', widthDots: 576 });
  /** It names the election; booth and "PILIHAN ANDA" stand on choice slips alone. */
  const choices = choicePictures(definition, booth, 576).flatMap(({ pictures }) =>
    pictures.map(({ bitmap: { width, height, data } }): Bitmap => {
      const rows = Math.floor(height / 3);
      return { width, height: rows, data: data.subarray(0, (data.length / height) * rows) };
    }),
  );
  const showsChoice = (piece: Bitmap): boolean => choices.some((choice) => showsRows(piece, choice));
  return (pieces, printer) => {
    const slips = pieces.filter(showsChoice);
    const bears = (mark: Bitmap) => slips.filter((slip) => showsRows(slip, mark)).length;
    return {
      sah: bears(sah),
      batal: bears(batal),
      unmarked: slips.length - bears(sah) - bears(batal),
      hangs: showsChoice(printer.window()),
    };
  };
}

/** Counts the slips of one booth that bear SAH, by the option of the first contest that they show. */
export function countSahSlips(
  definition: ElectionDefinition,
  booth: number,
  pieces: readonly Bitmap[],
): readonly number[] {
  const mark = renderSahMark({ kind: 'exercise', widthDots: 576 });
  const marked = pieces.filter((piece) => showsRows(piece, mark));
  const [contest] = choicePictures(definition, booth, 576);
  return (contest?.pictures ?? []).map(
    ({ bitmap }) => marked.filter((piece) => showsRows(piece, bitmap)).length,
  );
}
