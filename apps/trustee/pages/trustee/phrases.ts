import { common } from '@bilik/words/catalogue/common';
import { form } from '@bilik/words/catalogue/form';
import { trustee } from '@bilik/words/catalogue/trustee';
import { phrasesOf } from '@bilik/words/phrases';

/** Everything this page says. */
export const phrase = phrasesOf(common, form, trustee);
