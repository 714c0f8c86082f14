import type { MaritalStatus, Sex } from '@bilik/election';
import { type Cell, cellText } from '../source/cell.ts';
import { cleanText, saysNothing } from './text-field.ts';

const SEXES: ReadonlyMap<string, Sex> = new Map([
  ...keys<Sex>('L', ['l', 'lk', 'lki', 'laki', 'laki laki', 'laki2', 'pria', 'm', 'male']),
  ...keys<Sex>('P', ['p', 'pr', 'prp', 'perempuan', 'wanita', 'w', 'f', 'female']),
]);

const MARITAL_STATUSES: ReadonlyMap<string, MaritalStatus> = new Map([
  ...keys<MaritalStatus>('B', [
    'b',
    'bk',
    'belum',
    'belum kawin',
    'belum menikah',
    'belum nikah',
    'lajang',
    'tidak kawin',
  ]),
  ...keys<MaritalStatus>('S', [
    's',
    'k',
    'sudah',
    'kawin',
    'menikah',
    'nikah',
    'sudah kawin',
    'sudah menikah',
    'kawin tercatat',
    'kawin belum tercatat',
    'kawin tidak tercatat',
  ]),
  ...keys<MaritalStatus>('P', [
    'p',
    'pernah',
    'pernah kawin',
    'pernah menikah',
    'cerai',
    'cerai hidup',
    'cerai mati',
    'cerai hidup tercatat',
    'cerai hidup belum tercatat',
    'janda',
    'duda',
    'ch',
    'cm',
  ]),
]);

function keys<Value>(value: Value, words: readonly string[]): [string, Value][] {
  return words.map((word) => [word, value]);
}

function wordKey(cell: Cell): string {
  return cleanText(cellText(cell))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** @returns null when the cell is empty, undefined when its word is not known */
export function readSex(cell: Cell): Sex | null | undefined {
  return saysNothing(cleanText(cellText(cell))) ? null : SEXES.get(wordKey(cell));
}

/** @returns null when the cell is empty, undefined when its word is not known */
export function readMaritalStatus(cell: Cell): MaritalStatus | null | undefined {
  return saysNothing(cleanText(cellText(cell))) ? null : MARITAL_STATUSES.get(wordKey(cell));
}

/**
 * A neighbourhood number in three digits, `000` where nothing is noted; takes `1`, `001`, `RT 01`, `RT.001`.
 * @returns undefined when the cell holds something else
 */
export function readNeighbourhood(cell: Cell): string | undefined {
  const text = cleanText(cellText(cell));
  if (saysNothing(text)) return '000';
  const digits = /^(?:r\.?[tw]\.?\s*)?(\d{1,3})$/i.exec(text)?.[1];
  return digits?.padStart(3, '0');
}

/**
 * Parts `001/002`, `RT 01 RW 02`, `1-2` into two cells.
 * @returns undefined when there are not two numbers
 */
export function partNeighbourhoods(cell: Cell): readonly [rt: string, rw: string] | undefined {
  const text = cleanText(cellText(cell));
  if (saysNothing(text)) return ['', ''];
  const parts = /^(?:rt)?[\s.:]*(\d{1,3})\s*[/\-\\ ,]\s*(?:rw)?[\s.:]*(\d{1,3})$/i.exec(text);
  return parts === null ? undefined : [parts[1] ?? '', parts[2] ?? ''];
}

/** @returns the disability that was noted, or null for nothing, "tidak" and the like */
export function readDisability(cell: Cell): string | null {
  const text = cleanText(cellText(cell));
  return saysNothing(text) || /^(?:tidak(?: ada)?|tdk|bukan|non|0)$/i.test(text) ? null : text;
}
