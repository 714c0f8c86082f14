import { booth } from '@bilik/words/catalogue/booth';
import { common } from '@bilik/words/catalogue/common';
import { guide } from '@bilik/words/catalogue/guide';
import { parts } from '@bilik/words/catalogue/parts';
import { selfTestDevices } from '@bilik/words/catalogue/self-test/devices';
import { phrasesOf } from '@bilik/words/phrases';

/** All that this page says. */
export const words = phrasesOf(common, parts, booth, guide, selfTestDevices);
