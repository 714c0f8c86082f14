import { office } from '@bilik/words/catalogue/center/office';
import { common } from '@bilik/words/catalogue/common';
import { exercise } from '@bilik/words/catalogue/exercise';
import { exerciseRegency } from '@bilik/words/catalogue/exercise-regency';
import { phrasesOf } from '@bilik/words/phrases';

/** All that this page says. */
export const words = phrasesOf(common, exercise, exerciseRegency, office);
