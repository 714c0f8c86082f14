import type { ImportedVoter } from './imported-voter.ts';
import { exactKey, SeenNumbers, textKey } from './seen-numbers.ts';

/** Where somebody was seen before. */
export interface EarlierRow {
  readonly sheet: string | null;
  readonly row: number;
}

/** A row with the same NIK. */
export interface EarlierNik extends EarlierRow {
  /** In lists of one village always true. */
  readonly isSameVillage: boolean;
}

type SeenPlace = Pick<ImportedVoter, 'source' | 'village'>;

/** Sheets, villages and rows in one number, so that half a million people need no object each. */
const ROWS_PER_SECTION = 2 ** 32;

/** Remembers who was in the list, to find the same number or the same person again. */
export class SeenPeople {
  readonly #sections: { readonly sheet: string | null; readonly village: string | null }[] = [];
  readonly #sectionNumbers = new Map<string, number>();
  readonly #byNik = new SeenNumbers();
  /** The few whose NIK was seen in another village first. */
  readonly #byNikAndVillage = new SeenNumbers();
  readonly #byPerson = new SeenNumbers();

  #lastSection = -1;

  /** @returns the row that has this NIK already, one of the same village before others; or null and the NIK is remembered */
  rowWithNik(voter: ImportedVoter): EarlierNik | null {
    const { nik, village } = voter;
    const earlier = this.#remember(this.#byNik, exactKey(nik), voter);
    if (earlier === null) return null;
    if (earlier.village === village) return { ...earlier.place, isSameVillage: true };
    const here = this.#remember(this.#byNikAndVillage, textKey(`${village}${nik}`), voter);
    return here === null
      ? { ...earlier.place, isSameVillage: false }
      : { ...here.place, isSameVillage: true };
  }

  /** @returns the row with the same name, birth date and family card, or null and the person is remembered */
  rowWithPerson(voter: ImportedVoter): EarlierRow | null {
    if (voter.familyCard === null) return null;
    const key = `${voter.familyCard}${voter.birthDate}${voter.name.toUpperCase().replace(/[^\p{L}\p{M}]/gu, '')}`;
    return this.#remember(this.#byPerson, textKey(key), voter)?.place ?? null;
  }

  #remember(
    seen: SeenNumbers,
    key: number,
    { source, village }: SeenPlace,
  ): { readonly place: EarlierRow; readonly village: string | null } | null {
    const place = this.#sectionNumber(source.sheet, village) * ROWS_PER_SECTION + source.row;
    const earlier = seen.keep(key, place);
    if (earlier === null) return null;
    const section = this.#sections[Math.floor(earlier / ROWS_PER_SECTION)];
    return {
      place: { sheet: section?.sheet ?? null, row: earlier % ROWS_PER_SECTION },
      village: section?.village ?? null,
    };
  }

  #sectionNumber(sheet: string | null, village: string | null): number {
    const last = this.#sections[this.#lastSection];
    if (last !== undefined && last.sheet === sheet && last.village === village) return this.#lastSection;
    const key = `${village}\u0000${sheet}`;
    this.#lastSection = this.#sectionNumbers.get(key) ?? this.#sections.push({ sheet, village }) - 1;
    this.#sectionNumbers.set(key, this.#lastSection);
    return this.#lastSection;
  }
}
