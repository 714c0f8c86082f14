import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayHasBegun } from './day-begun.ts';

/** Where the station keeps what a package brought, and where the next is made ready. */
export const placeFolder = (home: string): string => join(home, 'place');
export const loadingFolder = (home: string): string => join(home, 'place.loading');
const nextFolder = (home: string): string => join(home, 'place.next');
const oldFolder = (home: string): string => join(home, 'place.old');

/** Named moments at which a test looks at what lies on the medium. */
export type LoadStep = (step: string) => void;

/**
 * The one moment from which a package is loaded: until the rename it never was, after it `finishLoading` does the rest, however often the
 * power goes meanwhile.
 */
export function commitLoading(home: string): void {
  renameSync(loadingFolder(home), nextFolder(home));
  syncFolder(home);
}

/**
 * Puts a package that was loaded into its place, and takes away what was left half-made. Call at every start, before anything of the place
 * is read. A store that was made ready for the package before goes with it: the day had not begun, so it holds nothing.
 */
export function finishLoading(home: string, reached: LoadStep = () => undefined): void {
  rmSync(loadingFolder(home), { recursive: true, force: true });
  if (existsSync(nextFolder(home))) {
    if (dayHasBegun(home)) throw new Error('A package waits to replace one whose day has begun');
    rmSync(join(home, 'store'), { recursive: true, force: true });
    reached('old store gone');
    if (existsSync(placeFolder(home))) {
      rmSync(oldFolder(home), { recursive: true, force: true });
      renameSync(placeFolder(home), oldFolder(home));
      reached('old place aside');
    }
    renameSync(nextFolder(home), placeFolder(home));
    reached('new place there');
    syncFolder(home);
  }
  rmSync(oldFolder(home), { recursive: true, force: true });
}

/** Whether this station has no package yet; what was left half-made is finished or taken away first. */
export function isPlaceEmpty(home: string): boolean {
  finishLoading(home);
  return !existsSync(placeFolder(home));
}

export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
