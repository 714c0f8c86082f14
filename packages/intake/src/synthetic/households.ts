import { type CivilDate, civilDateSchema, type MaritalStatus, type Sex } from '@bilik/election';
import { type Culture, NAME_PARTS } from './name-parts.ts';
import type { SeededDraws } from './seeded-draws.ts';

/** A member of a made-up household before numbers are given. */
export interface HouseholdMember {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CivilDate;
  readonly birthPlace: string;
  readonly maritalStatus: MaritalStatus;
}

/** Born before this year: names of elders. From 1990 on: names of the young. In between, either. */
const LAST_ELDER_YEAR = 1972;
const FIRST_YOUNG_YEAR = 1990;
const YOUNGEST_VOTER_YEARS = 17;
const OLDEST_VOTER_YEARS = 103;
const DAY_MS = 86_400_000;

/** Makes up the voters of one household after another. */
export class HouseholdMaker {
  readonly #draws: SeededDraws;
  readonly #votingDate: CivilDate;
  readonly #cultures: readonly Culture[];
  readonly #homeTowns: readonly string[];

  constructor(
    draws: SeededDraws,
    votingDate: CivilDate,
    cultures: readonly Culture[],
    homeTowns: readonly string[],
  ) {
    this.#draws = draws;
    this.#votingDate = votingDate;
    this.#cultures = cultures;
    this.#homeTowns = homeTowns;
  }

  /** Parents, grown children at home, now and then a grandparent; widowed elders; single people. */
  next(): readonly HouseholdMember[] {
    const culture = this.#draws.oneOf(this.#cultures);
    const kind = this.#draws.between(1, 100);
    if (kind <= 12) return this.#elderAlone(culture);
    if (kind <= 18)
      return [this.#adult(culture, this.#draws.oneOf(['L', 'P']), this.#draws.between(19, 45), 'B')];
    return this.#family(culture, this.#clanOf(culture));
  }

  /** Two people whom every list has: one who turns 17 on voting day, and one of 101 years. */
  edgeCases(): readonly HouseholdMember[] {
    const culture = this.#draws.oneOf(this.#cultures);
    const clan = this.#clanOf(culture);
    const seventeen = `${Number(this.#votingDate.slice(0, 4)) - YOUNGEST_VOTER_YEARS}${this.#votingDate.slice(4)}`;
    const birthDate = civilDateSchema.safeParse(seventeen);
    const sex = this.#draws.oneOf<Sex>(['L', 'P']);
    return [
      this.#adult(culture, 'P', 101, 'P', clan),
      {
        ...this.#adult(culture, sex, YOUNGEST_VOTER_YEARS, 'B', clan),
        ...(birthDate.success ? { birthDate: birthDate.data } : {}),
      },
    ];
  }

  #family(culture: Culture, clan: string | null): readonly HouseholdMember[] {
    const draws = this.#draws;
    const husbandAge = draws.between(22, draws.oneOf([38, 52, 60, 74]));
    const wifeAge = Math.max(19, husbandAge - draws.between(-2, 7));
    const members = [
      this.#adult(culture, 'L', husbandAge, 'S', clan),
      this.#adult(culture, 'P', wifeAge, 'S', draws.happens(500) ? clan : this.#clanOf(culture)),
    ];
    const oldestChild = Math.min(wifeAge - 19, 34);
    for (let child = 0; child < 3 && oldestChild >= YOUNGEST_VOTER_YEARS; child += 1) {
      if (!draws.happens(550)) continue;
      const age = draws.between(YOUNGEST_VOTER_YEARS, oldestChild);
      members.push(this.#adult(culture, draws.oneOf(['L', 'P']), age, 'B', clan));
    }
    if (draws.happens(110)) {
      const age = Math.min(wifeAge + draws.between(20, 34), OLDEST_VOTER_YEARS);
      members.push(this.#adult(culture, draws.oneOf(['L', 'P', 'P']), age, 'P', clan));
    }
    return members;
  }

  #elderAlone(culture: Culture): readonly HouseholdMember[] {
    const age = this.#draws.between(58, this.#draws.oneOf([70, 78, 86, 99]));
    const clan = this.#clanOf(culture);
    const elder = this.#adult(culture, this.#draws.oneOf(['L', 'P', 'P']), age, 'P', clan);
    if (!this.#draws.happens(350)) return [elder];
    const childAge = this.#draws.between(20, Math.max(20, age - 24));
    return [elder, this.#adult(culture, this.#draws.oneOf(['L', 'P']), childAge, 'B', clan)];
  }

  #clanOf(culture: Culture): string | null {
    const { clans } = NAME_PARTS[culture];
    return clans.length === 0 ? null : this.#draws.oneOf(clans);
  }

  #adult(
    culture: Culture,
    sex: Sex,
    age: number,
    maritalStatus: MaritalStatus,
    clan: string | null = this.#clanOf(culture),
  ): HouseholdMember {
    const birthDate = this.#birthDate(age);
    return {
      name: this.#name(culture, sex, Number(birthDate.slice(0, 4)), clan),
      sex,
      birthDate,
      birthPlace: this.#birthPlace(culture),
      maritalStatus,
    };
  }

  /** Some day in the year before the birthday that makes this age on voting day. */
  #birthDate(age: number): CivilDate {
    const year = Number(this.#votingDate.slice(0, 4)) - age;
    const [month, day] = [Number(this.#votingDate.slice(5, 7)), Number(this.#votingDate.slice(8, 10))];
    const daysEarlier = this.#draws.between(0, 363);
    const noon = Date.UTC(year, month - 1, day, 12) - daysEarlier * DAY_MS;
    return civilDateSchema.parse(new Date(noon).toISOString().slice(0, 10));
  }

  #name(culture: Culture, sex: Sex, birthYear: number, clan: string | null): string {
    const { elders, young, further } = NAME_PARTS[culture];
    const isElder =
      birthYear <= LAST_ELDER_YEAR || (birthYear < FIRST_YOUNG_YEAR && this.#draws.happens(400));
    const first = this.#draws.oneOf((isElder ? elders : young)[sex]);
    const parts = [first];
    const hasSecond = this.#draws.happens(isElder ? 450 : 880);
    if (hasSecond) parts.push(this.#draws.oneOf(further[sex].filter((part) => part !== first)));
    if (!isElder && this.#draws.happens(180)) parts.splice(1, 0, this.#draws.oneOf(young[sex]));
    if (clan !== null) parts.push(clan);
    return [...new Set(parts)].join(' ').toUpperCase();
  }

  #birthPlace(culture: Culture): string {
    const isFromHere = this.#draws.happens(780);
    const towns = isFromHere ? this.#homeTowns : NAME_PARTS[culture].towns;
    return this.#draws.oneOf(towns).replaceAll('-', ' ').toUpperCase();
  }
}
