import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  CHUNK_BYTES,
  fileHash,
  MANIFEST_NAME,
  parseDeliveryManifest,
  readPlainFile,
  readReceipt,
} from '@bilik/transfer';
import { whyUnreadable } from '../verify/file-looks.ts';
import type { Deliveries } from './deliveries.ts';
import { explainDelivery, type FolderRefusal } from './explain-delivery.ts';

/** More than any manifest has. */
const MANIFEST_MOST_BYTES = 16 * 1024;
/** As a station names the folder that people copy. */
const OUTBOX = 'outbox';
/** More polling places than come on one stick. */
const MOST_DELIVERIES = 500;

export interface TakingOptions {
  /** Receipts and refusals as they are, for programs; otherwise a sentence each. */
  readonly asJson: boolean;
  readonly tell: (text: string) => void;
}

/**
 * Takes what stations wrote for a stick: the same bytes, the same checks, the same receipt as by network.
 * @param folder one delivery, the outbox that holds it, or the stick that holds the outbox
 * @returns exit code: 0 when every delivery was taken
 */
export async function takeFolder(
  deliveries: Deliveries,
  folder: string,
  { asJson, tell }: TakingOptions,
): Promise<number> {
  let code = 0;
  for (const delivery of deliveriesIn(folder)) {
    const taken = await takeDelivery(deliveries, delivery);
    if (!taken.ok) code = 1;
    if (!taken.ok) tell(asJson ? JSON.stringify(taken.error) : explainDelivery(taken.error, delivery));
    else tell(asJson ? taken.value.text : takenSentence(taken.value));
  }
  return code;
}

interface TakenDelivery {
  readonly pollingPlace: string;
  /** The receipt's exact text. */
  readonly text: string;
  readonly delivery: string;
}

type Taken =
  | { readonly ok: true; readonly value: TakenDelivery }
  | { readonly ok: false; readonly error: FolderRefusal };

function takenSentence({ pollingPlace, text, delivery }: TakenDelivery): string {
  const receipt = readReceipt(text, delivery);
  const at = receipt.ok ? `${receipt.value.received_at.slice(0, 16).replace('T', ' ')} UTC` : '–';
  return (
    `${pollingPlace}: hasil diterima utuh dan diperiksa (${at}). Tanda terima: received/${pollingPlace}/receipt.json\n` +
    `${pollingPlace}: the result is received, whole and checked (${at}). Receipt: received/${pollingPlace}/receipt.json`
  );
}

/** The folders of a stick that hold a delivery each; the folder itself where there is none, so that it is said what is missing. */
function deliveriesIn(folder: string): readonly string[] {
  if (holdsManifest(folder)) return [folder];
  const below = [...foldersIn(folder), ...foldersIn(join(folder, OUTBOX))].filter(holdsManifest);
  return below.length === 0 ? [folder] : below.slice(0, MOST_DELIVERIES);
}

/** Of whatever kind: what is no plain file is refused by name when it is read. */
function holdsManifest(folder: string): boolean {
  return entriesOf(folder).some(({ name }) => name === MANIFEST_NAME);
}

/** Links are not followed. */
function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort((left, right) => (left < right ? -1 : 1));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    whyUnreadable(error);
    return [];
  }
}

/** A file of somebody's stick; undefined also for one that is not there or cannot be read. */
function plainFileOf(path: string, mostBytes: number): Buffer | undefined {
  try {
    return readPlainFile(path, mostBytes);
  } catch (error) {
    whyUnreadable(error);
    return undefined;
  }
}

async function takeDelivery(deliveries: Deliveries, folder: string): Promise<Taken> {
  const manifestPath = join(folder, MANIFEST_NAME);
  const read = plainFileOf(manifestPath, MANIFEST_MOST_BYTES);
  if (read === undefined) return { ok: false, error: { type: 'no-delivery', path: manifestPath } };
  const text = read.toString('utf8');
  const begun = deliveries.begin(text);
  if (!begun.ok) return begun;
  const manifest = parseDeliveryManifest(text);
  if (!manifest.ok) return { ok: false, error: { type: 'delivery-malformed' } };
  const { delivery, have, receipt } = begun.value;
  const taken = (receiptText: string | null): Taken => ({
    ok: true,
    value: { pollingPlace: manifest.value.polling_place, text: receiptText ?? '', delivery: fileHash(text) },
  });
  if (receipt !== null) return taken(receipt);
  for (const [file, { name, bytes }] of manifest.value.files.entries()) {
    const path = join(folder, name);
    const content = plainFileOf(path, bytes);
    if (content?.length !== bytes) {
      return { ok: false, error: { type: 'file-not-whole', path, found: content?.length ?? null, bytes } };
    }
    for (let at = have[file] ?? 0; at < bytes; at += CHUNK_BYTES) {
      const piece = deliveries.takePiece({
        delivery,
        file,
        at,
        bytes: content.subarray(at, at + CHUNK_BYTES),
      });
      if (!piece.ok) return piece;
    }
  }
  const finished = await deliveries.finish(delivery);
  return finished.ok ? taken(finished.value.receipt) : finished;
}
