import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAPER_FACTS, PAPER_FIGURES, PAPER_FORM, TWO_CONTESTS_FORM, valuesWith } from '../fixtures/index.ts';
import { fieldsOf } from '../sheet/sheet-form.ts';
import { votesOfSheet } from '../sheet/sheet-values.ts';
import { checkSheet, ruleOf, SHEET_RULES } from './check-sheet.ts';
import { robustDistance } from './robust-distance.ts';
import { exampleOf, type SampleSheet, sheetRulesMarkdown } from './rule-list.ts';

const SAMPLE: SampleSheet = {
  form: PAPER_FORM,
  facts: PAPER_FACTS,
  valuesWith: (changes) => valuesWith(PAPER_FORM, PAPER_FIGURES, changes),
};
const sound = { form: PAPER_FORM, facts: PAPER_FACTS, values: SAMPLE.valuesWith({}) };
const codesOf = (sheet: Parameters<typeof checkSheet>[0]) => [
  ...new Set(checkSheet(sheet).map(({ code }) => code)),
];

describe('numbered rules', () => {
  test('a sheet on which everything holds is passed by all of them', () => {
    expect(checkSheet(sound)).toEqual([]);
  });

  test.each(SHEET_RULES.map((rule) => [rule.code, rule] as const))(
    '%s finds the fault planted for it, and names fields of the sheet',
    (code, rule) => {
      const found = checkSheet(exampleOf(rule, SAMPLE)).filter((outcome) => outcome.code === code);
      expect(found.length).toBeGreaterThan(0);
      const keys = fieldsOf(PAPER_FORM).map(({ key }) => key);
      for (const { fields, calculation } of found) {
        expect(keys).toEqual(expect.arrayContaining([...fields]));
        expect(calculation.id).not.toBe('');
      }
    },
  );

  test('examples of warnings and quarantine have no error: what wants an explanation could be true', () => {
    for (const rule of SHEET_RULES.filter(({ kind }) => kind !== 'error')) {
      expect(codesOf(exampleOf(rule, SAMPLE)), rule.code).toEqual([rule.code]);
    }
  });

  test('codes are used once and begin with their kind', () => {
    expect(new Set(SHEET_RULES.map(({ code }) => code)).size).toBe(SHEET_RULES.length);
    const letters = { error: 'E', quarantine: 'Q', warning: 'W' } as const;
    for (const { code, kind } of SHEET_RULES) expect(code).toMatch(new RegExp(`^${letters[kind]}\\d\\d$`));
    expect(() => ruleOf('E99')).toThrow('E99');
  });

  test('the calculation shows terms, sum, what the sheet says and the difference', () => {
    const values = SAMPLE.valuesWith({ 'registered.L': 127, 'registered.P': 1, 'registered.total': 159 });
    const facts = { ...PAPER_FACTS, list: null };
    const found = checkSheet({ form: PAPER_FORM, facts, values }).find(({ code }) => code === 'E07');
    expect(found).toMatchObject({
      difference: 31,
      calculation: {
        id: '127 + 1 = 128, lembar menyatakan 159 (nomor 1c), selisih 31',
        en: '127 + 1 = 128, the sheet says 159 (number 1c), difference 31',
      },
    });
  });

  test('each contest of a sheet is looked at by itself', () => {
    const figures = Object.fromEntries(fieldsOf(TWO_CONTESTS_FORM).map(({ key }) => [key, 0]));
    const values = valuesWith(TWO_CONTESTS_FORM, figures, { 'bupati:valid': 3, 'signatures.board': 5 });
    const facts = { ...PAPER_FACTS, list: null, lastAttendance: null, ballotsHandedOver: new Map() };
    const found = checkSheet({ form: TWO_CONTESTS_FORM, facts, values }).filter(
      ({ kind }) => kind === 'error',
    );
    expect(found.map(({ code, contest }) => [code, contest])).toEqual([
      ['E02', 'bupati'],
      ['E03', 'bupati'],
    ]);
  });

  test('one changed figure of a sound sheet is never passed by the errors, except where no sum holds it', () => {
    // which of the ballot papers' lines or signatures a typist slips on
    const FREE = ['signatures.board', 'signatures.witnesses'];
    let faults = 0;
    const field = fc.constantFrom(...fieldsOf(PAPER_FORM).map(({ key }) => key));
    fc.assert(
      fc.property(field, fc.integer({ min: 0, max: 400 }), (key, figure) => {
        if (FREE.includes(key) || PAPER_FIGURES[key] === figure) return;
        const values = SAMPLE.valuesWith({ [key]: figure });
        const errors = checkSheet({ ...sound, values }).filter(({ kind }) => kind === 'error');
        expect(errors.length, key).toBeGreaterThan(0);
        faults += 1;
      }),
      { numRuns: 2000, seed: 1607 },
    );
    expect(faults).toBeGreaterThan(1500);
  });

  test('a figure that is missing is E01 alone: no sum is made up from what is not there', () => {
    for (const { key } of fieldsOf(PAPER_FORM)) {
      const values = SAMPLE.valuesWith({ [key]: null });
      const errors = checkSheet({ ...sound, values }).filter(({ kind }) => kind === 'error');
      expect(errors.map(({ code, fields }) => [code, ...fields])).toEqual([['E01', key]]);
    }
    const missing = SAMPLE.valuesWith({ 'kepala-desa:c2': null });
    expect(votesOfSheet(PAPER_FORM, missing)).toBeUndefined();
  });

  test('turnout far from the middle of eight places or more is asked about, and in a crowd of equal ones nothing is far', () => {
    const around = (turnouts: readonly number[]) =>
      codesOf({ ...sound, facts: { ...PAPER_FACTS, turnoutsAround: turnouts } });
    const low = [3000, 3100, 2900, 3050, 3150, 2950, 3020, 3080];
    expect(around(low)).toEqual(['W01']);
    expect(around(low.slice(1))).toEqual([]);
    expect(around([7900, 8100, 8000, 8050, 7950, 8200, 7800, 8010])).toEqual([]);
    expect(around(Array<number>(20).fill(3000))).toEqual([]);
    expect(robustDistance(80, [10, 20, 30, 40, 50])).toEqual({ tenths: 33, median: 30 });
  });
});

test('the list of rules in the manual is made from the table, with examples that the rules computed', () => {
  const published = readFileSync(new URL('../../../../docs/sheet-rules.md', import.meta.url), 'utf8');
  expect(published).toBe(sheetRulesMarkdown(SAMPLE));
  for (const { code } of SHEET_RULES) expect(published).toContain(`### ${code} `);
});
