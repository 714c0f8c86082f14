import type { Language } from './bilingual.ts';

/** A share in basis points (hundredths of a percent), 4151 for 41.51 %; exact, rounded half up. Null when the whole is 0. */
export function basisPoints(part: number, whole: number): number | null {
  if (whole === 0) return null;
  return Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)));
}

/** Basis points as people read them: `41,51 %` (id), `41.51 %` (en); a dash when there is nothing to divide by. */
export function percentText(points: number | null, language: Language): string {
  if (points === null) return '–';
  const hundredths = String(points % 100).padStart(2, '0');
  return `${Math.floor(points / 100)}${language === 'id' ? ',' : '.'}${hundredths} %`;
}
