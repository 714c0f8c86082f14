import type { Bitmap, PrintJob } from '@bilik/devices';
import { ballotOptions, type ElectionDefinition } from '@bilik/election';
import {
  renderBatalMark,
  renderChoiceSlip,
  renderSahMark,
  renderTrackerSlip,
  type SlipWidth,
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
  readonly tracker: (ballotHash: string) => PrintJob;
}

/** White paper after a held slip, so that its last line is below the window's edge: 15 mm at 8 dots a millimetre. */
const HOLD_FEED_DOTS = 120;
const CUT_FEED_DOTS = 40;

/**
 * Draws all slips before the first voter comes: printing a choice then takes the same steps and the same time whichever it is.
 */
export function makeSlipBook(definition: ElectionDefinition, booth: number, widthDots: SlipWidth): SlipBook {
  const place = {
    electionTitle: definition.title.id,
    villageName: definition.area.village.name,
    pollingPlaceName: pollingPlaceName(definition),
    boothName: `Bilik ${booth}`,
    kind: definition.kind,
    widthDots,
  };
  const slips: Bitmap[][] = definition.contests.map((contest) =>
    ballotOptions(contest).map((option) =>
      renderChoiceSlip({
        ...place,
        optionNumber: option.kind === 'candidate' ? option.candidate.number : null,
        optionLabel: option.kind === 'candidate' ? option.candidate.name : optionWords(option.kind),
      }),
    ),
  );
  const cut = (raster: Bitmap): PrintJob => ({ rasters: [raster], feedDots: CUT_FEED_DOTS, cut: 'full' });
  return {
    contests: slips.length,
    options: (contest) => slips[contest]?.length ?? 0,
    choice(options) {
      const rasters = slips.map((ofContest, contest) => {
        const slip = ofContest[options[contest] ?? -1];
        if (slip === undefined)
          throw new RangeError('A slip was asked for an option that is not on the ballot');
        return slip;
      });
      return { rasters, feedDots: HOLD_FEED_DOTS, cut: 'hold' };
    },
    sah: cut(renderSahMark(place)),
    batal: cut(renderBatalMark(place)),
    tracker: (ballotHash) => cut(renderTrackerSlip({ ...place, ballotHash })),
  };
}

function optionWords(kind: 'empty-column' | 'blank'): string {
  return kind === 'blank' ? 'SUARA KOSONG' : 'KOLOM KOSONG';
}

/** `TPS 01 Melati`: as people call it. */
export function pollingPlaceName(definition: ElectionDefinition): string {
  const { number, name } = definition.pollingPlace;
  return ['TPS', String(number).padStart(2, '0'), name].filter((part) => part !== undefined).join(' ');
}
