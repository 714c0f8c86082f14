import { code } from '@bilik/words/catalogue/code';
import { phase } from '@bilik/words/catalogue/phase';
import { phrasesOf, type Say } from '@bilik/words/phrases';
import { useSay } from '../parts/language.tsx';

/** All that the check of signed codes says. */
export const codePhrase = phrasesOf(code, phase);
export type CodeSay = Say<readonly [typeof code, typeof phase]>;

/** Says a phrase in the language of the page. */
export const useCodeWords = (): CodeSay => useSay(codePhrase);
