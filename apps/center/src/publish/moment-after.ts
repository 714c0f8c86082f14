import type { Snapshot } from '@bilik/publication';

/** The moment of a publication: never before the one before it, also where somebody set the clock back. */
export function momentAfter(previous: Snapshot | undefined, now: Date): string {
  const at = `${now.toISOString().slice(0, 19)}Z`;
  return previous !== undefined && previous.at > at ? previous.at : at;
}
