import type { VillageCode } from '@bilik/election';
import { eitherWayRound } from './birth-date-likeness.ts';
import { ComparedPeople } from './compared-people.ts';
import { type ComparedPerson, type DuplicateRank, type Likeness, rankOf } from './likeness.ts';

/** Two rows that may be one person. `first` and `second` are in the order of the people given. */
export interface DuplicatePair {
  readonly first: ComparedPerson;
  readonly second: ComparedPerson;
  readonly rank: DuplicateRank;
  readonly likeness: Likeness;
  /** Bits for one person; meaningless for `same-nik`. */
  readonly bits: number;
}

export interface DuplicateSearch {
  /** Surest first; then in the order of the people given. */
  readonly pairs: readonly DuplicatePair[];
  /** Pairs that were compared name by name. */
  readonly compared: number;
}

const RANK_ORDER: readonly DuplicateRank[] = ['same-nik', 'nearly-certain', 'likely', 'possible'];
/** Names borne by more people than this cannot reach a rank with a slip in the birth date, but on one family card, which is looked at apart. */
const MOST_OF_ONE_NAME_WITH_DATE_SLIP = 32;

/**
 * Finds rows that may be one person, inside and across villages. Nobody is compared with everybody: only people of one NIK, of one birth date
 * (or the same with day and month exchanged), of one name, and of one family card are; two rows that share none of the four are not found.
 *
 * Quick enough for a regency: people of one birth date are few, and names without common letters are passed over.
 */
export function findDuplicates(people: readonly ComparedPerson[]): DuplicateSearch {
  const compared = new ComparedPeople(people);
  const found = new Map<number, DuplicatePair>();
  let comparisons = 0;
  const look = (one: number, other: number): void => {
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = low * people.length + high;
    if (found.has(key)) return;
    comparisons += 1;
    const { likeness, bits } = compared.compare(low, high);
    const rank = rankOf(likeness, bits);
    if (rank === null) return;
    found.set(key, { first: compared.person(low), second: compared.person(high), rank, likeness, bits });
  };

  forPairs(
    groupsOf(people, ({ nikHash }) => nikHash),
    look,
  );
  forPairs(
    groupsOf(people, ({ birthDate }) => eitherWayRound(birthDate)),
    (one, other) => {
      if (compared.mayBeNamedAlike(one, other)) look(one, other);
    },
  );
  forPairs(
    groupsOf(people, ({ familyCardHash }) => familyCardHash),
    (one, other) => {
      if (compared.mayBeNamedAlike(one, other)) look(one, other);
    },
  );
  forPairs(
    groupsOf(people, (person, index) => nameAndYearOrDay(compared, person, index, 'year')),
    look,
  );
  forPairs(
    groupsOf(people, (person, index) => nameAndYearOrDay(compared, person, index, 'day')),
    look,
  );
  const pairs = [...found.entries()]
    .sort(
      ([oneKey, one], [otherKey, other]) =>
        RANK_ORDER.indexOf(one.rank) - RANK_ORDER.indexOf(other.rank) ||
        other.bits - one.bits ||
        oneKey - otherKey,
    )
    .map(([, pair]) => pair);
  return { pairs, compared: comparisons };
}

/** Pairs of one village, and pairs of two. */
export function splitByVillage(pairs: readonly DuplicatePair[]): {
  readonly inside: ReadonlyMap<VillageCode, readonly DuplicatePair[]>;
  readonly across: readonly DuplicatePair[];
} {
  const inside = Map.groupBy(
    pairs.filter(({ likeness }) => likeness.village === 'same'),
    ({ first }) => first.village,
  );
  return { inside, across: pairs.filter(({ likeness }) => likeness.village === 'other') };
}

/** A slip in one part of a date leaves the year, or the day and month. */
function nameAndYearOrDay(
  compared: ComparedPeople,
  { birthDate }: ComparedPerson,
  index: number,
  kept: 'year' | 'day',
): string | null {
  const sounds = compared.soundsOf(index);
  if (compared.peopleOfSounds(sounds) > MOST_OF_ONE_NAME_WITH_DATE_SLIP) return null;
  return `${kept === 'year' ? birthDate.slice(0, 4) : birthDate.slice(5)} ${sounds}`;
}

/** Indices of people with the same key, for keys that more than one has. Null: in no group. */
function groupsOf(
  people: readonly ComparedPerson[],
  keyOf: (person: ComparedPerson, index: number) => string | null,
): readonly (readonly number[])[] {
  const first = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (const [index, person] of people.entries()) {
    const key = keyOf(person, index);
    if (key === null) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [earlier, index]);
      else group.push(index);
    }
  }
  return [...groups.values()];
}

function forPairs(groups: readonly (readonly number[])[], visit: (one: number, other: number) => void): void {
  for (const group of groups) {
    for (const [position, one] of group.entries()) {
      for (let next = position + 1; next < group.length; next += 1) visit(one, group[next] ?? one);
    }
  }
}
