import { chooseAnswers } from '../ballot/choices.ts';
import { type BallotText, reencryptBallot } from '../ballot/encrypt.ts';
import type { Election } from '../election/election.ts';
import type { Proof } from '../proof/proof.ts';
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

const PREFIX = 'BILIK-BUKTI.1.';
const LONGEST_TEXT = 4_000;

/** The proof as one line of text that fits into a QR code: prefix and base64url of compact JSON. */
export function writeProvedBallot(proved: ProvedBallot): string {
  const { electionUuid, publicKey, signature, seed, answers } = proved;
  const json = JSON.stringify({
    u: electionUuid,
    c: publicKey.toString(),
    h: signature.hash,
    x: signature.challenge.toString(),
    r: signature.response.toString(),
    s: [...seed].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    o: answers,
  });
  return PREFIX + btoa(json).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const FIELDS = {
  u: /^[1-9A-HJ-NP-Za-km-z]{14,64}$/,
  c: /^[1-9][0-9]{0,616}$/,
  h: /^[A-Za-z0-9+/]{43}$/,
  x: /^(0|[1-9][0-9]{0,77})$/,
  r: /^(0|[1-9][0-9]{0,77})$/,
  s: /^[0-9a-f]{64}$/,
} as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonIn(text: string): unknown {
  if (text.length > LONGEST_TEXT || !text.startsWith(PREFIX)) return undefined;
  try {
    return JSON.parse(atob(text.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

/** @errors 'not-a-proof': another text, cut short, or changed in its form */
export function parseProvedBallot(text: string): Result<ProvedBallot, { readonly type: 'not-a-proof' }> {
  const refused = { ok: false, error: { type: 'not-a-proof' } } as const;
  const json = jsonIn(text.trim());
  if (!isRecord(json) || Object.keys(json).join('') !== 'uchxrso') return refused;
  const field = (name: keyof typeof FIELDS): string => {
    const value = json[name];
    return typeof value === 'string' && FIELDS[name].test(value) ? value : '';
  };
  const { o } = json;
  const answers = Array.isArray(o) && o.length <= 20 ? o.filter((answer) => Number.isInteger(answer)) : [];
  const texts = { u: field('u'), c: field('c'), h: field('h'), x: field('x'), r: field('r'), s: field('s') };
  if (Object.values(texts).includes('') || !Array.isArray(o) || answers.length !== o.length) return refused;
  return {
    ok: true,
    value: {
      electionUuid: texts.u,
      publicKey: BigInt(texts.c),
      signature: { hash: texts.h, challenge: BigInt(texts.x), response: BigInt(texts.r) },
      seed: Uint8Array.from(texts.s.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
      answers: answers.map(Number),
    },
  };
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
