import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashLeaf, treeHash } from './merkle-tree.ts';
import {
  entryBundlePath,
  logFiles,
  readEntryBundle,
  readTile,
  tilePath,
  tilesOf,
  writeEntryBundle,
} from './tiles.ts';

const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => new TextEncoder().encode(`entry ${index}`));

describe('tiles as C2SP tlog-tiles names them', () => {
  test('the index of a path, three digits a folder', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1');
    expect(entryBundlePath(1000, 7)).toBe('tile/entries/x001/000.p/7');
  });

  test('a tree of 70,000 and one of 256 entries: the counts of the specification', () => {
    const count = (size: number, level: number) => {
      const tiles = tilesOf(size).filter((tile) => tile.level === level);
      return {
        full: tiles.filter(({ width }) => width === 256).length,
        partial: tiles.map(({ width }) => width).filter((width) => width < 256),
      };
    };
    expect(count(70_000, 0)).toEqual({ full: 273, partial: [112] });
    expect(count(70_000, 1)).toEqual({ full: 1, partial: [17] });
    expect(count(70_000, 2)).toEqual({ full: 0, partial: [1] });
    expect(tilesOf(256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(tilesOf(0)).toEqual([]);
  });

  test('the root is the hash of what the tiles say', () => {
    const entries = entriesOf(600);
    const leaves = entries.map(hashLeaf);
    const files = logFiles(entries);
    expect([...files.keys()].sort()).toEqual([
      'tile/0/000',
      'tile/0/001',
      'tile/0/002.p/88',
      'tile/1/000.p/2',
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/88',
    ]);
    expect(readTile(files.get('tile/0/002.p/88') ?? new Uint8Array(), 88)).toEqual(leaves.slice(512));
    expect(readTile(files.get('tile/1/000.p/2') ?? new Uint8Array(), 2)).toEqual([
      treeHash(leaves.slice(0, 256)),
      treeHash(leaves.slice(256, 512)),
    ]);
  });
});

test('a bundle gives its entries back, and no other bytes are a bundle of as many', () => {
  let cut = 0;
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }), fc.nat(), (entries, at) => {
      const bytes = writeEntryBundle(entries);
      expect(readEntryBundle(bytes, entries.length)).toEqual(entries.map((entry) => Uint8Array.from(entry)));
      expect(readEntryBundle(bytes, entries.length + 1)).toBeUndefined();
      if (bytes.length === 0) return;
      expect(readEntryBundle(bytes.slice(0, at % bytes.length), entries.length)).toBeUndefined();
      cut += 1;
    }),
    { numRuns: 200, seed: 256 },
  );
  expect(cut).toBeGreaterThan(100);
});
