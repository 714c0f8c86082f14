import type { Bilingual, OptionKey, PollingPlaceId } from '@bilik/election';
import { contestField, type FieldKey, type SheetForm } from '../sheet/sheet-form.ts';
import type { SheetValues } from '../sheet/sheet-values.ts';
import { ruleOf } from './check-sheet.ts';
import { type CheckedSheet, sumFinding } from './sheet-check.ts';
import type { SheetFacts } from './sheet-facts.ts';

/** A figure that somebody types for a lane: of the people, of an option, of the votes. */
export type LaneField = 'users' | 'valid' | 'invalid' | OptionKey;

/** Where figures of a lane contradict each other, by the rule of a sheet that they break. */
export interface LaneContradiction {
  /** Of the numbered rule. */
  readonly code: string;
  readonly what: Bilingual;
  readonly calculation: Bilingual;
  /** The figures that it is about. */
  readonly fields: readonly LaneField[];
}

/** Figures of one contest of one place as a lane has them. */
export interface LaneFiguresToCheck {
  readonly place: PollingPlaceId;
  readonly contest: string;
  /** Voters on the list. */
  readonly registered: number;
  readonly users: number;
  /** In ballot order. */
  readonly options: readonly { readonly key: OptionKey; readonly votes: number }[];
  readonly valid: number;
  readonly invalid: number;
  /** Blank votes are counted beside the invalid ones, not among them: the rule pack says so. */
  readonly blankApart: boolean;
}

/** The numbers by which a screen shows the figures of a lane, and findings name them: users, options, valid, invalid. */
export function laneFieldNumbers(options: readonly string[]): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ['users', '1'],
    ...options.map((key, index) => [key, `2${'abcdefghijk'[index] ?? ''}`] as const),
    ['valid', '3'],
    ['invalid', '4'],
  ]);
}

const NOTHING_BESIDE: SheetFacts = {
  ...{ list: null, addedVotersAllowed: true, sheetPhotos: 1, usersByMachine: null, lastAttendance: null },
  ...{ ballotsHandedOver: new Map(), otherSheetsOfVillage: [], turnoutsAround: [] },
};

/**
 * Looks at figures of a lane by those rules of a sheet that ask for no more than a lane has: votes of the options are the valid ones
 * (E02), all votes are the ballot papers used (E05), no more came than are registered (E06). A lane has one figure for who came and for the papers used.
 * It keeps what was reported: what is found here is said, and never refuses a figure for good.
 */
export function checkLaneFigures(figures: LaneFiguresToCheck): readonly LaneContradiction[] {
  const { place, contest, registered, users, options, valid, invalid, blankApart } = figures;
  const votedOptions = options.filter(({ key }) => key !== 'blank');
  const used = contestField(contest, 'used');
  const lines: readonly (readonly [FieldKey, LaneField, number])[] = [
    [used, 'users', users],
    ...options.map(({ key, votes }) => [contestField(contest, key), key, votes] as const),
    [contestField(contest, 'valid'), 'valid', valid],
    [contestField(contest, 'invalid'), 'invalid', invalid],
  ];
  const shown = laneFieldNumbers(options.map(({ key }) => key));
  const nothing: Bilingual = { id: '', en: '' };
  const form: SheetForm = {
    place,
    contests: [
      {
        ...{ contest, title: nothing },
        options: votedOptions.flatMap(({ key }) => (key === 'blank' ? [] : [{ key, label: nothing }])),
      },
    ],
  };
  const values: SheetValues = new Map(lines.map(([key, , figure]) => [key, figure]));
  const numbers = new Map(lines.map(([key, field]) => [key, shown.get(field) ?? field]));
  const sheet: CheckedSheet = { form, values, facts: NOTHING_BESIDE, numbers };
  const hasBlankApart = blankApart && options.some(({ key }) => key === 'blank');
  const all = (['valid', 'invalid', ...(hasBlankApart ? (['blank'] as const) : [])] as const).map((line) =>
    contestField(contest, line),
  );
  const found = [
    ...ruleOf('E02')
      .find(sheet)
      .map((finding) => ({ code: 'E02', ...finding })),
    ...sumFinding(sheet, all, used, contest).map((finding) => ({ code: 'E05', ...finding })),
    ...(users <= registered
      ? []
      : [
          {
            code: 'E06',
            fields: [used],
            calculation: {
              id: `${users} (nomor 1) lebih dari ${registered} di DPT, selisih ${users - registered}`,
              en: `${users} (number 1) is more than ${registered} on the list, difference ${users - registered}`,
            },
          },
        ]),
  ];
  return found.map(({ code, calculation, fields }) => ({
    ...{ code, calculation, what: ruleOf(code).what },
    fields: lines.flatMap(([key, field]) => (fields.includes(key) ? [field] : [])),
  }));
}
