import type { Language } from '@bilik/words/language';
import type { SheetView } from './sheets-wire.ts';

/** What a finding is called: its rule, and of which office where a sheet has several. */
export function findingName(
  { form }: Pick<SheetView, 'form'>,
  { code, contest }: Pick<SheetView['findings'][number], 'code' | 'contest'>,
  language: Language,
): string {
  const of = form.contests.find((one) => one.contest === contest);
  return of === undefined || form.contests.length === 1 ? code : `${code} · ${of.title[language]}`;
}
