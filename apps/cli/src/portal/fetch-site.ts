import { fail, type Result, succeed } from '@bilik/election';
import {
  archivePath,
  CHECKPOINT_PATH,
  type Checkpoint,
  hexSha256,
  isOutsideManifest,
  KEY_PATH,
  logFiles,
  MANIFEST_PATH,
  type Manifest,
  type NoteKey,
  openCheckpoint,
  openManifest,
  readCheckpoint,
  readLogEntry,
  readNoteKey,
  SNAPSHOT_PATH,
  writeNoteKey,
} from '@bilik/publication';
import { checkSeen } from '@bilik/publication/check';
import { type CopyFolder, openCopy } from './copy-folder.ts';
import { fetchEntries } from './fetch-entries.ts';
import { type FileFault, fetchFiles, type WantedFile } from './fetch-files.ts';
import type { SiteServer } from './site-server.ts';

const SMALL_LIMIT = 64 * 1024;
const MANIFEST_LIMIT = 128 * 1024 * 1024;
/** No more is read as a snapshot. */
const SNAPSHOT_LIMIT = 64 * 1024 * 1024;
/** Entries of the log at most: a site of 300 publications with 1,600 polling places has a few thousand. */
const LOG_LIMIT = 5_000_000;
/** How often a site may publish while it is fetched, before the rest is left to the next run. */
const ROUNDS = 4;

/** What to copy, and to where. */
export interface SiteFetch {
  readonly server: SiteServer;
  readonly folder: string;
  /** The log's key as it is posted; without it the site's own. */
  readonly key?: NoteKey;
  /** Told once a round, before the files are asked for. */
  readonly begins: (round: {
    readonly number: number;
    readonly files: number;
    readonly present: number;
  }) => void;
}

/** What became of it. */
export type FetchedSite =
  | {
      readonly type: 'fetched';
      readonly number: number;
      readonly files: number;
      readonly key: NoteKey;
      /** None: the copy is whole. */
      readonly faults: readonly FileFault[];
      /** Of earlier publications, taken away. */
      readonly removed: number;
      /** In the folder, and of no publication. */
      readonly strangers: number;
    }
  | { readonly type: 'no-key' }
  | { readonly type: 'folder-is-no-copy' }
  /** Nothing was written: the site has no beginning. */
  | { readonly type: 'not-read'; readonly fault: FileFault }
  | { readonly type: 'not-signed'; readonly path: string; readonly problem: string }
  /** The log is not that of the copy any more. The copy is as it was. */
  | { readonly type: 'log-differs'; readonly fault: string }
  | { readonly type: 'keeps-changing' };

/** Checkpoint and manifest of one moment. */
interface Head {
  readonly checkpoint: Checkpoint;
  readonly checkpointBytes: Uint8Array;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly manifestHash: string;
}

/** Copies a site whole: what its signed manifest lists, what earlier publications left, and its log. What stands in the folder already is not asked for again. */
export async function fetchSite(request: SiteFetch): Promise<FetchedSite> {
  const { server, folder, key: posted } = request;
  const ownKey = await server.ask(KEY_PATH, SMALL_LIMIT);
  if (!ownKey.ok) return notRead(KEY_PATH, ownKey.error);
  const key = posted ?? readNoteKey(textOf(ownKey.value).trim());
  if (key?.kind !== 'note') return { type: 'no-key' };
  const copy = openCopy(folder, writeNoteKey(key));
  if (copy === undefined) return { type: 'folder-is-no-copy' };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const fetched = await fetchPublication(request, { key, keyBytes: ownKey.value }, copy);
      if (fetched !== 'changed') return fetched;
    }
    return { type: 'keeps-changing' };
  } finally {
    copy.close();
  }
}

/** @returns 'changed' when another publication came meanwhile */
async function fetchPublication(
  { server, begins }: SiteFetch,
  { key, keyBytes }: { readonly key: NoteKey; readonly keyBytes: Uint8Array },
  copy: CopyFolder,
): Promise<FetchedSite | 'changed'> {
  const read = await readHead(server, key);
  if (!read.ok) return read.error;
  const { manifest, manifestBytes, manifestHash, checkpoint, checkpointBytes } = read.value;
  // the two are asked for one after the other
  if (checkpoint.size !== manifest.logSize + 1) return 'changed';
  const log = await fetchEntries(server, copy, checkpoint);
  if (!log.ok) {
    return (await isNewest(server, manifestHash)) ? { type: 'not-read', fault: log.error } : 'changed';
  }
  const differing = sinceTheCopy(copy, checkpoint, log.value);
  if (differing !== undefined) return { type: 'log-differs', fault: differing };
  const noted = notedManifests(log.value);
  const wrong = (problem: string): FetchedSite => ({ type: 'not-signed', path: MANIFEST_PATH, problem });
  if (noted.get(manifest.number) !== manifestHash) return wrong('not-in-log');
  const outside = manifest.files.find(({ path }) => isOutsideManifest(path));
  if (outside !== undefined) return wrong(`lists ${outside.path}`);

  const listed = manifest.files.map(({ path, sha256, bytes }) => ({ path, sha256, limit: bytes }));
  const tiles = [...logFiles(log.value)].map(([path, bytes]): WantedFile => {
    return { path, sha256: hexSha256(bytes), limit: bytes.length };
  });
  const archived = Array.from({ length: manifest.number - 1 }, (_, index): WantedFile => {
    const path = archivePath(index + 1, MANIFEST_PATH);
    return { path, sha256: noted.get(index + 1) ?? '', limit: MANIFEST_LIMIT };
  });
  const present = [...listed, ...tiles, ...archived].filter(({ path, sha256 }) => copy.holds(path, sha256));
  const files = listed.length + tiles.length + 2 * archived.length + 2;
  begins({ number: manifest.number, files, present: present.length });

  // by its key a folder is known as a copy, also when nothing else came
  const isKeyListed = listed.some(({ path, sha256 }) => path === KEY_PATH && sha256 === hexSha256(keyBytes));
  const begun = isKeyListed ? copy.write(KEY_PATH, keyBytes) : undefined;
  if (begun !== undefined) return notRead(KEY_PATH, { type: 'not-written', why: begun });
  const faults = [...(await fetchFiles(server, copy, archived))];
  const earlier = archived.flatMap(({ path, sha256 }, index) => {
    const opened = copy.holds(path, sha256) ? openManifest(textOf(copy.bytes(path)), key) : undefined;
    return opened?.ok === true ? [{ number: index + 1, manifest: opened.value }] : [];
  });
  const snapshots = earlier.map(({ number, manifest: { snapshot } }): WantedFile => {
    return { path: archivePath(number, SNAPSHOT_PATH), sha256: snapshot, limit: SNAPSHOT_LIMIT };
  });
  const wanted = [...listed, ...tiles, ...archived, ...snapshots];
  const outdated = removeOutdated(
    copy,
    wanted,
    earlier.map((one) => one.manifest),
  );
  for (const [path, bytes] of [
    [MANIFEST_PATH, manifestBytes],
    [CHECKPOINT_PATH, checkpointBytes],
  ] as const) {
    const why = copy.write(path, bytes);
    if (why !== undefined) faults.push({ path, problem: { type: 'not-written', why } });
  }
  faults.push(...(await fetchFiles(server, copy, [...tiles, ...snapshots, ...listed])));
  const known = new Set(snapshots.map(({ path }) => path));
  for (const path of archived.map((_, index) => archivePath(index + 1, SNAPSHOT_PATH))) {
    if (!known.has(path)) faults.push({ path, problem: { type: 'not-asked' } });
  }
  if ((await isNewest(server, manifestHash)) === false) return 'changed';
  const own = new Set([MANIFEST_PATH, CHECKPOINT_PATH, ...wanted.map(({ path }) => path)]);
  const strangers = copy.paths.filter(
    (path) => !own.has(path) && !path.startsWith('tile/') && copy.bytes(path) !== undefined,
  );
  return {
    ...{ type: 'fetched', number: manifest.number, files, key, faults },
    ...{ removed: outdated, strangers: strangers.length },
  };
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

async function readHead(server: SiteServer, key: NoteKey): Promise<Result<Head, FetchedSite>> {
  const checkpointRead = await server.ask(CHECKPOINT_PATH, SMALL_LIMIT);
  if (!checkpointRead.ok) return fail(notRead(CHECKPOINT_PATH, checkpointRead.error));
  const manifestRead = await server.ask(MANIFEST_PATH, MANIFEST_LIMIT);
  if (!manifestRead.ok) return fail(notRead(MANIFEST_PATH, manifestRead.error));
  const checkpoint = openCheckpoint(textOf(checkpointRead.value), key);
  if (!checkpoint.ok)
    return fail({ type: 'not-signed', path: CHECKPOINT_PATH, problem: checkpoint.error.type });
  const manifest = openManifest(textOf(manifestRead.value), key);
  if (!manifest.ok) return fail({ type: 'not-signed', path: MANIFEST_PATH, problem: manifest.error.type });
  if (checkpoint.value.size > LOG_LIMIT)
    return fail({
      type: 'not-signed',
      path: CHECKPOINT_PATH,
      problem: `${checkpoint.value.size} > ${LOG_LIMIT}`,
    });
  return succeed({
    ...{ checkpoint: checkpoint.value, checkpointBytes: checkpointRead.value },
    ...{ manifest: manifest.value, manifestBytes: manifestRead.value },
    manifestHash: hexSha256(manifestRead.value),
  });
}

const notRead = (path: string, problem: FileFault['problem']): FetchedSite => ({
  type: 'not-read',
  fault: { path, problem },
});

/** Whether the site's manifest is still this one; a server that says nothing has not published. */
async function isNewest(server: SiteServer, manifestHash: string): Promise<boolean> {
  const now = await server.ask(MANIFEST_PATH, MANIFEST_LIMIT);
  return !now.ok || hexSha256(now.value) === manifestHash;
}

/** How the site's log is not the one that the copy began. A copy that is exchanged for it would be the only proof gone. */
function sinceTheCopy(
  copy: CopyFolder,
  checkpoint: Checkpoint,
  entries: readonly Uint8Array[],
): string | undefined {
  const kept = copy.bytes(CHECKPOINT_PATH);
  const seen = kept && readCheckpoint(textOf(kept));
  if (seen?.ok !== true) return undefined;
  return checkSeen({ checkpoint, entries, findings: [] }, seen.value)[0]?.fault;
}

/** Hash of each publication's manifest as the log has it. */
function notedManifests(entries: readonly Uint8Array[]): ReadonlyMap<number, string> {
  const noted = new Map<number, string>();
  for (const entry of entries.map(readLogEntry)) {
    if (entry?.kind === 'manifest') noted.set(entry.number, entry.sha256);
  }
  return noted;
}

/**
 * Takes away what earlier publications listed and this one does not, before anything of this one comes: a copy that is interrupted then lacks files, and has
 * none that is another. What no publication listed is not ours to take away. @returns how many files
 */
function removeOutdated(
  copy: CopyFolder,
  wanted: readonly WantedFile[],
  earlier: readonly Manifest[],
): number {
  const now = new Map(wanted.map(({ path, sha256 }) => [path, sha256]));
  const before = new Set(
    earlier.flatMap(({ files }) => files.map(({ path, sha256 }) => `${sha256} ${path}`)),
  );
  let removed = 0;
  for (const path of copy.paths) {
    const bytes = isOutsideManifest(path) ? undefined : copy.bytes(path);
    const sha256 = bytes && hexSha256(bytes);
    if (sha256 === undefined || now.get(path) === sha256 || !before.has(`${sha256} ${path}`)) continue;
    copy.remove(path);
    if (!now.has(path)) removed += 1;
  }
  return removed;
}
