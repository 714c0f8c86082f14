import { ChoiceField, Field } from '@bilik/ui/field';
import { SearchBox } from '@bilik/ui/search-box';
import { evidence } from '@bilik/words/catalogue/center/evidence';
import { placeNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import { phrasesOf } from '@bilik/words/phrases';
import { useState } from 'preact/hooks';
import { type NamedVillage, villageLabel, villageMeant, villagesLike } from '../common/village-meant.ts';

const words = /* @__PURE__ */ phrasesOf(evidence);
/** As many as a telephone shows without scrolling far. */
const SHOWN_VILLAGES = 6;

/** A village whose polling places may be chosen. */
export interface VillageOfPlaces extends NamedVillage {
  readonly places: readonly { readonly id: string; readonly number: number }[];
}

/** The polling place by names: the village is looked for, its places are shown. Without the list of villages the code on the sheet still serves. */
export function PlaceChoice(props: {
  readonly villages: readonly VillageOfPlaces[];
  /** The code of the place; empty: none yet. */
  readonly place: string;
  readonly onPlace: (place: string) => void;
  readonly language: Language;
}) {
  const { villages, place, onPlace, language } = props;
  const given = villages.find(({ places }) => places.some(({ id }) => id === place));
  const [typed, setTyped] = useState<string>();
  if (villages.length === 0) {
    return (
      <Field
        label={words(language, 'evidence.place')}
        hint={words(language, 'evidence.place.hint')}
        value={place}
        onInput={onPlace}
        maxLength={17}
      />
    );
  }
  const query = typed ?? (given === undefined ? '' : villageLabel(given));
  const like = villagesLike(query, villages);
  const meant = villageMeant(query, villages);
  const isPicked = meant !== undefined && villageLabel(meant) === query;
  const type = (text: string) => {
    setTyped(text);
    const places = villageMeant(text, villages)?.places ?? [];
    const [only, ...others] = places;
    if (!places.some(({ id }) => id === place)) onPlace(others.length === 0 ? (only?.id ?? '') : '');
  };
  return (
    <>
      <SearchBox
        label={words(language, 'evidence.village')}
        hint={words(language, 'evidence.village.hint')}
        query={query}
        onQuery={type}
        results={query.trim() === '' || isPicked ? null : like.slice(0, SHOWN_VILLAGES)}
        total={like.length}
        keyOf={(one) => one.code}
        renderResult={(one) => villageLabel(one)}
        onPick={(one) => type(villageLabel(one))}
      />
      {meant !== undefined && (
        <ChoiceField
          label={words(language, 'evidence.place.of', { village: meant.name })}
          value={place}
          onChoose={onPlace}
          choices={meant.places.map(({ id, number }) => ({
            value: id,
            label: words(language, 'evidence.place.number', { number: placeNumber(number) }),
          }))}
        />
      )}
    </>
  );
}
