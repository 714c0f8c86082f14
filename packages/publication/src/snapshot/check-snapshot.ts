import { ascending, checkVillage } from './check-village.ts';
import { type Difference, differs, membersDiffer } from './difference.ts';
import { checkEvidenceOnce } from './evidence-once.ts';
import type { PublishedPlace } from './figures-schema.ts';
import { checkLeftVillages } from './left-villages.ts';
import { checkFirst, standingOf } from './said-before.ts';
import type { PublishedCorrection, PublishedFile, Snapshot } from './schema.ts';
import { rulePackFingerprint } from './snapshot-text.ts';
import { sumArea } from './sums.ts';

/**
 * Recomputes everything in a snapshot that follows from something else in it: sums at every level, outcomes by the rules, states,
 * corrections, the list of files. Anybody can redo it; nothing is believed but the polling places' figures.
 * @returns every difference with both sides; none: the snapshot holds together
 */
export function checkSnapshot(snapshot: Snapshot): readonly Difference[] {
  const { villages, subDistricts, regency, rulePacks } = snapshot;
  const packs = new Map(rulePacks.map((pack) => [rulePackFingerprint(pack), pack]));
  const codes = subDistricts.map(({ code }) => code);
  const inside = (code: string) => villages.filter((village) => village.code.startsWith(`${code}.`));
  const villageCodes = villages.map(({ code }) => code);
  return [
    ...differs('order', 'subDistricts', codes, ascending(codes)),
    ...differs('order', 'villages', villageCodes, ascending(villageCodes)),
    ...differs(
      'area',
      'subDistricts',
      ascending(villageCodes.map((code) => code.slice(0, 8))),
      ascending(codes),
    ),
    ...codes
      .filter((code) => !code.startsWith(`${regency.code}.`))
      .flatMap((code) => differs('area', 'subDistricts', code, regency.code)),
    ...villages.flatMap((village) =>
      checkVillage(village, {
        rulePack: packs.get(village.rulePack),
        hasSheetCodes: snapshot.event.sheetKey !== null,
      }),
    ),
    ...subDistricts.flatMap(({ code, totals }) =>
      membersDiffer('sum', `subDistricts.${code}.totals`, totals, sumArea(inside(code))),
    ),
    ...rulePacks.flatMap((pack, index) => quorumDiffers(`rulePacks.${index}`, pack)),
    ...membersDiffer('sum', 'regency.totals', regency.totals, sumArea(villages)),
    ...checkFirst(snapshot),
    ...checkLeftVillages(snapshot),
    ...checkCorrections(snapshot),
    ...checkEvidenceOnce(snapshot),
    ...checkFiles(snapshot),
  ];
}

/** A quorum that nobody can reach would leave every village to whoever decides instead. */
function quorumDiffers(field: string, { settings }: Snapshot['rulePacks'][number]): Difference[] {
  const quorum = settings.quorum.value;
  if (quorum === null || quorum.numerator <= quorum.denominator) return [];
  return differs('rule-pack', `${field}.settings.quorum`, `${quorum.numerator}/${quorum.denominator}`, '≤ 1');
}

function placesOf({ villages }: Snapshot): readonly PublishedPlace[] {
  return villages.flatMap(({ places }) => places);
}

/** A place at version n has n−1 corrections, each beginning where the one before ended, the last ending at what is published. */
function checkCorrections(snapshot: Snapshot): Difference[] {
  const { corrections } = snapshot;
  const places = placesOf(snapshot);
  const known = new Set(places.map(({ id }) => id as string));
  const times = corrections.map(({ at }) => at);
  return [
    ...differs('correction', 'corrections', times, [...times].sort()),
    ...corrections
      .filter(({ at }) => at > snapshot.at)
      .flatMap(({ place, at }) => differs('correction', `corrections.${place}.at`, at, `≤ ${snapshot.at}`)),
    ...corrections
      .filter(({ place }) => !known.has(place))
      .flatMap(({ place }) => differs('correction', 'corrections', place, '')),
    ...places.flatMap((place) =>
      chainDiffers(
        `corrections.${place.id}`,
        corrections.filter((one) => one.place === place.id),
        standingOf(place) ?? null,
      ),
    ),
  ];
}

function chainDiffers(
  field: string,
  chain: readonly PublishedCorrection[],
  result: Pick<NonNullable<PublishedPlace['result']>, 'version' | 'figures'> | null,
): Difference[] {
  const versions = chain.map(({ version }) => version);
  const published = result === null ? 0 : result.version;
  const expected = Array.from({ length: Math.max(0, published - 1) }, (_, index) => index + 2);
  const last = chain.at(-1);
  return [
    ...differs('correction', `${field}.version`, versions, expected),
    ...chain
      .slice(1)
      .flatMap(({ before }, index) => differs('correction', `${field}.before`, before, chain[index]?.after)),
    ...(last === undefined || result === null
      ? []
      : differs('correction', `${field}.after`, last.after, result.figures)),
  ];
}

const MEDIA: Readonly<Record<PublishedFile['kind'], readonly PublishedFile['media'][]>> = {
  record: ['bel'],
  'signed-result': ['json'],
  'void-list': ['json'],
  'sheet-photo': ['jpg', 'png', 'webp'],
  'candidate-photo': ['jpg', 'png', 'webp'],
};

/** The list of files is what the snapshot names, each with its kind, and nothing else. */
function checkFiles(snapshot: Snapshot): Difference[] {
  const named = namedFiles(snapshot);
  const listed = new Set(snapshot.files.map(({ sha256, kind }) => `${sha256} ${kind}`));
  const wanted = new Set(named.map(({ sha256, kind }) => `${sha256} ${kind}`));
  const hashes = snapshot.files.map(({ sha256 }) => sha256);
  return [
    ...differs('order', 'files', hashes, ascending(hashes)),
    ...[...listed]
      .filter((entry) => !wanted.has(entry))
      .flatMap((entry) => differs('evidence', 'files', entry, '')),
    ...[...wanted]
      .filter((entry) => !listed.has(entry))
      .flatMap((entry) => differs('evidence', 'files', '', entry)),
    ...snapshot.files
      .filter(({ kind, media }) => !MEDIA[kind].includes(media))
      .flatMap(({ sha256, media }) => differs('evidence', `files.${sha256}.media`, media, '')),
  ];
}

/** Every file that a snapshot names, as often as it names it. */
export function namedFiles(snapshot: Snapshot): readonly Pick<PublishedFile, 'sha256' | 'kind'>[] {
  const evidence = placesOf(snapshot)
    .flatMap(({ result }) => result?.parts ?? [])
    .flatMap(({ evidence: { record, signedResult, voidList, sheetPhotos } }) => [
      { sha256: record, kind: 'record' as const },
      { sha256: signedResult, kind: 'signed-result' as const },
      { sha256: voidList, kind: 'void-list' as const },
      ...sheetPhotos.map((sha256) => ({ sha256, kind: 'sheet-photo' as const })),
    ]);
  const photos = snapshot.villages
    .flatMap(({ contest }) => contest?.candidates ?? [])
    .map(({ photo }) => ({ sha256: photo, kind: 'candidate-photo' as const }));
  return [...evidence, ...photos].flatMap(({ sha256, kind }) => (sha256 === null ? [] : [{ sha256, kind }]));
}
