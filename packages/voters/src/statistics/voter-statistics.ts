import { ageOn, type BySex, type CivilDate, INELIGIBLE_REASONS, type Voter } from '@bilik/election';

/** A person as statistics need them: no number, no name. */
export type CountedVoter = Pick<
  Voter,
  'sex' | 'birthDate' | 'maritalStatus' | 'hamlet' | 'disability' | 'ineligible'
>;

/** Men and women of one group. */
export interface StatisticsRow extends BySex {
  /** Stable name of the group: `17-20`, a hamlet's name, a reason of ineligibility. */
  readonly key: string;
}

export type StatisticsTableName = 'age' | 'hamlet' | 'disability' | 'marital' | 'first-time' | 'ineligible';

/** A list counted by each of its groups. Every table but `ineligible` counts those who may vote, and each adds up to `eligible`. */
export interface VoterStatistics {
  readonly eligible: BySex;
  readonly ineligible: BySex;
  readonly tables: Readonly<Record<StatisticsTableName, readonly StatisticsRow[]>>;
}

/** Age groups by their lowest age; the first also holds those who are younger and were married. */
const AGE_GROUPS: readonly (readonly [key: string, from: number])[] = [
  ['61+', 61],
  ['51-60', 51],
  ['41-50', 41],
  ['31-40', 31],
  ['21-30', 21],
  ['0-20', 0],
];
/** Village heads are elected for eight years (Law 3/2024, article 39): who was under 17 at the last election votes for the first time. */
const FIRST_TIME_BELOW_YEARS = 17 + 8;

/** @param day voting day, on which ages are counted @param people any order */
export function voterStatistics(people: Iterable<CountedVoter>, day: CivilDate): VoterStatistics {
  const tables = {
    age: new Counts(AGE_GROUPS.map(([key]) => key).reverse()),
    hamlet: new Counts([]),
    disability: new Counts(['none']),
    marital: new Counts(['B', 'S', 'P']),
    'first-time': new Counts(['first-time', 'voted-before']),
    ineligible: new Counts(Object.keys(INELIGIBLE_REASONS)),
  };
  const eligible = { L: 0, P: 0 };
  const ineligible = { L: 0, P: 0 };
  for (const person of people) {
    const { sex } = person;
    if (person.ineligible !== null) {
      ineligible[sex] += 1;
      tables.ineligible.add(person.ineligible.reason, sex);
      continue;
    }
    eligible[sex] += 1;
    const age = ageOn(person.birthDate, day);
    tables.age.add(AGE_GROUPS.find(([, from]) => age >= from)?.[0] ?? '0-20', sex);
    tables.hamlet.add(person.hamlet, sex);
    tables.disability.add(person.disability === null ? 'none' : person.disability.toLowerCase(), sex);
    tables.marital.add(person.maritalStatus, sex);
    tables['first-time'].add(age < FIRST_TIME_BELOW_YEARS ? 'first-time' : 'voted-before', sex);
  }
  const rows = (name: StatisticsTableName): readonly StatisticsRow[] => tables[name].rows();
  return {
    eligible,
    ineligible,
    tables: {
      age: rows('age'),
      hamlet: rows('hamlet'),
      disability: rows('disability'),
      marital: rows('marital'),
      'first-time': rows('first-time'),
      ineligible: rows('ineligible'),
    },
  };
}

/** Counts by group; the groups named at first come first, the others by name. */
class Counts {
  readonly #first: readonly string[];
  readonly #counts = new Map<string, { L: number; P: number }>();

  constructor(first: readonly string[]) {
    this.#first = first;
    for (const key of first) this.#counts.set(key, { L: 0, P: 0 });
  }

  add(key: string, sex: 'L' | 'P'): void {
    const counts = this.#counts.get(key) ?? { L: 0, P: 0 };
    counts[sex] += 1;
    this.#counts.set(key, counts);
  }

  rows(): readonly StatisticsRow[] {
    const others = [...this.#counts.keys()].filter((key) => !this.#first.includes(key));
    others.sort((one, other) => (one < other ? -1 : 1));
    return [...this.#first, ...others].map((key) => ({ key, ...(this.#counts.get(key) ?? { L: 0, P: 0 }) }));
  }
}
