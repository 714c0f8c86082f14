import { useSay } from '@bilik/ui/language';
import { common } from '@bilik/words/catalogue/common';
import { desk } from '@bilik/words/catalogue/desk';
import { parts } from '@bilik/words/catalogue/parts';
import { selfTestDevices } from '@bilik/words/catalogue/self-test/devices';
import { phrasesOf, type Say } from '@bilik/words/phrases';

export const deskPhrase = phrasesOf(common, parts, desk, selfTestDevices);

export type DeskSay = Say<readonly [typeof common, typeof parts, typeof desk, typeof selfTestDevices]>;

/** What the desk says, in the language of the screen. */
export function useDeskWords(): DeskSay {
  return useSay(deskPhrase);
}
