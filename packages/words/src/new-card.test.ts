import { expect, test } from 'vitest';
import * as catalogues from './catalogue/index.ts';

/** Says that somebody gets no card, so the sentence about getting one does not belong there. */
const NO_CARD = new Set(['board.cases.cast.means']);

/** Every phrase that speaks of a new card without the one sentence that says where it is taken and that nobody is checked in again. */
function otherWords(texts: { readonly [key: string]: string }, sentence: string, word: RegExp): string[] {
  return Object.entries(texts)
    .filter(([key, text]) => word.test(text) && !text.includes(sentence) && !NO_CARD.has(key))
    .map(([key]) => key);
}

const RULES = [
  { language: 'id', word: /kartu baru/i },
  { language: 'en', word: /new card|new one/i },
] as const;

test.each(RULES)(
  'booth, desk and board speak of the new card in the same words ($language)',
  ({ language, word }) => {
    const sentence = catalogues.common[language]['common.newCard'];
    const texts = {
      ...catalogues.booth[language],
      ...catalogues.board[language],
      ...catalogues.desk[language],
    };
    expect(otherWords(texts, sentence, word)).toEqual([]);
    expect(Object.values(texts).filter((text) => text.includes(sentence)).length).toBeGreaterThan(0);
    // the detector finds another way of saying it
    expect(
      otherWords({ ...texts, planted: 'Minta kartu baru di meja: ask for a new card.' }, sentence, word),
    ).toEqual(['planted']);
  },
);
