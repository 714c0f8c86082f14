import { catalogue } from '../phrases.ts';

/** Checking a published record, on a page and by `bilik verify`. */
export const verify = catalogue({
  id: {
    'verify.title': 'Periksa arsip',
  },
  en: {
    'verify.title': 'Check the record',
  },
});
