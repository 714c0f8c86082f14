import type { ElectionKind } from './slips.ts';

export interface MinutesFigure {
  readonly label: string;
  readonly male: number | null;
  readonly female: number | null;
  readonly total: number;
}

/** One equation of the polling place's arithmetic, with its verdict. */
export interface MinutesSum {
  readonly label: string;
  readonly left: number;
  readonly right: number;
}

export interface MinutesOption {
  readonly number: number | null;
  readonly label: string;
  /** Votes from the opened sum. */
  readonly electronic: number;
  /** Slips counted by hand, or null when not counted. */
  readonly slips: number | null;
}

export interface MinutesIncident {
  /** Civil time as it shall be printed, for instance `09.40 WIB`, or null. */
  readonly time: string | null;
  readonly text: string;
  readonly decision: string | null;
}

/** The content of a `berita acara` of voting and counting in one polling place, all words already in Indonesian. */
export interface MinutesContent {
  readonly kind: ElectionKind;
  /** Lines of the letterhead, most general first. */
  readonly letterhead: readonly string[];
  readonly electionTitle: string;
  readonly villageName: string;
  readonly pollingPlaceName: string;
  /** The opening sentence: day, date, place. */
  readonly opening: string;
  readonly figures: readonly MinutesFigure[];
  readonly sums: readonly MinutesSum[];
  readonly options: readonly MinutesOption[];
  /** The blank vote, as its own line below the candidates. */
  readonly blank: MinutesOption | null;
  readonly incidents: readonly MinutesIncident[];
  readonly objections: readonly string[];
  /** Facts as label and text: software, fingerprint of the record, restarts, start and end of voting. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly chairName: string;
  readonly memberNames: readonly string[];
  readonly witnesses: readonly { readonly name: string; readonly candidate: string }[];
  /** What the signed QR carries; null leaves it out. */
  readonly qrText: string | null;
}

/** PDF/A-2b; the same content gives the same bytes. */
export declare function renderMinutes(content: MinutesContent): Uint8Array;
