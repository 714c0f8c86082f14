import {
  type Bilingual,
  type CivilDate,
  familyCardSchema,
  nikSchema,
  regencyCodeSchema,
} from '@bilik/election';
import { findRegency, type Village } from '../areas/areas.ts';
import type { ListedPerson } from '../list/imported-voter.ts';
import { HouseholdMaker, type HouseholdMember } from './households.ts';
import { culturesOf } from './name-parts.ts';
import { NumberGiver } from './nobodys-number.ts';
import { SeededDraws } from './seeded-draws.ts';

/** What every synthetic list says about itself, on paper and in files. */
export const SYNTHETIC_NOTICE: Bilingual = {
  id: 'DAFTAR BUATAN UNTUK LATIHAN: tidak ada orang sungguhan di dalamnya.',
  en: 'SYNTHETIC LIST FOR EXERCISES: nobody in it is a real person.',
};

export interface SyntheticListOrder {
  readonly village: Village;
  /** How many voters, 1 to 500,000. */
  readonly voters: number;
  /** Same seed and same order, same list. */
  readonly seed: number | string;
  readonly votingDate: CivilDate;
  /** Names of hamlets, at least one; by default three. */
  readonly hamlets?: readonly string[];
}

/** A list of people who do not exist. */
export interface SyntheticVoterList {
  readonly isSynthetic: true;
  readonly notice: Bilingual;
  readonly village: Village;
  readonly votingDate: CivilDate;
  readonly hamlets: readonly string[];
  /** By hamlet, RT and household. */
  readonly voters: readonly ListedPerson[];
}

const DEFAULT_HAMLETS: readonly string[] = ['Dusun I', 'Dusun II', 'Dusun III'];
const MAX_VOTERS = 500_000;
const EDGE_CASES_FROM = 10;
const WOMEN_DAY_OFFSET = 40;
const DISABLED_PER_MILLE = 15;
const DISABILITIES = [
  'Tunanetra',
  'Tunarungu',
  'Tunawicara',
  'Tunadaksa',
  'Disabilitas mental',
  'Disabilitas ganda',
];
const FIRST_CARD_YEAR = 2006;

/**
 * Makes up a voter list: households with family cards, plausible names of the region, ages from exactly 17 to 101.
 * Every NIK and family card is of a sub-district that the regency does not have, and so nobody's.
 * @param numbers who gives them; several lists of one regency share one, so that no number is given twice
 */
export function generateVoterList(
  order: SyntheticListOrder,
  numbers: NumberGiver = numbersOf(order),
): SyntheticVoterList {
  const { village, voters, seed, votingDate, hamlets = DEFAULT_HAMLETS } = order;
  if (!Number.isInteger(voters) || voters < 1 || voters > MAX_VOTERS || hamlets.length === 0) {
    throw new RangeError(`1 to ${MAX_VOTERS} voters in at least one hamlet`);
  }
  const draws = new SeededDraws(seed);
  const regencyCode = regencyCodeSchema.parse(village.code.slice(0, 5));
  const regency = findRegency(regencyCode);
  const homeTowns = [
    village.subDistrict.name,
    village.name,
    regency.ok ? shortName(regency.value.name) : village.name,
  ];
  const maker = new HouseholdMaker(draws, votingDate, culturesOf(village.code.slice(0, 2)), homeTowns);
  const streets = hamlets.map((hamlet, index) => ({
    hamlet,
    rw: number3(index + 1),
    neighbourhoods: draws.between(2, 5),
  }));

  const rows: { readonly person: ListedPerson; readonly sortKey: string }[] = [];
  for (let household = 0; rows.length < voters; household += 1) {
    const members = household === 0 && voters >= EDGE_CASES_FROM ? maker.edgeCases() : maker.next();
    const { hamlet, rw, neighbourhoods } = draws.oneOf(streets);
    const rt = number3(draws.between(1, neighbourhoods));
    const cardYear = draws.between(FIRST_CARD_YEAR, Number(votingDate.slice(0, 4)) - 1);
    const cardDay = `${number2(draws.between(1, 28))}${number2(draws.between(1, 12))}${number2(cardYear % 100)}`;
    const familyCard = familyCardSchema.parse(numbers.give(cardDay));
    for (const member of members.slice(0, voters - rows.length)) {
      const disability = draws.happens(DISABLED_PER_MILLE) ? draws.oneOf(DISABILITIES) : null;
      const nik = nikSchema.parse(numbers.give(birthPart(member)));
      rows.push({
        person: { nik, familyCard, ...member, hamlet, rt, rw, disability },
        sortKey: `${rw}${rt}${String(household).padStart(6, '0')}`,
      });
    }
  }
  rows.sort((one, other) => (one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0));
  return {
    isSynthetic: true,
    notice: SYNTHETIC_NOTICE,
    village,
    votingDate,
    hamlets,
    voters: rows.map(({ person }) => person),
  };
}

function numbersOf({ village, seed }: SyntheticListOrder): NumberGiver {
  return new NumberGiver(
    regencyCodeSchema.parse(village.code.slice(0, 5)),
    new SeededDraws(`${seed}/numbers`),
  );
}

/** The six digits of a birth date inside a NIK. */
export function birthPart({ birthDate, sex }: Pick<HouseholdMember, 'birthDate' | 'sex'>): string {
  const day = Number(birthDate.slice(8, 10)) + (sex === 'P' ? WOMEN_DAY_OFFSET : 0);
  return `${number2(day)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
}

function shortName(regency: string): string {
  return regency.replace(/^(?:Kabupaten|Kota)(?: Administrasi)? /, '');
}

function number2(number: number): string {
  return String(number).padStart(2, '0');
}

function number3(number: number): string {
  return String(number).padStart(3, '0');
}
