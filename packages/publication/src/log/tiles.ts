import { HASH_BYTES, type Hash, hashLeaf, treeHash } from './merkle-tree.ts';

/** Hashes of a full tile, entries of a full bundle. @source C2SP tlog-tiles */
export const TILE_WIDTH = 256;
/** Bytes of one entry at most: its length stands in two bytes. */
export const ENTRY_LIMIT_BYTES = 65_535;

/** One tile of a tree: `width` is 256, or less at the right edge. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** `tile/0/x001/x234/067`, with `.p/<width>` for a partial tile. @source C2SP tlog-tiles, Merkle Tree */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${level}/${indexPath(index)}${widthPath(width)}`;
}

/** `tile/entries/x001/x234/067`. @source C2SP tlog-tiles, Log entries */
export function entryBundlePath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${widthPath(width)}`;
}

function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return groups.map((group, place) => (place === groups.length - 1 ? group : `x${group}`)).join('/');
}

const widthPath = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`);

/** All tiles of a tree, level by level from the leaves. An empty tile does not exist. */
export function tilesOf(size: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < hashes; index += 1) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) });
    }
  }
  return tiles;
}

/**
 * The files by which a log of these entries is served: tiles and entry bundles, by their paths.
 * @throws RangeError when an entry is longer than two bytes can say
 */
export function logFiles(entries: readonly Uint8Array[]): ReadonlyMap<string, Uint8Array> {
  const levels: (readonly Hash[])[] = [entries.map(hashLeaf)];
  const files = new Map<string, Uint8Array>();
  for (const tile of tilesOf(entries.length)) {
    const hashes = levels[tile.level] ?? levelAbove(levels[tile.level - 1] ?? []);
    levels[tile.level] = hashes;
    const start = tile.index * TILE_WIDTH;
    files.set(tilePath(tile), joined(hashes.slice(start, start + tile.width)));
    if (tile.level === 0) {
      files.set(
        entryBundlePath(tile.index, tile.width),
        writeEntryBundle(entries.slice(start, start + tile.width)),
      );
    }
  }
  return files;
}

/** Only full tiles are hashed into the level above. */
function levelAbove(hashes: readonly Hash[]): readonly Hash[] {
  return Array.from({ length: Math.floor(hashes.length / TILE_WIDTH) }, (_, index) =>
    treeHash(hashes.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Entries, each after its length in two bytes, big-endian. */
export function writeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return joined(
    entries.flatMap((entry) => {
      if (entry.length > ENTRY_LIMIT_BYTES) throw new RangeError(`An entry of ${entry.length} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** @returns undefined when the bytes are not `count` whole entries and nothing else */
export function readEntryBundle(bytes: Uint8Array, count: number): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) return undefined;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return undefined;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return entries.length === count ? entries : undefined;
}

/** The hashes of a tile's bytes. @returns undefined when they are not `width` hashes */
export function readTile(bytes: Uint8Array, width: number): readonly Hash[] | undefined {
  if (bytes.length !== width * HASH_BYTES) return undefined;
  return Array.from({ length: width }, (_, index) =>
    bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}
