import { useSay } from '@bilik/ui/language';
import { code } from '@bilik/words/catalogue/code';
import { phase } from '@bilik/words/catalogue/phase';
import { phrasesOf, type Say } from '@bilik/words/phrases';

/** All that this page says. */
export const codePhrase = phrasesOf(code, phase);
export type CodeSay = Say<readonly [typeof code, typeof phase]>;

/** Says a phrase in the language of the page. */
export const useCodeWords = (): CodeSay => useSay(codePhrase);
