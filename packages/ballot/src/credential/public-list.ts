import type { Group } from '../group/group.ts';
import { findNonMembers } from '../group/membership.ts';
import { isTextArray, parseCompactJson, type TextFault, writeCompactJson } from '../json.ts';
import type { RandomSource } from '../random.ts';
import { fail, type Result, succeed } from '../result.ts';

/** One line of the public list. */
export interface ListedCredential {
  /** Place in the list, from 0. */
  readonly position: number;
  readonly publicKey: bigint;
  /** Votes that its ballot counts for, 0..2^30−1; 1 when the list has no weights. */
  readonly weight: number;
}

/** The record's list of public credentials: all in the group, none 1, all different, in numeric order. */
export interface PublicCredentials {
  /** The exact text of the record. */
  readonly text: string;
  /** Whether the list names weights. */
  readonly weighted: boolean;
  readonly size: number;
  /** Sum of all weights, in votes, at most 2^30−1. */
  readonly totalWeight: number;
  /** By the decimal digits of the public key, as a ballot names it. */
  readonly byKey: ReadonlyMap<string, ListedCredential>;
}

/** Why a list is refused; positions are counted from 0. */
export type CredentialListFault =
  | TextFault
  | { readonly type: 'not-a-list' }
  | {
      readonly type: 'malformed' | 'not-a-member' | 'identity' | 'repeated' | 'out-of-order';
      readonly position: number;
    }
  /** With this line the total passes the limit. */
  | { readonly type: 'weight-too-large'; readonly position: number; readonly limit: number };

/** How to check the list. */
export interface CredentialListOptions {
  /** Fresh bytes: membership of all keys is then tested together. Without it each key is tested alone. */
  readonly random?: RandomSource;
}

/** Longest list, in characters: about 50,000 credentials. */
const LIST_LIMIT = 32 * 1024 * 1024;
/** Beyond it the tool writes counts in another form; no polling place comes near. */
const MAX_TOTAL_WEIGHT = 2 ** 30 - 1;
const ENTRY = /^([1-9][0-9]*)(?:,(0|[1-9][0-9]{0,9}))?$/;

/** The list without weights, in numeric order so that a position tells nothing (format §6.3). */
export function writePublicCredentials(publicKeys: readonly bigint[]): string {
  const sorted = publicKeys.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  return writeCompactJson(sorted.map(String));
}

/**
 * Reads and checks the list (format §6.3); stricter than the tool: canonical text, numeric order, no identity, weights
 * on all entries or on none.
 */
export function parsePublicCredentials(
  group: Group,
  text: string,
  options: CredentialListOptions = {},
): Result<PublicCredentials, CredentialListFault> {
  const json = parseCompactJson(text, LIST_LIMIT);
  if (!json.ok) return json;
  if (!isTextArray(json.value)) return fail({ type: 'not-a-list' });

  const byKey = new Map<string, ListedCredential>();
  const keys: bigint[] = [];
  const weighted = json.value[0]?.includes(',') ?? false;
  let totalWeight = 0;
  for (const [position, entry] of json.value.entries()) {
    const [, key = '', weightText] = ENTRY.exec(entry) ?? [];
    const publicKey = group.parseElement(key);
    if (publicKey === undefined || (weightText !== undefined) !== weighted) {
      return fail({ type: 'malformed', position });
    }
    if (publicKey === 1n) return fail({ type: 'identity', position });
    const previous = keys.at(-1) ?? 0n;
    if (publicKey === previous) return fail({ type: 'repeated', position });
    if (publicKey < previous) return fail({ type: 'out-of-order', position });
    const weight = Number(weightText ?? 1);
    totalWeight += weight;
    if (totalWeight > MAX_TOTAL_WEIGHT) {
      return fail({ type: 'weight-too-large', position, limit: MAX_TOTAL_WEIGHT });
    }
    keys.push(publicKey);
    byKey.set(key, { position, publicKey, weight });
  }
  const [stranger] =
    options.random === undefined
      ? [keys.findIndex((key) => !group.isMember(key))].filter((position) => position >= 0)
      : findNonMembers(group, keys, options.random);
  if (stranger !== undefined) return fail({ type: 'not-a-member', position: stranger });
  return succeed({ text, weighted, size: keys.length, totalWeight, byKey });
}
