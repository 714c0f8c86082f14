import type { Language } from '../language.ts';

const GROUP_MARK = { id: '.', en: ',' } as const;
const DECIMAL_MARK = { id: ',', en: '.' } as const;

/**
 * A number as people write it: `1.234` and `0,5` in Indonesian, `1,234` and `0.5` in English.
 * Written by us and not by `Intl`, so that screens, papers and every device show the same bytes.
 * @param decimals digits after the mark, 0..6; without it as many as the number has, at most 6
 */
export function formatNumber(language: Language, value: number, decimals?: number): string {
  if (!Number.isFinite(value)) throw new RangeError('Only a finite number can be written.');
  const written = decimals === undefined ? trimZeros(value.toFixed(6)) : value.toFixed(decimals);
  const [whole = '0', fraction] = written.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP_MARK[language]);
  const isNegative = written.startsWith('-') && /[1-9]/.test(written);
  return `${isNegative ? '−' : ''}${grouped}${fraction === undefined ? '' : DECIMAL_MARK[language] + fraction}`;
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}

/**
 * A share as a percentage: `78,4%`. Percentages are computed, never typed.
 * @param part   0..whole
 * @param whole  when 0 there is no share, and a dash is shown
 */
export function formatPercent(language: Language, part: number, whole: number, decimals = 1): string {
  if (whole === 0) return '–';
  return `${formatNumber(language, (part / whole) * 100, decimals)}%`;
}

/** Money in whole rupiah: `Rp1.250.000`. */
export function formatRupiah(language: Language, rupiah: number): string {
  const amount = formatNumber(language, Math.abs(rupiah), 0);
  return `${rupiah < 0 ? '−' : ''}Rp${amount}`;
}

/** Cuts a code into groups for eyes and voices: `inGroups('12345678', 4)` is `['1234', '5678']`. */
export function inGroups(code: string, groupSize: number): string[] {
  const groups: string[] = [];
  for (let start = 0; start < code.length; start += groupSize)
    groups.push(code.slice(start, start + groupSize));
  return groups;
}
