import { isPublicText } from '../leak/public-text.ts';

/** What is no words of people: hashes, keys, fixed names, and what is computed anew from other facts (the crawl of bytes reads them too). */
const NO_WORDS: ReadonlySet<string> = new Set([
  ...['kind', 'zone', 'mode', 'source', 'key'],
  'files',
  'rulePacks',
  'outcome',
  'previous',
  'rulePack',
  'photo',
  'record',
  'signedResult',
  'voidList',
  'sheetPhotos',
  'signingKey',
  'electionFingerprint',
]);

/** Codes of areas and polling places, days and moments: shorter than a NIK, and bound to their form by the schema. */
const BOUND = /^(?:\d{2}(?:\.\d{2}){1,2}(?:\.\d{4}(?:-\d{3})?)?|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?)$/;

const A_NUMBER = /\p{N}/u;

/**
 * Words in a snapshot that name a person's number, however it is written: with spaces, dots or other digits, or glued to something. The crawl of
 * bytes knows fewer forms, because hashes and records are full of digits.
 * @param content a snapshot or a part of it @returns where they stand
 */
export function wordsNotPublic(content: unknown, field = ''): readonly string[] {
  if (typeof content === 'string') {
    return !A_NUMBER.test(content) || BOUND.test(content) || isPublicText(content) ? [] : [field];
  }
  if (typeof content !== 'object' || content === null) return [];
  const below = (name: string) => (field === '' ? name : `${field}.${name}`);
  if (Array.isArray(content)) {
    return content.flatMap((one, index) => wordsNotPublic(one, below(nameOf(one) ?? `${index}`)));
  }
  return Object.entries(content).flatMap(([name, value]) => {
    // the text of a signed code; an area's code has a form of its own
    const isCode = name === 'code' && field.endsWith('.evidence');
    return isCode || NO_WORDS.has(name) ? [] : wordsNotPublic(value, below(name));
  });
}

/** Villages and places go by their codes, as in every difference that is named. */
function nameOf(one: unknown): string | undefined {
  if (typeof one !== 'object' || one === null) return undefined;
  const names = [
    'code' in one ? one.code : undefined,
    'id' in one ? one.id : undefined,
    'place' in one ? one.place : undefined,
  ];
  return names.find((name) => typeof name === 'string');
}
