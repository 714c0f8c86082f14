import { PRINTER_TROUBLES } from '@bilik/devices/printer-trouble';
import type { LanguageCode } from '@bilik/words/language';
import type { PlaceView } from './wire.ts';
import { words } from './words.ts';

/** Why a command was not done, in a sentence; null when the next state says it. */
export function explainRefusal(
  language: LanguageCode,
  refusal: { type: string; reason?: string; trouble?: string; person?: string; waitSeconds?: number },
  people: PlaceView['people'],
): string | null {
  if (refusal.type === 'printer-not-ready') {
    const trouble = refusal.trouble ?? 'no-answer';
    return words(language, 'booth.printer.notReady', { why: printerWords(language, trouble) });
  }
  if (refusal.type === 'not-now') return null;
  if (refusal.type === 'station-unheard') return words(language, 'booth.pin.unheard');
  const { waitSeconds = 0 } = refusal;
  const name = people.find(({ id }) => id === refusal.person)?.name ?? '';
  switch (refusal.reason) {
    case 'pin-wrong':
    case 'pin-paused':
      if (waitSeconds === 0) return words(language, 'booth.pin.wrong', { name });
      return waitSeconds < 90
        ? words(language, 'booth.pin.waitSeconds', { name, count: waitSeconds })
        : words(language, 'booth.pin.waitMinutes', { name, count: Math.ceil(waitSeconds / 60) });
    case 'too-many-waiting':
      return words(language, 'booth.pin.unheard');
    case 'store-failed':
      return words(language, 'booth.refused.store');
    case 'card-used':
      return words(language, 'booth.card.used');
    case 'card-void':
      return `${words(language, 'booth.card.void')} ${words(language, 'common.newCard')}`;
    case 'card-in-use':
      return words(language, 'booth.card.inUse');
    case 'card-foreign':
      return words(language, 'booth.card.foreign');
    case 'no-release':
      return words(language, 'booth.card.noRelease');
    case 'polls-not-open':
      return words(language, 'booth.card.notOpen');
    default:
      return words(language, 'booth.refused.ballot');
  }
}

export function printerWords(language: LanguageCode, trouble: string): string {
  const known = PRINTER_TROUBLES.find((one) => one === trouble) ?? 'no-answer';
  return words(language, `booth.printer.${known}`);
}
