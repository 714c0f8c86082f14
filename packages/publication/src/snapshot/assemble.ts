import type { RulePack } from '@bilik/election';
import { namedFiles } from './check-snapshot.ts';
import { datedCorrections } from './correction-moments.ts';
import { fallenOf } from './fallen.ts';
import { leftVillagesOf } from './left-villages.ts';
import { contestOf, outcomeOf, votedKeys } from './outcome.ts';
import type { LeftVillage, PublishedFile, PublishedVillage, Snapshot } from './schema.ts';
import { snapshotSchema } from './schema.ts';
import { hexSha256, rulePackFingerprint, snapshotText } from './snapshot-text.ts';
import { sumArea, sumVillage } from './sums.ts';
import { nameThatStays } from './what-stays.ts';

/** A village as the office knows it; what follows from its polling places is computed. */
export type VillageFacts = Omit<PublishedVillage, 'totals' | 'outcome' | 'state' | 'rulePack' | 'fallen'> & {
  readonly rulePack: RulePack;
  /** What the office said when it took a determination back last, in words that may be public. */
  readonly reopenedWhy?: string | undefined;
};

/** What a snapshot is made of. */
export interface SnapshotFacts extends Pick<Snapshot, 'kind' | 'at' | 'event' | 'corrections'> {
  /** The snapshot before this one; undefined for the first. */
  readonly previous: Snapshot | undefined;
  readonly regency: { readonly code: string; readonly name: string };
  readonly subDistricts: readonly { readonly code: string; readonly name: string }[];
  readonly villages: readonly VillageFacts[];
  /** Villages that are in the event no more. */
  readonly left?: readonly LeftVillage[];
  /** Why a place has no result although one was counted, by place: said where that result was published before. */
  readonly withheld?: Readonly<Record<string, string>>;
  /** Villages of which the office cannot say what stands there: they are not among the villages, and stay as they were published. */
  readonly unread?: readonly string[];
  /** Length and kind of picture of each file that is named. */
  readonly fileFacts: (sha256: string) => Pick<PublishedFile, 'bytes' | 'media'>;
}

/**
 * Puts a snapshot together: sums, outcomes, states and the list of files follow from the facts, so that none of them can be typed.
 * @throws when the facts break the schema: what is no value there cannot be published
 */
export function assembleSnapshot(facts: SnapshotFacts): Snapshot {
  const {
    previous,
    regency,
    subDistricts,
    fileFacts,
    withheld = {},
    left = [],
    unread: _unread,
    ...rest
  } = facts;
  const gone = leftVillagesOf(previous, left, facts.villages);
  const published = new Map(previous?.villages.map((village) => [village.code, village]));
  const villages = byCode(facts.villages)
    .map((village) => ({ ...village, places: withholdPlaces(village.places, previous, withheld) }))
    .map((village) => completeVillage(village, published.get(village.code), facts.at));
  const kept = new Set<string>(
    villages.flatMap(({ places }) => places.flatMap((place) => (place.withheld ? [place.id] : []))),
  );
  const packs = new Map(facts.villages.map(({ rulePack }) => [rulePackFingerprint(rulePack), rulePack]));
  const draft = {
    ...rest,
    format: 'bilik/snapshot/1' as const,
    number: previous === undefined ? 1 : previous.number + 1,
    previous: previous === undefined ? null : hexSha256(snapshotText(previous)),
    regency: { ...regency, name: nameThatStays(previous, regency), totals: sumArea(villages) },
    subDistricts: byCode(subDistricts).map((subDistrict) => ({
      ...subDistrict,
      name: nameThatStays(previous, subDistrict),
      totals: sumArea(villages.filter(({ code }) => code.startsWith(`${subDistrict.code}.`))),
    })),
    villages,
    ...(gone.length > 0 && { left: gone }),
    // the history of a place that is withheld stays as it was published
    corrections: [
      ...datedCorrections(
        facts.corrections.filter(({ place }) => !kept.has(place)),
        previous,
        facts.at,
      ),
      ...(previous?.corrections.filter(({ place }) => kept.has(place)) ?? []),
    ].toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)),
    rulePacks: [...packs.values()],
    files: [],
  };
  const withoutFiles = snapshotSchema.parse(draft);
  const named = new Map(namedFiles(withoutFiles).map((file) => [file.sha256, file]));
  const files = [...named.values()]
    .sort((left, right) => (left.sha256 < right.sha256 ? -1 : 1))
    .map((file) => ({ ...file, ...fileFacts(file.sha256) }));
  return snapshotSchema.parse({ ...withoutFiles, files });
}

function byCode<Item extends { readonly code: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((left, right) => (left.code < right.code ? -1 : 1));
}

/** A place whose published result is gone keeps what was last published of it, with the reason: nothing vanishes in silence. */
function withholdPlaces(
  places: VillageFacts['places'],
  previous: Snapshot | undefined,
  reasons: Readonly<Record<string, string>>,
): VillageFacts['places'] {
  const published = new Map(
    previous?.villages.flatMap((village) => village.places.map((place) => [place.id, place] as const)),
  );
  return places.map((place) => {
    const before = published.get(place.id);
    const last = before?.result ?? before?.withheld;
    // the reason that was given stays
    const reason = before?.withheld?.reason ?? reasons[place.id];
    if (place.result !== null || last === undefined || reason === undefined) return place;
    return {
      ...place,
      withheld: { version: last.version, figures: last.figures, parts: last.parts, reason },
    };
  });
}

function completeVillage(
  { rulePack, reopenedWhy, ...facts }: VillageFacts,
  before: PublishedVillage | undefined,
  at: string,
): PublishedVillage {
  const fallen = fallenOf(before, facts.determination, { at, why: reopenedWhy });
  const contest = contestOf(facts);
  const counted = facts.places.some(({ result }) => result !== null);
  const village: PublishedVillage = {
    ...facts,
    places: [...facts.places].sort((left, right) => (left.id < right.id ? -1 : 1)),
    rulePack: rulePackFingerprint(rulePack),
    totals: contest === undefined ? null : sumVillage(facts.places, votedKeys(contest)),
    outcome: null,
    state: facts.determination !== null ? 'determined' : counted ? 'provisional' : 'none',
    ...(fallen.length > 0 && { fallen }),
  };
  return { ...village, outcome: outcomeOf(village, rulePack) ?? null };
}
