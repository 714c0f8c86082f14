import { type Difference, differs } from './difference.ts';
import { hasBegun, staysAsPublished } from './has-begun.ts';
import { isCounted } from './is-counted.ts';
import type { PublishedVillage, Snapshot } from './schema.ts';

/** One history is of one event, of one kind, and goes on in time; the key of paper sheets stays once a voting began. */
export function eventDiffers(before: Snapshot, after: Snapshot): Difference[] {
  const isOlder = after.at < before.at;
  const now = new Map(after.villages.map((village) => [village.code, village]));
  const hasKeyInUse =
    after.villages.some(isCounted) ||
    before.villages.some((village) => staysAsPublished(village, before, now.get(village.code), after));
  return [
    ...differs('silent', 'kind', after.kind, before.kind),
    ...differs('silent', 'event.id', after.event.id, before.event.id),
    ...differs('silent', 'regency.code', after.regency.code, before.regency.code),
    ...(hasKeyInUse ? differs('silent', 'event.sheetKey', after.event.sheetKey, before.event.sheetKey) : []),
    ...(isOlder
      ? [{ rule: 'silent' as const, field: 'at', written: after.at, expected: `≥ ${before.at}` }]
      : []),
  ];
}

/**
 * Figures do not come together with what they are figures of: a village that was not there, or without candidates and polling places, is shown
 * so before anything of it is counted. Otherwise all that stays could be chosen by the votes.
 */
export function appearsCounted(before: PublishedVillage | undefined, after: PublishedVillage): Difference[] {
  if (before !== undefined || !isCounted(after)) return [];
  const counted = after.places.filter((place) => isCounted({ places: [place] })).map(({ id }) => id);
  return differs('silent', `villages.${after.code}.places`, counted, []);
}

/** What of a village its figures are figures of. */
type Settled = Pick<PublishedVillage, 'code' | 'name' | 'contest' | 'rulePack' | 'places'>;

/**
 * Whether figures of a village that has none in public must wait for one publication: what they are figures of was not said so before.
 * @param after what is to be published of it, with its figures
 */
export function firstFiguresWait(before: Settled | undefined, after: Settled): boolean {
  if (!isCounted(after)) return false;
  if (before === undefined) return true;
  const places = after.places.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return !isCounted(before) && settledDiffers(before, { ...after, places }).length > 0;
}

/**
 * What a village is called whose voting began, who stands for election in it, where, for which voters, and by which rules: by other rules the same
 * votes could elect somebody else.
 */
export function settledDiffers(before: Settled, after: Settled): Difference[] {
  const field = `villages.${before.code}`;
  const candidatesOf = ({ contest }: Settled) => contest?.candidates ?? [];
  return [
    ...differs('silent', `${field}.contest.candidates`, candidatesOf(after), candidatesOf(before)),
    ...differs('silent', `${field}.rulePack`, after.rulePack, before.rulePack),
    ...differs('silent', `${field}.name`, after.name, before.name),
    ...differs('silent', `${field}.contest.id`, after.contest?.id, before.contest?.id),
    ...differs('silent', `${field}.contest.title`, after.contest?.title, before.contest?.title),
    ...placesDiffer(before, after),
  ];
}

/**
 * Of a village whose voting began no polling place comes or goes, or changes its name or its way of voting, and no list of voters changes, also
 * where nothing is in yet: an awaited place that vanishes would make half a count a whole one, and two that exchange their names two results.
 */
function placesDiffer(before: Settled, after: Settled): Difference[] {
  const now = new Map(after.places.map((place) => [place.id, place]));
  const idsOf = ({ places }: Settled) => places.map(({ id }) => id);
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

/** What sub-districts and the regency are called in which a voting began. */
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

/** The name of a sub-district or of the regency: where a voting in it began, the one by which that was published. */
export function nameThatStays(previous: Snapshot | undefined, { code, name }: NamedArea): string {
  if (previous === undefined) return name;
  const isInside = (village: PublishedVillage) =>
    village.code.startsWith(`${code}.`) && (isCounted(village) || hasBegun(village, previous));
  if (!previous.villages.some(isInside)) return name;
  const { regency, subDistricts } = previous;
  return [regency, ...subDistricts].find((area) => area.code === code)?.name ?? name;
}
