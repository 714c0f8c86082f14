import { pollingPlaceIdSchema } from '@bilik/election';
import { checkSheet, parseSheetValues, type SheetForm } from '@bilik/tabulation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperFigures } from './paper-figures.ts';

const PLACE = pollingPlaceIdSchema.parse('16.07.05.2003-001');
const line = (text: string) => ({ id: text, en: text });
const KEYS = ['c1', 'c2', 'c3', 'c4', 'c5'] as const;

const formOf = (options: number): SheetForm => ({
  place: PLACE,
  contests: [
    {
      contest: 'village-head',
      title: line('Kepala desa'),
      options: KEYS.slice(0, options).map((key) => ({ key, label: line(key) })),
    },
  ],
});

test('what a rehearsal’s board writes passes every rule of a sheet, and a tie is one', () => {
  let sheets = 0;
  let ties = 0;
  const winners = new Set<string>();
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 60, max: 400 }),
      fc.integer({ min: 60, max: 400 }),
      fc.integer({ min: 2, max: 5 }),
      fc.boolean(),
      (seed, L, P, options, tie) => {
        const form = formOf(options);
        const place = { id: PLACE, registered: { L, P } };
        const figures = paperFigures(seed, place, 'village-head', KEYS.slice(0, options), tie);
        const values = parseSheetValues(form, figures);
        if (!values.ok) throw new Error(values.error.fields.join());
        const facts = {
          ...{ list: { L, P }, addedVotersAllowed: false, sheetPhotos: 1, usersByMachine: null },
          ...{
            ballotsHandedOver: new Map(),
            lastAttendance: null,
            otherSheetsOfVillage: [],
            turnoutsAround: [],
          },
        };
        const found = checkSheet({ form, values: values.value, facts });
        expect(found.filter(({ kind }) => kind !== 'warning')).toEqual([]);
        const votes = KEYS.slice(0, options).map((key) => figures[`village-head:${key}`] ?? 0);
        winners.add(KEYS[votes.indexOf(Math.max(...votes))] ?? '');
        if (tie) {
          expect([votes[0], Math.max(...votes)]).toEqual([votes[1], votes[0]]);
          ties += 1;
        }
        sheets += 1;
      },
    ),
    { numRuns: 400, seed: 1607 },
  );
  expect([sheets, ties > 100, winners.size]).toEqual([400, true, 5]);
});
