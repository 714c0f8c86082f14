import { type Difference, differs } from './difference.ts';
import type { PublishedPlace } from './figures-schema.ts';
import type { PublishedVillage, Snapshot } from './schema.ts';

/** Whether something was published of a village's votes, also where it is withheld now. */
export function isCounted({ places }: { readonly places: readonly PublishedPlace[] }): boolean {
  return places.some(({ result, withheld }) => (result ?? withheld) !== undefined);
}

/** One history is of one event, of one kind, and goes on in time; the key of paper sheets stays once anything is counted. */
export function eventDiffers(before: Snapshot, after: Snapshot): Difference[] {
  const isOlder = after.at < before.at;
  return [
    ...differs('silent', 'kind', after.kind, before.kind),
    ...differs('silent', 'event.id', after.event.id, before.event.id),
    ...differs('silent', 'regency.code', after.regency.code, before.regency.code),
    ...(before.villages.some(isCounted)
      ? differs('silent', 'event.sheetKey', after.event.sheetKey, before.event.sheetKey)
      : []),
    ...(isOlder
      ? [{ rule: 'silent' as const, field: 'at', written: after.at, expected: `≥ ${before.at}` }]
      : []),
  ];
}

/** What a village that is counted is called, and what is elected in it. */
export function villageDiffers(before: PublishedVillage, after: PublishedVillage | undefined): Difference[] {
  if (after === undefined) return [];
  const field = `villages.${before.code}`;
  return [
    ...differs('silent', `${field}.name`, after.name, before.name),
    ...differs('silent', `${field}.contest.id`, after.contest?.id, before.contest?.id),
    ...differs('silent', `${field}.contest.title`, after.contest?.title, before.contest?.title),
  ];
}

/**
 * Of a village that is counted no polling place comes or goes, or changes its name or its way of voting, and no list of voters changes, also where nothing is in yet: an
 * awaited place that vanishes would make half a count a whole one, and two that exchange their names two results.
 */
export function placesDiffer(before: PublishedVillage, after: PublishedVillage | undefined): Difference[] {
  if (after === undefined) return [];
  const now = new Map(after.places.map((place) => [place.id, place]));
  const idsOf = ({ places }: PublishedVillage) => places.map(({ id }) => id);
  return [
    ...differs('silent', `villages.${before.code}.places`, idsOf(after), idsOf(before)),
    ...before.places.flatMap(({ id, name, registered, mode }) => {
      const place = now.get(id);
      return place === undefined
        ? []
        : [
            ...differs('silent', `places.${id}.name`, place.name, name),
            ...differs('silent', `places.${id}.registered`, place.registered, registered),
            // a machine gives way to paper beside it; nothing else becomes of an awaited place, least of all paper alone, whose figures need no record
            ...(mode === 'electronic' && place.mode === 'mixed'
              ? []
              : differs('silent', `places.${id}.mode`, place.mode, mode)),
          ];
    }),
  ];
}

/** What sub-districts and the regency are called in which something is counted. */
export function areasDiffer(before: Snapshot, after: Snapshot): Difference[] {
  const differ = (field: string, area: NamedArea) =>
    differs('silent', field, area.name, nameThatStays(before, area));
  return [
    ...after.subDistricts.flatMap((one) => differ(`subDistricts.${one.code}.name`, one)),
    ...differ('regency.name', after.regency),
  ];
}

interface NamedArea {
  readonly code: string;
  readonly name: string;
}

/** The name of a sub-district or of the regency: where something in it is counted, the one by which that was published. */
export function nameThatStays(previous: Snapshot | undefined, { code, name }: NamedArea): string {
  const isInside = (village: PublishedVillage) => village.code.startsWith(`${code}.`) && isCounted(village);
  if (previous === undefined || !previous.villages.some(isInside)) return name;
  const { regency, subDistricts } = previous;
  return [regency, ...subDistricts].find((area) => area.code === code)?.name ?? name;
}
