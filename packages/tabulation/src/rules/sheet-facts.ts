import type { PollingPlaceId } from '@bilik/election';
import type { SheetValues } from '../sheet/sheet-values.ts';

/** What the center knows beside the sheet. `null`: it does not know, and the rules that ask for it stay silent. */
export interface SheetFacts {
  /** Men (L) and women (P) on the locked voter list of the place. */
  readonly list: { readonly L: number; readonly P: number } | null;
  /** Whether the rule pack lets people vote who are not on the list. */
  readonly addedVotersAllowed: boolean;
  /** Photos of this version of the sheet. */
  readonly sheetPhotos: number;
  /** Users of the machine's part, where the place went from machine to paper during the day and that part is in. */
  readonly usersByMachine: number | null;
  /** Ballot papers on the minutes of the hand-over, by contest; a contest that is not there is not known. */
  readonly ballotsHandedOver: ReadonlyMap<string, number>;
  /** The last attendance reported during the day. */
  readonly lastAttendance: { readonly L: number; readonly P: number } | null;
  /** Definitive sheets of the other paper places of the village that have the same form of contests. */
  readonly otherSheetsOfVillage: readonly { readonly place: PollingPlaceId; readonly values: SheetValues }[];
  /** Turnout of the definitive places of the sub-district, in basis points. */
  readonly turnoutsAround: readonly number[];
}
