import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Group, RandomSource } from '@bilik/ballot';
import {
  notForHere,
  type OpenedPackage,
  openPackage,
  openPackageFile,
  type PackageExpectations,
  type PackageProblem,
  readOpened,
  sealingKey,
} from '@bilik/transfer';
import { isMediumFailure } from '../store/medium-failure.ts';
import { writeSynced } from '../store/whole-file.ts';
import { dayHasBegun } from './day-begun.ts';
import { type KeptManifest, MANIFEST_FILE, readKeptManifest } from './kept-manifest.ts';
import { loadPreparedPlace } from './load-place.ts';
import {
  commitLoading,
  finishLoading,
  type LoadStep,
  loadingFolder,
  placeFolder,
  syncFolder,
} from './place-swap.ts';
import type { PlaceProblem } from './prepared-place.ts';

export type LoadProblem =
  | PackageProblem
  /** A package whose parts are each sound, and yet do not make one polling place. */
  | PlaceProblem
  /** The stick did not give what it holds. */
  | { readonly type: 'package-unreadable'; readonly reason: string }
  /** The same version with other content. */
  | { readonly type: 'package-version-taken'; readonly version: number }
  | { readonly type: 'package-day-begun' }
  /** This station's own medium did not take it. */
  | { readonly type: 'package-not-stored'; readonly reason: string };

export interface LoadRequest {
  /** The package's file. */
  readonly path: string;
  /** The station's root. */
  readonly home: string;
  readonly passphrase: string;
  /** What people or the start of this station said of the package that is wanted. */
  readonly expected: PackageExpectations;
  readonly group: Group;
  readonly random: RandomSource;
  readonly reached?: LoadStep;
}

export type LoadAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: LoadProblem };

export interface LoadedPackage {
  readonly fingerprint: string;
  readonly version: number;
  readonly pollingPlace: string;
}

/**
 * Loads a package into the station's `place/`, the only way in: whole or not at all, wherever the power goes. Loading the one that is
 * there already changes nothing.
 * @errors every `LoadProblem`; after each of them the station has what it had before
 */
export async function loadPackage(request: LoadRequest): Promise<LoadAnswer<LoadedPackage>> {
  return withPackage(request, async (opened, kept) => {
    const { manifest, fingerprint } = opened;
    const { version, pollingPlace } = manifest;
    const loaded = { fingerprint, version, pollingPlace };
    if (kept?.fingerprint === fingerprint) return { ok: true, value: loaded };
    const staged = await stagePackage(opened, request);
    if (!staged.ok) return staged;
    return onOwnMedium(() => {
      commitLoading(request.home);
      request.reached?.('committed');
      finishLoading(request.home, request.reached);
      return { ok: true, value: loaded };
    });
  });
}

/** Everything that `loadPackage` asks of a package, with nothing kept of it. @errors as `loadPackage` */
export async function tryPackage(request: LoadRequest): Promise<LoadAnswer<LoadedPackage>> {
  return withPackage(request, async (opened) => {
    const staged = await stagePackage(opened, request);
    rmSync(loadingFolder(request.home), { recursive: true, force: true });
    const { fingerprint, manifest } = opened;
    const { version, pollingPlace } = manifest;
    return staged.ok ? { ok: true, value: { fingerprint, version, pollingPlace } } : staged;
  });
}

/** What this station asks of any further package, given the one it has. */
export function expectedAfter({ manifest }: KeptManifest): PackageExpectations {
  const { issuer, kind, pollingPlace, electionUuid, version } = manifest;
  return { issuer, kind, pollingPlace, electionUuid, leastVersion: version };
}

async function withPackage<Value>(
  request: LoadRequest,
  act: (opened: OpenedPackage, kept: KeptManifest | undefined) => Promise<LoadAnswer<Value>>,
): Promise<LoadAnswer<Value>> {
  const { home, expected } = request;
  let file: ReturnType<typeof openPackageFile>;
  try {
    file = openPackageFile(request.path);
  } catch (error) {
    return unreadable(error);
  }
  if (file === undefined) return { ok: false, error: { type: 'package-not-one' } };
  try {
    finishLoading(home);
    const opened = openPackage(file.source);
    if (!opened.ok) return opened;
    const { manifest, fingerprint } = opened.value;
    const unexpected = notForHere(manifest, fingerprint, expected);
    if (unexpected !== undefined) return { ok: false, error: unexpected };
    const kept = readKeptManifest(placeFolder(home));
    if (!kept.ok) return kept;
    if (kept.value !== undefined && kept.value.fingerprint !== fingerprint) {
      const other = notForHere(manifest, fingerprint, expectedAfter(kept.value));
      if (other !== undefined) return { ok: false, error: other };
      if (manifest.version === kept.value.manifest.version) {
        return { ok: false, error: { type: 'package-version-taken', version: manifest.version } };
      }
      if (dayHasBegun(home)) return { ok: false, error: { type: 'package-day-begun' } };
    }
    return await act(opened.value, kept.value);
  } catch (error) {
    return unreadable(error);
  } finally {
    file.close();
  }
}

/** Writes every member, opened, into the folder beside the place, synced, and reads the whole as the station will read it. */
async function stagePackage(
  opened: OpenedPackage,
  { home, passphrase, group, random, reached = () => undefined }: LoadRequest,
): Promise<LoadAnswer<undefined>> {
  const { members, signature: _, ...facts } = opened.manifest;
  const key = await sealingKey(facts, passphrase);
  const folder = loadingFolder(home);
  const write = (name: string, content: Uint8Array): LoadAnswer<undefined> =>
    onOwnMedium(() => {
      writeSynced(join(folder, name), content);
      reached(`wrote ${name}`);
      return { ok: true, value: undefined };
    });
  const made = onOwnMedium(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { ok: true, value: undefined };
  });
  if (!made.ok) return made;
  // a wrong passphrase is heard before the large members are copied
  const sealedFirst = [...members].sort((left, right) => Number(right.sealed) - Number(left.sealed));
  for (const member of sealedFirst) {
    const read = readOpened(opened, member, key);
    const written = read.ok ? write(member.name, read.value) : read;
    if (!written.ok) return dropStaged(folder, written);
  }
  const line = write(MANIFEST_FILE, Buffer.from(opened.line, 'utf8'));
  if (!line.ok) return dropStaged(folder, line);
  const place = loadPreparedPlace(folder, group, random);
  if (!place.ok) return dropStaged(folder, place);
  return onOwnMedium(() => {
    syncFolder(folder);
    reached('staged');
    return { ok: true, value: undefined };
  });
}

function dropStaged<Refused>(folder: string, refused: Refused): Refused {
  rmSync(folder, { recursive: true, force: true });
  return refused;
}

function onOwnMedium<Value>(act: () => LoadAnswer<Value>): LoadAnswer<Value> {
  try {
    return act();
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return { ok: false, error: { type: 'package-not-stored', reason: error.message } };
  }
}

function unreadable(error: unknown): { readonly ok: false; readonly error: LoadProblem } {
  if (!isMediumFailure(error)) throw error;
  return { ok: false, error: { type: 'package-unreadable', reason: error.message } };
}
