import type { OfficeLine, OfficePerson } from './office-line.ts';

/** One village of a rehearsal, with what its people remember of the day. */
export interface RehearsedVillage {
  readonly code: string;
  readonly name: string;
  /** Its polling places in order of number. */
  readonly places: readonly RehearsedPlace[];
  /** In order of the drawn numbers, once they are drawn. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
}

export interface RehearsedPlace {
  readonly id: string;
  readonly number: number;
  readonly mode: 'electronic' | 'paper';
  readonly registered: { readonly L: number; readonly P: number };
}

/** What every step of a rehearsal needs. */
export interface Rehearsal {
  readonly office: OfficeLine;
  readonly people: OfficePeople;
  readonly election: string;
  readonly seed: number;
  /** Acts under way together. */
  readonly atOnce: number;
}

/** Who works in the office of a rehearsal. */
export interface OfficePeople {
  readonly regency: OfficePerson;
  readonly registrar: OfficePerson;
  readonly desk: OfficePerson;
  readonly auditor: OfficePerson;
  readonly typists: readonly [OfficePerson, OfficePerson];
  /** Reads what two typists typed differently. */
  readonly third: OfficePerson;
  /** By the code of their sub-district. */
  readonly subDistricts: ReadonlyMap<string, OfficePerson>;
}

/** `16.07.01.2003` → `16.07.01`. */
export function subDistrictOf(village: string): string {
  return village.slice(0, village.lastIndexOf('.'));
}

/** Who works for a village: the committee of its sub-district. @throws when nobody does */
export function workerOf({ people }: Pick<Rehearsal, 'people'>, village: string): OfficePerson {
  const found = people.subDistricts.get(subDistrictOf(village));
  if (found === undefined) throw new Error(`Nobody works for ${village}`);
  return found;
}
