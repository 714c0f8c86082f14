import type { RegencyCode } from '@bilik/election';
import type { SeededDraws } from './seeded-draws.ts';

/**
 * Numbers of a regency's sub-district 99 are nobody's: no regency counts so many (51 at most), so registration has never given one.
 */
const NOBODYS_SUB_DISTRICT = '99';

/** Serials begin small in every area and on every birthday, as they do at registration. */
const LAST_SERIAL = 99;

/** @param number 16 digits of a NIK or family card */
export function isNobodysNumber(number: string): boolean {
  return number.slice(4, 6) === NOBODYS_SUB_DISTRICT;
}

/**
 * Gives numbers that nobody has, each once. Their last two digits are drawn, so that the mask of a number, which shows
 * the area and these, tells most people of one name apart, as it does for real ones.
 */
export class NumberGiver {
  readonly #regency: string;
  readonly #draws: SeededDraws;
  readonly #lastSerial: number;
  readonly #given = new Set<string>();

  /** @param lastSerial as many people of one birthday, or family cards of one day, can get a number; 1 to 9,999 */
  constructor(regency: RegencyCode, draws: SeededDraws, lastSerial = LAST_SERIAL) {
    this.#lastSerial = lastSerial;
    this.#regency = regency.replace('.', '');
    this.#draws = draws;
  }

  /** @param middle the six digits of a day */
  give(middle: string): string {
    const first = this.#draws.between(1, this.#lastSerial);
    for (let step = 0; step < this.#lastSerial; step += 1) {
      const serial = ((first + step - 1) % this.#lastSerial) + 1;
      const number = `${this.#regency}${NOBODYS_SUB_DISTRICT}${middle}${String(serial).padStart(4, '0')}`;
      if (this.#given.has(number)) continue;
      this.#given.add(number);
      return number;
    }
    throw new RangeError('more people of one birthday than numbers that are nobody\u2019s');
  }
}
