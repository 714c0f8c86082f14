import type { PublicCredentials } from '../credential/public-list.ts';
import type { Election, Question } from '../election/election.ts';
import { withEngine } from '../group/create-group.ts';
import type { PowerEngine } from '../group/engine.ts';
import type { Group } from '../group/group.ts';
import { sha256Base64, sha256Hex } from '../hash.ts';
import { checkOneOf, type Statement } from '../proof/disjunction.ts';
import { ballotContext, checkKnowledge } from '../proof/knowledge.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Ciphertext, EMPTY_CIPHERTEXT, multiplyCiphertexts } from './ciphertext.ts';
import {
  ballotProofContext,
  blankContext,
  ciphertextText,
  overallBlankContext,
  questionProofContext,
  rangeContext,
} from './context.ts';
import type { BallotText } from './encrypt.ts';
import type { BallotFault } from './fault.ts';
import { type ReadAnswer, readBallot } from './read.ts';

export type { BallotFault } from './fault.ts';

/** A ballot that keeps every rule. */
export interface CheckedBallot extends BallotText {
  /** The credential's public key in decimal digits: key of `PublicCredentials.byKey`. */
  readonly credential: string;
  /** Place of the credential in the public list, from 0. */
  readonly credentialPosition: number;
  /** Votes that the ballot counts for. */
  readonly weight: number;
  /** For each question the ciphertexts, the Belenios blank first where there is one. */
  readonly answers: readonly (readonly Ciphertext[])[];
}

export interface BallotCheckInput {
  readonly election: Election;
  readonly credentials: Pick<PublicCredentials, 'byKey'>;
  readonly text: string;
  /** Replaces the engine of the election's group. */
  readonly engine?: PowerEngine;
  /**
   * 'now' (default): every α and β is tested for membership. 'deferred': whoever calls tests those of many ballots
   * together with `findNonMembers`, and believes none of these ballots before.
   */
  readonly membership?: 'now' | 'deferred';
}

/**
 * Checks everything the format asks of one ballot (§10.4), stricter than the tool: canonical inside the answers too.
 * Whether the credential has voted before is not a question about one ballot: see the verifier.
 */
export function checkBallot(input: BallotCheckInput): Result<CheckedBallot, BallotFault> {
  const { election, credentials, text, engine, membership = 'now' } = input;
  const read = readBallot(election, text);
  if (!read.ok) return read;
  const { credential, answers, signature, unsignedText } = read.value;
  const listed = credentials.byKey.get(credential);
  if (listed === undefined) return fail({ type: 'unknown-credential' });
  if (signature.hash !== sha256Base64(unsignedText)) return fail({ type: 'hash-mismatch' });

  const group = engine === undefined ? election.group : withEngine(election.group, engine);
  const signedContext = ballotContext(signature.hash);
  const key = election.encryptionKey.base;
  if (!checkKnowledge(group, listed.publicKey, signedContext, signature, key)) {
    return fail({ type: 'signature-invalid' });
  }
  const baseContext = ballotProofContext(election.fingerprint, credential);
  const stranger = membership === 'now' ? findStranger(group, answers) : undefined;
  if (stranger !== undefined) return fail(stranger);
  for (const [index, question] of election.questions.entries()) {
    const answer = answers[index];
    const fault =
      answer && findProofFault({ group, election, question, answer, baseContext, questionIndex: index });
    if (fault !== undefined) return fail(fault);
  }
  return succeed({
    text,
    hash: sha256Hex(text),
    tracker: sha256Base64(text),
    credential,
    credentialPosition: listed.position,
    weight: listed.weight,
    answers: answers.map(({ ciphertexts }) => ciphertexts),
  });
}

function findStranger(group: Group, answers: readonly ReadAnswer[]): BallotFault | undefined {
  for (const [question, { ciphertexts }] of answers.entries()) {
    for (const [choice, { alpha, beta }] of ciphertexts.entries()) {
      if (!group.isMember(alpha)) return { type: 'not-a-member', question, choice, part: 'alpha' };
      if (!group.isMember(beta)) return { type: 'not-a-member', question, choice, part: 'beta' };
    }
  }
  return undefined;
}

interface AnswerCheck {
  readonly group: Group;
  readonly election: Election;
  readonly question: Question;
  readonly answer: ReadAnswer;
  /** S₀ of the ballot. */
  readonly baseContext: string;
  readonly questionIndex: number;
}

/** The first proof of an answer that does not hold (format §10.2 steps 3 to 7). */
function findProofFault(check: AnswerCheck): BallotFault | undefined {
  const { group, election, question, answer, baseContext, questionIndex } = check;
  const { ciphertexts, texts, individualProofs, overallProof, blankProof } = answer;
  const { encryptionKey } = election;
  for (const [choice, ciphertext] of ciphertexts.entries()) {
    const context = rangeContext(baseContext, texts[choice] ?? ciphertextText(ciphertext));
    const statements = statementsOf(ciphertext, 0, 1);
    if (!checkOneOf(group, encryptionKey, statements, context, individualProofs[choice] ?? [])) {
      return { type: 'individual-proof-invalid', question: questionIndex, choice };
    }
  }
  const total = (question.blank ? ciphertexts.slice(1) : ciphertexts).reduce(
    (sum, next) => multiplyCiphertexts(group, sum, next),
    EMPTY_CIPHERTEXT,
  );
  const context = questionProofContext(baseContext, texts);
  const counts = statementsOf(total, question.min, question.max);
  const blankCiphertext = ciphertexts[0];
  if (!question.blank || blankCiphertext === undefined) {
    const overallContext = rangeContext(context, ciphertextText(total));
    return checkOneOf(group, encryptionKey, counts, overallContext, overallProof)
      ? undefined
      : { type: 'overall-proof-invalid', question: questionIndex };
  }
  const isNotBlankOrNothing = [...statementsOf(blankCiphertext, 0, 0), ...statementsOf(total, 0, 0)];
  if (!checkOneOf(group, encryptionKey, isNotBlankOrNothing, blankContext(context), blankProof)) {
    return { type: 'blank-proof-invalid', question: questionIndex };
  }
  const isBlankOrCounts = [...statementsOf(blankCiphertext, 1, 1), ...counts];
  return checkOneOf(group, encryptionKey, isBlankOrCounts, overallBlankContext(context), overallProof)
    ? undefined
    : { type: 'overall-proof-invalid', question: questionIndex };
}

/** The statements "it encrypts min", …, "it encrypts max". */
function statementsOf({ alpha, beta }: Ciphertext, min: number, max: number): Statement[] {
  return Array.from({ length: max - min + 1 }, (_, index) => ({ alpha, beta, plaintext: min + index }));
}
