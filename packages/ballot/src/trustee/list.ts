import type { Group } from '../group/group.ts';
import { isJsonArray, parseCompactJson, type TextFault, writeCompactJson } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import { checkTrusteeKey, parseTrusteeKey, type TrusteeKey, trusteeKeyObject } from './single.ts';
import {
  readThresholdParameters,
  type ThresholdParameters,
  TRUSTEE_LIMIT,
  type TrusteesPartFault,
  thresholdPublicKey,
} from './threshold-parameters.ts';

/** A trustee whose share is always needed. */
export interface SingleTrustee {
  readonly kind: 'single';
  readonly key: TrusteeKey;
}

/** Trustees of whom `threshold` suffice (format §8). */
export interface ThresholdTrustees extends ThresholdParameters {
  readonly kind: 'threshold';
}

export type TrusteeItem = SingleTrustee | ThresholdTrustees;

/** One trustee by its number. */
export interface TrusteeOwner {
  /** From 1, over all items in order. */
  readonly owner: number;
  /** Position of its item, from 0. */
  readonly item: number;
  readonly publicKey: bigint;
  readonly name?: string;
}

/** The record's list of trustees, fully checked. */
export interface Trustees {
  /** The exact text of the record. */
  readonly text: string;
  readonly items: readonly TrusteeItem[];
  readonly owners: readonly TrusteeOwner[];
}

export type TrusteesFault = TextFault | TrusteesPartFault;

/** What a list is written from. */
export type TrusteeItemSource =
  | { readonly kind: 'single'; readonly key: TrusteeKey }
  /** `parameters` of step 6 of the key ceremony. */
  | { readonly kind: 'threshold'; readonly parameters: string };

/** Longest list: 50 threshold trustees have about 2 million characters. */
const TRUSTEES_LENGTH_LIMIT = 4 * 1024 * 1024;

/** The trustees object of the record. Items keep their order: it gives the trustees their numbers. */
export function writeTrustees(group: Group, items: readonly TrusteeItemSource[]): string {
  const texts = items.map((item) =>
    item.kind === 'single'
      ? `["Single",${writeCompactJson(trusteeKeyObject(group, item.key))}]`
      : `["Pedersen",${item.parameters}]`,
  );
  return `[${texts.join(',')}]`;
}

/** Reads the list and checks every key, proof, certificate and commitment in it (format §7 and §8.4, and membership). */
export function parseTrustees(group: Group, text: string): Result<Trustees, TrusteesFault> {
  const json = parseCompactJson(text, TRUSTEES_LENGTH_LIMIT);
  if (!json.ok) return json;
  if (!isJsonArray(json.value) || json.value.length === 0) return fail({ type: 'malformed', path: '' });
  if (json.value.length > TRUSTEE_LIMIT) return fail({ type: 'malformed', path: '' });
  const items: TrusteeItem[] = [];
  for (const [index, pair] of json.value.entries()) {
    const path = `[${index}]`;
    if (!isJsonArray(pair) || pair.length !== 2) return fail({ type: 'malformed', path });
    const [kind, value] = pair;
    if (kind === 'Single') {
      const key = parseTrusteeKey(group, value);
      if (key === undefined) return fail({ type: 'malformed', path });
      if (!group.isMember(key.publicKey)) return fail({ type: 'not-a-member', path });
      if (!checkTrusteeKey(group, key)) return fail({ type: 'proof-invalid', path });
      items.push({ kind: 'single', key });
    } else if (kind === 'Pedersen') {
      const parameters = readThresholdParameters(group, value, path);
      if (!parameters.ok) return parameters;
      items.push({ kind: 'threshold', ...parameters.value });
    } else {
      return fail({ type: 'malformed', path });
    }
  }
  return succeed({ text, items, owners: numberOwners(items) });
}

/** y: the product of the keys of all items (format §7). */
export function electionPublicKey(group: Group, { items }: Pick<Trustees, 'items'>): bigint {
  return items.reduce(
    (product, item) =>
      group.multiply(product, item.kind === 'single' ? item.key.publicKey : thresholdPublicKey(group, item)),
    1n,
  );
}

function numberOwners(items: readonly TrusteeItem[]): readonly TrusteeOwner[] {
  return items
    .flatMap((item, index) =>
      (item.kind === 'single' ? [item.key] : item.verificationKeys).map((key) => ({ ...key, item: index })),
    )
    .map(({ publicKey, name, item }, index) => ({
      owner: index + 1,
      item,
      publicKey,
      ...(name === undefined ? {} : { name }),
    }));
}
