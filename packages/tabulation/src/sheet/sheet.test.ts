import { ballotOptions } from '@bilik/election';
import { tps01 } from '@bilik/election/fixtures';
import { describe, expect, test } from 'vitest';
import { PAPER_FIGURES, PAPER_FORM, TWO_CONTESTS_FORM, valuesWith } from '../fixtures/index.ts';
import { fieldsOf, sheetContestOf, sheetFormSchema } from './sheet-form.ts';
import { parseSheetValues, sameValues, votesOfFigures, votesOfSheet, wireOfValues } from './sheet-values.ts';

describe('a sheet', () => {
  test('numbers its fields by section and line, each key and number once', () => {
    const fields = fieldsOf(TWO_CONTESTS_FORM);
    expect(
      fields
        .map(({ number }) => number)
        .slice(0, 10)
        .join(' '),
    ).toBe('1a 1b 1c 2a 2b 2c 3a 3b 3c 4a');
    expect(fields.at(-1)?.number).toBe('11b');
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    expect(new Set(fields.map(({ number }) => number)).size).toBe(fields.length);
  });

  test('takes its lines from the election: candidates by number, the empty column beside a single one, no blank vote', () => {
    const contest = tps01.definition.contests[0];
    if (contest === undefined) throw new Error('TPS 01 has a contest');
    const onScreen = ballotOptions(contest).map(({ key }) => key);
    expect(sheetContestOf(contest).options.map(({ key }) => key)).toEqual(
      onScreen.filter((key) => key !== 'blank'),
    );
    const single = { ...contest, candidates: contest.candidates.slice(0, 1) };
    expect(sheetContestOf(single).options.map(({ key }) => key)).toEqual(['c1', 'empty']);
  });

  test('gives sums the same shape as an electronic place, so that a village adds both', () => {
    const paper = votesOfSheet(PAPER_FORM, valuesWith(PAPER_FORM, PAPER_FIGURES));
    const machine = votesOfFigures(tps01.figures);
    expect(paper?.contests[0]?.options.at(-1)).toEqual({ key: 'blank', votes: 0 });
    expect(new Set(Object.keys(paper ?? {}))).toEqual(new Set(Object.keys(machine)));
    expect(paper).toMatchObject({
      registered: 300,
      users: 240,
      contests: [{ valid: 236, invalid: 4, total: 240 }],
    });
  });

  test('refuses forms that name a contest or an option twice', () => {
    const [contest] = PAPER_FORM.contests;
    expect(sheetFormSchema.safeParse(PAPER_FORM).success).toBe(true);
    expect(sheetFormSchema.safeParse({ ...PAPER_FORM, contests: [contest, contest] }).success).toBe(false);
    const twice = { ...contest, options: [contest?.options[0], contest?.options[0]] };
    expect(sheetFormSchema.safeParse({ ...PAPER_FORM, contests: [twice] }).success).toBe(false);
  });
});

describe('figures from outside', () => {
  const parse = (input: unknown) => parseSheetValues(PAPER_FORM, input);
  const problemOf = (input: unknown) => {
    const parsed = parse(input);
    return parsed.ok ? 'read' : parsed.error;
  };

  test('are read back as they were written', () => {
    const parsed = parse(PAPER_FIGURES);
    if (!parsed.ok) throw new Error(parsed.error.type);
    expect(wireOfValues(PAPER_FORM, parsed.value)).toEqual(PAPER_FIGURES);
    expect(sameValues(parsed.value, valuesWith(PAPER_FORM, PAPER_FIGURES))).toBe(true);
    expect(sameValues(parsed.value, valuesWith(PAPER_FORM, PAPER_FIGURES, { 'users.total': null }))).toBe(
      false,
    );
  });

  test.each([-1, 100_001, 1.5, 1e99, '240', Number.NaN, undefined, {}])('%s is no figure', (figure) => {
    expect(problemOf({ ...PAPER_FIGURES, 'users.total': figure })).toMatchObject({
      type: 'not-a-count',
      fields: ['users.total'],
    });
  });

  test('a field too many or too few is named', () => {
    expect(problemOf({ ...PAPER_FIGURES, 'kepala-desa:c4': 1 })).toEqual({
      type: 'field-unknown',
      fields: ['kepala-desa:c4'],
    });
    const { 'users.total': _, ...rest } = PAPER_FIGURES;
    expect(problemOf(rest)).toEqual({ type: 'field-missing', fields: ['users.total'] });
    expect(problemOf('x')).toMatchObject({ type: 'not-a-count' });
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, 1]));
    expect(problemOf(many)).toMatchObject({ type: 'not-a-count' });
  });
});
