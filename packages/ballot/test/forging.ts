import {
  type BallotFault,
  type BallotSignature,
  type Credential,
  checkBallot,
  chooseAnswers,
  type Election,
  encryptBallot,
  type RandomSource,
  sha256Base64,
} from '../src/index.ts';
import { ballotContext, proveKnowledge } from '../src/proof/knowledge.ts';
import { at, buildPlace, HEAD_QUESTION, testRandom } from './place.ts';

/** A ballot's JSON as a cheat may change it. */
export interface LooseBallot {
  election_uuid: string;
  election_hash: string;
  credential: string;
  answers: LooseAnswer[];
  signature: { hash: string; proof: LooseProof };
}
export interface LooseAnswer {
  choices: { alpha: string; beta: string }[];
  individual_proofs: LooseProof[][];
  overall_proof: LooseProof[];
  blank_proof?: LooseProof[];
}
export interface LooseProof {
  challenge: string;
  response: string;
}

export function looseBallot(text: string): LooseBallot {
  return JSON.parse(text);
}

/** Signs whatever stands in a ballot: a voter with a card of its own can do that to any content. */
export function resign(
  election: Election,
  ballot: Omit<LooseBallot, 'signature'>,
  holder: Credential,
  random: RandomSource,
): string {
  const { election_uuid, election_hash, answers } = ballot;
  const unsigned = { election_uuid, election_hash, credential: String(holder.publicKey), answers };
  const hash: BallotSignature['hash'] = sha256Base64(JSON.stringify(unsigned));
  const { challenge, response } = proveKnowledge(election.group, holder.secret, ballotContext(hash), random);
  const proof = { challenge: String(challenge), response: String(response) };
  return JSON.stringify({ ...unsigned, signature: { hash, proof } });
}

const random = testRandom('refused ballots');

/** Two questions, the second with the Belenios blank, so that every kind of proof is there. */
const place = buildPlace({
  name: 'refused',
  questions: [
    { ...HEAD_QUESTION, answers: ['a', 'b'] },
    { ...HEAD_QUESTION, answers: ['a', 'b'], blank: true, max: 2 },
  ],
});
export const { election, credentials } = place;
/** The cheat, with a card of its own. */
export const voter = at(place.holders, 0);
/** An honest voter. */
export const other = at(place.holders, 1);
/** A valid ballot of the cheat. */
export const VALID = encryptBallot({
  election,
  credential: voter,
  choices: chooseAnswers(election, [0, 1]),
  random,
}).text;
/** A valid ballot of the honest voter. */
export const OTHERS = encryptBallot({
  election,
  credential: other,
  choices: chooseAnswers(election, [1, 0]),
  random,
}).text;

/** Why a ballot is refused; `undefined` when it is accepted. */
export function faultOf(text: string, within: Election = election): BallotFault | undefined {
  const checked = checkBallot({ election: within, credentials, text });
  return checked.ok ? undefined : checked.error;
}

/** A change made to the ballot on its way: nobody signs it again. */
export function tampered(change: (ballot: LooseBallot) => void): string {
  const ballot = looseBallot(VALID);
  change(ballot);
  return JSON.stringify(ballot);
}

/** A change made by the voter's own software: it is signed with the voter's card. */
export function forged(change: (answers: LooseAnswer[]) => void): string {
  const ballot = looseBallot(VALID);
  change(ballot.answers);
  return resign(election, ballot, voter, random);
}

/** A number of a proof, changed. */
export const plus = (text: string, summand: bigint, modulus: bigint) =>
  String((BigInt(text) + summand) % modulus);
