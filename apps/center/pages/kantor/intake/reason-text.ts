import { type CallError, explainCall } from '@bilik/ui/call';
import type { Language } from '@bilik/words/language';
import { officeWords } from '../office-words.ts';
import { words } from './intake-wire.ts';

const KNOWN = {
  'other-bytes-for-place': 'intake.reason.other-bytes',
  'place: mode-is-paper': 'intake.reason.paper',
  'figures.registered: not-of-locked-list': 'intake.reason.registered',
  'cards: pool-void': 'intake.reason.pool-void',
  'cards: pool-foreign': 'intake.reason.pool-foreign',
  'options-not-of-contest': 'intake.reason.options',
  'part-unknown': 'intake.reason.part',
  'reason-missing': 'intake.reason.figures-stand',
} as const;

/** What the center found against a delivery, in words; what the public verifier found keeps the verifier's own name, by which anybody finds it again. */
export function reasonText(language: Language, reason: string): string {
  const ofContest = /^[^:]+: (options-not-of-contest|part-unknown|reason-missing)$/.exec(reason)?.[1];
  const known = Object.entries(KNOWN).find(([code]) => code === (ofContest ?? reason));
  return known === undefined ? reason : words(language, known[1]);
}

const PLAIN = ['delivery-unknown', 'record-not-right', 'another-counts'] as const;
type Refusal = { readonly type: string; readonly [key: string]: unknown };

/** Why a held delivery still does not count, in a sentence. */
export function countRefusedText(language: Language, error: CallError<Refusal>): string {
  if (error.type !== 'refused') return officeWords(language, explainCall(error));
  const { type, refusals } = error.refusal;
  const plain = PLAIN.find((name) => name === type);
  if (plain !== undefined) return words(language, `intake.refused.${plain}`);
  if (type !== 'result-does-not-fit' || !Array.isArray(refusals)) {
    return words(language, 'intake.refused', { why: type });
  }
  const reasons = refusals.map((refusal) => reasonText(language, String(refusal))).join('; ');
  return words(language, 'intake.refused.result-does-not-fit', { refusals: reasons });
}
