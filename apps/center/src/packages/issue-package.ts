import { randomBytes } from 'node:crypto';
import { sha256Hex as sha256OfText } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { civilClock, type Problem } from '@bilik/election';
import { pollingPlaceName, renderTestCards, renderTokenCards } from '@bilik/papers';
import { packsOf } from '@bilik/preparation';
import {
  fingerprintWords,
  newPackagePassphrase,
  openPackage,
  type PackageProblem,
  publicKeyOf,
  sourceOf,
} from '@bilik/transfer';
import {
  BOARDS,
  type DrawnPin,
  makeCardPool,
  makePlaceElection,
  makePlaceMembers,
  newDevices,
  newElectionUuid,
  newSigningKey,
  problemOfPackage,
  signPlacePackage,
} from '@bilik/transfer/issue';
import { appendEvent } from '../events/append-event.ts';
import type { FileStore } from '../files/file-store.ts';
import { noteFile } from '../files/note-file.ts';
import type { ActContext } from '../http/acts-door.ts';
import { type ExpectRefusal, expectRecord } from '../intake/expect-record.ts';
import { receiverKey } from '../intake/receiver-key.ts';
import type { CenterKeys } from '../keys.ts';
import type { Identities } from '../voters/identity/identities.ts';
import { gatherPlace, type MissingPart } from './gather-place.ts';

export interface IssueParts {
  readonly files: FileStore;
  readonly keys: CenterKeys;
  readonly identities: Identities;
}

export type IssueRefusal =
  | {
      readonly type: 'place-not-ready';
      readonly missing: readonly MissingPart[];
      readonly problems: readonly Problem[];
    }
  /** It has a package: another one voids its cards, and wants a reason. */
  | { readonly type: 'package-exists'; readonly version: number }
  /** Names or contests changed after the trustees' keys were given an election: one key, one election. New keys are needed. */
  | { readonly type: 'election-differs'; readonly version: number }
  | ExpectRefusal
  | PackageProblem;

/** What goes onto paper once, and is nowhere when this answer was read. */
export interface IssuedPapers {
  readonly version: number;
  readonly fingerprint: string;
  readonly words: readonly string[];
  readonly cards: number;
  /** PDF in Base64: the cards, shuffled, eight a sheet. */
  readonly cardSheets: string;
  /** PDF in Base64: the cards of the logic and accuracy test. */
  readonly testCardSheets: string;
  /** For everybody's envelope. */
  readonly pins: readonly DrawnPin[];
  /** For the office's letter. */
  readonly passphrase: string;
}

const PACKAGE_LIMIT_BYTES = 170 * 1024 * 1024;
const DAY_MS = 24 * 60 * 60_000;
/** The count may last, and disputes look at the machine again. */
const CERTIFICATE_DAYS_AFTER = 60;
const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** The key with which this office signs packages; its file lies beside the database. */
export function issuerKey(keys: CenterKeys): string {
  return keys.text('issuer.pem', newSigningKey);
}

/**
 * Issues the package of a polling place and the papers that belong to it. The codes of the cards are drawn, printed and forgotten in this one
 * call: who loses its answer issues anew, under a higher version and with new cards, and the cards before are void. The election stays the
 * same as long as the trustees' keys do, because their devices are bound to it.
 */
export async function issuePackage(
  parts: IssueParts,
  asked: { readonly election: string; readonly place: string; readonly reason?: string | undefined },
  { transaction, by, now }: ActContext,
): Promise<
  { readonly ok: true; readonly value: IssuedPapers } | { readonly ok: false; readonly error: IssueRefusal }
> {
  const refuse = (error: IssueRefusal) => ({ ok: false, error }) as const;
  const { election, place } = asked;
  // two issues of one place come one after the other
  await transaction
    .selectFrom('place')
    .select('id')
    .where('election', '=', election)
    .where('id', '=', place)
    .forUpdate()
    .execute();
  const gathered = await gatherPlace(transaction, parts, asked);
  if (gathered === undefined) return refuse({ type: 'place-unknown' });
  if (!gathered.ok) {
    const { missing, problems } = gathered;
    return refuse({ type: 'place-not-ready', missing, problems });
  }
  const before = await transaction
    .selectFrom('place_package')
    .select(['version', 'election_uuid', 'election_fingerprint', 'trustees_hash'])
    .where('election', '=', election)
    .where('place', '=', place)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (before !== undefined && asked.reason === undefined) {
    return refuse({ type: 'package-exists', version: before.version });
  }
  const { area, definition, rulePack, list, photos, trusteesText, trusteesHash, outfit } = gathered.value;
  const group = nativeGroup();
  const nowMs = now.getTime();
  const hasSameKeys = before?.trustees_hash === trusteesHash;
  const uuid = hasSameKeys ? before.election_uuid : newElectionUuid(random);
  const stationKey = parts.keys.text(`station-${uuid}.pem`, newSigningKey);
  const electionText = makePlaceElection({ definition, group, trusteesText, uuid, stationKey });
  const pool = makeCardPool({ group, uuid, cards: definition.tokenCards, random });
  const { members, pins, testCards } = await makePlaceMembers({
    ...{ definition, rulePack, photos, trusteesText, electionText, pool, stationKey, group, nowMs, random },
    voters: list.voters,
    besideTheList: { otherPlaces: list.otherPlaces, cards: [] },
    devices: newDevices(
      {
        ...{ board: BOARDS, desk: outfit.desks, reader: outfit.desks, booth: outfit.booths, spare: 1 },
        trustee: definition.trustees.members.length,
      },
      random,
    ),
    station: { names: outfit.stationNames, addresses: outfit.stationAddresses },
    certificateDays: {
      before: 1,
      after:
        CERTIFICATE_DAYS_AFTER +
        Math.max(0, Math.ceil((Date.parse(definition.voting.date) - nowMs) / DAY_MS)),
    },
    placeName: `${pollingPlaceName(definition)}, ${definition.area.village.name}`,
  });
  const passphrase = newPackagePassphrase(random);
  const version = (before?.version ?? 0) + 1;
  const written = await signPlacePackage({
    ...{ members, version, passphrase, group, nowMs, random },
    receiver: publicKeyOf(receiverKey(parts.keys)),
    privateKeyPem: issuerKey(parts.keys),
  });
  if (!written.ok) return written;
  const opened = openPackage(sourceOf(written.value));
  if (!opened.ok) return opened;
  const problem = await problemOfPackage(opened.value, {}, { passphrase, group, random });
  if (problem !== undefined) return refuse(problem);
  const { manifest, fingerprint } = opened.value;
  if (hasSameKeys && before.election_fingerprint !== manifest.electionFingerprint) {
    return refuse({ type: 'election-differs', version: before.version });
  }
  const kept = await parts.files.keep(written.value, PACKAGE_LIMIT_BYTES);
  if (!kept.ok) return refuse({ type: 'package-too-large', limitBytes: kept.error.limitBytes });
  await noteFile(transaction, kept.value, now);
  const cards = pool.codes.length;
  const named = { election, place, area, version };
  await transaction
    .insertInto('place_package')
    .values({
      ...{ ...named, fingerprint, file: kept.value.sha256, cards, account: by.account, issued_at: now },
      ...{
        election_uuid: uuid,
        election_fingerprint: manifest.electionFingerprint,
        trustees_hash: trusteesHash,
      },
      list_fingerprint: manifest.listFingerprint,
      credentials_hash: sha256OfText(pool.credentialsText),
      reason: before === undefined ? null : (asked.reason ?? null),
    })
    .execute();
  const expected = await expectRecord(
    transaction,
    {
      ...{ election, place, electionHash: manifest.electionFingerprint, electionUuid: uuid },
      ...{ signingKey: publicKeyOf(stationKey), listFingerprint: manifest.listFingerprint },
      packageVersion: version,
    },
    now,
  );
  if (!expected.ok) return refuse(expected.error);
  const packs = packsOf(cards);
  await transaction
    .insertInto('card_pack')
    .values(packs.map((pack) => ({ ...named, ...pack, seal: null, handed_to: null, handed_at: null })))
    .execute();
  await appendEvent(transaction, {
    ...{ act: 'packages.issue', area, subject: `${election} ${place}`, account: by.account, at: now },
    ...(before === undefined ? {} : { before: { version: before.version } }),
    after: { version, fingerprint, cards, packs: packs.length, reason: asked.reason ?? null },
  });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    ok: true,
    value: {
      ...{ version, fingerprint, cards, pins, passphrase, words: fingerprintWords(fingerprint) },
      cardSheets: base64(
        renderTokenCards({
          kind: definition.kind,
          electionTitle: definition.title.id,
          villageName: definition.area.village.name,
          pollingPlaceName: pollingPlaceName(definition),
          cards: pool.codes.map((code) => ({ code })),
        }),
      ),
      testCardSheets: base64(renderTestCards(definition, testCards)),
    },
  };
}

/** The day on which something was done here. */
export function dayOf(at: Date, zone: 'WIB' | 'WITA' | 'WIT'): string {
  return civilClock(at.getTime(), zone).date;
}
