import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consistencyProof,
  type Hash,
  hashLeaf,
  inclusionProof,
  isConsistent,
  isIncluded,
  treeHash,
} from './merkle-tree.ts';

/** Entries, roots of the first 1 to 8 of them and proofs, as published for RFC 6962 by github.com/transparency-dev/merkle (proof/verify_test.go). */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const A = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const B = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const C = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const D = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const E = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const F = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const G = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f';
const [root1 = '', root2 = '', , root4 = ''] = ROOTS;
/** Leaf (from 1), size, proof. */
const INCLUSIONS: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [D, A, E]],
  [6, 8, [C, B, root4]],
  [3, 3, [root2]],
  [2, 5, [root1, A, C]],
];
/** Old size, size, proof. */
const CONSISTENCIES: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [D, A, E]],
  [6, 8, [F, B, root4]],
  [2, 5, [A, C]],
  [6, 7, [F, G, root4]],
];

const leaves = ENTRIES.map((entry) => hashLeaf(hexToBytes(entry)));
const rootOf = (size: number): Hash => hexToBytes(ROOTS[size - 1] ?? '');
const hex = (hashes: readonly Hash[]) => hashes.map((hash) => bytesToHex(hash));
const flipped = (hash: Hash): Hash => Uint8Array.from(hash, (byte, index) => (index === 0 ? byte ^ 8 : byte));

describe('the tree of RFC 6962, by the vectors of others', () => {
  test('roots, from nothing to eight entries', () => {
    expect(bytesToHex(treeHash([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(ROOTS.map((_, index) => bytesToHex(treeHash(leaves.slice(0, index + 1))))).toEqual(ROOTS);
  });

  test.each(INCLUSIONS)(
    'leaf %i of %i: the proof is theirs, it verifies, and nothing near it does',
    (leaf, size, expected) => {
      const proof = inclusionProof(leaves.slice(0, size), leaf - 1);
      expect(hex(proof)).toEqual(expected);
      const claim = {
        leaf: leaves[leaf - 1] ?? new Uint8Array(),
        index: leaf - 1,
        size,
        proof,
        root: rootOf(size),
      };
      expect(isIncluded(claim)).toBe(true);
      const wrong = [
        { ...claim, index: claim.index + 1 },
        { ...claim, index: claim.index - 1 },
        { ...claim, size: size * 2 },
        { ...claim, size: Math.floor(size / 2) },
        { ...claim, leaf: flipped(claim.leaf) },
        { ...claim, root: treeHash([]) },
        { ...claim, proof: [...proof, claim.root] },
        { ...claim, proof: [claim.root, ...proof] },
        { ...claim, proof: [...proof, new Uint8Array(0)] },
        ...proof.map((_, place) => ({
          ...claim,
          proof: proof.map((hash, at) => (at === place ? flipped(hash) : hash)),
        })),
        ...(proof.length > 0 ? [{ ...claim, proof: proof.slice(0, -1) }] : []),
      ];
      expect(wrong.map(isIncluded)).toEqual(wrong.map(() => false));
    },
  );

  test.each(CONSISTENCIES)(
    'from %i to %i entries: the proof is theirs, it verifies, and nothing near it does',
    (oldSize, size, expected) => {
      const proof = consistencyProof(leaves.slice(0, size), oldSize);
      expect(hex(proof)).toEqual(expected);
      const claim = { oldSize, oldRoot: rootOf(oldSize), size, root: rootOf(size), proof };
      expect(isConsistent(claim)).toBe(true);
      const wrong = [
        { ...claim, oldSize: size + 1 },
        { ...claim, oldRoot: flipped(claim.oldRoot) },
        { ...claim, root: flipped(claim.root) },
        { ...claim, proof: [...proof, claim.root] },
        { ...claim, proof: [claim.oldRoot, ...proof] },
        ...proof.map((_, place) => ({
          ...claim,
          proof: proof.map((hash, at) => (at === place ? flipped(hash) : hash)),
        })),
        ...(proof.length > 0
          ? [
              { ...claim, oldSize: oldSize + 1 },
              { ...claim, proof: [] },
              { ...claim, proof: proof.slice(0, -1) },
              { ...claim, oldRoot: claim.root, root: claim.oldRoot },
            ]
          : []),
      ];
      expect(wrong.map(isConsistent)).toEqual(wrong.map(() => false));
    },
  );

  test('nothing is consistent with everything, and with no proof', () => {
    const claim = { oldSize: 0, oldRoot: treeHash([]), size: 3, root: rootOf(3) };
    expect(isConsistent({ ...claim, proof: [] })).toBe(true);
    expect(isConsistent({ ...claim, proof: [rootOf(1)] })).toBe(false);
  });
});

test('every proof of every tree verifies, and an entry changed anywhere in the old part breaks consistency', () => {
  let changed = 0;
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 70 })
        .chain((size) =>
          fc.tuple(
            fc.constant(size),
            fc.integer({ min: 0, max: size }),
            fc.integer({ min: 0, max: size - 1 }),
          ),
        ),
      ([size, oldSize, index]) => {
        const all = Array.from({ length: size }, (_, entry) => hashLeaf(Uint8Array.of(entry)));
        const root = treeHash(all);
        const leaf = all[index] ?? root;
        expect(isIncluded({ leaf, index, size, root, proof: inclusionProof(all, index) })).toBe(true);
        const old = { oldSize, oldRoot: treeHash(all.slice(0, oldSize)), size };
        expect(isConsistent({ ...old, root, proof: consistencyProof(all, oldSize) })).toBe(true);
        if (index >= oldSize) return;
        const other = all.map((hash, place) => (place === index ? flipped(hash) : hash));
        const proof = consistencyProof(other, oldSize);
        expect(isConsistent({ ...old, root: treeHash(other), proof })).toBe(false);
        changed += 1;
      },
    ),
    { numRuns: 150, seed: 6962 },
  );
  expect(changed).toBeGreaterThan(30);
});
