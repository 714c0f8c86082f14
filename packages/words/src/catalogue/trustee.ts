import { catalogue } from '../phrases.ts';

/** The trustee's device: the key ceremony, the check of the record, the opening of the sum. */
export const trustee = catalogue({
  id: {
    'trustee.title': 'Perangkat pemegang kunci',
  },
  en: {
    'trustee.title': 'Trustee device',
  },
});
