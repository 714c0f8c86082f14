import { phone } from '@bilik/words/catalogue/center/phone';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { phrasesOf } from '@bilik/words/phrases';

export const words = /* @__PURE__ */ phrasesOf(common, parts, phone);
