import { nativeGroup } from '@bilik/ballot/native';
import { pollingPlaceIdSchema, slugSchema } from '@bilik/election';
import { renderAnnouncement, renderCardHandOver } from '@bilik/papers';
import { mayHandOver, maySeal } from '@bilik/preparation';
import { fingerprintWords, hexGroups, notForHere, openPackage, publicKeyOf, sourceOf } from '@bilik/transfer';
import { announcementFacts } from '@bilik/transfer/issue';
import { placeNumber } from '@bilik/words/format';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import type { FileStore } from '../files/file-store.ts';
import type { ActContext, ActsDoor } from '../http/acts-door.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';
import { ownElectionsInSight } from '../set-up/election-meant.ts';
import type { Identities } from '../voters/identity/identities.ts';
import { gatherPlace } from './gather-place.ts';
import { dayOf, issuePackage, issuerKey } from './issue-package.ts';
import { Outfit } from './outfit.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const ElectionInput = z.strictObject({ election: slugSchema });
const PlaceInput = ElectionInput.extend({ place: pollingPlaceIdSchema });

/** A polling place of an election, as rows name it. */
interface PlaceName {
  readonly election: string;
  readonly place: string;
}

/** A refusal by its name; what it says beside, screens read. */
interface Refused {
  readonly ok: false;
  readonly error: { readonly type: string; readonly [key: string]: unknown };
}
const refuse = (error: Refused['error']): Refused => ({ ok: false, error });

/** Packages per polling place: what is missing, issue and print once, seals and counts, papers, checks of foreign and stale ones. */
export function openPackageRoutes(
  acts: ActsDoor,
  parts: Pick<CenterParts, 'files' | 'keys'>,
  identities: Identities,
): void {
  const { files, keys } = parts;
  acts.act('packages.list', ElectionInput.partial(), async ({ election }, { transaction, now }) => {
    const elections = await ownElectionsInSight(transaction, now);
    if (election === undefined) return { ok: true, value: { elections, places: [] } };
    const rows = await transaction
      .selectFrom('place')
      .innerJoin('area', 'area.code', 'place.area')
      .select(['place.id', 'place.number', 'area.name as village'])
      .where('election', '=', election)
      .where('mode', '!=', 'paper')
      .orderBy('place.id')
      .limit(LIST_LIMITS.machinePlaces)
      .execute();
    const places = [];
    for (const { id, number, village } of rows) {
      const known = await latest(transaction, { election, place: id });
      const gathered = await gatherPlace(transaction, { files, identities }, { election, place: id });
      const packs =
        known === undefined ? [] : await packsOfVersion(transaction, { election, place: id }, known.version);
      places.push({
        ...{ place: id, number, village, version: known?.version ?? null, cards: known?.cards ?? null },
        // what was handed out needs nothing more
        missing: known === undefined && gathered?.ok === false ? gathered.missing : [],
        sealed: packs.filter(({ seal }) => seal !== null).length,
        ...{
          packs: packs.length,
          isHandedOver: packs.length > 0 && packs.every((pack) => pack.handedTo !== null),
        },
      });
    }
    return { ok: true, value: { elections, places } };
  });

  acts.act('packages.show', PlaceInput, async (name, { transaction }) => {
    const gathered = await gatherPlace(transaction, { files, identities }, name);
    if (gathered === undefined) return refuse({ type: 'place-unknown' });
    const outfit = await transaction
      .selectFrom('place_outfit')
      .select('outfit')
      .where('election', '=', name.election)
      .where('place', '=', name.place)
      .executeTakeFirst();
    const versions = await transaction
      .selectFrom('place_package')
      .select(['version', 'fingerprint', 'cards', 'reason', 'account', 'issued_at', 'election_uuid'])
      .where('election', '=', name.election)
      .where('place', '=', name.place)
      .orderBy('version', 'desc')
      .execute();
    const contest = await transaction
      .selectFrom('contest')
      .select('id')
      .where('election', '=', name.election)
      .where('area', '=', name.place.slice(0, name.place.indexOf('-')))
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    const [known] = versions;
    return {
      ok: true,
      value: {
        place: name.place,
        // what witnesses stand in
        contest: contest?.id ?? null,
        outfit: outfit?.outfit ?? null,
        missing: gathered.ok ? [] : gathered.missing,
        problems: gathered.ok ? [] : gathered.problems.map(({ path, sentence }) => ({ path, sentence })),
        registered: gathered.ok ? gathered.value.definition.voterList.registered : null,
        versions: versions.map(({ fingerprint, issued_at: at, election_uuid: uuid, ...version }) => ({
          ...{ ...version, uuid, fingerprint, at: at.toISOString() },
          ...{ words: fingerprintWords(fingerprint), hex: hexGroups(fingerprint) },
        })),
        packs: known === undefined ? [] : await packsOfVersion(transaction, name, known.version),
      },
    };
  });

  acts.act('packages.outfit', PlaceInput.extend({ outfit: Outfit }), async ({ outfit, ...name }, context) => {
    const { transaction, now } = context;
    const area = await areaOfPlace(transaction, name);
    if (area === undefined) return refuse({ type: 'place-unknown' });
    const content = { outfit: JSON.stringify(outfit), written_at: now };
    await transaction
      .insertInto('place_outfit')
      .values({ ...name, area, ...content })
      .onConflict((conflict) => conflict.columns(['election', 'place']).doUpdateSet(content))
      .execute();
    await noted('packages.outfit', name, area, context, { booths: outfit.booths, desks: outfit.desks });
    return { ok: true, value: null };
  });

  acts.act('packages.issue', PlaceInput.extend({ reason: line(300).optional() }), (asked, context) =>
    issuePackage({ files, keys, identities }, asked, context),
  );

  acts.act(
    'packages.seal',
    PlaceInput.extend({ number: z.int().min(1).max(60), counted: z.int().min(0).max(1000), seal: line(40) }),
    async ({ number, counted, seal, ...name }, context) => {
      const { transaction } = context;
      const known = await latest(transaction, name);
      if (known === undefined) return refuse({ type: 'no-package' });
      const packs = await packsOfVersion(transaction, name, known.version);
      const may = maySeal(packs, { number, counted, seal });
      if (!may.ok) return may;
      const elsewhere = await transaction
        .selectFrom('card_pack')
        .select('place')
        .where('election', '=', name.election)
        .where('seal', '=', seal)
        .executeTakeFirst();
      if (elsewhere !== undefined) return refuse({ type: 'seal-taken', number });
      await transaction
        .updateTable('card_pack')
        .set({ seal })
        .where('election', '=', name.election)
        .where('place', '=', name.place)
        .where('version', '=', known.version)
        .where('number', '=', number)
        .execute();
      await noted('packages.seal', name, known.area, context, {
        version: known.version,
        number,
        counted,
        seal,
      });
      return { ok: true, value: null };
    },
  );

  acts.act('packages.hand-over', PlaceInput.extend({ to: line(100) }), async ({ to, ...name }, context) => {
    const { transaction, now } = context;
    const known = await latest(transaction, name);
    if (known === undefined) return refuse({ type: 'no-package' });
    const may = mayHandOver(await packsOfVersion(transaction, name, known.version));
    if (!may.ok) return may;
    await transaction
      .updateTable('card_pack')
      .set({ handed_to: to, handed_at: now })
      .where('election', '=', name.election)
      .where('place', '=', name.place)
      .where('version', '=', known.version)
      .execute();
    await noted('packages.hand-over', name, known.area, context, { version: known.version, to });
    return { ok: true, value: null };
  });

  acts.paper('packages.hand-over-paper', PlaceInput, async (name, { transaction, by, now }) => {
    const known = await latest(transaction, name);
    if (known === undefined) return refuse({ type: 'no-package' });
    const packs = await packsOfVersion(transaction, name, known.version);
    if (packs.some(({ handedTo }) => handedTo === null)) return refuse({ type: 'packs-not-handed-over' });
    const about = await transaction
      .selectFrom('place')
      .innerJoin('election', 'election.id', 'place.election')
      .innerJoin('area', 'area.code', 'place.area')
      .select(['place.number', 'place.name', 'area.name as village', 'kind', 'title', 'zone'])
      .where('place.election', '=', name.election)
      .where('place.id', '=', name.place)
      .executeTakeFirstOrThrow();
    const bytes = renderCardHandOver({
      ...{ kind: about.kind, title: about.title, village: about.village, day: dayOf(now, about.zone) },
      placeName: `TPS ${placeNumber(about.number)} ${about.name ?? ''}`.trim(),
      ...{ version: known.version, words: fingerprintWords(known.fingerprint), cards: known.cards },
      packs: packs.map(({ number, cards, seal }) => ({ number, cards, seal: seal ?? '' })),
      ...{ from: by.name, to: packs[0]?.handedTo ?? '' },
    });
    return { ok: true, value: { bytes, type: 'application/pdf' } };
  });

  acts.paper('packages.announcement', PlaceInput, async (name, { transaction }) => {
    const known = await latest(transaction, name);
    // after the erasure of voters there is none any more
    if (known === undefined || !(await files.has(known.file))) return refuse({ type: 'no-package' });
    const opened = openPackage(sourceOf(await bytesOf(files, known.file)));
    const facts = opened.ok ? announcementFacts(opened.value, nativeGroup()) : opened;
    if (!facts.ok) throw new Error(`the kept package of ${name.place} cannot be read: ${facts.error.type}`);
    return { ok: true, value: { bytes: renderAnnouncement(facts.value), type: 'application/pdf' } };
  });

  acts.paper('packages.file', PlaceInput, async (name, { transaction }) => {
    const known = await latest(transaction, name);
    if (known === undefined || !(await files.has(known.file))) return refuse({ type: 'no-package' });
    const fileName = `${name.place}-v${known.version}.bilik`;
    return { ok: true, value: { bytes: files.open(known.file), type: 'application/octet-stream', fileName } };
  });

  acts.act(
    'packages.check',
    z.strictObject({ upload: z.string().regex(/^[0-9a-f]{32}$/) }),
    async ({ upload }, { transaction }) => {
      const row = await transaction
        .selectFrom('upload')
        .select('sha256')
        .where('id', '=', upload)
        .executeTakeFirst();
      if (row?.sha256 == null) return refuse({ type: 'upload-unknown' });
      const opened = openPackage(sourceOf(await bytesOf(files, row.sha256)));
      if (!opened.ok) return opened;
      const { manifest, fingerprint } = opened.value;
      const known = await transaction
        .selectFrom('place_package')
        .selectAll()
        .where('place', '=', manifest.pollingPlace)
        // of several elections of one place: the one that it says it is of
        .orderBy((row) => row.eb('election_uuid', '=', manifest.electionUuid), 'desc')
        .orderBy('issued_at', 'desc')
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      const issuer = publicKeyOf(issuerKey(keys));
      const foreign = notForHere(manifest, fingerprint, { issuer });
      if (foreign !== undefined) return { ok: false as const, error: foreign };
      if (known === undefined) return refuse({ type: 'no-package' });
      const other = notForHere(manifest, fingerprint, {
        electionUuid: known.election_uuid,
        electionFingerprint: known.election_fingerprint,
        leastVersion: known.version,
        listFingerprint: known.list_fingerprint,
      });
      if (other !== undefined) return { ok: false as const, error: other };
      if (fingerprint !== known.fingerprint) return refuse({ type: 'package-not-the-shown-one' });
      return {
        ok: true,
        value: { place: known.place, version: known.version, words: fingerprintWords(fingerprint) },
      };
    },
  );
}

async function noted(
  act: string,
  { election, place }: PlaceName,
  area: string,
  { transaction, by, now }: ActContext,
  after: object,
): Promise<void> {
  await appendEvent(transaction, {
    ...{ act, area, subject: `${election} ${place}`, account: by.account, at: now },
    after,
  });
}

function latest(transaction: Transaction, { election, place }: PlaceName) {
  return transaction
    .selectFrom('place_package')
    .selectAll()
    .where('election', '=', election)
    .where('place', '=', place)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function packsOfVersion(transaction: Transaction, { election, place }: PlaceName, version: number) {
  return transaction
    .selectFrom('card_pack')
    .select(['number', 'cards', 'seal', 'handed_to as handedTo'])
    .where('election', '=', election)
    .where('place', '=', place)
    .where('version', '=', version)
    .orderBy('number')
    .execute();
}

async function areaOfPlace(
  transaction: Transaction,
  { election, place }: PlaceName,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('place')
    .select('area')
    .where('election', '=', election)
    .where('id', '=', place)
    .executeTakeFirst();
  return row?.area;
}

async function bytesOf(files: FileStore, sha256: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of files.open(sha256)) pieces.push(piece);
  return Buffer.concat(pieces);
}
