/** A number of ballots as people type it, with or without a dot, comma or space before three digits; `null` when it is none. */
export function readBallotCount(text: string): number | null {
  const typed = text.trim();
  if (/^\d{1,6}$/.test(typed)) return Number(typed);
  return /^\d{1,3}[., ]\d{3}$/.test(typed) ? Number(typed.replace(/\D/, '')) : null;
}
