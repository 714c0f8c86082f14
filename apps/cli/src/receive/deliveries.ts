import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  CHUNK_BYTES,
  type DeliveryManifest,
  type DeliveryRefusal,
  type DeliveryStanding,
  fileHash,
  isSignedDelivery,
  MANIFEST_NAME,
  parseDeliveryManifest,
  writeReceipt,
} from '@bilik/transfer';
import { checkDelivery } from '@bilik/transfer/check-delivery';
import { syncPath, writeWhole } from '../written-whole.ts';
import type { ExpectedPlace } from './expected-places.ts';

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: DeliveryRefusal };

/** What came of one piece. */
export interface PieceTaken {
  readonly have: number;
}

/** Deliveries of polling places: taken piece by piece, checked whole, kept for ever. Every act is safe to repeat. */
export interface Deliveries {
  /** Begins or goes on. @errors 'delivery-malformed' · 'place-not-expected' · 'election-not-expected' · 'delivery-signature-wrong' · 'other-bytes-for-place' */
  readonly begin: (manifestText: string) => Answer<DeliveryStanding & { readonly delivery: string }>;
  /** @errors 'delivery-unknown' · 'piece-not-next' · 'piece-too-long' */
  readonly takePiece: (piece: {
    readonly delivery: string;
    /** 0 record, 1 void list, 2 result. */
    readonly file: number;
    /** Where it begins in the file, in bytes. */
    readonly at: number;
    readonly bytes: Uint8Array;
  }) => Answer<PieceTaken>;
  /** Checks all of it as the public would, and signs. @errors 'delivery-unknown' · 'delivery-not-complete' · 'file-differs' · 'record-not-right' */
  readonly finish: (delivery: string) => Promise<Answer<DeliveryStanding>>;
}

export interface DeliveriesParts {
  /** `staging/` and `received/` lie in it. */
  readonly home: string;
  readonly expected: ReadonlyMap<string, ExpectedPlace>;
  /** PKCS#8 PEM of the receiver's Ed25519 key. */
  readonly receiverKey: string;
  readonly now: () => number;
}

/** A delivery as it lies on the disk. */
interface KeptDelivery {
  readonly folder: string;
  readonly manifest: DeliveryManifest;
  /** Lies whole in `received/`; else it was begun in `staging/`. */
  readonly isReceived: boolean;
}

const RECEIPT_NAME = 'receipt.json';
const DELIVERY_NAME = /^[0-9a-f]{64}$/;

export function openDeliveries(parts: DeliveriesParts): Deliveries {
  const staging = join(parts.home, 'staging');
  const received = join(parts.home, 'received');
  const conflicts = join(parts.home, 'conflicts');
  for (const folder of [staging, received, conflicts]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncPath(parts.home);

  const readManifest = (folder: string): DeliveryManifest | undefined => {
    const path = join(folder, MANIFEST_NAME);
    if (!existsSync(path)) return undefined;
    const parsed = parseDeliveryManifest(readFileSync(path, 'utf8'));
    return parsed.ok ? parsed.value : undefined;
  };
  const haveOf = (folder: string, { files }: DeliveryManifest): number[] =>
    files.map(({ name }) => {
      const path = join(folder, name);
      return existsSync(path) ? statSync(path).size : 0;
    });
  const find = (delivery: string): KeptDelivery | undefined => {
    if (!DELIVERY_NAME.test(delivery)) return undefined;
    const begun = readManifest(join(staging, delivery));
    // two processes of one home may have taken the same delivery: what one received, the other still has begun
    for (const place of begun === undefined ? parts.expected.keys() : [begun.polling_place]) {
      const folder = join(received, place);
      const manifest = readManifest(folder);
      if (manifest === undefined) continue;
      if (fileHash(readFileSync(join(folder, MANIFEST_NAME), 'utf8')) === delivery) {
        return { folder, manifest, isReceived: true };
      }
    }
    return begun && { folder: join(staging, delivery), manifest: begun, isReceived: false };
  };
  /** A receipt counts from the moment it lies in `received/`; one that a crash left in `staging/` was told to nobody. */
  const standing = ({ folder, manifest, isReceived }: KeptDelivery): DeliveryStanding => {
    const have = haveOf(folder, manifest);
    if (!isReceived) return { have, receipt: null };
    // whoever moved it there may have died before the disk was told
    syncPath(received);
    return { have, receipt: readFileSync(join(folder, RECEIPT_NAME), 'utf8') };
  };
  /** Somebody signed two results for one place: people must see both. */
  const keepConflict = (pollingPlace: string, manifestText: string): void =>
    writeWhole(join(conflicts, `${pollingPlace}-${fileHash(manifestText)}.json`), manifestText);

  const begin: Deliveries['begin'] = (manifestText) => {
    const refuse = (
      type: Exclude<DeliveryRefusal['type'], 'piece-not-next' | 'file-differs' | 'record-not-right'>,
    ) => ({ ok: false, error: { type } }) as const;
    const parsed = parseDeliveryManifest(manifestText);
    if (!parsed.ok) return refuse('delivery-malformed');
    const manifest = parsed.value;
    const place = parts.expected.get(manifest.polling_place);
    if (place === undefined) return refuse('place-not-expected');
    const isExpected =
      manifest.election_hash === place.fingerprint &&
      manifest.election_uuid === place.uuid &&
      manifest.kind === place.kind;
    if (!isExpected) return refuse('election-not-expected');
    if (!isSignedDelivery(manifest, place.signingKey)) return refuse('delivery-signature-wrong');
    const delivery = fileHash(manifestText);
    const kept = find(delivery);
    if (kept?.isReceived !== true && existsSync(join(received, manifest.polling_place))) {
      keepConflict(manifest.polling_place, manifestText);
      return refuse('other-bytes-for-place');
    }
    if (kept !== undefined) return { ok: true, value: { delivery, ...standing(kept) } };
    const folder = join(staging, delivery);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeWhole(join(folder, MANIFEST_NAME), manifestText);
    return { ok: true, value: { delivery, ...standing({ folder, manifest, isReceived: false }) } };
  };

  const finishOne = async (delivery: string): Promise<Answer<DeliveryStanding>> => {
    const found = find(delivery);
    if (found === undefined) return { ok: false, error: { type: 'delivery-unknown' } };
    const { folder, manifest } = found;
    const before = standing(found);
    if (found.isReceived) return { ok: true, value: before };
    if (manifest.files.some(({ bytes }, index) => before.have[index] !== bytes)) {
      return { ok: false, error: { type: 'delivery-not-complete' } };
    }
    for (const { name, sha256 } of manifest.files) {
      const path = join(folder, name);
      if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256) {
        rmSync(path);
        return { ok: false, error: { type: 'file-differs', file: name } };
      }
    }
    const [record, voidList, result] = manifest.files;
    const { faults } = await checkDelivery(
      {
        record: join(folder, record.name),
        voidList: join(folder, voidList.name),
        result: join(folder, result.name),
      },
      manifest,
    );
    if (faults.length > 0) return { ok: false, error: { type: 'record-not-right', faults } };
    const { polling_place, election_hash } = manifest;
    const whole = join(received, polling_place);
    // another delivery of the same place may have been finished while this one was checked
    if (existsSync(whole)) {
      keepConflict(polling_place, readFileSync(join(folder, MANIFEST_NAME), 'utf8'));
      return { ok: false, error: { type: 'other-bytes-for-place' } };
    }
    for (const { name } of manifest.files) syncPath(join(folder, name));
    writeWhole(
      join(folder, RECEIPT_NAME),
      writeReceipt({ polling_place, election_hash, delivery }, parts.now(), parts.receiverKey),
    );
    renameSync(folder, whole);
    return { ok: true, value: standing({ folder: whole, manifest, isReceived: true }) };
  };

  const finishing = new Map<string, Promise<Answer<DeliveryStanding>>>();
  return {
    begin,
    takePiece({ delivery, file, at, bytes }) {
      const found = find(delivery);
      const named = found?.manifest.files[file];
      if (found === undefined || named === undefined) {
        return { ok: false, error: { type: 'delivery-unknown' } };
      }
      const have = haveOf(found.folder, found.manifest)[file] ?? 0;
      const end = at + bytes.length;
      if (bytes.length > CHUNK_BYTES || end > named.bytes) {
        return { ok: false, error: { type: 'piece-too-long' } };
      }
      // a piece that is here already came again because its answer was lost
      if (end <= have) return { ok: true, value: { have } };
      if (at !== have) return { ok: false, error: { type: 'piece-not-next', have } };
      appendFileSync(join(found.folder, named.name), bytes, { mode: 0o600 });
      return { ok: true, value: { have: end } };
    },
    finish(delivery) {
      const running = finishing.get(delivery);
      if (running !== undefined) return running;
      const begun = finishOne(delivery).finally(() => finishing.delete(delivery));
      finishing.set(delivery, begun);
      return begun;
    },
  };
}
