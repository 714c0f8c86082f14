import {
  type Checkpoint,
  cosignaturesOf,
  entryBundlePath,
  equalBytes,
  HASH_BYTES,
  hashLeaf,
  logFiles,
  type NoteKey,
  openCheckpoint,
  readEntryBundle,
  tilesOf,
  treeHash,
} from '../log/index.ts';
import { CHECKPOINT_PATH } from '../site/index.ts';
import type { SiteFinding } from './finding.ts';
import type { SiteFiles } from './site-files.ts';

/** The log as far as it can be believed. */
export interface CheckedLog {
  readonly findings: readonly SiteFinding[];
  readonly checkpoint?: Checkpoint;
  /** Only when they are those of the checkpoint. */
  readonly entries?: readonly Uint8Array[];
}

/** The checkpoint's signature, and every tile and entry under it. */
export function checkLog(files: SiteFiles, key: NoteKey): CheckedLog {
  const opened = openCheckpoint(files.text(CHECKPOINT_PATH) ?? '', key);
  if (!opened.ok) {
    return {
      findings: [{ rule: 'checkpoint', fault: 'signature', at: CHECKPOINT_PATH, detail: opened.error.type }],
    };
  }
  const checkpoint = opened.value;
  const entries: Uint8Array[] = [];
  for (const { level, index, width } of tilesOf(checkpoint.size)) {
    if (level > 0) break;
    const path = entryBundlePath(index, width);
    const bytes = files.bytes(path);
    const bundle = bytes && readEntryBundle(bytes, width);
    if (bundle === undefined) {
      const fault = bytes === undefined ? 'missing' : 'changed';
      return { checkpoint, findings: [{ rule: 'log', fault, at: path }] };
    }
    entries.push(...bundle);
  }
  if (!equalBytes(treeHash(entries.map(hashLeaf)), checkpoint.root)) {
    return { checkpoint, findings: [{ rule: 'log', fault: 'root-differs', at: CHECKPOINT_PATH }] };
  }
  return { checkpoint, entries, findings: checkTiles(files, entries) };
}

/** Tiles are what the entries make; partial ones of earlier checkpoints are beginnings of those that are there now. */
function checkTiles(files: SiteFiles, entries: readonly Uint8Array[]): SiteFinding[] {
  const expected = logFiles(entries);
  const missing = [...expected.keys()].filter((path) => !files.has(path));
  return [
    ...missing.map((at): SiteFinding => ({ rule: 'log', fault: 'missing', at })),
    ...files.paths
      .filter((path) => path.startsWith('tile/'))
      .flatMap((at): SiteFinding[] => {
        const bytes = files.bytes(at);
        const wanted = expected.get(at) ?? earlierTile(at, entries);
        if (wanted === undefined) return [{ rule: 'log', fault: 'not-listed', at }];
        return bytes !== undefined && equalBytes(bytes, wanted)
          ? []
          : [{ rule: 'log', fault: 'changed', at }];
      }),
  ];
}

const PARTIAL = /^tile\/(entries|\d+)\/((?:x\d{3}\/)*\d{3})\.p\/(\d+)$/;

/** What a partial tile of a smaller tree was. @returns undefined when no smaller tree of this log had it */
function earlierTile(path: string, entries: readonly Uint8Array[]): Uint8Array | undefined {
  const [, level, index = '', width = ''] = PARTIAL.exec(path) ?? [];
  if (level === undefined) return undefined;
  const number = Number(index.replaceAll(/[x/]/g, ''));
  const step = 256 ** (level === 'entries' ? 0 : Number(level));
  const size = number * step * 256 + Number(width) * step;
  if (size > entries.length) return undefined;
  const bytes = logFiles(entries.slice(0, size)).get(path);
  return bytes !== undefined && bytes.length % (level === 'entries' ? 1 : HASH_BYTES) === 0
    ? bytes
    : undefined;
}

/** Whether the log begins with what somebody saw of it before. */
export function checkSeen({ checkpoint, entries }: CheckedLog, seen: Checkpoint): SiteFinding[] {
  if (checkpoint === undefined || entries === undefined) return [];
  const at = CHECKPOINT_PATH;
  if (seen.origin !== checkpoint.origin)
    return [{ rule: 'seen', fault: 'other-log', at, detail: seen.origin }];
  if (seen.size > checkpoint.size) {
    return [{ rule: 'seen', fault: 'rolled-back', at, values: { seen: seen.size, now: checkpoint.size } }];
  }
  const then = treeHash(entries.slice(0, seen.size).map(hashLeaf));
  return equalBytes(then, seen.root) ? [] : [{ rule: 'seen', fault: 'split-view', at }];
}

/** Whether each of these witnesses cosigned the checkpoint. */
export function checkWitnesses({ checkpoint }: CheckedLog, witnesses: readonly NoteKey[]): SiteFinding[] {
  if (checkpoint === undefined) return [];
  return witnesses
    .filter((witness) => cosignaturesOf(checkpoint.note, witness).length === 0)
    .map(({ name }) => ({ rule: 'witnesses', fault: 'not-cosigned', at: CHECKPOINT_PATH, detail: name }));
}
