import { common } from '@bilik/words/catalogue/common';
import { exercise } from '@bilik/words/catalogue/exercise';
import { phrasesOf } from '@bilik/words/phrases';

/** All that this page says. */
export const words = phrasesOf(common, exercise);
