import type { CivilDate, Sex, VillageCode } from '@bilik/election';
import type { BirthDateLikeness } from './birth-date-likeness.ts';
import type { NameLikeness } from './name-likeness.ts';

/** A person of a list as far as finding the same person again needs it. Numbers are keyed hashes: only their equality is known here. */
export interface ComparedPerson {
  /** The caller's own name for the row. */
  readonly id: string;
  readonly village: VillageCode;
  readonly nikHash: string;
  readonly familyCardHash: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly birthPlace: string;
  readonly birthDate: CivilDate;
}

/** Which particulars of two people are alike, and how. */
export interface Likeness {
  readonly nik: 'same' | 'different';
  readonly name: NameLikeness | null;
  readonly birthDate: BirthDateLikeness | null;
  readonly familyCard: 'same' | 'different' | 'unknown';
  readonly sex: 'same' | 'different';
  readonly birthPlace: 'same' | 'different';
  readonly village: 'same' | 'other';
  /** People on the compared lists whose name sounds like the rarer of the two, the two themselves included. */
  readonly peopleOfName: number;
}

/** How often something is met by chance among the compared people. */
export interface ChanceFigures {
  /** People compared. */
  readonly people: number;
  /** People who bear the name, or for a shortened name its rarest shared word; at least 1. */
  readonly peopleOfName: number;
  /** People of that birth date; at least 1. */
  readonly peopleOfBirthDate: number;
}

/**
 * How sure it is that two rows are one person: `same-nik` is one number twice; the others come from the weight. All are decided by people.
 */
export type DuplicateRank = 'same-nik' | 'nearly-certain' | 'likely' | 'possible';

/**
 * Bits for and against, after Fellegi and Sunter (1969), "A Theory for Record Linkage": the logarithm to base 2 of how much more often the
 * likeness is met between two rows of one person than between rows of two. Names and days count by how rare they are on the lists themselves;
 * the rest are estimates, here for everybody to see.
 */
const BITS = {
  /** Rows of one person that are written otherwise in this way cost something: most are written alike. */
  name: { same: 0, titles: 0, spelling: -1, spaces: -1, order: -2, 'one-letter': -4, shorter: -2 },
  /** A slip in a date: how often it happens, and that three days in a hundred are as near. */
  birthDateSwapped: -2,
  birthDateOnePart: 6,
  /** Less than its rarity: relatives share names, and twins birth dates. */
  familyCardSame: 9,
  familyCardDifferent: -1,
  sexDifferent: -5,
  birthPlaceSame: 1,
  birthPlaceDifferent: -1,
  villageSame: 2,
  villageOther: -0.5,
} as const;

/** One row in this many is expected to be somebody again. */
const PEOPLE_PER_DUPLICATE = 200;
const RANK_FROM_BITS: readonly (readonly [Exclude<DuplicateRank, 'same-nik'>, number])[] = [
  ['nearly-certain', 5],
  ['likely', 1],
  ['possible', -2],
];

/** Bits for two rows being one person: 0 is one to one, each further bit doubles it. NIK are left out: they are judged apart. */
export function bitsFor(likeness: Likeness, chance: ChanceFigures): number {
  if (likeness.name === null || likeness.birthDate === null) return Number.NEGATIVE_INFINITY;
  const rarity = (met: number): number => Math.log2(chance.people / Math.max(1, met));
  const ofBirthDate =
    likeness.birthDate === 'one-part'
      ? BITS.birthDateOnePart
      : rarity(chance.peopleOfBirthDate) + (likeness.birthDate === 'swapped' ? BITS.birthDateSwapped : 0);
  const ofFamilyCard = { same: BITS.familyCardSame, different: BITS.familyCardDifferent, unknown: 0 };
  return (
    -Math.log2((chance.people * PEOPLE_PER_DUPLICATE) / 2) +
    rarity(chance.peopleOfName) +
    BITS.name[likeness.name] +
    ofBirthDate +
    ofFamilyCard[likeness.familyCard] +
    (likeness.sex === 'same' ? 0 : BITS.sexDifferent) +
    (likeness.birthPlace === 'same' ? BITS.birthPlaceSame : BITS.birthPlaceDifferent) +
    (likeness.village === 'same' ? BITS.villageSame : BITS.villageOther)
  );
}

/** @returns null when the two are not worth anybody's time */
export function rankOf(likeness: Likeness, bits: number): DuplicateRank | null {
  if (likeness.nik === 'same') return 'same-nik';
  const rank = RANK_FROM_BITS.find(([, least]) => bits >= least)?.[0] ?? null;
  return rank === 'nearly-certain' && couldBeTwins(likeness) ? 'likely' : rank;
}

/** Twins are born on one day, stand on one family card, and often bear names that differ in a letter or a word. */
export function couldBeTwins({ name, birthDate, familyCard }: Likeness): boolean {
  return familyCard === 'same' && birthDate === 'same' && (name === 'one-letter' || name === 'shorter');
}
