import { pollingPlaceIdSchema } from '@bilik/election';
import { z } from 'zod';
import {
  type FileAnswer,
  Fingerprint,
  Hex256,
  readCanonicalFile,
  Signature,
  writeCanonicalFile,
} from '../signed-file.ts';
import { checkFields, signFields } from '../signed-text.ts';

/** The longest record of 1,400 ballots with five answers takes about 20 MB. */
const RECORD_LIMIT_BYTES = 256 * 1024 * 1024;
const JSON_LIMIT_BYTES = 16 * 1024 * 1024;

const file = <Name extends string>(name: z.ZodType<Name>, limitBytes: number) =>
  z.strictObject({ name, bytes: z.int().min(1).max(limitBytes), sha256: Hex256 });

const DeliveryManifest = z.strictObject({
  format: z.literal('bilik/delivery/1'),
  kind: z.enum(['exercise', 'real']),
  polling_place: pollingPlaceIdSchema,
  election_uuid: z.string().min(14).max(64),
  election_hash: Fingerprint,
  /** Exactly these, in this order. The sealed record alone where the hand count of the slips is the result. */
  files: z.tuple([
    file(z.enum(['record.bel', 'sealed.bel']), RECORD_LIMIT_BYTES),
    file(z.literal('void.json'), JSON_LIMIT_BYTES),
    file(z.literal('result.json'), JSON_LIMIT_BYTES),
  ]),
  signature: Signature,
});

/** What one polling place hands over after sealing: the same bytes by stick and by network. */
export type DeliveryManifest = z.output<typeof DeliveryManifest>;
export type DeliveryFileName = DeliveryManifest['files'][number]['name'];

/** The manifest is the last file of a folder to be written: without it there is no delivery. */
export const MANIFEST_NAME = 'manifest.json';

const LIMIT_BYTES = 8 * 1024;

const fieldsOf = ({
  format,
  kind,
  polling_place,
  election_uuid,
  election_hash,
  files,
}: Unsigned): string[] => [format, kind, polling_place, election_uuid, election_hash, JSON.stringify(files)];
type Unsigned = Omit<DeliveryManifest, 'signature'>;

/** @param privateKeyPem the station's key, which the election object names */
export function writeDeliveryManifest(manifest: Omit<Unsigned, 'format'>, privateKeyPem: string): string {
  const unsigned = DeliveryManifest.omit({ signature: true }).parse({
    format: 'bilik/delivery/1',
    ...manifest,
  });
  return writeCanonicalFile({
    ...unsigned,
    signature: signFields(privateKeyPem, 'delivery', fieldsOf(unsigned)),
  });
}

/** @errors 'file-too-large' · 'file-not-json' · 'file-malformed' · 'file-not-canonical' */
export function parseDeliveryManifest(text: string): FileAnswer<DeliveryManifest> {
  return readCanonicalFile(DeliveryManifest, text, LIMIT_BYTES);
}

/** @param signingKey Base64 of the key of the election that was expected from this place */
export function isSignedDelivery(manifest: DeliveryManifest, signingKey: string): boolean {
  return checkFields(signingKey, 'delivery', fieldsOf(manifest), manifest.signature);
}
