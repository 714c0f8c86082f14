import { z } from 'zod';
import {
  Decimal,
  type FileAnswer,
  Fingerprint,
  Hex256,
  readCanonicalFile,
  Signature,
  writeCanonicalFile,
} from './signed-file.ts';
import { checkFields, signFields } from './signed-text.ts';

/** A card under which a ballot came in that was not cast. It is void for ever (design, decision 4). */
const VoidCredential = z.discriminatedUnion('reason', [
  /** Its slip bears BATAL. Such a ballot is never opened. */
  z.strictObject({
    credential: Decimal,
    /** Hash of the ballot that came in under it. */
    ballot: Hex256,
    reason: z.literal('spoiled'),
  }),
  /** Its voter had it opened. */
  z.strictObject({
    credential: Decimal,
    ballot: Hex256,
    reason: z.literal('proved'),
    /** What repeats the ballot, as the booth showed it to the voter; null when what the booth gave does not repeat it. */
    opening: z
      .string()
      .regex(/^BILIK-BUKTI\.2\.[A-Za-z0-9_-]{500,680}$/)
      .nullable(),
  }),
]);
export type VoidCredential = z.output<typeof VoidCredential>;

const VoidList = z.strictObject({
  format: z.literal('bilik/void/2'),
  election_uuid: z.string().min(14).max(64),
  election_hash: Fingerprint,
  credentials: z.array(VoidCredential).max(20_000),
  signature: Signature,
});
export type VoidList = z.output<typeof VoidList>;

const LIMIT_BYTES = 16 * 1024 * 1024;

function fieldsOf(list: Omit<VoidList, 'signature'>): string[] {
  return [list.election_uuid, list.election_hash, JSON.stringify(list.credentials)];
}

function byCredential(a: VoidCredential, b: VoidCredential): number {
  const difference = BigInt(a.credential) - BigInt(b.credential);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The void cards of one polling place and what was opened, in numeric order of credential (which says nothing of the day), signed by its station. */
export function writeVoidList(
  list: { election_uuid: string; election_hash: string; credentials: readonly VoidCredential[] },
  privateKeyPem: string,
): string {
  const unsigned = {
    format: 'bilik/void/2' as const,
    election_uuid: list.election_uuid,
    election_hash: list.election_hash,
    // in the order of keys that the schema has
    credentials: list.credentials.map((entry) => VoidCredential.parse(entry)).sort(byCredential),
  };
  return writeCanonicalFile({
    ...unsigned,
    signature: signFields(privateKeyPem, 'void', fieldsOf(unsigned)),
  });
}

/** @errors 'file-too-large' · 'file-not-json' · 'file-malformed' · 'file-not-canonical' */
export function parseVoidList(text: string): FileAnswer<VoidList> {
  const list = readCanonicalFile(VoidList, text, LIMIT_BYTES);
  if (!list.ok) return list;
  const { credentials } = list.value;
  for (let index = 1; index < credentials.length; index += 1) {
    const before = credentials[index - 1];
    const here = credentials[index];
    if (before !== undefined && here !== undefined && byCredential(before, here) >= 0) {
      return {
        ok: false,
        error: {
          type: 'file-malformed',
          problems: [{ path: `credentials.${index}`, message: 'not in ascending order' }],
        },
      };
    }
  }
  return list;
}

/**
 * Is this list of this election, and signed by its station?
 * @errors 'file-of-other-election' · 'file-signature-wrong'
 */
export function checkVoidList(
  list: VoidList,
  election: { readonly uuid: string; readonly fingerprint: string; readonly signingKey: string },
): FileAnswer<VoidList> {
  if (list.election_uuid !== election.uuid || list.election_hash !== election.fingerprint) {
    return { ok: false, error: { type: 'file-of-other-election' } };
  }
  if (!checkFields(election.signingKey, 'void', fieldsOf(list), list.signature)) {
    return { ok: false, error: { type: 'file-signature-wrong' } };
  }
  return { ok: true, value: list };
}
