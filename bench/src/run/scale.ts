/** Environment variable by which a run is made smaller, to try a measurement on a machine that has no time for it. */
export const SCALE_VARIABLE = 'BILIK_BENCH_SCALE';

/**
 * @param text of the variable; absent for a whole run
 * @returns the part that is run, above 0 and at most 1. Throws for anything else, so that no small run passes for a whole one
 */
export function readScale(text: string | undefined): number {
  if (text === undefined || text === '') return 1;
  const scale = Number(text);
  if (Number.isFinite(scale) && scale > 0 && scale <= 1) return scale;
  throw new Error(`${SCALE_VARIABLE} is a number above 0 and at most 1, such as 0.1; it is: ${text}`);
}

/** How many of `whole` this run takes; never below `least`. A figure's `n` says what was taken. */
export function scaled(
  whole: number,
  least: number,
  scale: number = readScale(process.env[SCALE_VARIABLE]),
): number {
  return Math.min(whole, Math.max(least, Math.round(whole * scale)));
}
