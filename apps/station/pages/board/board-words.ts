import { useSay } from '@bilik/ui/language';
import { board } from '@bilik/words/catalogue/board';
import { common } from '@bilik/words/catalogue/common';
import { form } from '@bilik/words/catalogue/form';
import { logicTest } from '@bilik/words/catalogue/logic-test';
import { parts } from '@bilik/words/catalogue/parts';
import { phase } from '@bilik/words/catalogue/phase';
import { selfTestBoard } from '@bilik/words/catalogue/self-test/board';
import { selfTestFindings } from '@bilik/words/catalogue/self-test/findings';
import { type PhraseKey, phrasesOf, type Say } from '@bilik/words/phrases';

export const boardPhrase = phrasesOf(
  common,
  form,
  parts,
  phase,
  board,
  selfTestBoard,
  selfTestFindings,
  logicTest,
);

type Catalogues = readonly [
  typeof common,
  typeof form,
  typeof parts,
  typeof phase,
  typeof board,
  typeof selfTestBoard,
  typeof selfTestFindings,
  typeof logicTest,
];
export type BoardSay = Say<Catalogues>;
export type BoardKey = PhraseKey<Catalogues>;

/** What the board says, in the language of the screen. */
export function useBoardWords(): BoardSay {
  return useSay(boardPhrase);
}
