import { describe, expect, test } from 'vitest';
import { explainProblem, isFileProblem, PROBLEM_KINDS, severityOf } from '../src/index.ts';
import type { Damage } from './damage/damage.ts';
import { FILE_DAMAGES } from './damage/file-damages.ts';
import { LAYOUT_DAMAGES } from './damage/layout-damages.ts';
import { PERSON_DAMAGES } from './damage/person-damages.ts';
import { csv, OPTIONS, outline, readHere, smallList, xlsx } from './small-list.ts';

const ALL: readonly Damage[] = [...FILE_DAMAGES, ...LAYOUT_DAMAGES, ...PERSON_DAMAGES];
/** Found outside the file: see import-voter-list.test.ts. */
const NOT_IN_A_FILE = ['memory-limit', 'reading-interrupted', 'time-limit'];

const readings = new Map<Damage, ReturnType<typeof readHere>>();

/** Each damaged file is read once and looked at by several tests. */
function readingOf(damage: Damage): ReturnType<typeof readHere> {
  const reading = readings.get(damage) ?? readHere(damage.file(), { ...OPTIONS, ...damage.options });
  readings.set(damage, reading);
  return reading;
}

describe('the small list', () => {
  test.each([
    ['as CSV', csv(smallList())],
    ['as a workbook', xlsx({ DPT: smallList() })],
  ])('has no problem of its own, %s', async (_, file) => {
    const reading = await readHere(file);
    expect(outline(reading)).toEqual([]);
    expect(reading.voters).toHaveLength(4);
  });
});

describe('damage is named at its sheet, row and column, and nothing else is', () => {
  test.each(ALL.map((damage) => [damage.what, damage] as const))('%s', async (_, damage) => {
    const reading = await readingOf(damage);
    expect(outline(reading)).toEqual(damage.problems);
    const isRefused = reading.problems.some(({ severity }) => severity === 'error');
    expect(reading.hasErrors).toBe(isRefused);
    expect(reading.preview === null).toBe(reading.problems.some(({ kind }) => isFileProblem(kind)));
  });

  test('at least 60 kinds of damage, and every kind of problem among them', () => {
    const found = new Set(ALL.flatMap(({ problems }) => problems.map((line) => line.split(' ')[0])));
    expect(ALL.length).toBeGreaterThanOrEqual(60);
    expect([...PROBLEM_KINDS].sort()).toEqual([...found, ...NOT_IN_A_FILE].sort());
  });

  test('every kind is explained in both languages, with its facts filled in', async () => {
    for (const damage of ALL) {
      const reading = await readingOf(damage);
      for (const problem of reading.problems) {
        const { meaning, action } = explainProblem(problem);
        expect(severityOf(problem.kind)).toBe(problem.severity);
        for (const sentence of [meaning.id, meaning.en, action.id, action.en]) {
          expect(sentence).toMatch(/^\S.*\S$/);
          expect(sentence).not.toMatch(/[{}]|undefined/);
        }
        expect(meaning.id).not.toBe(meaning.en);
      }
    }
  });

  test('no problem shows a whole NIK, whatever column it stands in', async () => {
    let shown = 0;
    for (const damage of ALL) {
      const reading = await readingOf(damage);
      const text = JSON.stringify([reading.problems, reading.preview]);
      expect(text).not.toMatch(/\d{10}/);
      if (text.includes('••')) shown += 1;
    }
    expect(shown).toBeGreaterThan(20);
  });
});
