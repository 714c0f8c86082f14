import type { Bitmap } from './bitmap.ts';

/** Printable dots a row: 576 on 80 mm paper, 384 on 58 mm paper, at 8 dots a millimetre. */
export type SlipWidth = 576 | 384;

/** An exercise says LATIHAN on every paper. */
export type ElectionKind = 'real' | 'exercise';

/** Where a slip was printed. Never a voter, an order or a time. */
export interface SlipPlace {
  readonly electionTitle: string;
  readonly villageName: string;
  /** As printed, for instance `TPS 01 Melati`. */
  readonly pollingPlaceName: string;
  /** As printed, for instance `Bilik 2`. */
  readonly boothName: string;
  readonly kind: ElectionKind;
  readonly widthDots: SlipWidth;
}

export interface ChoiceSlip extends SlipPlace {
  /** The candidate's number, or null for an option without one (blank vote, empty column). */
  readonly optionNumber: number | null;
  /** 1..200 characters, for instance a candidate's name or `Suara kosong`. */
  readonly optionLabel: string;
}

/** Same height and byte count for every choice of one width. Rows: a whole number of printer bands. */
export declare function renderChoiceSlip(slip: ChoiceSlip): Bitmap;

/** The tail that makes a held slip count. As high as the BATAL mark. */
export declare function renderSahMark(tail: Pick<SlipPlace, 'kind' | 'widthDots'>): Bitmap;

/** The tail that makes a held slip void. As high as the SAH mark. */
export declare function renderBatalMark(tail: Pick<SlipPlace, 'kind' | 'widthDots'>): Bitmap;

export interface TrackerSlip extends SlipPlace {
  /** 43 characters of base64, as in the record. */
  readonly ballotHash: string;
}

export declare function renderTrackerSlip(slip: TrackerSlip): Bitmap;

export declare function renderTestSlip(slip: SlipPlace): Bitmap;
