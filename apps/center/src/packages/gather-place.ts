import { createHash } from 'node:crypto';
import {
  bareRegencyName,
  checkAgainstRulePack,
  type ElectionDefinition,
  type Problem,
  parseElectionDefinition,
  type RulePack,
  rulePackFingerprintText,
} from '@bilik/election';
import { type CeremonyPlan, parseCeremonyPlan } from '@bilik/transfer';
import { readSitting } from '../ceremony/sittings.ts';
import type { Transaction } from '../database/connect.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Identities } from '../voters/identity/identities.ts';
import type { Outfit } from './outfit.ts';
import { photoOf } from './photo-of.ts';
import { type FinalPlaceList, finalListOf, rulesOf } from './place-sources.ts';

/** What a polling place still lacks before its package can be issued. */
export type MissingPart =
  | 'place-not-electronic'
  | 'outfit'
  | 'keys'
  | 'contest'
  | 'photo'
  | 'final-list'
  /** No rules of the regency, or the village stands in no wave. */
  | 'rule-pack'
  | 'ballot-not-signed'
  /** All is there, and does not go together. */
  | 'definition';

/** Everything of a polling place that goes into its package. */
export interface GatheredPlace {
  readonly area: string;
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly list: FinalPlaceList;
  readonly photos: ReadonlyMap<string, Uint8Array>;
  readonly trusteesText: string;
  readonly trusteesHash: string;
  readonly outfit: Outfit;
}

export type Gathered =
  | { readonly ok: true; readonly value: GatheredPlace }
  | { readonly ok: false; readonly missing: readonly MissingPart[]; readonly problems: readonly Problem[] };

/** Gathers what the center knows of a polling place. @returns undefined when there is no such place in scope */
export async function gatherPlace(
  transaction: Transaction,
  { files, identities }: { readonly files: FileStore; readonly identities: Identities },
  { election, place }: { readonly election: string; readonly place: string },
): Promise<Gathered | undefined> {
  const row = await transaction
    .selectFrom('place')
    .innerJoin('election', 'election.id', 'place.election')
    .select(['place.id', 'place.area', 'place.number', 'place.name', 'place.address', 'place.mode'])
    .select(['election.kind', 'election.title'])
    .where('place.election', '=', election)
    .where('place.id', '=', place)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const missing: MissingPart[] = [];
  if (row.mode === 'paper') missing.push('place-not-electronic');
  const outfit = await outfitOf(transaction, election, place);
  if (outfit === undefined) missing.push('outfit');
  const keys = await keysOf(transaction, election, place);
  if (keys === undefined) missing.push('keys');
  const contests = await contestsOf(transaction, files, election, row.area);
  if (contests.list.length === 0) missing.push('contest');
  if (contests.lacksPhoto) missing.push('photo');
  const list = await finalListOf(transaction, identities, election, place);
  if (list === undefined) missing.push('final-list');
  const rules = await rulesOf(transaction, election, row.area);
  if (rules === undefined) missing.push('rule-pack');
  else if (!rules.isBallotSigned) missing.push('ballot-not-signed');
  if (
    missing.length > 0 ||
    outfit === undefined ||
    keys === undefined ||
    list === undefined ||
    rules === undefined
  ) {
    return { ok: false, missing, problems: [] };
  }
  const { rulePack, voting } = rules;
  const listed = list.voters.filter(({ ineligible }) => ineligible === null);
  const definition = parseElectionDefinition({
    format: 'bilik/v1/election-definition',
    kind: row.kind,
    event: election,
    title: row.title,
    area: await areaOf(transaction, row.area, [...new Set(list.voters.map(({ hamlet }) => hamlet))]),
    pollingPlace: {
      ...{ id: row.id, number: row.number, address: row.address === '' ? '-' : row.address },
      ...(row.name === null ? {} : { name: row.name }),
    },
    voting,
    contests: contests.list,
    rulePack: {
      id: rulePack.id,
      version: rulePack.version,
      fingerprint: sha256(rulePackFingerprintText(rulePack)),
    },
    voterList: {
      fingerprint: list.fingerprint,
      registered: {
        L: listed.filter(({ sex }) => sex === 'L').length,
        P: listed.filter(({ sex }) => sex === 'P').length,
      },
    },
    people: outfit.people,
    trustees: { threshold: keys.plan.threshold, members: keys.members },
    tokenCards: Math.max(1, listed.length + outfit.reserveCards),
    booths: outfit.booths,
    desks: outfit.desks,
  });
  if (!definition.ok) return { ok: false, missing: ['definition'], problems: definition.error };
  const unlawful = checkAgainstRulePack(definition.value, rulePack).filter(
    ({ severity }) => severity === 'error',
  );
  if (unlawful.length > 0) return { ok: false, missing: ['definition'], problems: unlawful };
  return {
    ok: true,
    value: {
      ...{ area: row.area, definition: definition.value, rulePack, list, photos: contests.photos, outfit },
      ...{ trusteesText: keys.trustees, trusteesHash: keys.hash },
    },
  };
}

async function outfitOf(
  transaction: Transaction,
  election: string,
  place: string,
): Promise<Outfit | undefined> {
  const row = await transaction
    .selectFrom('place_outfit')
    .select('outfit')
    .where('election', '=', election)
    .where('place', '=', place)
    .executeTakeFirst();
  return row?.outfit;
}

/** The keys of a place: of a sitting in which everybody's device showed the same, and whose announcement hangs. */
async function keysOf(
  transaction: Transaction,
  election: string,
  place: string,
): Promise<
  | {
      readonly plan: CeremonyPlan;
      readonly trustees: string;
      readonly hash: string;
      readonly members: CeremonyPlan['members'];
    }
  | undefined
> {
  const row = await transaction
    .selectFrom('sitting_place')
    .innerJoin('sitting', 'sitting.id', 'sitting_place.sitting')
    .select(['sitting.id', 'plan', 'trustees', 'trustees_hash', 'member_order'])
    .where('sitting_place.election', '=', election)
    .where('place', '=', place)
    .where('is_left', '=', false)
    .executeTakeFirst();
  if (row?.trustees == null || row.trustees_hash === null || row.member_order === null) return undefined;
  const sitting = await readSitting(transaction, row.id);
  if (sitting?.standing.phase !== 'ready') return undefined;
  const plan = parseCeremonyPlan(row.plan);
  if (!plan.ok) throw new Error(`the plan of sitting ${row.id} is none`);
  const members = row.member_order.flatMap(
    (id) => plan.value.members.find((member) => member.id === id) ?? [],
  );
  return { plan: plan.value, trustees: row.trustees, hash: row.trustees_hash, members };
}

async function contestsOf(transaction: Transaction, files: FileStore, election: string, village: string) {
  const rows = await transaction
    .selectFrom('contest')
    .select(['id', 'office', 'title', 'options'])
    .where('election', '=', election)
    .where('area', 'in', [village, ...above(village)])
    .orderBy('position')
    .execute();
  const photos = new Map<string, Uint8Array>();
  let lacksPhoto = false;
  const list = [];
  for (const { id, office, title, options } of rows) {
    const candidates = [];
    for (const { number, name, photo } of options) {
      // the blank vote and the empty column are no candidates: the rules put them onto the ballot
      if (number === null) continue;
      const picture = photo === null ? undefined : await photoOf(files, photo, `${id}-${number}`);
      if (photo !== null && picture === undefined) lacksPhoto = true;
      if (picture !== undefined && photo !== null) photos.set(picture.file, picture.bytes);
      candidates.push({
        ...{ number, name },
        ...(picture === undefined || photo === null
          ? {}
          : { photo: { file: picture.file, fingerprint: photo } }),
      });
    }
    list.push({ id, office, title, candidates });
  }
  return { list, photos, lacksPhoto };
}

/** `16.07.01.2003` → `16`, `16.07`, `16.07.01`: an election that others conduct has its contests there. */
function above(village: string): string[] {
  const parts = village.split('.');
  return [1, 2, 3].map((length) => parts.slice(0, length).join('.'));
}

async function areaOf(transaction: Transaction, village: string, hamlets: readonly string[]) {
  const parts = village.split('.');
  const codes = { regency: parts.slice(0, 2).join('.'), subDistrict: parts.slice(0, 3).join('.'), village };
  const rows = await transaction
    .selectFrom('area')
    .select(['code', 'name'])
    .where('code', 'in', Object.values(codes))
    .execute();
  const named = (code: string) => ({ code, name: rows.find((row) => row.code === code)?.name ?? '' });
  return {
    ...{ regency: { code: codes.regency, name: bareRegencyName(named(codes.regency).name) } },
    ...{ subDistrict: named(codes.subDistrict), village: named(village) },
    hamlets: hamlets.map((name, index) => ({ number: index + 1, name })),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
