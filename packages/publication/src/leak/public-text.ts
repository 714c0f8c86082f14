import { type Canonical, canonicalText } from '@bilik/election';
import { findLeaks } from './find-leaks.ts';

/** What people put between the digits of a number, and signs that nobody sees. */
const BETWEEN_DIGITS = /(?<=\p{Nd})[\s._/\\·‐-―()-]+(?=\p{Nd})/gu;
const UNSEEN = /\p{Cf}/gu;
/** A NIK, or a telephone number from its 08 or 62 8, wherever it stands. */
const PERSONS_NUMBER = /\p{Nd}{16}|(?:0|62)8\p{Nd}{7}/u;

/** Whether the crawl of a snapshot would pass these words. */
function passesCrawl(text: string): boolean {
  return findLeaks('snapshot.json', new TextEncoder().encode(JSON.stringify({ text }))).length === 0;
}

/** The same of everything in a value that is published as it is, as the rules of an election are. */
export function isPublicContent(content: Canonical): boolean {
  return findLeaks('snapshot.json', new TextEncoder().encode(canonicalText(content))).length === 0;
}

/**
 * Whether what a person wrote may be public. Stricter than the crawl of bytes, where hashes and records are full of digits: a number is one
 * however it is grouped and whatever it is glued to.
 */
export function isPublicText(text: string): boolean {
  const joined = text.normalize('NFKC').replace(UNSEEN, '').replace(BETWEEN_DIGITS, '');
  return passesCrawl(text) && !PERSONS_NUMBER.test(joined);
}
