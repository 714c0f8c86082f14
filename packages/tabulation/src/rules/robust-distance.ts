/** 0.6745 of Iglewicz and Hoaglin: makes the median absolute deviation comparable with a standard deviation. */
const NORMAL_QUARTILE = 0.6745;

/** The middle of an ordered list; of two middles, the lower. */
function median(values: readonly number[]): number {
  const ordered = [...values].sort((left, right) => left - right);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
}

/**
 * How far a value is from the middle of others: the modified z-score by median and median absolute deviation, in tenths, so that no
 * fraction decides. One odd value moves neither.
 * @param values not empty
 * @returns null where more than half of the values are equal: there is then no distance to measure by
 * @source Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993: 0.6745 (x − median) ÷ MAD, far from 3.5 on
 */
export function robustDistance(
  value: number,
  values: readonly number[],
): { readonly tenths: number; readonly median: number } | null {
  const middle = median(values);
  const deviation = median(values.map((other) => Math.abs(other - middle)));
  if (deviation === 0) return null;
  return { tenths: Math.trunc((NORMAL_QUARTILE * (value - middle) * 10) / deviation), median: middle };
}
