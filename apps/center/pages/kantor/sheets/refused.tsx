import { type CallError, explainCall } from '@bilik/ui/call';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { sentenceOf, words } from './sheets-wire.ts';

const PHOTO_REFUSALS = [
  'photo-too-large',
  'photo-not-a-picture',
  'photo-of-another-place',
  'photo-of-a-candidate',
  'photo-says-more',
  'photo-needs-correction',
  'photo-unknown',
  'photo-not-chosen',
  'too-many-uploads',
  'disk-nearly-full',
] as const;

/** Why an act on a sheet was not done, in the center's own sentence where it wrote one. */
export function Refused({ error, language }: { readonly error: unknown; readonly language: Language }) {
  if (error === undefined) return null;
  const call = error as CallError<{ readonly type: string }>;
  const sentence = sentenceOf(error, language);
  if (sentence !== undefined) return <Notice state="warn" happened={sentence} />;
  if (call.type !== 'refused') return <Notice state="bad" happened={words(language, explainCall(call))} />;
  const photo = PHOTO_REFUSALS.find((name) => name === call.refusal.type);
  const phrase = photo === undefined ? 'sheets.unknown' : (`sheets.photo.refused.${photo}` as const);
  return <Notice state="warn" happened={words(language, phrase)} />;
}
