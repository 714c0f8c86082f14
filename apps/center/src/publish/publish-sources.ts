import type { Contest } from '@bilik/election';
import type { PublishedFile } from '@bilik/publication';
import { parseSignedResult, type SignedResult } from '@bilik/transfer';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { isCleanPicture } from '../files/clean-picture.ts';
import { isPublicFile, readKept } from '../files/public-file.ts';
import type { ChangeRow } from './place-versions.ts';
import type { RecordFiles } from './published-part.ts';
import { sheetCodes } from './sheet-codes.ts';

/** What publishing needs of a center. */
export type GatherParts = Pick<CenterParts, 'files' | 'keys' | 'kind'>;

/** What is elected in a village, and between whom. */
export interface ContestRow {
  readonly id: string;
  readonly title: Contest['title'];
  readonly options: readonly {
    readonly key: string;
    readonly number: number | null;
    readonly name: string;
    readonly photo: string | null;
  }[];
}
/** A polling place of an election. */
export interface PlaceRow {
  readonly id: string;
  readonly name: string | null;
  readonly mode: 'electronic' | 'paper' | 'mixed';
  readonly registered_l: number;
  readonly registered_p: number;
  readonly parts: readonly ('whole' | 'machine' | 'paper')[];
}

/** The files of a delivery, what its station signed, and whether all of them may be public. */
type SealedResult = RecordFiles & { readonly result: SignedResult | undefined; readonly isPublic: boolean };

/** Everything of an election that villages are made of, read in a few questions. */
export interface Stores {
  readonly contests: ReadonlyMap<string, ContestRow>;
  readonly places: ReadonlyMap<string, readonly PlaceRow[]>;
  readonly changes: ReadonlyMap<string, readonly ChangeRow[]>;
  /** Sealed results by delivery. */
  readonly records: ReadonlyMap<string, SealedResult>;
  /** Publishable photos by place and version of the sheet, as `PLACE/VERSION`. */
  readonly photos: ReadonlyMap<string, readonly string[]>;
  /** The photo that the code of a version names, shown or not, as `PLACE/VERSION`. */
  readonly codePhotos: ReadonlyMap<string, string>;
  /** Signed codes of the versions of sheets that stand, as `PLACE/VERSION`. */
  readonly codes: ReadonlyMap<string, string>;
  /** Places and versions with a photo that says too much, or is a candidate's portrait. */
  readonly spoiledPhotos: ReadonlySet<string>;
  /** Portraits of candidates that may be public. */
  readonly shownPortraits: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, readonly { readonly fact: unknown; readonly at: Date }[]>;
  readonly fileFacts: ReadonlyMap<string, Pick<PublishedFile, 'bytes' | 'media'>>;
}

/** @param published what the files that are public already are, by hash: they were judged when they became so */
export async function readStores(
  transaction: Transaction,
  parts: GatherParts,
  election: string,
  published: ReadonlyMap<string, PublishedFile['kind']>,
): Promise<Stores> {
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
  const records = new Map<string, SealedResult>();
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
    const parsed = parseSignedResult((await readKept(files.path(signedResult)))?.toString('utf8') ?? '');
    const result = parsed.ok ? parsed.value : undefined;
    const isPublic = await arePublic(parts, { record, voidList, signedResult }, published);
    records.set(id, { record, voidList, signedResult, result, isPublic });
    fileFacts.set(record, { bytes: bytesOf.get(record) ?? 0, media: 'bel' });
    for (const name of [voidList, signedResult]) {
      fileFacts.set(name, { bytes: bytesOf.get(name) ?? 0, media: 'json' });
    }
  }
  const photos = new Map<string, string[]>();
  const spoiledPhotos = new Set<string>();
  // a code names the first photo of its version, also where that one is not shown: the posted paper carries the very same code
  const firstPhotos = new Map<string, string>();
  // one picture is one thing: a portrait is nobody's sheet, and a published sheet is nobody's portrait
  const portraits = new Set(contests.flatMap(({ options }) => options.flatMap(({ photo }) => photo ?? [])));
  const isPortrait = (sha256: string) => {
    const kind = published.get(sha256);
    return kind === undefined ? portraits.has(sha256) : kind === 'candidate-photo';
  };
  const isPublicPicture = async (sha256: string) =>
    published.has(sha256) || (await isCleanPicture(parts, sha256));
  const rows = await transaction
    .selectFrom('sheet_photo')
    .select(['place', 'version', 'sha256', 'type'])
    .where('election', '=', election)
    .orderBy('at')
    .orderBy('sha256')
    .execute();
  for (const { place, version, sha256, type } of rows) {
    const key = `${place}/${version}`;
    firstPhotos.set(key, firstPhotos.get(key) ?? sha256);
    if (isPortrait(sha256) || !(await isPublicPicture(sha256))) spoiledPhotos.add(key);
    else {
      photos.set(key, [...(photos.get(key) ?? []), sha256].slice(0, 12));
      fileFacts.set(sha256, { bytes: bytesOf.get(sha256) ?? 0, media: MEDIA[type] });
    }
  }
  const shownPortraits = new Set<string>();
  for (const photo of portraits) {
    if (isPortrait(photo) && (await isPublicPicture(photo))) {
      shownPortraits.add(photo);
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
    ...{ records, photos, spoiledPhotos, shownPortraits, codePhotos: firstPhotos, fileFacts },
    codes: await sheetCodes(transaction, parts, election, { contests: contestOf, photos: firstPhotos }),
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

async function arePublic(
  parts: GatherParts,
  { record, voidList, signedResult }: RecordFiles,
  published: ReadonlyMap<string, PublishedFile['kind']>,
): Promise<boolean> {
  const named = [
    [record, 'bel'],
    [voidList, 'json'],
    [signedResult, 'json'],
  ] as const;
  for (const [sha256, ending] of named) {
    if (!published.has(sha256) && !(await isPublicFile(parts, sha256, ending))) return false;
  }
  return true;
}
