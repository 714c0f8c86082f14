import {
  bareRegencyName,
  civilClock,
  pollingPlaceIdSchema,
  type RulePack,
  regencyCodeSchema,
  villageCodeSchema,
} from '@bilik/election';
import {
  addFigures,
  firstFiguresWait,
  isCounted,
  isPublicText,
  type LeftVillage,
  outcomeOf,
  type PublishedCorrection,
  type PublishedFile,
  type PublishedPart,
  type PublishedPlace,
  type PublishedVillage,
  rulePackFingerprint,
  type SaidAt,
  type Snapshot,
  type SnapshotFacts,
  staysAsPublished,
  type VillageFacts,
} from '@bilik/publication';
import { publicKeyOf } from '@bilik/transfer';
import { currentStageOf, votingDateOf } from '../calendar/calendar-routes.ts';
import type { Transaction } from '../database/connect.ts';
import { type KnownVillage, readVillages } from '../set-up/known-village.ts';
import { currentSetUp } from '../set-up/set-up-store.ts';
import { sheetKeyPem, sheetsFingerprint } from '../sheets/sheet-code.ts';
import { momentAfter } from './moment-after.ts';
import { type ChangeRow, historyOf, type PlaceVersion, sourcesOf } from './place-versions.ts';
import {
  type ContestRow,
  type GatherParts,
  type PlaceRow,
  readStores,
  type Stores,
} from './publish-sources.ts';
import { electronicParts, type FiguresForm, figuresOfChange } from './published-part.ts';
import { publishedStage } from './published-stage.ts';
import { correctionsOf, determinationOf, LEFT_OUT, publicReason, reopenedWhy } from './published-words.ts';
import type { LeftOut } from './tables.ts';

/** The page beside the site at the center's own door; whoever serves the folder elsewhere leads this address to the center. */
const EVIDENCE_PAGE = '../bukti/';

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
 * @param previous what is published now; undefined: nothing
 * @returns undefined where no election of ours is
 */
export async function gatherFacts(
  transaction: Transaction,
  parts: GatherParts,
  electionId: string,
  previous: Snapshot | undefined,
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
  const stores = await readStores(
    transaction,
    parts,
    electionId,
    new Map(previous?.files.map(({ sha256, kind }) => [sha256, kind])),
  );
  const saidNow: SaidAt = { at: momentAfter(previous, now), event: { zone } };
  const unread: string[] = [];
  const gathered = villages.flatMap((village) => {
    try {
      return [gatherVillage(village, { rulePack, stores, previous, saidNow })];
    } catch {
      // what cannot be read of one village stops no other: it stays as it was published, and the office sees its name
      unread.push(village.code);
      return [];
    }
  });
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
      // villages of a sub-district whose name must not be public stand under its code
      subDistricts: subDistricts.map((code) => ({
        code,
        name: isPublicText(named(code)) ? named(code) : code,
      })),
      villages: gathered.map(({ facts }) => facts),
      left: read.villages.flatMap(leftVillageOf),
      corrections: gathered
        .flatMap(({ corrections }) => corrections)
        .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)),
      unread,
      withheld: Object.fromEntries(gathered.flatMap(({ withheld }) => withheld)),
    },
    fileFacts: stores.fileFacts,
    leftOut: gathered.flatMap(({ leftOut }) => leftOut),
  };
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
  /** What is public now. */
  readonly previous: Snapshot | undefined;
  /** When this is to be public. */
  readonly saidNow: SaidAt;
}

/** A village that is in the event no more: that it left, and why, is public. */
function leftVillageOf({ code, name, life }: KnownVillage): readonly LeftVillage[] {
  if (life.left === null) return [];
  const { decidedOn, reason } = life.left;
  return [{ code, name: isPublicText(name) ? name : code, on: decidedOn, reason: publicReason(reason) }];
}

function gatherVillage(
  village: KnownVillage,
  { rulePack, stores, previous, saidNow }: VillageSources,
): GatheredVillage {
  const { zone } = saidNow.event;
  const contest = stores.contests.get(village.code);
  const before = previous?.villages.find(({ code }) => code === village.code);
  const today = civilClock(Date.parse(saidNow.at), zone).date;
  const votingDate = votingDateOf(village.election, village.life.wave);
  const stageOf = (hasResults: boolean) =>
    publishedStage(currentStageOf(village, today), hasResults, { today, votingDate });
  const coming = { votingDate, stage: stageOf(false), contest: null, places: [] };
  const stays =
    previous !== undefined && before !== undefined && staysAsPublished(before, previous, coming, saidNow)
      ? before
      : undefined;
  const known = (stores.places.get(village.code) ?? []).map((place) =>
    gatherPlace(place, contest, stays, { stores, rulePack }),
  );
  const described = {
    code: villageCodeSchema.parse(village.code),
    // a result is published of the village by the name that stood there
    name: stays === undefined ? village.name : stays.name,
    contest:
      contest === undefined
        ? null
        : {
            ...{ id: contest.id, title: contest.title },
            candidates: contest.options.flatMap(({ number, name, photo }) =>
              // a portrait that says more than a face is not shown; the candidate is
              number === null
                ? []
                : [
                    {
                      number,
                      name,
                      photo: photo !== null && stores.shownPortraits.has(photo) ? photo : null,
                    },
                  ],
            ),
          },
    places: known.map(({ place }) => place),
  };
  const rules = rulePackFingerprint(rulePack);
  // what its first figures are figures of is public before them: they come with the next publication
  const mustWait = previous !== undefined && firstFiguresWait(before, { ...described, rulePack: rules });
  const gathered = mustWait ? known.map(withoutFigures) : known;
  const places = gathered.map(({ place }) => place);
  const hasResults = isCounted({ places }) || (before !== undefined && isCounted(before));
  const stage = { ...stageOf(hasResults), note: null };
  const facts: VillageFacts = { ...described, places, stage, votingDate, rulePack, determination: null };
  const outcome = outcomeOf(facts, rulePack);
  const decided = stores.outcomes.get(village.code) ?? [];
  const determination = determinationOf(
    decided,
    gathered.flatMap((place) => place.changes),
    { outcome, rules, zone },
  );
  return {
    facts: { ...facts, determination, reopenedWhy: reopenedWhy(decided, determination) },
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

function withoutFigures({ place, leftOut }: GatheredPlace): GatheredPlace {
  return { place: { ...place, result: null }, corrections: [], leftOut, changes: [] };
}

function gatherPlace(
  row: PlaceRow,
  contest: ContestRow | undefined,
  stays: PublishedVillage | undefined,
  { stores, rulePack }: Pick<VillageSources, 'stores' | 'rulePack'>,
): GatheredPlace {
  const { facts, notes } = factsOfPlace(row, stays);
  const nothing = { place: { ...facts, result: null }, corrections: [], leftOut: notes, changes: [] };
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
    const leftOut = [...notes, { place: row.id, why: why.why }];
    return { ...nothing, changes, leftOut, withheld: LEFT_OUT[why.why] };
  }
  const parts = shown.flatMap((part) => (part.ok ? part.value : []));
  return {
    place: {
      ...facts,
      result: { version: history.versions.length, figures: figuresOf(last), parts: [...parts] },
    },
    corrections: correctionsOf(row.id, history, figuresOf),
    leftOut: [
      ...notes,
      ...(shown.some((part) => part.ok && part.isPhotoOfBefore)
        ? [{ place: row.id, why: 'photo-of-before' as const }]
        : []),
    ],
    changes,
  };
}

/**
 * What is public of a place beside its result, and what of it is not as the office has it.
 * @param village as it was published, where it stays so
 */
function factsOfPlace(
  { id, name, mode, parts, ...row }: PlaceRow,
  village: PublishedVillage | undefined,
): { readonly facts: Omit<PublishedPlace, 'result' | 'withheld'>; readonly notes: readonly LeftOut[] } {
  const registered = { L: row.registered_l, P: row.registered_p };
  // a result is of the voters who were registered when it was published: no list of a later day changes it, nor that of its village's other places
  const stays = village?.places.find((place) => place.id === id);
  const published = stays?.registered ?? registered;
  const isSame = published.L === registered.L && published.P === registered.P;
  // pages show number and name together
  const isNamed = name === null || isPublicText(`TPS ${id.slice(-3)} ${name}`);
  return {
    facts: {
      id: pollingPlaceIdSchema.parse(id),
      // and two places that exchange their names would exchange their results
      name: stays === undefined ? (isNamed ? name : null) : stays.name,
      // a machine that gave way to paper during the day
      mode: parts.includes('paper') ? 'mixed' : mode,
      registered: published,
    },
    notes: [
      ...(isNamed ? [] : [{ place: id, why: 'name-of-place' as const }]),
      ...(isSame ? [] : [{ place: id, why: 'voters-of-before' as const }]),
    ],
  };
}

type ShownParts =
  | { readonly ok: true; readonly value: readonly PublishedPart[]; readonly isPhotoOfBefore: boolean }
  | { readonly ok: false; readonly why: keyof typeof LEFT_OUT };

function publishedParts(
  change: ChangeRow,
  contest: ContestRow,
  form: FiguresForm,
  {
    records,
    photos,
    codes,
    codePhotos,
    spoiledPhotos,
    earlier,
  }: Stores & { readonly earlier: readonly string[] },
): ShownParts {
  if (change.source_kind === 'record') {
    const files = records.get(change.source);
    if (files?.isPublic === false) return { ok: false, why: 'files-not-public' };
    const parts = files?.result && electronicParts(files.result, contest.id, files);
    if (parts === undefined) return { ok: false, why: 'result-unreadable' };
    return { ok: true, value: parts, isPhotoOfBefore: false };
  }
  const own = photos.get(change.source) ?? [];
  const isSpoiled = spoiledPhotos.has(change.source);
  const isPhotoOfBefore = own.length === 0 && isSpoiled && earlier.length > 0;
  const sheetPhotos = isPhotoOfBefore ? earlier.slice(0, 1) : own;
  if (sheetPhotos.length === 0)
    return { ok: false, why: isSpoiled ? 'photo-with-metadata' : 'photo-missing' };
  const code = codes.get(change.source);
  // figures of a sheet are believed by their code: each version has one
  if (code === undefined) return { ok: false, why: 'code-missing' };
  const evidence = {
    ...{ record: null, signedResult: null, voidList: null },
    ...{ sheetPhotos: [...sheetPhotos], code },
    ...(codePhotos.get(change.source) !== sheetPhotos[0] && { codePhoto: 'not-shown' as const }),
  };
  const figures = figuresOfChange(change, form);
  return { ok: true, value: [{ source: 'sheet', figures, evidence }], isPhotoOfBefore };
}
