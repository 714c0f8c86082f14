import { civilDate, defaultRulePack, pollingPlaceId, villageCodeSchema } from '@bilik/election';
import { assembleSnapshot, type SnapshotFacts, type VillageFacts } from '../snapshot/assemble.ts';
import type { PublishedPart, PublishedPlace, VoteFigures } from '../snapshot/figures-schema.ts';
import type { PublishedFile, Snapshot } from '../snapshot/schema.ts';
import { hexSha256 } from '../snapshot/snapshot-text.ts';
import { addFigures } from '../snapshot/sums.ts';
import { syntheticPicture } from './picture.ts';

/** A polling place with real files: takes the place of a made-up one in the first villages. */
export interface SyntheticEvidence {
  readonly part: PublishedPart;
  readonly registered: PublishedPlace['registered'];
  readonly files: readonly { readonly bytes: Uint8Array; readonly media: PublishedFile['media'] }[];
}

/** What to make up. */
export interface SyntheticPlan {
  readonly seed: number;
  /** Villages, 1 and more, in sub-districts of 15. */
  readonly villages: number;
  /** How many of all polling places have a result, 0 to 1. */
  readonly counted: number;
  readonly at: string;
  readonly previous?: Snapshot;
  /** By polling place id. */
  readonly electronic?: ReadonlyMap<string, SyntheticEvidence>;
  readonly candidateNames?: readonly string[];
}

/** A snapshot of made-up villages, and the files it names by their hash. */
export interface SyntheticSnapshot {
  readonly snapshot: Snapshot;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const VILLAGES_OF_SUB_DISTRICT = 15;
const NAMES = [
  'Hasan Basri',
  'Sri Wahyuni',
  'Zainal Abidin',
  'Dewi Lestari',
  'Made Artawan',
  'Ujang Suryana',
];
const PLACE_NAMES = ['Melati', 'Kenanga', 'Mawar', 'Cempaka', 'Anggrek', 'Dahlia', 'Teratai', 'Flamboyan'];
const TAILS = ['Jaya', 'Makmur', 'Indah', 'Baru', 'Sari', 'Damai', 'Agung', 'Mulya'];
const VOTING_DATE = civilDate('2026-11-22');
/** Villages of the regency in which exercises are set; the tail 29xx belongs to none. */
const REGENCY = { code: '16.07', name: 'Banyuasin' };

/** Numbers that look random and are the same for one seed (mulberry32). */
function numbersOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Makes up an event: for tests, demonstrations and measurements. Nobody in it exists. */
export function syntheticSnapshot(plan: SyntheticPlan): SyntheticSnapshot {
  const files = new Map<string, Uint8Array>();
  const media = new Map<string, PublishedFile['media']>();
  const keep = (bytes: Uint8Array, kind: PublishedFile['media']): string => {
    const sha256 = hexSha256(bytes);
    files.set(sha256, bytes);
    media.set(sha256, kind);
    return sha256;
  };
  const villages = Array.from({ length: plan.villages }, (_, index) => makeVillage(index, plan, keep));
  const subDistricts = [...new Set(villages.map(({ code }) => code.slice(0, 8)))].map((code) => ({
    code,
    name: `Latihan ${TAILS[Number(code.slice(6)) % TAILS.length]} ${Number(code.slice(6))}`,
  }));
  const facts: SnapshotFacts = {
    kind: 'exercise',
    at: plan.at,
    previous: plan.previous,
    event: {
      id: 'latihan-serentak',
      title: {
        id: 'Latihan Pemilihan Kepala Desa Serentak',
        en: 'Exercise of simultaneous village-head elections',
      },
      office: 'Dinas PMD Kabupaten Banyuasin (latihan)',
      headTitle: { id: 'Kepala Desa', en: 'Village head' },
      zone: 'WIB',
      sheetKey: null,
      evidencePage: null,
    },
    regency: REGENCY,
    subDistricts,
    villages,
    corrections: [],
    fileFacts: (sha256) => ({ bytes: files.get(sha256)?.length ?? 0, media: media.get(sha256) ?? 'png' }),
  };
  return { snapshot: assembleSnapshot(facts), files };
}

function makeVillage(
  index: number,
  { seed, counted, electronic, candidateNames = NAMES }: SyntheticPlan,
  keep: (bytes: Uint8Array, media: PublishedFile['media']) => string,
): VillageFacts {
  const draw = numbersOf(seed * 1009 + index);
  const subDistrict = Math.floor(index / VILLAGES_OF_SUB_DISTRICT) + 1;
  const code = villageCodeSchema.parse(
    `${REGENCY.code}.${String(subDistrict).padStart(2, '0')}.${2901 + (index % VILLAGES_OF_SUB_DISTRICT)}`,
  );
  // a record decides how many candidates there are
  const [, recorded] = [...(electronic ?? [])].find(([id]) => id.startsWith(code)) ?? [];
  const candidates = Array.from(
    { length: recorded?.part.figures.options.length ?? 2 + draw(3) },
    (_, place) => ({
      number: place + 1,
      name: candidateNames[(index + place) % candidateNames.length] ?? 'Calon',
      photo: keep(syntheticPicture(7000 + ((index + place) % candidateNames.length)), 'png'),
    }),
  );
  const places = Array.from({ length: 1 + draw(6) }, (_, place): PublishedPlace => {
    const id = pollingPlaceId(code, place + 1);
    const given = electronic?.get(id);
    const name = PLACE_NAMES[(index + place) % PLACE_NAMES.length] ?? null;
    if (given !== undefined) {
      for (const { bytes, media } of given.files) keep(bytes, media);
      return placeWith(id, name, 'electronic', given.registered, [given.part]);
    }
    const registered = { L: 150 + draw(120), P: 150 + draw(120) };
    const photo = keep(syntheticPicture(1 + index * 10 + place), 'png');
    const figures = makeFigures(candidates.length, registered.L + registered.P, draw);
    const hasResult = draw(1000) < counted * 1000;
    return placeWith(id, name, 'paper', registered, hasResult ? [sheetPart(figures, photo)] : []);
  });
  return {
    code,
    name: `${PLACE_NAMES[index % PLACE_NAMES.length]} ${TAILS[Math.floor(index / PLACE_NAMES.length) % TAILS.length]}`,
    stage: { name: counted > 0 ? 'counting' : 'voting', since: VOTING_DATE, note: null },
    votingDate: VOTING_DATE,
    contest: {
      id: 'kepala-desa',
      title: { id: 'Kepala Desa', en: 'Village head' },
      candidates,
    },
    places: recorded === undefined ? places : places.filter(({ mode }) => mode === 'electronic'),
    determination: null,
    rulePack: defaultRulePack,
  };
}

function placeWith(
  id: PublishedPlace['id'],
  name: string | null,
  mode: PublishedPlace['mode'],
  registered: PublishedPlace['registered'],
  parts: readonly PublishedPart[],
): PublishedPlace {
  const figures = addFigures(parts.map((part) => part.figures));
  return {
    id,
    name,
    mode,
    registered,
    result: figures === undefined ? null : { version: 1, figures, parts: [...parts] },
  };
}

function sheetPart(figures: VoteFigures, photo: string): PublishedPart {
  return {
    source: 'sheet',
    figures,
    evidence: { record: null, signedResult: null, voidList: null, sheetPhotos: [photo], code: null },
  };
}

/** Votes of a paper sheet: everybody who came voted, some not validly. */
function makeFigures(candidates: number, registered: number, draw: (below: number) => number): VoteFigures {
  const users = Math.floor((registered * (600 + draw(300))) / 1000);
  const invalid = draw(12);
  let rest = users - invalid;
  const options = Array.from({ length: candidates }, (_, index) => {
    const votes = index === candidates - 1 ? rest : draw(Math.floor((rest * 3) / 4) + 1);
    rest -= votes;
    return { key: (['c1', 'c2', 'c3', 'c4', 'c5'] as const)[index] ?? 'c5', votes };
  });
  return { users, options, valid: users - invalid, invalid, blank: 0, total: users };
}
