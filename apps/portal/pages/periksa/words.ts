import { useSay } from '@bilik/ui/language';
import { checking } from '@bilik/words/catalogue/checking';
import { portal } from '@bilik/words/catalogue/portal';
import { phrasesOf, type Say } from '@bilik/words/phrases';

export const checkingPhrase = phrasesOf(checking, portal);
export type CheckingSay = Say<readonly [typeof checking, typeof portal]>;

/** Says a phrase in the language of the page. */
export const useCheckingWords = (): CheckingSay => useSay(checkingPhrase);
