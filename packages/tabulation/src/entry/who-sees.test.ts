import { expect, test } from 'vitest';
import { sheetStepSchema } from '../state/sheet-state.ts';
import { type EntryViewer, viewOfEntry } from './who-sees.ts';

test('a typist never sees the other’s entry, and nobody else a figure before both typists and the third reader are done', () => {
  const seen = (viewer: EntryViewer) => sheetStepSchema.options.map((step) => viewOfEntry(viewer, step));
  expect(new Set(seen('other-typist'))).toEqual(new Set(['nothing']));
  expect(new Set(seen('own-typist'))).toEqual(new Set(['whole']));
  for (const viewer of ['checker', 'supervisor', 'auditor'] as const) {
    expect(viewOfEntry(viewer, 'first_entry')).toBe('nothing');
    expect(viewOfEntry(viewer, 'differs')).toBe(viewer === 'checker' ? 'differing-fields' : 'nothing');
    expect(viewOfEntry(viewer, 'faulty')).toBe('whole');
  }
});
