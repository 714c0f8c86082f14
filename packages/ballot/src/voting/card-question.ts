import type { Credential } from '../credential/credential.ts';
import type { Group } from '../group/group.ts';
import { toHex } from '../hash.ts';
import { checkKnowledge, proveKnowledge } from '../proof/knowledge.ts';
import type { RandomSource } from '../random.ts';
import type { Result } from '../result.ts';

/** What the answer is for: `cast`, a voter at a booth; `check`, somebody who has a card looked at by the board. */
export type CardPurpose = 'cast' | 'check';

/**
 * A question about one card, signed with the card's own key. The list of public credentials hangs on the wall: were that enough to
 * ask, a bad booth or board could ask for all of them all day and see which card is used when.
 */
export interface CardQuestion {
  /** The card's public key in decimal digits. */
  readonly credential: string;
  /** The station's nonce that it was signed for, 64 lower-case hex digits. */
  readonly nonce: string;
  /** Challenge and response in decimal digits, each 0..q−1. */
  readonly signature: { readonly challenge: string; readonly response: string };
}

/** In both cases nothing was looked up, and the answer is the same whichever card is named. */
export type CardQuestionFault =
  /** Signed for an earlier start of the station: ask for its nonce and sign again. */
  | { readonly type: 'nonce-stale' }
  /** Not signed by the card that it names, or that is no key at all. */
  | { readonly type: 'card-not-shown' };

const NONCE_BYTES = 32;

/** A nonce of the form that questions carry. */
export function drawCardNonce(random: RandomSource): string {
  return toHex(random(NONCE_BYTES));
}

/**
 * Start of the hashed string; the commitment follows. Strings of the record start with `sig|`, `pok|`, `sigmsg|`, `prove|` … and
 * never with this tag, so that no question is a ballot's signature nor the other way round; each field has its length before it.
 */
function questionContext(
  fingerprint: string,
  purpose: CardPurpose,
  { nonce, credential }: Pick<CardQuestion, 'nonce' | 'credential'>,
): string {
  const fields = [fingerprint, purpose, nonce, credential].map((field) => `${field.length}:${field}|`);
  return `bilik/v1/card-question|${fields.join('')}`;
}

/** The election that a card belongs to. */
interface CardElection {
  readonly group: Group;
  /** The election's fingerprint, 43 characters. */
  readonly fingerprint: string;
}

/** @param nonce as the station gave it. @param random gives the signature's secret, used once */
export function signCardQuestion(input: {
  readonly election: CardElection;
  readonly credential: Credential;
  readonly purpose: CardPurpose;
  readonly nonce: string;
  readonly random: RandomSource;
}): CardQuestion {
  const { group, fingerprint } = input.election;
  const named = { credential: group.formatElement(input.credential.publicKey), nonce: input.nonce };
  const context = questionContext(fingerprint, input.purpose, named);
  const { challenge, response } = proveKnowledge(group, input.credential.secret, context, input.random);
  const signature = { challenge: group.formatScalar(challenge), response: group.formatScalar(response) };
  return { ...named, signature };
}

/**
 * Whether a question comes from somebody who holds the card. Says nothing about whether the card is listed.
 * @param nonce of this start of the station
 * @errors 'nonce-stale' · 'card-not-shown'
 */
export function checkCardQuestion(input: {
  readonly election: CardElection;
  readonly purpose: CardPurpose;
  readonly nonce: string;
  readonly question: CardQuestion;
}): Result<undefined, CardQuestionFault> {
  const { question, nonce, purpose } = input;
  const { group, fingerprint } = input.election;
  if (question.nonce !== nonce) return { ok: false, error: { type: 'nonce-stale' } };
  const publicKey = group.parseElement(question.credential);
  const challenge = group.parseScalar(question.signature.challenge);
  const response = group.parseScalar(question.signature.response);
  const isSigned =
    publicKey !== undefined &&
    challenge !== undefined &&
    response !== undefined &&
    // 1 has a secret that everybody knows, and a proof says nothing about a key outside the group
    publicKey !== 1n &&
    group.isMember(publicKey) &&
    checkKnowledge(group, publicKey, questionContext(fingerprint, purpose, question), {
      challenge,
      response,
    });
  return isSigned ? { ok: true, value: undefined } : { ok: false, error: { type: 'card-not-shown' } };
}
