import { type Frozen, type PollingPlaceFigures, pollingPlaceFiguresSchema } from '@bilik/election';
import { z } from 'zod';
import {
  type FileAnswer,
  Fingerprint,
  Hex256,
  readCanonicalFile,
  Signature,
  writeCanonicalFile,
} from './signed-file.ts';
import { checkFields, signFields } from './signed-text.ts';

const ResultFields = z.strictObject({
  /** The third version carries the paper of mobile groups; where none left, a result is of the second, byte for byte as before. */
  format: z.enum(['bilik/result/2', 'bilik/result/3']),
  kind: z.enum(['exercise', 'real']),
  election_uuid: z.string().min(14).max(64),
  election_hash: Fingerprint,
  /** Hash of the record's last event: names the whole record. */
  record_hash: Hex256,
  /** The record's file as it is published, byte for byte: the events' hashes leave out the headers between them. */
  record_file: z.strictObject({ sha256: Hex256, bytes: z.int().min(1) }),
  /** SHA-256 of the void list's exact text. */
  void_hash: Hex256,
  software: z.strictObject({ name: z.string().max(40), version: z.string().max(40) }),
  figures: pollingPlaceFiguresSchema,
  /** Sums that do not hold, by rule id; such a record is held with these reasons and not tabulated by itself. */
  held: z.array(z.string().max(80)).max(60),
  signature: Signature,
});

const formatOf = ({ mobileGroup }: PollingPlaceFigures) =>
  mobileGroup === undefined ? 'bilik/result/2' : 'bilik/result/3';

const SignedResult = ResultFields.refine(({ format, figures }) => format === formatOf(figures), {
  path: ['format'],
  message: 'the format does not fit the figures',
});

/** What one polling place says of itself, signed by its station: origin of the record, figures, and what does not add up. */
export type SignedResult = z.output<typeof SignedResult>;

const LIMIT_BYTES = 256 * 1024;

function fieldsOf(result: Omit<SignedResult, 'signature'>): string[] {
  const { format, kind, election_uuid, election_hash, record_hash, record_file } = result;
  const { void_hash, software, figures, held } = result;
  return [
    format,
    kind,
    election_uuid,
    election_hash,
    record_hash,
    JSON.stringify(record_file),
    void_hash,
    JSON.stringify(software),
    JSON.stringify(figures),
    JSON.stringify(held),
  ];
}

/** @param result parsed figures; keys are written in the schema's order, so that one content has one spelling. */
export function writeSignedResult(
  result: Frozen<Omit<SignedResult, 'signature' | 'format'>>,
  privateKeyPem: string,
): string {
  const unsigned = ResultFields.omit({ signature: true }).parse({
    format: formatOf(result.figures),
    ...result,
  });
  return writeCanonicalFile({
    ...unsigned,
    signature: signFields(privateKeyPem, 'result', fieldsOf(unsigned)),
  });
}

/** @errors 'file-too-large' · 'file-not-json' · 'file-malformed' · 'file-not-canonical' */
export function parseSignedResult(text: string): FileAnswer<SignedResult> {
  return readCanonicalFile(SignedResult, text, LIMIT_BYTES);
}

/** What a result must agree with: the election and record that the verifier recomputed by itself. */
export interface ResultOrigin {
  readonly uuid: string;
  readonly fingerprint: string;
  /** Base64 of the station's Ed25519 public key, from the election object. */
  readonly signingKey: string;
  readonly kind: 'exercise' | 'real';
  readonly pollingPlace: string;
  readonly recordHash: string;
}

/**
 * Does this result speak of this very record, and did its station sign it? Whether its figures are those of the record,
 * `compareFigures` says: a station may sign what is wrong.
 * @errors 'file-of-other-election' · 'file-of-other-record' · 'file-signature-wrong'
 */
export function checkSignedResult(result: SignedResult, origin: ResultOrigin): FileAnswer<SignedResult> {
  const refuse = (type: 'file-of-other-election' | 'file-of-other-record' | 'file-signature-wrong') =>
    ({ ok: false, error: { type } }) as const;
  const sameElection =
    result.election_uuid === origin.uuid &&
    result.election_hash === origin.fingerprint &&
    result.kind === origin.kind &&
    result.figures.place === origin.pollingPlace;
  if (!sameElection) return refuse('file-of-other-election');
  if (!checkFields(origin.signingKey, 'result', fieldsOf(result), result.signature)) {
    return refuse('file-signature-wrong');
  }
  return result.record_hash === origin.recordHash
    ? { ok: true, value: result }
    : refuse('file-of-other-record');
}
