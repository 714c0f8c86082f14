import { inGroups } from '@bilik/words/format';

/** The digits of what was typed, pasted or scanned; everything else is dropped, and what is too long is cut. */
export function digitsOf(text: string, length: number): string {
  return text.replace(/\D/g, '').slice(0, length);
}

/** The places of a code in groups: `null` where a digit is still missing. */
export function slotsOf(digits: string, length: number, groupSize: number): (string | null)[][] {
  return inGroups(digits.padEnd(length), groupSize).map((group) =>
    [...group].map((character) => (character === ' ' ? null : character)),
  );
}
