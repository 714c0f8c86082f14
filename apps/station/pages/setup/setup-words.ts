import { useSay } from '@bilik/ui/language';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { setup } from '@bilik/words/catalogue/setup';
import { phrasesOf, type Say } from '@bilik/words/phrases';

export const setupPhrase = phrasesOf(common, parts, setup);

export type SetupSay = Say<readonly [typeof common, typeof parts, typeof setup]>;

/** What the setup page says, in the language of the screen. */
export function useSetupWords(): SetupSay {
  return useSay(setupPhrase);
}
