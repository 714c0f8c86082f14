import type { Election } from '../election/election.ts';
import { isHexHash, sha256Hex } from '../hash.ts';
import { hasFields, parseCompactJson, type TextFault, writeCompactJson } from '../json.ts';
import { checkFactor, proveFactor } from '../proof/decryption.ts';
import { parseProof, proofObject } from '../proof/proof.ts';
import type { RandomSource } from '../random.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Trustees } from '../trustee/list.ts';
import type { CiphertextTable } from './sum.ts';
import { findCell, readCount, readTable, type TableFault, tableLengthLimit } from './table.ts';

/** A trustee's partial decryption with its number in the list of trustees. */
export interface OwnedShare {
  /** From 1, over all trustees in the order of the record (format §12). */
  readonly owner: number;
  /** The exact text of the partial decryption. */
  readonly text: string;
}

/** A share whose every proof holds. */
export interface CheckedShare extends OwnedShare {
  /** α^x for every ciphertext of the tally. */
  readonly factors: readonly (readonly bigint[])[];
}

/** Why a share is skipped. */
export type ShareFault =
  | TableFault
  /** No trustee has this number. */
  | { readonly type: 'unknown-owner' }
  | { readonly type: 'proof-invalid'; readonly question: number; readonly choice: number };

export interface DecryptionInput {
  readonly election: Election;
  /** The sum to open: computed from the checked ballots by the trustee's own device. */
  readonly tally: CiphertextTable;
  /** The trustee's secret x: of a single trustee, or from `openDecryptionKey`. */
  readonly privateKey: bigint;
  readonly random: RandomSource;
}

export interface ShareCheckInput {
  readonly election: Election;
  readonly trustees: Pick<Trustees, 'owners'>;
  /** Members of the group (as `sumBallots` of checked ballots and `parseEncryptedTally` give them). */
  readonly tally: CiphertextTable;
  readonly share: OwnedShare;
}

/**
 * A trustee's partial decryption of the sum, with a proof for each factor (format §12, first object).
 * @throws RangeError when an α is no member: its factor would tell something about the secret
 */
export function decryptTally({ election, tally, privateKey, random }: DecryptionInput): string {
  const { group, fingerprint } = election;
  const context = { fingerprint, publicKey: group.generator.power(privateKey) };
  const proven = tally.map((row) =>
    row.map(({ alpha }) => {
      if (!group.isMember(alpha)) throw new RangeError('the tally has an element outside the group');
      return proveFactor(group, alpha, privateKey, context, random);
    }),
  );
  return writeCompactJson({
    decryption_factors: proven.map((row) => row.map(({ factor }) => group.formatElement(factor))),
    decryption_proofs: proven.map((row) => row.map(({ proof }) => proofObject(group, proof))),
  });
}

/** Checks one share against the key of its owner: form, membership and every proof. */
export function checkShare({
  election,
  trustees,
  tally,
  share,
}: ShareCheckInput): Result<CheckedShare, ShareFault> {
  const { group, fingerprint } = election;
  const owner = trustees.owners.find(({ owner: number }) => number === share.owner);
  if (owner === undefined) return fail({ type: 'unknown-owner' });
  const json = parseCompactJson(share.text, tableLengthLimit(election));
  if (!json.ok) return json;
  if (!hasFields(json.value, ['decryption_factors', 'decryption_proofs'])) {
    return fail({ type: 'malformed', path: '' });
  }
  const factors = readTable(election, json.value.decryption_factors, 'decryption_factors', (item) =>
    typeof item === 'string' ? group.parseElement(item) : undefined,
  );
  if (!factors.ok) return factors;
  const proofs = readTable(election, json.value.decryption_proofs, 'decryption_proofs', (item) =>
    parseProof(group, item),
  );
  if (!proofs.ok) return proofs;
  const stranger = findCell(factors.value, (factor) => group.isMember(factor));
  if (stranger !== undefined) return fail({ type: 'not-a-member', ...stranger });
  const context = { fingerprint, publicKey: owner.publicKey };
  const unproven = findCell(factors.value, (factor, question, choice) => {
    const alpha = tally[question]?.[choice]?.alpha;
    const proof = proofs.value[question]?.[choice];
    return (
      alpha !== undefined && proof !== undefined && checkFactor(group, alpha, { factor, proof }, context)
    );
  });
  if (unproven !== undefined) return fail({ type: 'proof-invalid', ...unproven });
  return succeed({ ...share, factors: factors.value });
}

/** Owner and hash of a share (format §12, second object). */
export function writeOwnedShare({ owner, text }: OwnedShare): string {
  return writeCompactJson({ owner, payload: sha256Hex(text) });
}

/** @returns the owner's number, from 1, and the hex hash of the partial decryption's text */
export function parseOwnedShare(
  text: string,
): Result<
  { readonly owner: number; readonly payload: string },
  TextFault | { readonly type: 'malformed'; readonly path: string }
> {
  const json = parseCompactJson(text, 1_000);
  if (!json.ok) return json;
  if (!hasFields(json.value, ['owner', 'payload'])) return fail({ type: 'malformed', path: '' });
  const owner = readCount(json.value.owner);
  const { payload } = json.value;
  if (owner === undefined || owner === 0) return fail({ type: 'malformed', path: 'owner' });
  return isHexHash(payload) ? succeed({ owner, payload }) : fail({ type: 'malformed', path: 'payload' });
}
