import { useLanguage } from '@bilik/ui/language';
import { formatDateAndTime, placeNumber, type Zone } from '@bilik/words/format';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import * as z from 'zod/mini';
import { officeWords as words } from './office-words.ts';

/** What `set-up.names` answers: areas that this person may read, by code, and the zone in which their clocks stand. */
export const namesSchema = z.object({
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
});

export interface OfficeNames {
  readonly areas: z.output<typeof namesSchema>['areas'];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly zone: Zone;
}

/** The answer with its names by code: a list of places asks for hundreds. */
export function namesOf({ areas, zone }: z.output<typeof namesSchema>): OfficeNames {
  return { areas, zone, nameOf: new Map(areas.map(({ code, name }) => [code, name])) };
}

/** Before the names are there, places are called by their codes, and no hour is shown that could be another zone’s. */
export const NamesContext = createContext<OfficeNames | undefined>(undefined);

/** A polling place’s code is its village’s, a dash, and its number. */
const PLACE_CODE = /^(.+)-(\d{3})$/;

/** An area’s name; its code where that is not known. */
export function areaName(names: OfficeNames | undefined, code: string): string {
  return names?.nameOf.get(code) ?? code;
}

/** How the office calls places, areas and moments on its screens. */
export function useOfficeNames() {
  const names = useContext(NamesContext);
  const language = useLanguage();
  /** `Sungai Rebo, TPS 01`; the code alone where the village is not known. */
  const knownPlace = (place: string): string | undefined => {
    const [, village, number] = PLACE_CODE.exec(place) ?? [];
    const name = village === undefined ? undefined : names?.nameOf.get(village);
    if (name === undefined || number === undefined) return undefined;
    return words(language, 'office.place', {
      village: name,
      number: placeNumber(Number(number)),
    });
  };
  return {
    areas: names?.areas ?? [],
    knownPlace,
    /** For sentences. */
    placeText: (place: string) => knownPlace(place) ?? place,
    areaText: (code: string) => areaName(names, code),
    /** By what a place is looked for in a list: what it is called, and its code. */
    placeWords: (place: string) => `${knownPlace(place) ?? ''} ${place}`,
    /** A moment by the regency’s clocks. @param zone of the election, where it is known */
    momentText: (at: string, zone: Zone | undefined = names?.zone) =>
      zone === undefined ? '' : formatDateAndTime(language, new Date(at), zone),
  };
}

/** A polling place as people call it, with its code below. */
export function PlaceName({ place }: { readonly place: string }) {
  const known = useOfficeNames().knownPlace(place);
  if (known === undefined) return <>{place}</>;
  return (
    <>
      {known} <span class="office__place-code">{place}</span>
    </>
  );
}

/** An area by its name, with its code below. */
export function AreaName({ area }: { readonly area: string }) {
  const name = useOfficeNames().areaText(area);
  if (name === area) return <>{area}</>;
  return (
    <>
      {name} <span class="office__place-code">{area}</span>
    </>
  );
}
