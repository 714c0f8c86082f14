/** What canonical text can hold: no fractions, no undefined, no dates. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined };

const UTF8 = new TextEncoder();

/**
 * One text for one value: JSON without white space, keys in ascending order, members that are undefined left out, whole
 * numbers only. Keys are ASCII, so that every order of characters or bytes is the same order.
 * Throws on what is no value of ours: a fraction, an unsafe integer, a lone surrogate, a key outside ASCII.
 */
export function canonicalText(value: Canonical): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (/\p{Cs}/u.test(value)) throw new Error('canonical text: lone surrogate');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new Error('canonical text: no whole number');
    return String(value);
  }
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  const members = Object.keys(value)
    .sort((left, right) => (left < right ? -1 : 1))
    .flatMap((key) => {
      if (!/^[\x21-\x7e]+$/.test(key)) throw new Error('canonical text: key outside ASCII');
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalText(member)}`];
    });
  return `{${members.join(',')}}`;
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}

/**
 * The text that is hashed for a fingerprint: purpose and body, each after its length in UTF-8 bytes, so that no two
 * documents of different purposes are ever the same text.
 */
export function fingerprintText(purpose: string, body: string): string {
  const field = (text: string) => `${UTF8.encode(text).length}:${text}`;
  return `bilik/v1/fingerprint\n${field(purpose)}\n${field(body)}\n`;
}
