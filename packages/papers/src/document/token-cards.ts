import { inGroups, phrasesOf } from '@bilik/words';
import { qrSvg } from '../qr-code.ts';
import { compile } from './compile.ts';
import { documentWords } from './phrases.ts';

export interface TokenCardSheet {
  readonly kind: 'real' | 'exercise';
  readonly electionTitle: string;
  readonly villageName: string;
  /** As printed, for instance `TPS 01 Melati`. */
  readonly pollingPlaceName: string;
  /** Each code 24 digits, check digit last. Printed in the order given: shuffle before. */
  readonly cards: readonly { readonly code: string }[];
}

const CODE = /^[0-9]{24}$/;
const say = phrasesOf(documentWords);

/**
 * A4 sheets, eight cards each, as PDF/A-2b. A card has three panels: outside face, code, cover; the cover folds over
 * the code and the outside face folds back, so that code and digits lie inside under solid ink. Neither
 * cards nor pages are numbered, and nothing but the code differs from card to card.
 * @throws RangeError for a code that is not 24 digits (its value is not repeated in the message), or one given twice
 */
export function renderTokenCards(sheet: TokenCardSheet): Uint8Array {
  if (!sheet.cards.every(({ code }) => CODE.test(code))) throw new RangeError('a card code has 24 digits');
  if (new Set(sheet.cards.map(({ code }) => code)).size !== sheet.cards.length) {
    throw new RangeError('two cards have the same code');
  }
  return compile(
    'token-cards.typ',
    {
      exercise: sheet.kind === 'exercise' ? say('id', 'document.exercise') : null,
      heading: say('id', 'card.heading'),
      instruction: say('id', 'card.instruction'),
      second: say('en', 'card.second'),
      election: sheet.electionTitle,
      village: say('id', 'card.village', { village: sheet.villageName }),
      place: sheet.pollingPlaceName,
      scan: say('id', 'card.scan'),
      folding: [say('id', 'card.fold.cover'), say('id', 'card.fold.back'), say('id', 'card.fold.tape')],
      cards: sheet.cards.map(({ code }) => ({ groups: inGroups(code, 4), qr: qrSvg(code) })),
    },
    0,
  );
}
