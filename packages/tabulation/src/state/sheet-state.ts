import { z } from 'zod';
import type { FieldKey } from '../sheet/sheet-form.ts';
import type { SheetValues } from '../sheet/sheet-values.ts';

/** Where the sheet of a polling place is. */
export const sheetStepSchema = z.enum([
  'awaited',
  'first_entry',
  'differs',
  'faulty',
  'quarantined',
  'warned',
  'definitive',
  'withdrawn',
]);
export type SheetStep = z.infer<typeof sheetStepSchema>;

/** In which part somebody touches a version of a sheet. Nobody takes two parts in one version. */
export const sheetPartSchema = z.enum(['typist', 'checker', 'supervisor']);
export type SheetPart = z.infer<typeof sheetPartSchema>;

/** What moves a sheet on. */
export const sheetActSchema = z.enum([
  'enter',
  'take_back',
  'resolve',
  'discard',
  'look_again',
  'explain',
  'quarantine',
  'clear',
  'correct',
  'withdraw',
]);
export type SheetActName = z.infer<typeof sheetActSchema>;

/** The figures that one person typed. */
export interface SheetEntry {
  readonly by: string;
  readonly values: SheetValues;
}

/** A sentence for one warning. */
export interface Explanation {
  readonly code: string;
  readonly contest: string | null;
  readonly text: string;
}

/** A result that counts: its figures, and on whom they stand. */
export interface DefinitiveSheet {
  readonly version: number;
  readonly values: SheetValues;
  readonly typists: readonly [string, string];
}

/** Everything that decides what may happen next to the sheet of one polling place. Read-only; every act gives a new one. */
export interface SheetState {
  readonly step: SheetStep;
  /** 1 for the first sheet; each correction is the next. */
  readonly version: number;
  /** How often this version is typed anew: 1, and one more after each discard. */
  readonly round: number;
  /** Entries of this round: none, one, or two by two people. */
  readonly entries: readonly SheetEntry[];
  /** Agreed by two people, field by field; null before. */
  readonly values: SheetValues | null;
  readonly explanations: readonly Explanation[];
  /** Codes of the quarantine rules that somebody cleared. */
  readonly cleared: readonly string[];
  /** Put into quarantine by a person, and not cleared yet. */
  readonly heldByPerson: boolean;
  /** Who took which part in this version. */
  readonly parts: ReadonlyMap<string, SheetPart>;
  /** SHA-256 of every photo that a version rests on. */
  readonly evidence: readonly string[];
  /** The version that counts. It goes on counting while the next is typed; a withdrawal alone takes it away. */
  readonly standing: DefinitiveSheet | null;
}

/** A sheet for which nothing was typed yet. */
export const AWAITED_SHEET: SheetState = {
  step: 'awaited',
  version: 1,
  round: 1,
  entries: [],
  values: null,
  explanations: [],
  cleared: [],
  heldByPerson: false,
  parts: new Map(),
  evidence: [],
  standing: null,
};

/** An act with all that it brings. `by` is an account, never a name that a screen claims. */
export type SheetAct = { readonly by: string } & (
  | { readonly act: 'enter'; readonly values: SheetValues }
  | { readonly act: 'take_back' }
  | { readonly act: 'resolve'; readonly readings: SheetValues }
  | { readonly act: 'discard' | 'quarantine' | 'clear' | 'withdraw'; readonly reason: string }
  | { readonly act: 'look_again' }
  | { readonly act: 'explain'; readonly explanations: readonly Explanation[] }
  | { readonly act: 'correct'; readonly reason: string; readonly evidence: string }
);

/** Why an act is refused. The sheet is what it was. */
export type SheetRefusal =
  | { readonly type: 'not-from-here'; readonly step: SheetStep; readonly act: SheetActName }
  | { readonly type: 'other-part-before'; readonly part: SheetPart; readonly before: SheetPart }
  | { readonly type: 'typed-by-you-already' }
  /** A typist's account and this one may be one person's: the same person below the regency let them in, or one of them the other. */
  | { readonly type: 'typed-by-same-hand' }
  | { readonly type: 'entry-of-another' }
  | { readonly type: 'reading-of-other-fields'; readonly fields: readonly FieldKey[] }
  | { readonly type: 'reading-agrees-with-neither'; readonly fields: readonly FieldKey[] }
  | { readonly type: 'warnings-unexplained'; readonly codes: readonly string[] }
  | { readonly type: 'evidence-not-new' }
  | { readonly type: 'reason-missing' };
