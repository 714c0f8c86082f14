import type { Language } from '@bilik/words/language';
import type { OutboxItem } from './outbox/outbox.ts';
import { contentOf } from './outbox/take-code.ts';
import { words } from './phone-words.ts';

/** What the center can find wrong with a code, with a sentence of its own here. */
const REFUSALS = [
  'code-altered',
  'code-of-other-election',
  'code-of-other-kind',
  'code-is-key',
  'place-not-expected',
  'result-not-of-ballot',
  'not-allowed',
] as const;

type CodeItem = Pick<OutboxItem & { readonly kind: 'code' }, 'code'>;

/** A code by its name: what it says, and of which polling place. @param place as people call it */
export function codeLabel(language: Language, { code }: CodeItem, place: string): string {
  const content = contentOf(code);
  switch (content?.type) {
    case 'figures': {
      const hour = `${String(content.hour).padStart(2, '0')}.00`;
      return words(language, 'phone.queue.code.figures', { place, hour });
    }
    case 'result':
      return words(language, 'phone.queue.code.result', { place });
    default:
      return words(language, 'phone.queue.code.paper', { place });
  }
}

/** What the center said of a code. */
export function codeAnswer(language: Language, item: OutboxItem & { readonly kind: 'code' }): string {
  if (item.state === 'center') {
    const isResult = contentOf(item.code)?.type === 'result';
    return words(language, isResult ? 'phone.code.kept.result' : 'phone.code.kept');
  }
  if (item.state !== 'refused') return '';
  const type = REFUSALS.find((name) => name === item.refusal?.type) ?? 'other';
  return words(language, `phone.code.refused.${type}`);
}
