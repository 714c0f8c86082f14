import type { PublishedPlace } from './figures-schema.ts';

/** Whether something was published of a village's votes, also where it is withheld now. */
export function isCounted({ places }: { readonly places: readonly PublishedPlace[] }): boolean {
  return places.some(({ result, withheld }) => (result ?? withheld) !== undefined);
}
