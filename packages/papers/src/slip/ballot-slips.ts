import { ballotOptions, type ElectionDefinition, type OptionKey } from '@bilik/election';
import { placeNumber } from '@bilik/words/format';
import type { Bitmap } from '../raster/bitmap.ts';
import { renderChoiceSlip, type SlipKind, type SlipPlace, type SlipWidth } from './slips.ts';

/** One choice as it looks on paper. */
export interface ChoicePicture {
  readonly key: OptionKey;
  readonly bitmap: Bitmap;
}

/**
 * Where the slips of one booth say that they were printed.
 * @param kind of the slips: what the definition says, or a test
 */
export function slipPlaceOf(
  definition: ElectionDefinition,
  booth: number,
  widthDots: SlipWidth,
  kind: SlipKind = definition.kind,
): SlipPlace {
  return {
    electionTitle: definition.title.id,
    villageName: definition.area.village.name,
    pollingPlaceName: pollingPlaceName(definition),
    boothName: `Bilik ${booth}`,
    kind,
    widthDots,
  };
}

/** Every choice slip that one booth can print: for each contest its options in ballot order. */
export function choicePictures(
  definition: ElectionDefinition,
  booth: number,
  widthDots: SlipWidth,
  kind: SlipKind = definition.kind,
): readonly { readonly contest: string; readonly pictures: readonly ChoicePicture[] }[] {
  const place = slipPlaceOf(definition, booth, widthDots, kind);
  return definition.contests.map((contest) => ({
    contest: contest.id,
    pictures: ballotOptions(contest).map((option) => ({
      key: option.key,
      bitmap: renderChoiceSlip({
        ...place,
        optionNumber: option.kind === 'candidate' ? option.candidate.number : null,
        optionLabel: option.kind === 'candidate' ? option.candidate.name : EMPTY_LABELS[option.kind],
      }),
    })),
  }));
}

const EMPTY_LABELS = { blank: 'SUARA KOSONG', 'empty-column': 'KOLOM KOSONG' } as const;

/** `TPS 01 Melati`: as people call it. */
export function pollingPlaceName(definition: ElectionDefinition): string {
  const { number, name } = definition.pollingPlace;
  return ['TPS', placeNumber(number), name].filter((part) => part !== undefined).join(' ');
}
