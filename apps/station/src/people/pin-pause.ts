/** Wrong PINs in a row that cost nothing: a finger slips. */
const FREE_TRIES = 2;
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 15 * 60;

/**
 * How long a person's PIN is not looked at after so many wrong ones in a row.
 *
 * | wrong in a row | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 and more |
 * |---|---|---|---|---|---|---|---|---|
 * | pause, seconds | 0 | 0 | 30 | 60 | 120 | 240 | 480 | 900 |
 *
 * At most 7 + 96 guesses in a day of a million PINs, at the board and once more at all booths together: one in five thousand.
 */
export function pauseSecondsAfter(wrongInARow: number): number {
  if (wrongInARow <= FREE_TRIES) return 0;
  const doublings = Math.min(wrongInARow - FREE_TRIES - 1, 10);
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** doublings, LONGEST_PAUSE_SECONDS);
}
