import type { Election, Question } from '../election/election.ts';
import type { Group } from '../group/group.ts';
import { hasFields, isJsonArray, type JsonValue, parseCompactJson } from '../json.ts';
import { type Proof, parseProof } from '../proof/proof.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Ciphertext } from './ciphertext.ts';
import type { CiphertextText } from './context.ts';
import type { BallotSignature } from './encrypt.ts';
import type { BallotFault } from './fault.ts';

/** One question's part of a ballot, read but not yet believed. */
export interface ReadAnswer {
  readonly ciphertexts: readonly Ciphertext[];
  readonly texts: readonly CiphertextText[];
  readonly individualProofs: readonly (readonly Proof[])[];
  readonly overallProof: readonly Proof[];
  /** Empty when the question has no blank. */
  readonly blankProof: readonly Proof[];
}

/** A ballot of the right form that names its election, read but not yet believed. */
export interface ReadBallot {
  readonly credential: string;
  readonly answers: readonly ReadAnswer[];
  readonly signature: BallotSignature;
  /** The text that was signed. */
  readonly unsignedText: string;
}

const FIELDS = ['election_uuid', 'election_hash', 'credential', 'answers', 'signature'] as const;
const ANSWER_FIELDS = ['choices', 'individual_proofs', 'overall_proof'] as const;
const BLANK_ANSWER_FIELDS = [...ANSWER_FIELDS, 'blank_proof'] as const;

/**
 * The longest text a ballot of this election can have: every number at its longest, every string at its own. A longer
 * one is refused unread.
 */
export function ballotLengthLimit({ group, questions, uuid }: Election): number {
  const elementLength = group.formatElement(group.p).length;
  const proofLength = '{"challenge":"","response":""},'.length + 2 * group.formatScalar(group.q).length;
  const ciphertextLength = '{"alpha":"","beta":""},'.length + 2 * elementLength;
  const answersLength = questions
    .map(({ answers, blank, min, max }) => {
      const choiceCount = answers.length + (blank ? 1 : 0);
      const proofCount = 2 * choiceCount + (max - min + 1) + (blank ? 3 : 0);
      return choiceCount * (ciphertextLength + '[],'.length) + proofCount * proofLength + 100;
    })
    .reduce((total, length) => total + length, 0);
  return 300 + uuid.length + elementLength + proofLength + answersLength;
}

/** Reads a ballot whose every byte must be what the format prescribes, inside the answers too (format §10.1). */
export function readBallot(election: Election, text: string): Result<ReadBallot, BallotFault> {
  const json = parseCompactJson(text, ballotLengthLimit(election));
  if (!json.ok) return json;
  const object = json.value;
  if (!hasFields(object, FIELDS)) return fail({ type: 'malformed', path: '' });
  const { election_uuid: uuid, election_hash: fingerprint, credential, answers } = object;
  if (typeof uuid !== 'string') return fail({ type: 'malformed', path: 'election_uuid' });
  if (typeof fingerprint !== 'string') return fail({ type: 'malformed', path: 'election_hash' });
  if (uuid !== election.uuid) return fail({ type: 'other-election', field: 'election_uuid' });
  if (fingerprint !== election.fingerprint) return fail({ type: 'other-election', field: 'election_hash' });
  if (typeof credential !== 'string' || election.group.parseElement(credential) === undefined) {
    return fail({ type: 'malformed', path: 'credential' });
  }
  const signature = readSignature(election.group, object.signature);
  if (signature === undefined) return fail({ type: 'malformed', path: 'signature' });
  const read = readAnswers(election, answers);
  if (!read.ok) return read;
  const signatureStart = text.lastIndexOf(',"signature":');
  const unsignedText = `${text.slice(0, signatureStart)}}`;
  return succeed({ credential, answers: read.value, signature, unsignedText });
}

function readSignature(group: Group, value: JsonValue): BallotSignature | undefined {
  if (!hasFields(value, ['hash', 'proof'])) return undefined;
  const proof = parseProof(group, value.proof);
  return typeof value.hash === 'string' && proof !== undefined ? { hash: value.hash, ...proof } : undefined;
}

function readAnswers({ group, questions }: Election, value: JsonValue): Result<ReadAnswer[], BallotFault> {
  const items = readList(value, 'answers', questions.length);
  if (!items.ok) return items;
  const answers: ReadAnswer[] = [];
  for (const [index, question] of questions.entries()) {
    const answer = readAnswer(group, question, items.value[index] ?? null, `answers[${index}]`);
    if (!answer.ok) return answer;
    answers.push(answer.value);
  }
  return succeed(answers);
}

function readAnswer(
  group: Group,
  { answers, blank, min, max }: Question,
  value: JsonValue,
  path: string,
): Result<ReadAnswer, BallotFault> {
  const withBlank = blank && hasFields(value, BLANK_ANSWER_FIELDS) ? value : undefined;
  const object = withBlank ?? (!blank && hasFields(value, ANSWER_FIELDS) ? value : undefined);
  if (object === undefined) return fail({ type: 'malformed', path });
  const choiceCount = answers.length + (blank ? 1 : 0);
  const choices = readList(object.choices, `${path}.choices`, choiceCount);
  if (!choices.ok) return choices;
  const lists = readList(object.individual_proofs, `${path}.individual_proofs`, choiceCount);
  if (!lists.ok) return lists;

  const texts: CiphertextText[] = [];
  const ciphertexts: Ciphertext[] = [];
  for (const [index, choice] of choices.value.entries()) {
    const text = readCiphertextText(choice);
    const alpha = text && group.parseElement(text.alpha);
    const beta = text && group.parseElement(text.beta);
    if (text === undefined || alpha === undefined || beta === undefined) {
      return fail({ type: 'malformed', path: `${path}.choices[${index}]` });
    }
    texts.push(text);
    ciphertexts.push({ alpha, beta });
  }
  const individualProofs: Proof[][] = [];
  for (const [index, list] of lists.value.entries()) {
    const proofs = readProofs(group, list, `${path}.individual_proofs[${index}]`, 2);
    if (!proofs.ok) return proofs;
    individualProofs.push(proofs.value);
  }
  const overallCount = max - min + 1 + (blank ? 1 : 0);
  const overallProof = readProofs(group, object.overall_proof, `${path}.overall_proof`, overallCount);
  if (!overallProof.ok) return overallProof;
  const blankProof =
    withBlank === undefined
      ? succeed<Proof[]>([])
      : readProofs(group, withBlank.blank_proof, `${path}.blank_proof`, 2);
  if (!blankProof.ok) return blankProof;
  return succeed({
    ciphertexts,
    texts,
    individualProofs,
    overallProof: overallProof.value,
    blankProof: blankProof.value,
  });
}

function readProofs(
  group: Group,
  value: JsonValue,
  path: string,
  expected: number,
): Result<Proof[], BallotFault> {
  const items = readList(value, path, expected);
  if (!items.ok) return items;
  const proofs: Proof[] = [];
  for (const [index, item] of items.value.entries()) {
    const proof = parseProof(group, item);
    if (proof === undefined) return fail({ type: 'malformed', path: `${path}[${index}]` });
    proofs.push(proof);
  }
  return succeed(proofs);
}

function readList(
  value: JsonValue,
  path: string,
  expected: number,
): Result<readonly JsonValue[], BallotFault> {
  if (!isJsonArray(value)) return fail({ type: 'malformed', path });
  return value.length === expected ? succeed(value) : fail({ type: 'wrong-count', path, expected });
}

/** Exactly alpha and beta, both texts. */
export function readCiphertextText(value: JsonValue): CiphertextText | undefined {
  if (!hasFields(value, ['alpha', 'beta'])) return undefined;
  const { alpha, beta } = value;
  return typeof alpha === 'string' && typeof beta === 'string' ? { alpha, beta } : undefined;
}
