import { readFile } from 'node:fs/promises';
import {
  bareRegencyName,
  type Contest,
  civilClock,
  pollingPlaceIdSchema,
  type RulePack,
  regencyCodeSchema,
  villageCodeSchema,
  type Zone,
} from '@bilik/election';
import {
  addFigures,
  outcomeOf,
  type PublishedCorrection,
  type PublishedFile,
  type PublishedPart,
  type PublishedPlace,
  type SnapshotFacts,
  type VillageFacts,
} from '@bilik/publication';
import { parseSignedResult, publicKeyOf, type SignedResult } from '@bilik/transfer';
import { currentStageOf, votingDateOf } from '../calendar/calendar-routes.ts';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { isCleanPicture } from '../files/clean-picture.ts';
import { type KnownVillage, readVillages } from '../set-up/known-village.ts';
import { currentSetUp } from '../set-up/set-up-store.ts';
import { sheetKeyPem, sheetsFingerprint } from '../sheets/sheet-code.ts';
import { type ChangeRow, historyOf, type PlaceVersion, sourcesOf } from './place-versions.ts';
import { electronicParts, type FiguresForm, figuresOfChange, type RecordFiles } from './published-part.ts';
import { publishedStage } from './published-stage.ts';
import { correctionsOf, determinationOf, LEFT_OUT, publicReason } from './published-words.ts';
import { sheetCodes } from './sheet-codes.ts';
import type { LeftOut } from './tables.ts';

/** The page beside the site at the center's own door; whoever serves the folder elsewhere leads this address to the center. */
const EVIDENCE_PAGE = '../bukti/';

export type GatherParts = Pick<CenterParts, 'files' | 'keys' | 'kind'>;

/** Facts without what only the writing knows: moment and predecessor. */
export interface GatheredFacts {
  readonly regency: string;
  readonly facts: Omit<SnapshotFacts, 'at' | 'previous' | 'fileFacts'>;
  readonly fileFacts: ReadonlyMap<string, Pick<PublishedFile, 'bytes' | 'media'>>;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Reads out of the database what may be public of an election: the official lane alone. The internal lane's tables are not read here, and
 * what is not in the snapshot's schema goes no further.
 * @returns undefined where no election of ours is
 */
export async function gatherFacts(
  transaction: Transaction,
  parts: GatherParts,
  electionId: string,
  now: Date,
): Promise<GatheredFacts | undefined> {
  const read = await readVillages(transaction, electionId);
  if (!read.ok || read.election.rulePack === null) return undefined;
  const { election } = read;
  const villages = read.villages.filter(({ life }) => life.left === null);
  const { rulePack } = read.election;
  const setUp = await currentSetUp(transaction, election.regency);
  const { zone } = election;
  const areas = await transaction
    .selectFrom('area')
    .select(['code', 'name'])
    .where('code', 'like', `${election.regency}%`)
    .where('level', '<=', 3)
    .execute();
  const named = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const stores = await readStores(transaction, parts, electionId);
  const gathered = villages.map((village) => gatherVillage(village, { rulePack, stores, now, zone }));
  const subDistricts = [...new Set(villages.map(({ code }) => code.slice(0, 8)))];
  return {
    regency: election.regency,
    facts: {
      kind: parts.kind,
      event: {
        ...{ id: election.id, title: election.title, zone: election.zone },
        office: `Panitia Pemilihan Kepala Desa ${named(election.regency)}`.slice(0, 120),
        headTitle: setUp?.content.labels.head ?? { id: 'Kepala desa', en: 'Village head' },
        sheetKey: {
          signingKey: publicKeyOf(sheetKeyPem(parts.keys)),
          electionFingerprint: sheetsFingerprint(election.id, parts.kind),
        },
        evidencePage: EVIDENCE_PAGE,
      },
      // the public page says itself what kind of area it is
      regency: {
        code: regencyCodeSchema.parse(election.regency),
        name: bareRegencyName(named(election.regency)),
      },
      subDistricts: subDistricts.map((code) => ({ code, name: named(code) })),
      villages: gathered.map(({ facts }) => facts),
      corrections: gathered
        .flatMap(({ corrections }) => corrections)
        .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)),
      withheld: Object.fromEntries(gathered.flatMap(({ withheld }) => withheld)),
    },
    fileFacts: stores.fileFacts,
    leftOut: gathered.flatMap(({ leftOut }) => leftOut),
  };
}

interface ContestRow {
  readonly id: string;
  readonly title: Contest['title'];
  readonly options: readonly {
    readonly key: string;
    readonly number: number | null;
    readonly name: string;
    readonly photo: string | null;
  }[];
}
interface PlaceRow {
  readonly id: string;
  readonly name: string | null;
  readonly mode: 'electronic' | 'paper' | 'mixed';
  readonly registered_l: number;
  readonly registered_p: number;
  readonly parts: readonly ('whole' | 'machine' | 'paper')[];
}

/** Everything of an election that villages are made of, read in a few questions. */
interface Stores {
  readonly contests: ReadonlyMap<string, ContestRow>;
  readonly places: ReadonlyMap<string, readonly PlaceRow[]>;
  readonly changes: ReadonlyMap<string, readonly ChangeRow[]>;
  readonly records: ReadonlyMap<string, RecordFiles & { readonly result: SignedResult | undefined }>;
  /** Publishable photos by place and version of the sheet, as `PLACE/VERSION`. */
  readonly photos: ReadonlyMap<string, readonly string[]>;
  /** Signed codes of the versions of sheets that stand, as `PLACE/VERSION`. */
  readonly codes: ReadonlyMap<string, string>;
  /** Places and versions with a photo that says too much. */
  readonly spoiledPhotos: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, readonly { readonly fact: unknown; readonly at: Date }[]>;
  readonly fileFacts: ReadonlyMap<string, Pick<PublishedFile, 'bytes' | 'media'>>;
}

async function readStores(transaction: Transaction, parts: GatherParts, election: string): Promise<Stores> {
  const { files } = parts;
  const contests = await transaction
    .selectFrom('contest')
    .select(['area', 'id', 'title', 'options'])
    .where('election', '=', election)
    .where('office', '=', 'village-head')
    .orderBy('position', 'desc')
    .execute();
  const places = await transaction
    .selectFrom('place')
    .select(['id', 'area', 'name', 'mode', 'registered_l', 'registered_p', 'parts'])
    .where('election', '=', election)
    .orderBy('id')
    .execute();
  const changes = await transaction
    .selectFrom('result_change')
    .select(['number', 'at', 'place', 'contest', 'part', 'withdrawn', 'users', 'valid', 'invalid', 'votes'])
    .select(['source_kind', 'source', 'reason', 'area'])
    .where('election', '=', election)
    .where('lane', '=', 'official')
    .orderBy('number')
    .execute();
  const contestOf = new Map(contests.map(({ area, ...contest }) => [area, contest]));
  const fileFacts = new Map<string, Pick<PublishedFile, 'bytes' | 'media'>>();
  const records = new Map<string, RecordFiles & { readonly result: SignedResult | undefined }>();
  const deliveries = await transaction
    .selectFrom('delivery')
    .select(['id', 'files'])
    .where('election', '=', election)
    .where('state', '=', 'right')
    .execute();
  const bytesOf = await fileSizes(transaction);
  for (const { id, files: stored } of deliveries) {
    const [record, voidList, signedResult] = stored ?? [];
    if (record === undefined || voidList === undefined || signedResult === undefined) continue;
    const parsed = parseSignedResult(await readFile(files.path(signedResult), 'utf8'));
    records.set(id, { record, voidList, signedResult, result: parsed.ok ? parsed.value : undefined });
    fileFacts.set(record, { bytes: bytesOf.get(record) ?? 0, media: 'bel' });
    for (const name of [voidList, signedResult]) {
      fileFacts.set(name, { bytes: bytesOf.get(name) ?? 0, media: 'json' });
    }
  }
  const photos = new Map<string, string[]>();
  const spoiledPhotos = new Set<string>();
  const rows = await transaction
    .selectFrom('sheet_photo')
    .select(['place', 'version', 'sha256', 'type'])
    .where('election', '=', election)
    .orderBy('at')
    .execute();
  for (const { place, version, sha256, type } of rows) {
    const key = `${place}/${version}`;
    if (!(await isCleanPicture(parts, sha256))) spoiledPhotos.add(key);
    else {
      photos.set(key, [...(photos.get(key) ?? []), sha256].slice(0, 12));
      fileFacts.set(sha256, { bytes: bytesOf.get(sha256) ?? 0, media: MEDIA[type] });
    }
  }
  for (const photo of contests.flatMap(({ options }) => options.flatMap(({ photo }) => photo ?? []))) {
    if (await isCleanPicture(parts, photo)) {
      fileFacts.set(photo, { bytes: bytesOf.get(photo) ?? 0, media: 'jpg' });
    }
  }
  const outcomes = await transaction
    .selectFrom('outcome_fact')
    .select(['area', 'contest', 'fact', 'at'])
    .where('election', '=', election)
    .orderBy('number')
    .execute();
  return {
    contests: contestOf,
    places: Map.groupBy(places, ({ area }) => area),
    changes: Map.groupBy(
      changes.filter(({ area, contest }) => contestOf.get(area)?.id === contest),
      ({ place }) => place,
    ),
    ...{ records, photos, spoiledPhotos, fileFacts },
    codes: await sheetCodes(transaction, parts, election, { contests: contestOf, photos }),
    outcomes: Map.groupBy(
      outcomes.filter(({ area, contest }) => contestOf.get(area)?.id === contest),
      ({ area }) => area,
    ),
  };
}

const MEDIA = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

async function fileSizes(transaction: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.selectFrom('file').select(['sha256', 'bytes']).execute();
  return new Map(rows.map(({ sha256, bytes }) => [sha256, bytes]));
}

interface GatheredVillage {
  readonly facts: VillageFacts;
  readonly corrections: readonly PublishedCorrection[];
  readonly leftOut: readonly LeftOut[];
  /** Places that were counted and are not shown, each with the public reason. */
  readonly withheld: readonly (readonly [place: string, reason: string])[];
}

interface VillageSources {
  readonly rulePack: RulePack;
  readonly stores: Stores;
  readonly now: Date;
  readonly zone: Zone;
}

function gatherVillage(
  village: KnownVillage,
  { rulePack, stores, now, zone }: VillageSources,
): GatheredVillage {
  const contest = stores.contests.get(village.code);
  const gathered = (stores.places.get(village.code) ?? []).map((place) =>
    gatherPlace(place, contest, stores, rulePack),
  );
  const hasResults = gathered.some(({ place }) => place.result !== null);
  const stage = currentStageOf(village, civilClock(now.getTime(), zone).date);
  const facts: VillageFacts = {
    code: villageCodeSchema.parse(village.code),
    name: village.name,
    stage: { name: publishedStage(stage.id, hasResults), since: stage.since, note: null },
    votingDate: votingDateOf(village.election, village.life.wave),
    contest:
      contest === undefined
        ? null
        : {
            ...{ id: contest.id, title: contest.title },
            candidates: contest.options.flatMap(({ number, name, photo }) =>
              // a portrait that says more than a face is not shown; the candidate is
              number === null
                ? []
                : [{ number, name, photo: photo !== null && stores.fileFacts.has(photo) ? photo : null }],
            ),
          },
    rulePack,
    places: gathered.map(({ place }) => place),
    determination: null,
  };
  const outcome = outcomeOf(facts, rulePack);
  return {
    facts: {
      ...facts,
      determination: determinationOf(
        stores.outcomes.get(village.code) ?? [],
        gathered.flatMap((place) => place.changes),
        outcome,
        zone,
      ),
    },
    corrections: gathered.flatMap(({ corrections }) => corrections),
    leftOut: gathered.flatMap(({ leftOut }) => leftOut),
    withheld: gathered.flatMap(({ place, withheld }) =>
      withheld === undefined ? [] : [[place.id, withheld] as const],
    ),
  };
}

interface GatheredPlace {
  readonly place: PublishedPlace;
  readonly corrections: readonly PublishedCorrection[];
  readonly leftOut: readonly LeftOut[];
  /** Why a place that was counted is not shown. */
  readonly withheld?: string;
  /** Versions that stand now. */
  readonly changes: readonly number[];
}

function gatherPlace(
  row: PlaceRow,
  contest: ContestRow | undefined,
  stores: Stores,
  rulePack: RulePack,
): GatheredPlace {
  const facts = {
    id: pollingPlaceIdSchema.parse(row.id),
    name: row.name,
    // a machine that gave way to paper during the day
    mode: row.parts.includes('paper') ? ('mixed' as const) : row.mode,
    registered: { L: row.registered_l, P: row.registered_p },
  };
  const nothing = { place: { ...facts, result: null }, corrections: [], leftOut: [], changes: [] };
  if (contest === undefined) return nothing;
  const history = historyOf(row.parts, stores.changes.get(row.id) ?? []);
  const last = history.versions.at(-1);
  if (last === undefined) return nothing;
  if (!history.stands) return { ...nothing, withheld: publicReason(history.withdrawnReason ?? '') };
  const changes = last.parts.map(({ number }) => number);
  const form = {
    listOrder: contest.options.map(({ key }) => key),
    blankVote: rulePack.settings.blankVote.value,
  };
  const figuresOf = (version: PlaceVersion) => {
    const sum = addFigures(version.parts.map((change) => figuresOfChange(change, form)));
    if (sum === undefined) throw new Error(`a version of ${row.id} without parts`);
    return sum;
  };
  const shown = last.parts.map((change) => {
    // what was published does not vanish because a later photo cannot be: the photos of before stay
    const earlier = sourcesOf(history, change.part).flatMap((source) => stores.photos.get(source) ?? []);
    return publishedParts(change, contest, form, { ...stores, earlier });
  });
  const why = shown.find((part) => !part.ok);
  if (why?.ok === false) {
    return { ...nothing, changes, leftOut: [{ place: row.id, why: why.why }], withheld: LEFT_OUT[why.why] };
  }
  const parts = shown.flatMap((part) => (part.ok ? part.value : []));
  return {
    place: {
      ...facts,
      result: { version: history.versions.length, figures: figuresOf(last), parts: [...parts] },
    },
    corrections: correctionsOf(row.id, history, figuresOf),
    leftOut: shown.some((part) => part.ok && part.isPhotoOfBefore)
      ? [{ place: row.id, why: 'photo-of-before' }]
      : [],
    changes,
  };
}

type ShownParts =
  | { readonly ok: true; readonly value: readonly PublishedPart[]; readonly isPhotoOfBefore: boolean }
  | { readonly ok: false; readonly why: keyof typeof LEFT_OUT };

function publishedParts(
  change: ChangeRow,
  contest: ContestRow,
  form: FiguresForm,
  { records, photos, codes, spoiledPhotos, earlier }: Stores & { readonly earlier: readonly string[] },
): ShownParts {
  if (change.source_kind === 'record') {
    const files = records.get(change.source);
    const parts = files?.result === undefined ? undefined : electronicParts(files.result, contest.id, files);
    return parts === undefined
      ? { ok: false, why: 'result-unreadable' }
      : { ok: true, value: parts, isPhotoOfBefore: false };
  }
  const own = photos.get(change.source) ?? [];
  const isSpoiled = spoiledPhotos.has(change.source);
  const isPhotoOfBefore = own.length === 0 && isSpoiled && earlier.length > 0;
  const sheetPhotos = isPhotoOfBefore ? earlier.slice(0, 1) : own;
  if (sheetPhotos.length === 0)
    return { ok: false, why: isSpoiled ? 'photo-with-metadata' : 'photo-missing' };
  const evidence = {
    record: null,
    signedResult: null,
    voidList: null,
    sheetPhotos: [...sheetPhotos],
    code: codes.get(change.source) ?? null,
  };
  const figures = figuresOfChange(change, form);
  return { ok: true, value: [{ source: 'sheet', figures, evidence }], isPhotoOfBefore };
}
