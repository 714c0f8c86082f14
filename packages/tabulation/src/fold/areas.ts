/** The whole country: above every province. */
export const NATION = '';

/**
 * The areas around a polling place, from the widest: nation, province, regency, sub-district, village, the place itself.
 * @param place as in `16.07.05.2003-003`
 */
export function areasAround(place: string): readonly string[] {
  const [village = place] = place.split('-');
  const parts = village.split('.');
  return [NATION, ...parts.map((_, index) => parts.slice(0, index + 1).join('.')), place];
}

/** Whether an area lies in another or is the same. */
export function isWithin(area: string, around: string): boolean {
  return (
    around === NATION || area === around || area.startsWith(`${around}.`) || area.startsWith(`${around}-`)
  );
}
