import type { Credential } from '../credential/credential.ts';
import type { Election } from '../election/election.ts';
import { sha256Base64, sha256Hex } from '../hash.ts';
import { writeCompactJson } from '../json.ts';
import { ballotContext, proveKnowledge } from '../proof/knowledge.ts';
import { type Proof, proofObject } from '../proof/proof.ts';
import { type RandomSource, SEED_BYTES, seededRandom } from '../random.ts';
import { encryptAnswer } from './answer.ts';
import { areValidChoices, type Choices } from './choices.ts';
import { ballotProofContext } from './context.ts';

/** A ballot's signature by its credential. */
export interface BallotSignature extends Proof {
  /** H: Base64 SHA-256 of the ballot without its signature, 43 characters. */
  readonly hash: string;
}

/** The text of a ballot and its two digests. */
export interface BallotText {
  /** The exact text of the record. */
  readonly text: string;
  /** Hex SHA-256 of the text: its name in the archive. */
  readonly hash: string;
  /** Base64 SHA-256 of the text, 43 characters: the voter's tracker. */
  readonly tracker: string;
}

/** A ballot ready to be cast, and what opens it. */
export interface EncryptedBallot extends BallotText {
  readonly signature: BallotSignature;
  /** 32 secret bytes that repeat the encryption. Show them only to prove a ballot that will never be cast. */
  readonly seed: Uint8Array;
}

export interface EncryptionInput {
  readonly election: Election;
  readonly credential: Credential;
  readonly choices: Choices;
  readonly random: RandomSource;
}

/** What repeats a proved ballot. */
export interface ReencryptionInput {
  readonly election: Election;
  /** The credential's public key. */
  readonly publicKey: bigint;
  readonly signature: BallotSignature;
  /** The 32 bytes that came with the ballot. */
  readonly seed: Uint8Array;
  readonly choices: Choices;
}

/**
 * Builds a part of the tables that encryption uses, so that a page stays responsive while it prepares.
 * @param maxProducts products mod p for this call, a few µs each; default: all that is missing (about 16,000)
 * @returns whether the tables are complete: call again until they are
 */
export function warmTables(
  { group, encryptionKey }: Pick<Election, 'group' | 'encryptionKey'>,
  maxProducts?: number,
): boolean {
  return group.generator.warm(maxProducts) && encryptionKey.warm(maxProducts);
}

/**
 * Encrypts, proves and signs one ballot (format §10). Takes 32 bytes of `random` as the seed of everything but the
 * signature, whose nonce comes from `random` too: so that the seed of a proved ballot does not tell the credential's
 * secret. About 7 powers an answer, of g and of the election's key only: build their tables with `warm` beforehand.
 * @throws RangeError when the choices are not a valid vote
 */
export function encryptBallot({ election, credential, choices, random }: EncryptionInput): EncryptedBallot {
  const seed = random(SEED_BYTES);
  const unsigned = unsignedBallot(election, credential.publicKey, choices, seededRandom(seed));
  const signature = signBallot(election, unsigned, credential.secret, random);
  return { ...signedBallot(election, unsigned, signature), signature, seed };
}

/**
 * Repeats the encryption of a ballot that the voter had proved instead of cast: its digests must be those of the
 * tracker slip. (With other choices, another seed or another key they differ.)
 */
export function reencryptBallot({
  election,
  publicKey,
  signature,
  seed,
  choices,
}: ReencryptionInput): BallotText {
  return signedBallot(election, unsignedBallot(election, publicKey, choices, seededRandom(seed)), signature);
}

type UnsignedBallot = ReturnType<typeof unsignedBallot>;

/** The ballot without its signature; `random` is drawn from by each question in order. */
export function unsignedBallot(
  election: Election,
  credentialKey: bigint,
  choices: Choices,
  random: RandomSource,
) {
  if (!areValidChoices(election, choices)) throw new RangeError('the choices are not a valid vote');
  const credential = election.group.formatElement(credentialKey);
  const baseContext = ballotProofContext(election.fingerprint, credential);
  return {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential,
    answers: election.questions.map((question, index) =>
      encryptAnswer({ election, question, choices: choices[index] ?? [], baseContext, random }),
    ),
  };
}

/** The signature of everything in the ballot before it (format §10.3). */
export function signBallot(
  { group }: Election,
  unsigned: UnsignedBallot,
  secret: bigint,
  random: RandomSource,
): BallotSignature {
  const hash = sha256Base64(writeCompactJson(unsigned));
  return { hash, ...proveKnowledge(group, secret, ballotContext(hash), random) };
}

export function signedBallot(
  { group }: Election,
  unsigned: UnsignedBallot,
  { hash, ...proof }: BallotSignature,
): BallotText {
  const text = writeCompactJson({ ...unsigned, signature: { hash, proof: proofObject(group, proof) } });
  return { text, hash: sha256Hex(text), tracker: sha256Base64(text) };
}
