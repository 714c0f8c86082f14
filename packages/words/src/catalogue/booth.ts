import { catalogue } from '../phrases.ts';

/** The booth (bilik): what a voter reads, one action a screen. */
export const booth = catalogue({
  id: {
    'booth.title': 'Bilik suara',
    'booth.choose': 'Pilih satu',
  },
  en: {
    'booth.title': 'Voting booth',
    'booth.choose': 'Choose one',
  },
});
