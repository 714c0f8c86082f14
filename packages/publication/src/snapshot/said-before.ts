import { type Difference, differs, membersDiffer } from './difference.ts';
import type { PublishedPlace } from './figures-schema.ts';
import type { Snapshot } from './schema.ts';

/** What is published of a place last, also where it is withheld now. */
export const standingOf = ({ result, withheld }: PublishedPlace) => result ?? withheld;

/** The first publication follows none: nothing in it was withheld, fell, or left since. */
export function checkFirst({ number, villages, left }: Snapshot): Difference[] {
  if (number !== 1) return [];
  return [
    ...villages.flatMap(({ code, places, fallen }) => [
      ...differs('silent', `villages.${code}.fallen`, fallen?.length ?? 0, 0),
      ...places.flatMap((place) => neverPublished(place)),
    ]),
    ...differs('silent', 'left', (left ?? []).map(({ code }) => code).join(', '), ''),
  ];
}

/**
 * A result that is withheld is the one that was published last, to the letter, and the reason that was given stays; of a place of which nothing
 * was published nothing is withheld. Whatever is new in it would be a past that nobody saw.
 */
export function withheldDiffer(before: Snapshot, after: Snapshot): Difference[] {
  const published = new Map(
    before.villages.flatMap(({ places }) => places.map((place) => [place.id as string, place] as const)),
  );
  return after.villages.flatMap(({ places }) =>
    places.flatMap((place) => {
      const old = published.get(place.id);
      const stood = old && standingOf(old);
      if (place.withheld === undefined) return [];
      if (stood === undefined) return neverPublished(place);
      const { version, figures, parts } = stood;
      const reason = old?.withheld?.reason ?? place.withheld.reason;
      return membersDiffer('silent', `places.${place.id}.withheld`, place.withheld, {
        ...{ version, figures, parts, reason },
      });
    }),
  );
}

function neverPublished({ id, withheld }: PublishedPlace): Difference[] {
  return withheld === undefined
    ? []
    : differs('silent', `places.${id}.withheld`, `version ${withheld.version}`, '');
}
