import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sha256Hex } from '@bilik/ballot';
import { MAX_TRUSTEES, ShownName } from '@bilik/transfer';
import { z } from 'zod';
import type { KeyFile } from '../ceremony/key-file.ts';
import { SealedSecret } from '../secret/sealed-secret.ts';

const PREFIX = 'BILIK-LEMBAR-KUNCI.1.';

/**
 * What is on a key sheet: the seed under its passphrase, as it lies on the disk, and what only this trustee was sent. Everything else of
 * the key is public and comes from the list of trustees.
 */
const KeySheet = z.strictObject({
  ceremony: ShownName,
  name: ShownName,
  ownerIndex: z.int().min(1).max(MAX_TRUSTEES),
  /** Hex SHA-256 of the list of trustees. */
  trusteesHash: z.string().regex(/^[0-9a-f]{64}$/),
  seed: SealedSecret,
  /** Under this trustee's own encryption key, so as secret as the seed. */
  decryptionKey: z.string().min(1).max(4_096),
});
export type KeySheet = z.output<typeof KeySheet>;

/** Longest line of a sheet; see `sheet-codes.ts` for how it becomes QR codes. */
export const SHEET_LIMIT = 6_000;
const CONTENT_LIMIT_BYTES = 16_384;

/** The sheet as one line. Only of a finished key. */
export function writeKeySheet(file: KeyFile, trusteesText: string): string | undefined {
  const { ceremony, name, seed, key } = file;
  if (key === undefined) return undefined;
  const sheet: KeySheet = {
    ceremony,
    name,
    ownerIndex: key.ownerIndex,
    trusteesHash: sha256Hex(trusteesText),
    seed,
    decryptionKey: key.decryptionKey,
  };
  // digits of large numbers: half as long, so that few codes suffice
  return PREFIX + deflateRawSync(JSON.stringify(sheet), { level: 9 }).toString('base64url');
}

/** @returns undefined for anything that is not a sheet, letter by letter as it was written */
export function parseKeySheet(sheetText: string): KeySheet | undefined {
  const line = sheetText.trim();
  if (line.length > SHEET_LIMIT || !line.startsWith(PREFIX)) return undefined;
  const bytes = Buffer.from(line.slice(PREFIX.length), 'base64url');
  if (PREFIX + bytes.toString('base64url') !== line) return undefined;
  let text: string;
  let content: unknown;
  try {
    text = inflateRawSync(bytes, { maxOutputLength: CONTENT_LIMIT_BYTES }).toString('utf8');
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const sheet = KeySheet.safeParse(content);
  return sheet.success && JSON.stringify(sheet.data) === text ? sheet.data : undefined;
}
