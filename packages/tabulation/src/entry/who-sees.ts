import type { SheetStep } from '../state/sheet-state.ts';

/** How somebody stands to the entries of a sheet. */
export type EntryViewer = 'own-typist' | 'other-typist' | 'checker' | 'supervisor' | 'auditor';

/** What is shown of one entry: all of it, only which fields differ, or nothing. */
export type EntryView = 'whole' | 'differing-fields' | 'nothing';

/** While these last, what was typed may still change what somebody types or reads. */
const OPEN_STEPS: readonly SheetStep[] = ['awaited', 'first_entry', 'differs'];

/**
 * Who may see what of an entry. Until both typists and the third reader are done, nobody but its own typist sees a figure: not even those
 * who decide later, for they may stand beside the next typist.
 */
export function viewOfEntry(viewer: EntryViewer, step: SheetStep): EntryView {
  if (viewer === 'own-typist') return 'whole';
  if (viewer === 'other-typist') return 'nothing';
  if (!OPEN_STEPS.includes(step)) return 'whole';
  return viewer === 'checker' && step === 'differs' ? 'differing-fields' : 'nothing';
}
