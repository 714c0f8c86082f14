import type { ImportedVoter } from './imported-voter.ts';

/** Where somebody was seen before. */
export interface EarlierRow {
  readonly sheet: string | null;
  readonly row: number;
}

/** Sheets and rows in one number, so that half a million people need no object each. */
const ROWS_PER_SHEET = 2 ** 32;

/** Remembers who was in the list, to find the same number or the same person again. */
export class SeenPeople {
  readonly #sheets: (string | null)[] = [];
  readonly #byNik = new Map<string, number>();
  readonly #byPerson = new Map<string, number>();

  /** @returns the row that has this NIK already, or null and the NIK is remembered */
  rowWithNik(nik: string, place: EarlierRow): EarlierRow | null {
    return this.#remember(this.#byNik, nik, place);
  }

  /** @returns the row with the same name, birth date and family card, or null and the person is remembered */
  rowWithPerson(voter: ImportedVoter): EarlierRow | null {
    if (voter.familyCard === null) return null;
    const key = `${voter.familyCard}${voter.birthDate}${voter.name.toUpperCase().replace(/[^\p{L}\p{M}]/gu, '')}`;
    return this.#remember(this.#byPerson, key, voter.source);
  }

  #remember(seen: Map<string, number>, key: string, place: EarlierRow): EarlierRow | null {
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, this.#sheetNumber(place.sheet) * ROWS_PER_SHEET + place.row);
      return null;
    }
    return {
      sheet: this.#sheets[Math.floor(earlier / ROWS_PER_SHEET)] ?? null,
      row: earlier % ROWS_PER_SHEET,
    };
  }

  #sheetNumber(sheet: string | null): number {
    const known = this.#sheets.indexOf(sheet);
    return known >= 0 ? known : this.#sheets.push(sheet) - 1;
  }
}
