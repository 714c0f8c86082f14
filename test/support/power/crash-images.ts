import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chance } from '../chance.ts';
import type { Call } from './syscall-record.ts';

/** A disk writes sectors whole; a longer write may be there in part. */
const SECTOR_BYTES = 512;

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number };

/** A file as an inode: what is certainly on the medium, and what was done to it since its last sync. */
interface Inode {
  settled: Buffer;
  pending: Change[];
}

type FolderChange =
  | { readonly kind: 'link'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'unlink'; readonly path: string };

/** How unsynced changes fare in a power cut. */
export type Fate = 'dropped' | 'kept' | 'torn';

function changed(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    return change.length <= content.length
      ? content.subarray(0, change.length)
      : Buffer.concat([content, Buffer.alloc(change.length - content.length)]);
  }
  const end = change.offset + change.bytes.length;
  const whole = Buffer.alloc(Math.max(content.length, end));
  content.copy(whole);
  change.bytes.copy(whole, change.offset);
  return whole;
}

/** The sectors of one write that reached the medium. */
function torn(change: Change, chance: Chance): Change[] {
  if (change.kind === 'truncate') return chance() < 0.5 ? [change] : [];
  const pieces: Change[] = [];
  for (let at = 0; at < change.bytes.length; ) {
    const offset = change.offset + at;
    const length = Math.min(SECTOR_BYTES - (offset % SECTOR_BYTES), change.bytes.length - at);
    if (chance() < 0.5) pieces.push({ kind: 'write', offset, bytes: change.bytes.subarray(at, at + length) });
    at += length;
  }
  return pieces;
}

/** A random order: without a sync between them, a disk may write in any. */
function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items
    .map((item) => ({ item, key: chance() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

/**
 * The files of two media while recorded calls are replayed. What is synced stays; everything after the last sync of a file may be lost,
 * kept, or be there in part and in another order, sector by sector. Names in folders change in the order in which they were changed (a
 * journalling file system), and are certain once their folder is synced, or a file with that name.
 */
export interface ReplayedMedia {
  readonly replay: (call: Call) => void;
  /** Writes what a power cut at this moment may leave. */
  readonly writeImage: (root: string, fate: Fate, chance: Chance) => void;
}

/** @param root of the record's paths; @param before the same root as it was before the first call */
export function openReplayedMedia(root: string, before: string): ReplayedMedia {
  const settledNames = new Map<string, Inode>();
  for (const folder of ['station/store', 'station/count', 'station-second/store', 'station-second/count']) {
    for (const name of readdirSync(join(before, folder))) {
      const file = join(before, folder, name);
      if (!statSync(file).isFile()) continue;
      settledNames.set(join(root, folder, name), { settled: readFileSync(file), pending: [] });
    }
  }
  const names = new Map(settledNames);
  let folderChanges: FolderChange[] = [];

  const inodeOf = (path: string): Inode => {
    const inode = names.get(path);
    if (inode === undefined) throw new Error(`The record writes to ${path}, which is not there`);
    return inode;
  };
  const apply = (target: Map<string, Inode>, change: FolderChange): void => {
    if (change.kind === 'link') target.set(change.path, change.inode);
    else target.delete(change.path);
  };
  const change = (next: FolderChange): void => {
    folderChanges.push(next);
    apply(names, next);
  };
  /** Everything that was changed in folders up to the last change that fits. */
  const settleFolders = (fits: (path: string) => boolean): void => {
    const last = folderChanges.findLastIndex(({ path }) => fits(path));
    for (const done of folderChanges.slice(0, last + 1)) apply(settledNames, done);
    folderChanges = folderChanges.slice(last + 1);
  };

  return {
    replay(call) {
      switch (call.call) {
        case 'write':
          inodeOf(call.path).pending.push({ kind: 'write', offset: call.offset, bytes: call.bytes });
          break;
        case 'truncate':
          inodeOf(call.path).pending.push({ kind: 'truncate', length: call.length });
          break;
        case 'create':
          if (!names.has(call.path)) {
            change({ kind: 'link', path: call.path, inode: { settled: Buffer.alloc(0), pending: [] } });
          }
          break;
        case 'rename': {
          const inode = inodeOf(call.from);
          change({ kind: 'link', path: call.to, inode });
          change({ kind: 'unlink', path: call.from });
          break;
        }
        case 'unlink':
          change({ kind: 'unlink', path: call.path });
          break;
        case 'sync': {
          const inode = names.get(call.path);
          if (inode === undefined) {
            settleFolders((path) => dirname(path) === call.path);
            break;
          }
          inode.settled = inode.pending.reduce(changed, inode.settled);
          inode.pending = [];
          settleFolders((path) => path === call.path);
          break;
        }
        case 'make-folder':
          throw new Error(`${call.path}: folders of a medium are there before the day`);
        case 'word':
          break;
      }
    },
    writeImage(target, fate, chance) {
      const image = new Map(settledNames);
      const kept =
        fate === 'dropped'
          ? 0
          : fate === 'kept'
            ? folderChanges.length
            : Math.floor(chance() * (folderChanges.length + 1));
      for (const done of folderChanges.slice(0, kept)) apply(image, done);
      for (const medium of ['station', 'station-second']) {
        for (const folder of ['store', 'count']) {
          rmSync(join(target, medium, folder), { recursive: true, force: true });
          mkdirSync(join(target, medium, folder), { recursive: true });
        }
      }
      for (const [path, { settled, pending }] of image) {
        const reached =
          fate === 'dropped'
            ? []
            : fate === 'kept'
              ? pending
              : shuffled(
                  pending.flatMap((one) => torn(one, chance)),
                  chance,
                );
        writeFileSync(join(target, path.slice(root.length)), reached.reduce(changed, settled));
      }
    },
  };
}
