/** A polling place as people call it: `TPS 01 Melati`. */
export function placeName(place: { readonly number: number; readonly name?: string | undefined }): string {
  return `${placeCode(place.number)}${place.name === undefined ? '' : ` ${place.name}`}`;
}

/** `TPS 01`. */
export function placeCode(number: number): string {
  return `TPS ${String(number).padStart(2, '0')}`;
}
