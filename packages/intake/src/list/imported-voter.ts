import {
  type CivilDate,
  type FamilyCard,
  fail,
  type MaritalStatus,
  type Nik,
  type PollingPlaceId,
  type Result,
  type Sex,
  succeed,
  type VillageCode,
  type Voter,
} from '@bilik/election';

/** One person's particulars, every value checked. */
export interface ListedPerson {
  readonly nik: Nik;
  readonly familyCard: FamilyCard | null;
  /** 1 to 100 characters on one line. */
  readonly name: string;
  readonly sex: Sex;
  /** 1 to 60 characters. */
  readonly birthPlace: string;
  readonly birthDate: CivilDate;
  readonly maritalStatus: MaritalStatus;
  /** 1 to 60 characters. */
  readonly hamlet: string;
  /** Three digits; `000` where nothing is noted. */
  readonly rt: string;
  readonly rw: string;
  readonly disability: string | null;
}

/** One person as the office's list has them; not yet assigned to a polling place. */
export interface ImportedVoter extends ListedPerson {
  /** The village that the row names, in lists of several villages; else null. */
  readonly village: VillageCode | null;
  /** The list's own number, which may begin anew on each sheet; null when it has none. */
  readonly listNumber: number | null;
  /** The office's remark, at most 200 characters. */
  readonly note: string | null;
  /** The polling place as the list calls it: its column, else the sheet's name when the workbook has several. */
  readonly pollingPlaceLabel: string | null;
  readonly source: { readonly sheet: string | null; readonly row: number };
}

/** Rows of one polling place fit into its list of at most this many. */
const MAX_LIST_NUMBER = 5000;

/**
 * Gives every person a place in the list of one polling place, numbered from 1 in the order given.
 * @errors 'too-many-voters' beyond 5,000
 */
export function voterListOf(
  people: readonly ListedPerson[],
  pollingPlace: PollingPlaceId,
): Result<readonly Voter[], 'too-many-voters'> {
  if (people.length > MAX_LIST_NUMBER) return fail('too-many-voters');
  return succeed(
    people.map((person, index) => ({
      number: index + 1,
      ...particularsOf(person),
      listKind: 'DPT',
      pollingPlace,
      ineligible: null,
    })),
  );
}

/** A person without what only the import knows: where the row stood, the office's remark. */
export function particularsOf(person: ListedPerson): ListedPerson {
  const { nik, familyCard, name, sex, birthPlace, birthDate, maritalStatus, hamlet, rt, rw, disability } =
    person;
  return { nik, familyCard, name, sex, birthPlace, birthDate, maritalStatus, hamlet, rt, rw, disability };
}
