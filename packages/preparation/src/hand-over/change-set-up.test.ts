import { regencyCodeSchema } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { changeSetUp, plainSetUp } from './change-set-up.ts';
import { defaultSetUp } from './default-set-up.ts';
import type { SetUp } from './set-up.ts';

const code = regencyCodeSchema.parse('16.07');
const NOW = defaultSetUp({ code, name: 'Kabupaten Banyuasin' });
const change = (setUp: object, known = NOW.rulePacks) => changeSetUp(JSON.stringify(setUp), NOW, known, code);
const packs = (edit: (pack: SetUp['rulePacks'][number]) => object): object => ({
  ...NOW,
  rulePacks: NOW.rulePacks.map(edit),
});
const problemsOf = (setUp: object) => {
  const changed = change(setUp);
  return changed.ok ? [] : changed.error.problems.map(({ path, code }) => `${path}: ${code}`);
};
const cap = ({ settings }: SetUp['rulePacks'][number], value: number) => ({
  settings: { ...settings, votersCap: { ...settings.votersCap, value } },
});

describe('a regency’s own rules', () => {
  test('what is taken out and brought back unchanged changes nothing, and says so', () => {
    const text = plainSetUp(NOW);
    expect(text.split('\n').length).toBeGreaterThan(500);
    expect(changeSetUp(text, NOW, NOW.rulePacks, code)).toMatchObject({
      error: { type: 'set-up-unchanged' },
    });
  });

  test('a changed rule needs a higher version; the parts that changed are named', () => {
    const value = 431;
    expect(problemsOf(packs((pack) => ({ ...pack, ...cap(pack, value) })))).toEqual(
      NOW.rulePacks.map((_, index) => `rulePacks[${index}].version: version-stays`),
    );
    const changed = change({
      ...packs((pack) => ({ ...pack, ...cap(pack, value), version: pack.version + 1 })),
      labels: { ...NOW.labels, head: { id: 'pangkalan', en: 'head' } },
    });
    expect(changed).toMatchObject({ ok: true, value: { changed: ['labels', 'rulePacks'] } });
    // one name, two laws: no, also when the first of them is no longer in the file
    const gone = NOW.rulePacks.map((pack) => ({ ...pack, ...cap(pack, 77), version: pack.version + 1 }));
    const anew = packs((pack) => ({ ...pack, ...cap(pack, value), version: pack.version + 1 }));
    expect(change(anew, [...NOW.rulePacks, ...gone]).ok).toBe(false);
    const [first] = NOW.rulePacks;
    expect(problemsOf({ ...NOW, rulePacks: [...NOW.rulePacks, first] })).toEqual([
      `rulePacks[${NOW.rulePacks.length}].version: version-stays`,
    ]);
    expect(
      problemsOf(packs((pack) => ({ ...pack, ...cap(pack, value), version: pack.version - 1 || 1 }))),
    ).not.toEqual([]);
  });

  test('what is wrong is named by its path: unknown fields, another regency, people, a calendar in a circle', () => {
    expect(problemsOf({ ...NOW, people: [] })).toEqual(['people: unknown-field']);
    expect(problemsOf({ ...NOW, from: { ...NOW.from, regency: '33.27' } })).toEqual([
      'from.regency: other-regency',
    ]);
    expect(
      problemsOf({ ...NOW, labels: { ...NOW.labels, head: { id: 'Hub. 0812 3456 7890', en: 'x' } } }),
    ).not.toEqual([]);
    const [calendar, ...others] = NOW.calendars;
    const stages = calendar?.stages.map((stage) =>
      stage.id === 'registration' ? { ...stage, after: [{ stage: 'inauguration', sameDay: false }] } : stage,
    );
    const found = problemsOf({ ...NOW, calendars: [{ ...calendar, stages }, ...others] });
    expect(
      found.some((problem) => /^calendars\[0\]\.stages\[\d+\]\.after: stage-circle$/.test(problem)),
    ).toBe(true);
    expect(problemsOf({ ...NOW, calendars: others })).toEqual(['calendars: no-calendar-of-ours']);
    const broken = changeSetUp('{\n  "labels": 1\n  "forms": 2\n}', NOW, NOW.rulePacks, code);
    expect(broken).toMatchObject({ error: { type: 'set-up-not-json' } });
    expect(broken.ok ? '' : broken.error.sentence.id).toContain('(baris 3 kolom 3)');
    // a rule that rests on a citation which is not listed rests on nothing
    const invented = packs((pack) => ({
      ...{ ...pack, version: pack.version + 1 },
      settings: { ...pack.settings, hours: { ...pack.settings.hours, cites: ['perbup-12-2027'] } },
    }));
    expect(problemsOf(invented)).toEqual(
      NOW.rulePacks.map((_, index) => `rulePacks[${index}].settings.hours.cites[0]: citation-unknown`),
    );
  });
});
