import { fail, type Result, succeed } from './result.ts';

/** What a JSON text can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** Why a text is not read at all. */
export type TextFault =
  | { readonly type: 'too-long'; readonly limit: number }
  /** Not JSON, or JSON in other bytes than the format's own: white space, needless escapes, a name given twice, 1e0. */
  | { readonly type: 'not-canonical' };

/** An escape of one half of a character, which no UTF-8 text can hold; preceded by whole escapes only. */
const LONE_SURROGATE = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

/** Compact JSON as the format writes it (format §2.1): no white space, fewest escapes, U+007F escaped. */
export function writeCompactJson(value: JsonValue): string {
  return JSON.stringify(value).replaceAll('\u007f', '\\u007f');
}

/**
 * Reads compact JSON only: the text must be what `writeCompactJson` makes of its value, so one value has one text.
 * @param limit longest text, in UTF-16 units; longer ones are refused unread
 */
export function parseCompactJson(text: string, limit: number): Result<JsonValue, TextFault> {
  if (text.length > limit) return fail({ type: 'too-long', limit });
  let value: JsonValue;
  try {
    value = JSON.parse(text);
    if (writeCompactJson(value) !== text) return fail({ type: 'not-canonical' });
  } catch {
    return fail({ type: 'not-canonical' });
  }
  return LONE_SURROGATE.test(text) || !text.isWellFormed() ? fail({ type: 'not-canonical' }) : succeed(value);
}

export function isJsonObject(value: JsonValue | undefined): value is { readonly [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !isJsonArray(value);
}

/** `Array.isArray` for a read-only array. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether a value is an object with exactly these fields, in this order. */
export function hasFields<Name extends string>(
  value: JsonValue | undefined,
  names: readonly Name[],
): value is { readonly [name in Name]: JsonValue } {
  if (!isJsonObject(value)) return false;
  const found = Object.keys(value);
  return found.length === names.length && names.every((name, index) => found[index] === name);
}

/** Whether a value is an array of exactly this many texts. */
export function isTextArray(value: JsonValue | undefined, length?: number): value is readonly string[] {
  return (
    isJsonArray(value) &&
    (length === undefined || value.length === length) &&
    value.every((item) => typeof item === 'string')
  );
}
