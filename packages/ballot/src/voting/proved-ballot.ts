import { chooseAnswers } from '../ballot/choices.ts';
import { type BallotText, reencryptBallot } from '../ballot/encrypt.ts';
import type { Election } from '../election/election.ts';
import { toBase64 } from '../hash.ts';
import type { Proof } from '../proof/proof.ts';
import { bytesToInteger } from '../random.ts';
import type { Result } from '../result.ts';

/**
 * All that repeats a ballot which its voter had proved instead of cast. Such a ballot is never counted; nothing else is ever
 * opened (design, decision 4).
 */
export interface ProvedBallot {
  readonly electionUuid: string;
  /** Public key of the card. */
  readonly publicKey: bigint;
  readonly signature: Proof & { readonly hash: string };
  /** 32 bytes. */
  readonly seed: Uint8Array;
  /** For each question the position of the chosen answer, from 0. */
  readonly answers: readonly number[];
}

export type ProvedBallotFault =
  | { readonly type: 'not-a-proof' }
  | { readonly type: 'other-election' }
  | { readonly type: 'no-such-answer' };

const PREFIX = 'BILIK-BUKTI.2.';
const UUID = /^[1-9A-HJ-NP-Za-km-z]{14,64}$/;
/** Bytes of a public key in BELENIOS-2048. */
const KEY_BYTES = 256;
/** Bytes of a hash, of a seed and of each half of a signature. */
const NUMBER_BYTES = 32;
/** Answers of more questions than a ballot ever has, or positions that no question has, are not read. */
const MOST_ANSWERS = 20;
const LONGEST_TEXT = 700;

/** @throws RangeError when the number does not fit */
function bytesOf(number: bigint, length: number): Uint8Array {
  const hex = number.toString(16).padStart(length * 2, '0');
  if (hex.length > length * 2) throw new RangeError(`a number of an opening has more than ${length} bytes`);
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

const base64UrlOf = (bytes: readonly number[]): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * The proof as one line of text, short enough for one QR code that a plain camera reads (a third of its digits, 85 modules a side): prefix and
 * base64url of length of uuid · uuid · public key (256) · hash · challenge · response · seed (32 each) · one byte for each answer.
 */
export function writeProvedBallot(proved: ProvedBallot): string {
  const { electionUuid, publicKey, signature, seed, answers } = proved;
  return (
    PREFIX +
    base64UrlOf([
      electionUuid.length,
      ...[...electionUuid].map((letter) => letter.charCodeAt(0)),
      ...bytesOf(publicKey, KEY_BYTES),
      ...Array.from(atob(`${signature.hash}=`), (letter) => letter.charCodeAt(0)),
      ...bytesOf(signature.challenge, NUMBER_BYTES),
      ...bytesOf(signature.response, NUMBER_BYTES),
      ...seed,
      ...answers,
    ])
  );
}

function bytesIn(text: string): Uint8Array | undefined {
  if (text.length > LONGEST_TEXT || !text.startsWith(PREFIX)) return undefined;
  try {
    const body = atob(text.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(body, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** @errors 'not-a-proof': another text, cut short, or written in any other way than {@link writeProvedBallot} does */
export function parseProvedBallot(text: string): Result<ProvedBallot, { readonly type: 'not-a-proof' }> {
  const refused = { ok: false, error: { type: 'not-a-proof' } } as const;
  const line = text.trim();
  const bytes = bytesIn(line);
  const uuidBytes = bytes?.[0] ?? 0;
  const answersAt = 1 + uuidBytes + KEY_BYTES + 4 * NUMBER_BYTES;
  if (bytes === undefined || bytes.length <= answersAt || bytes.length > answersAt + MOST_ANSWERS) {
    return refused;
  }
  let at = 1;
  const take = (count: number): Uint8Array => {
    at += count;
    return bytes.slice(at - count, at);
  };
  const electionUuid = String.fromCharCode(...take(uuidBytes));
  const publicKey = bytesToInteger(take(KEY_BYTES));
  const hash = toBase64(take(NUMBER_BYTES)).slice(0, 43);
  const challenge = bytesToInteger(take(NUMBER_BYTES));
  const response = bytesToInteger(take(NUMBER_BYTES));
  const seed = take(NUMBER_BYTES);
  const proved: ProvedBallot = {
    electionUuid,
    publicKey,
    signature: { hash, challenge, response },
    seed,
    answers: [...take(bytes.length - answersAt)],
  };
  // no second spelling of one content
  const isRight = UUID.test(electionUuid) && publicKey > 0n && writeProvedBallot(proved) === line;
  return isRight ? { ok: true, value: proved } : refused;
}

/**
 * Encrypts the proved choice again. The ballot behind a tracker slip held this choice exactly when the tracker found here is the one on
 * the slip. @errors 'other-election' · 'no-such-answer'
 */
export function repeatProvedBallot(
  election: Election,
  proved: ProvedBallot,
): Result<BallotText, ProvedBallotFault> {
  if (proved.electionUuid !== election.uuid) return { ok: false, error: { type: 'other-election' } };
  const onBallot =
    proved.answers.length === election.questions.length &&
    proved.answers.every((answer, index) => election.questions[index]?.answers[answer] !== undefined);
  if (!onBallot) return { ok: false, error: { type: 'no-such-answer' } };
  const { publicKey, signature, seed } = proved;
  return {
    ok: true,
    value: reencryptBallot({
      election,
      publicKey,
      signature,
      seed,
      choices: chooseAnswers(election, proved.answers),
    }),
  };
}
