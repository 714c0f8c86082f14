import type { NameWords } from './name-words.ts';

/**
 * How two names are alike, strongest first.
 * same: letter by letter · titles: but for titles and abbreviations · spelling: but for spelling · spaces: but for spaces ·
 * order: same words in another order · one-letter: one letter of one word is other, missing or exchanged with its neighbour ·
 * shorter: one leaves out or abbreviates words of the other
 */
export type NameLikeness = 'same' | 'titles' | 'spelling' | 'spaces' | 'order' | 'one-letter' | 'shorter';

/** A slip of one letter in a shorter word makes another name. */
const FEWEST_LETTERS_FOR_A_SLIP = 4;
/** What is left of a shortened name must hold a word of this many letters. */
const FEWEST_LETTERS_SHARED = 3;

/** @returns null when the names are of different people as far as names tell */
export function nameLikeness(one: NameWords, other: NameWords): NameLikeness | null {
  if (one.listed === other.listed) return 'same';
  if (one.words.join(' ') === other.words.join(' ')) return 'titles';
  if (one.sounds.join(' ') === other.sounds.join(' ')) return 'spelling';
  if (one.sounds.join('') === other.sounds.join('')) return 'spaces';
  if (one.sounds.length === other.sounds.length) {
    if (soundsInAnyOrder(one) === soundsInAnyOrder(other)) return 'order';
    if (differInOneLetter(one.sounds, other.sounds)) return 'one-letter';
  }
  return isShortened(one.sounds, other.sounds) || isShortened(other.sounds, one.sounds) ? 'shorter' : null;
}

/** One text for all names of the same sounds, whatever their order. */
export function soundsInAnyOrder(name: NameWords): string {
  return [...name.sounds].sort().join(' ');
}

function differInOneLetter(one: readonly string[], other: readonly string[]): boolean {
  let slips = 0;
  for (const [position, word] of one.entries()) {
    const counterpart = other[position] ?? '';
    if (word === counterpart) continue;
    slips += 1;
    if (slips > 1 || !isOneSlip(word, counterpart)) return false;
  }
  return slips === 1;
}

/** One letter other, one missing, or two neighbours exchanged. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < FEWEST_LETTERS_FOR_A_SLIP || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length !== long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  );
}

/** Every word of the short name is a word of the long one, or the first letter of one, each used once. */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length) return false;
  const left = [...long];
  let sharesWord = false;
  // Whole words first, so that an initial does not take the word that another needs.
  for (const word of [...short].sort((first, second) => second.length - first.length)) {
    const place =
      word.length === 1 ? left.findIndex((candidate) => candidate.startsWith(word)) : left.indexOf(word);
    if (place < 0) return false;
    sharesWord ||= word.length >= FEWEST_LETTERS_SHARED;
    left.splice(place, 1);
  }
  return sharesWord;
}
