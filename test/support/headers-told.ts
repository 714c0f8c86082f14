/** Differs between two days that are alike: when the answer was sent, by the machine's own clock and not by the station's. */
const DIFFER_BY_THEMSELVES: readonly string[] = ['date'];

/**
 * Every header of a message in its order, but for those that must differ by themselves. A choice or an order could hide in any of them.
 * @param differ their names in small letters
 */
export function headersTold(
  headers: Iterable<readonly [string, string]>,
  differ: readonly string[] = DIFFER_BY_THEMSELVES,
): string {
  return JSON.stringify([...headers].filter(([name]) => !differ.includes(name.toLowerCase())));
}

/** Headers of a request as they came over the wire: names as they were written, repeated ones too. */
export function rawPairs(rawHeaders: readonly string[]): (readonly [string, string])[] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[index * 2] ?? '',
    rawHeaders[index * 2 + 1] ?? '',
  ]);
}
