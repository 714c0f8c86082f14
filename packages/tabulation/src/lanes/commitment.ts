import { type Canonical, canonicalText } from '@bilik/election';
import type { PlaceContest } from '../fold/result-change.ts';

/** Where figures come from: the committee, the Desk's own reporters, or the public. */
export type Lane = 'official' | 'internal' | 'evidence';

/** Figures of one lane for one contest of one place. */
export interface LaneFigures {
  readonly place: string;
  readonly contest: string;
  readonly result: PlaceContest;
}

/** SHA-256 of UTF-8 text in 64 lower-case hexadecimal digits; Node's and a browser's differ, so it is an argument. */
export type Sha256 = (text: string) => string;

/** 32 random bytes in hexadecimal: figures of one place are few enough to be guessed without them. */
const NONCE = /^[0-9a-f]{64}$/;

/**
 * The text whose hash fixes internal figures before the official ones are shown: purpose, random bytes, and the figures in canonical form.
 * @throws where the nonce is no 32 bytes in lower-case hexadecimal
 */
export function commitmentText({ place, contest, result }: LaneFigures, nonce: string): string {
  if (!NONCE.test(nonce)) throw new Error('a nonce of 32 bytes in hexadecimal is needed');
  const { registered, users, valid, invalid, total } = result;
  const votes: Record<string, Canonical> = {};
  for (const option of result.options) votes[option.key] = option.votes;
  return `bilik/v1/internal-figures\n${nonce}\n${canonicalText({ place, contest, registered, users, votes, valid, invalid, total })}\n`;
}

/** Whether these figures, with these random bytes, are what was fixed by the hash. */
export function opensCommitment(
  commitment: string,
  figures: LaneFigures,
  nonce: string,
  sha256: Sha256,
): boolean {
  return NONCE.test(nonce) && sha256(commitmentText(figures, nonce)) === commitment;
}

/** What is known of one place and contest on the two sides that must not see each other. */
export interface LaneSides {
  readonly official: boolean;
  /** The hash of the internal figures is stored. */
  readonly internalCommitted: boolean;
}

/**
 * Whether the Desk may see the official figures of a place beside its own, and the committee's side the comparison: both sides are in.
 * Before, each sees its own only.
 */
export function lanesMayMeet({ official, internalCommitted }: LaneSides): boolean {
  return official && internalCommitted;
}
