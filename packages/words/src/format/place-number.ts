/** The number of a polling place as people read it everywhere: `01`, `12`, `100`. In codes and files of machines it has three digits. */
export function placeNumber(number: number): string {
  return String(number).padStart(2, '0');
}
