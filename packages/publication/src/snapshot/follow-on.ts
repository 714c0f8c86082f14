import { momentsDiffer } from './correction-moments.ts';
import { type Difference, differs } from './difference.ts';
import { determinationsDiffer } from './fallen.ts';
import type { Evidence, PublishedPart, PublishedPlace } from './figures-schema.ts';
import { staysAsPublished } from './has-begun.ts';
import { isCounted } from './is-counted.ts';
import { villagesVanish } from './left-villages.ts';
import { standingOf, withheldDiffer } from './said-before.ts';
import type { PublishedCorrection, Snapshot } from './schema.ts';
import { appearsCounted, areasDiffer, eventDiffers, settledDiffers } from './what-stays.ts';

/**
 * What a snapshot changes in silence of the one before it. Figures change with a new version and one correction for each version between,
 * which begins at the figures that were published; a result that is gone says why, and is the one that was published; what was said of
 * corrections stays; evidence of a version only grows, behind what was there; names, candidates, polling places, registered voters and rules stay;
 * whoever was determined stays, or is named among what fell. Until its voting begins all that a village is may still change, but not in the step
 * in which its first figures come: what they are figures of was said before them. A village stays in the event, or is named among those that left it. What is named as withheld, fallen or left stood in the snapshot before.
 * @param before and @param after consecutive snapshots, each of which holds together by itself (`checkSnapshot`)
 */
export function contradictions(before: Snapshot, after: Snapshot): readonly Difference[] {
  const villages = new Map(after.villages.map((village) => [village.code, village]));
  const places = new Map(after.villages.flatMap((village) => village.places.map((one) => [one.id, one])));
  const ofVillages = before.villages.flatMap((village) => {
    const now = villages.get(village.code);
    const hasFirstFigures = now !== undefined && isCounted(now);
    if (!hasFirstFigures && !staysAsPublished(village, before, now, after)) return [];
    return [
      // one that is gone is named as such
      ...(now === undefined ? [] : settledDiffers(village, now)),
      ...village.places.flatMap((place) =>
        placeDiffers(
          place,
          places.get(place.id),
          correctionsOf(before, place.id),
          correctionsOf(after, place.id),
        ),
      ),
    ];
  });
  const known = new Map(before.villages.map((village) => [village.code, village]));
  return [
    ...ofVillages,
    ...after.villages.flatMap((village) => appearsCounted(known.get(village.code), village)),
    ...determinationsDiffer(before, after),
    ...withheldDiffer(before, after),
    ...villagesVanish(before, after),
    ...areasDiffer(before, after),
    ...momentsDiffer(before, after),
    ...eventDiffers(before, after),
  ];
}

const correctionsOf = ({ corrections }: Snapshot, id: string): readonly PublishedCorrection[] =>
  corrections.filter(({ place }) => place === id);

function placeDiffers(
  before: PublishedPlace,
  after: PublishedPlace | undefined,
  oldChain: readonly PublishedCorrection[],
  chain: readonly PublishedCorrection[],
): Difference[] {
  const field = `places.${before.id}`;
  const old = standingOf(before);
  const now = after === undefined ? undefined : standingOf(after);
  if (old === undefined) return [];
  if (after === undefined || now === undefined) {
    return [{ rule: 'silent', field: `${field}.result`, written: '', expected: `version ${old.version}` }];
  }
  const history = [
    ...differs('silent', `corrections.${before.id}`, chain.slice(0, oldChain.length), oldChain),
  ];
  // that it is the very result of before is compared apart
  if (after.withheld !== undefined) return history;
  if (now.version > old.version) {
    const step = chain.find(({ version }) => version === old.version + 1);
    return [
      ...history,
      ...differs('silent', `corrections.${before.id}.before`, step?.before ?? null, old.figures),
    ];
  }
  return [
    ...history,
    ...differs('silent', `${field}.version`, now.version, old.version),
    ...differs('silent', `${field}.figures`, now.figures, old.figures),
    ...partsDiffer(field, old.parts, now.parts),
  ];
}

/** The parts of one version: the same figures of the same sources, with all the evidence that was there. */
function partsDiffer(
  field: string,
  before: readonly PublishedPart[],
  after: readonly PublishedPart[],
): Difference[] {
  const said = (parts: readonly PublishedPart[]) => parts.map(({ source, figures }) => ({ source, figures }));
  return [
    ...differs('silent', `${field}.parts`, said(after), said(before)),
    ...before.flatMap(({ evidence }, index) =>
      evidenceDiffers(`${field}.parts.${index}.evidence`, evidence, after[index]?.evidence),
    ),
  ];
}

const SINGLE = ['record', 'signedResult', 'voidList', 'code'] as const;

/** What was shown stays where it stood; a photo that comes later stands behind those that were there. */
function evidenceDiffers(field: string, before: Evidence, after: Evidence | undefined): Difference[] {
  const photos = after?.sheetPhotos.slice(0, before.sheetPhotos.length) ?? [];
  return [
    ...SINGLE.flatMap((one) =>
      before[one] === null ? [] : differs('silent', field, after?.[one] ?? '', before[one]),
    ),
    ...differs('silent', field, photos.join(' '), before.sheetPhotos.join(' ')),
  ];
}
