import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from './base64.ts';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;
export const HASH_BYTES = 32;

const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);

/** Hash of one entry. @source RFC 6962, section 2.1 */
export function hashLeaf(entry: Uint8Array): Hash {
  return sha256.create().update(LEAF_PREFIX).update(entry).digest();
}

/** Hash of two subtrees. @source RFC 6962, section 2.1 */
export function hashNode(left: Hash, right: Hash): Hash {
  return sha256.create().update(NODE_PREFIX).update(left).update(right).digest();
}

/** Largest power of two below `size`, for sizes of at least 2. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Root of the tree over these leaf hashes; of none, the hash of nothing. @source RFC 6962, section 2.1 */
export function treeHash(leaves: readonly Hash[]): Hash {
  return rangeHash(leaves, 0, leaves.length);
}

function rangeHash(leaves: readonly Hash[], start: number, end: number): Hash {
  const size = end - start;
  if (size === 0) return sha256(new Uint8Array(0));
  if (size === 1) return leafAt(leaves, start);
  const middle = start + splitOf(size);
  return hashNode(rangeHash(leaves, start, middle), rangeHash(leaves, middle, end));
}

function leafAt(leaves: readonly Hash[], index: number): Hash {
  const leaf = leaves[index];
  if (leaf === undefined) throw new RangeError(`The tree has ${leaves.length} leaves and no leaf ${index}`);
  return leaf;
}

/** Hashes beside the way from a leaf to the root, from below. @throws RangeError when there is no such leaf. @source RFC 6962, section 2.1.1 */
export function inclusionProof(leaves: readonly Hash[], index: number): readonly Hash[] {
  leafAt(leaves, index);
  const path = (start: number, end: number): Hash[] => {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...path(start, middle), rangeHash(leaves, middle, end)]
      : [...path(middle, end), rangeHash(leaves, start, middle)];
  };
  return path(0, leaves.length);
}

/**
 * Shows that the tree of the first `oldSize` leaves is the beginning of the whole tree; empty for 0 and for the whole.
 * @throws RangeError when the tree has fewer leaves. @source RFC 6962, section 2.1.2
 */
export function consistencyProof(leaves: readonly Hash[], oldSize: number): readonly Hash[] {
  if (oldSize < 0 || oldSize > leaves.length) throw new RangeError(`No tree of ${oldSize} leaves`);
  const subProof = (size: number, start: number, end: number, isWhole: boolean): Hash[] => {
    if (size === end - start) return isWhole ? [] : [rangeHash(leaves, start, end)];
    const split = splitOf(end - start);
    const middle = start + split;
    return size <= split
      ? [...subProof(size, start, middle, isWhole), rangeHash(leaves, middle, end)]
      : [...subProof(size - split, middle, end, false), rangeHash(leaves, start, middle)];
  };
  return oldSize === 0 ? [] : subProof(oldSize, 0, leaves.length, true);
}

/** Whether a proof leads from this leaf at this place to this root. @source RFC 9162, section 2.1.3.2 */
export function isIncluded(claim: {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}): boolean {
  const { leaf, index, size, proof, root } = claim;
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size || !areHashes([leaf, root, ...proof])) {
    return false;
  }
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = hashNode(beside, hash);
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      hash = hashNode(hash, beside);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equalBytes(hash, root);
}

/** Whether the smaller tree is the beginning of the larger one. @source RFC 9162, section 2.1.4.2 */
export function isConsistent(claim: {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}): boolean {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (!isTreeSize(oldSize) || !isTreeSize(size) || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && equalBytes(oldRoot, root);
  if (oldSize === 0) return proof.length === 0;
  if (proof.length === 0 || !areHashes([oldRoot, root, ...proof])) return false;
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  const first = path.at(0);
  if (first === undefined) return false;
  let place = oldSize - 1;
  let last = size - 1;
  while (place % 2 === 1) {
    place = half(place);
    last = half(last);
  }
  let oldHash = first;
  let hash = first;
  for (const beside of path.slice(1)) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      oldHash = hashNode(beside, oldHash);
      hash = hashNode(beside, hash);
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      hash = hashNode(hash, beside);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(hash, root);
}

// Sizes go beyond 32 bits: no bitwise operators on them.
const half = (value: number): number => Math.floor(value / 2);
const isTreeSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;
const areHashes = (hashes: readonly Hash[]): boolean => hashes.every(({ length }) => length === HASH_BYTES);

function isPowerOfTwo(size: number): boolean {
  let rest = size;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}
