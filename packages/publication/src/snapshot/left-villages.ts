import { ascending } from './check-village.ts';
import { type Difference, differs } from './difference.ts';
import type { LeftVillage, Snapshot } from './schema.ts';

/**
 * The villages that are to be named as having left the event: those that the public saw in it, by the name that it saw. What was published of one
 * stays as it was said; whoever is in the event again is among the villages.
 * @param left as the office knows them now @param inside codes of the villages that are in the event
 */
export function leftVillagesOf(
  previous: Pick<Snapshot, 'left' | 'villages'> | undefined,
  left: readonly LeftVillage[],
  inside: readonly { readonly code: string }[],
): LeftVillage[] {
  const codes = new Set(inside.map(({ code }) => code));
  const seen = new Map(previous?.villages.map(({ code, name }) => [code, name]));
  const gone = left.flatMap((village) => {
    const name = seen.get(village.code);
    return name === undefined ? [] : [{ ...village, name }];
  });
  const said = new Map([...gone, ...(previous?.left ?? [])].map((village) => [village.code, village]));
  return [...said.values()]
    .filter(({ code }) => !codes.has(code))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** No village is in the event and out of it, or named twice, or of another regency. */
export function checkLeftVillages({ left = [], villages, regency }: Snapshot): Difference[] {
  const codes = left.map(({ code }) => code);
  const inside = new Set(villages.map(({ code }) => code));
  return [
    ...differs('order', 'left', codes, ascending(codes)),
    ...codes.filter((code) => inside.has(code)).flatMap((code) => differs('order', 'left', code, '')),
    ...codes
      .filter((code) => !code.startsWith(`${regency.code}.`))
      .flatMap((code) => differs('area', 'left', code, regency.code)),
  ];
}

/**
 * A village that was to be counted stays to be counted, or stands among those that left, with the reason; otherwise coverage grows by itself.
 * Nobody is named who was not in the event.
 */
export function villagesVanish(before: Snapshot, after: Snapshot): Difference[] {
  const inside = new Set(after.villages.map(({ code }) => code));
  const said = new Map(after.left?.map((village) => [village.code, village]));
  const seen = new Map(before.villages.map(({ code, name }) => [code, name]));
  const known = new Set(before.left?.map(({ code }) => code));
  return [
    ...before.villages
      .filter(({ code }) => !inside.has(code) && !said.has(code))
      .flatMap(({ code }) => differs('silent', `villages.${code}`, '', code)),
    ...(before.left ?? [])
      .filter(({ code }) => !inside.has(code))
      .flatMap((village) =>
        differs('silent', `left.${village.code}`, said.get(village.code) ?? null, village),
      ),
    ...(after.left ?? [])
      .filter(({ code }) => !known.has(code))
      .flatMap(({ code, name }) => differs('silent', `left.${code}`, name, seen.get(code) ?? '')),
  ];
}
