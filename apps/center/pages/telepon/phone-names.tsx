import { useLanguage } from '@bilik/ui/language';
import { placeNumber } from '@bilik/words/format';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KnownBefore } from './offline/known-before.ts';
import { words } from './phone-words.ts';

/** What the phone learned when it last reached the center. */
export const PhoneNamesContext = createContext<Pick<KnownBefore, 'people' | 'villages'>>({
  people: {},
  villages: {},
});

/** A polling place’s code is its village’s, a dash, and its number. */
const PLACE_CODE = /^(.+)-(\d{3})$/;

/** What this phone calls people and polling places; by account and code alone what it has not learned. */
export function usePhoneNames() {
  const { people, villages } = useContext(PhoneNamesContext);
  const language = useLanguage();
  return {
    personText: (account: string) => people[account] ?? account,
    placeText: (place: string) => {
      const [, code = '', number = ''] = PLACE_CODE.exec(place) ?? [];
      const village = villages[code];
      if (village === undefined) return place;
      return words(language, 'phone.place', { village, number: placeNumber(Number(number)) });
    },
  };
}
