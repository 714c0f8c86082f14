import type { Manifest } from '@bilik/publication';
import { expect, test } from 'vitest';
import { judgePages, type PageDifferences, pageDifferences } from './compare-pages.ts';

const file = (path: string, mark = 'a') => ({ path, sha256: mark.repeat(64), bytes: 7 });
const manifest = (...files: Manifest['files']): Manifest => ({
  ...{ format: 'bilik/manifest/1', origin: 'x', kind: 'exercise', number: 1, at: '2026-11-22T07:00:00Z' },
  ...{ snapshot: 'a'.repeat(64), previous: null, logSize: 0, files },
});
const same: PageDifferences = { differing: [], missing: [], notListed: [], written: 9 };
const other: PageDifferences = { ...same, differing: ['index.html'] };

test('where the checking page is not built here it is the one file that is not compared', () => {
  const listed = manifest(file('index.html'), file('lain.html'), file('periksa.html', 'b'));
  const files = [file('index.html')];
  expect(pageDifferences(listed, { isCheckPageBuilt: false, files })).toMatchObject({
    differing: [],
    notListed: ['lain.html'],
  });
  const built = { isCheckPageBuilt: true, files: [...files, file('periksa.html')] };
  expect(pageDifferences(listed, built)).toMatchObject({ differing: ['periksa.html'] });
});

test('of the newest nothing may differ; between two that are the same nothing; before them it is noted', () => {
  const judged = (...all: readonly PageDifferences[]) => {
    const { findings, notes } = judgePages(all);
    return [findings.map(({ at }) => at), notes.map((note) => 'number' in note && note.number)];
  };
  expect(judged(same, same)).toEqual([[], []]);
  expect(judged(other)).toEqual([['index.html'], []]);
  expect(judged(same, other)).toEqual([['index.html'], []]);
  expect(judged(other, other, same)).toEqual([[], [1, 2]]);
  expect(judged(other, same, other, same)).toEqual([['arsip/000003/manifest#index.html'], [1]]);
  // this program is the older one: what came after it is another's
  expect(judged(same, other, other)).toEqual([['index.html'], [2]]);
});
