import { modes } from '@bilik/words/catalogue/center/modes';
import { setUp } from '@bilik/words/catalogue/center/set-up';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';

/** What the screens of this room say. */
export const words = /* @__PURE__ */ phrasesOf(common, setUp, modes);
