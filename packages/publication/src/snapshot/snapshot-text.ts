import {
  canonicalText,
  fail,
  type Result,
  type RulePack,
  rulePackFingerprintText,
  succeed,
} from '@bilik/election';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Snapshot, snapshotSchema } from './schema.ts';

/** Why a text is no snapshot. */
export type SnapshotProblem =
  | { readonly type: 'snapshot-too-large'; readonly limitCharacters: number }
  | { readonly type: 'snapshot-not-json' }
  | {
      readonly type: 'snapshot-malformed';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    }
  /** Another spelling of the same content. */
  | { readonly type: 'snapshot-not-canonical' };

/** 240 villages with 1,600 polling places are about 3 MB. */
const LIMIT_CHARACTERS = 64 * 1024 * 1024;
const PROBLEMS_SHOWN = 20;

/** The one text of a snapshot: what is hashed, stored and sent. */
export function snapshotText(snapshot: Snapshot): string {
  return canonicalText(snapshot);
}

/** @errors 'snapshot-too-large' · 'snapshot-not-json' · 'snapshot-malformed' · 'snapshot-not-canonical' */
export function parseSnapshot(text: string): Result<Snapshot, SnapshotProblem> {
  if (text.length > LIMIT_CHARACTERS) {
    return fail({ type: 'snapshot-too-large', limitCharacters: LIMIT_CHARACTERS });
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail({ type: 'snapshot-not-json' });
  }
  const parsed = snapshotSchema.safeParse(content);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, PROBLEMS_SHOWN)
      .map(({ path, message }) => ({ path: path.join('.'), message }));
    return fail({ type: 'snapshot-malformed', problems });
  }
  return snapshotText(parsed.data) === text ? succeed(parsed.data) : fail({ type: 'snapshot-not-canonical' });
}

/** Lower-case hex SHA-256 of a text in UTF-8, or of bytes. */
export function hexSha256(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? new TextEncoder().encode(content) : content));
}

/** The fingerprint by which a village names its rule pack. */
export function rulePackFingerprint(rulePack: RulePack): string {
  return hexSha256(rulePackFingerprintText(rulePack));
}
