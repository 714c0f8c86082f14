import type { Bitmap, PrintJob } from '@bilik/devices';
import type { ElectionDefinition } from '@bilik/election';
import {
  choicePictures,
  renderBatalMark,
  renderSahMark,
  renderTestSlip,
  type SlipWidth,
  slipPlaceOf,
  testSlipKind,
  trackerSlips,
} from '@bilik/papers';

/** Every job that this booth can print. */
export interface SlipBook {
  readonly contests: number;
  /** Number of options of one contest. */
  readonly options: (contest: number) => number;
  /** The choice, held in the window: one raster a contest, all of one size. */
  readonly choice: (options: readonly number[]) => PrintJob;
  readonly sah: PrintJob;
  readonly batal: PrintJob;
  /** @param hash of the ballot, 64 hex digits; the slip bears the same hash as 43 characters of Base64 */
  readonly tracker: (hash: string) => PrintJob;
  /** Nothing printed: what hangs falls. */
  readonly cutOff: PrintJob;
  /** What one voter takes from the roll: tracker slip, choice, mark. */
  readonly ofOneVoter: readonly PrintJob[];
  /** No vote: digits, lines and a code that show whether the printer prints. @param digits four, or null for none */
  readonly test: (digits: string | null) => PrintJob;
}

/** White paper after a held slip, so that its last line is below the window's edge: 15 mm at 8 dots a millimetre. */
const HOLD_FEED_DOTS = 120;
const CUT_FEED_DOTS = 40;
/** Where slips are torn off, for printers without a knife: the last line comes out from under the edge, 20 mm. */
const TEAR_FEED_DOTS = 160;

/** The tracker as the record and `belenios-tool` spell it: the same 32 bytes, in Base64 without its padding. */
export function trackerOf(hash: string): string {
  return Buffer.from(hash, 'hex').toString('base64').slice(0, 43);
}

/**
 * Draws all slips before the first voter comes: printing a choice then takes the same steps and the same time whichever it is.
 */
export function makeSlipBook(
  definition: ElectionDefinition,
  {
    booth,
    widthDots,
    window,
    isTest,
  }: {
    readonly booth: number;
    readonly widthDots: SlipWidth;
    readonly window: boolean;
    /** Slips of a logic and accuracy test say so, and never SAH. */
    readonly isTest: boolean;
  },
): SlipBook {
  const feedDots = window ? CUT_FEED_DOTS : TEAR_FEED_DOTS;
  const kind = isTest ? testSlipKind(definition.kind) : definition.kind;
  const place = slipPlaceOf(definition, booth, widthDots, kind);
  const slips = choicePictures(definition, booth, widthDots, kind);
  const trackerSlip = trackerSlips(place);
  const cut = (raster: Bitmap): PrintJob => ({ rasters: [raster], feedDots, cut: 'full' });
  const choice = (options: readonly number[]): PrintJob => {
    const rasters = slips.map(({ pictures }, contest) => {
      const picture = pictures[options[contest] ?? -1];
      if (picture === undefined)
        throw new RangeError('A slip was asked for an option that is not on the ballot');
      return picture.bitmap;
    });
    return { rasters, feedDots: HOLD_FEED_DOTS, cut: 'hold' };
  };
  const sah = cut(renderSahMark(place));
  const tracker = (hash: string): PrintJob => cut(trackerSlip(trackerOf(hash)));
  return {
    contests: slips.length,
    options: (contest) => slips[contest]?.pictures.length ?? 0,
    choice,
    sah,
    batal: cut(renderBatalMark(place)),
    cutOff: { rasters: [], feedDots, cut: 'full' },
    tracker,
    ofOneVoter: [tracker('0'.repeat(64)), choice(slips.map(() => 0)), sah],
    test: (digits) => cut(renderTestSlip(place, digits)),
  };
}
