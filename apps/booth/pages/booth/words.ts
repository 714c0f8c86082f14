import { booth } from '@bilik/words/catalogue/booth';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';

/** All that this page says. */
export const words = phrasesOf(common, booth);
