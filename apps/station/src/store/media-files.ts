import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_RECORD_BYTES } from '@bilik/ballot';
import { readPlainFile } from '@bilik/transfer';
import { isMediumFailure } from './medium-failure.ts';
import { removeIfThere, removeNeverWhole, writeWholeFile } from './whole-file.ts';

/** What the station makes of a closed day, by the name under which it lies on each medium. */
export const KEPT_FILES = ['sealed.bel', 'void.json', 'record.bel', 'result.json'] as const;
export type KeptFileName = (typeof KEPT_FILES)[number];

export const countFolder = (root: string): string => join(root, 'count');

/**
 * A file of the record as it lies on a medium, which may have been in other hands: a plain file that is not longer than a record may be.
 * @returns undefined where there is none, or none that the medium gives: it is made again from the store (count/kept-file.ts)
 */
export function readKeptFile(root: string, name: KeptFileName): Buffer | undefined {
  try {
    return readPlainFile(join(countFolder(root), name), MAX_RECORD_BYTES);
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return undefined;
  }
}

/** All files of the record that a medium gives. */
export function readKeptFiles(root: string): ReadonlyMap<KeptFileName, Buffer> {
  return new Map(
    KEPT_FILES.flatMap((name) => {
      const bytes = readKeptFile(root, name);
      return bytes === undefined ? [] : [[name, bytes] as const];
    }),
  );
}

/** The files of the record, whole on both media. */
export interface MediaFiles {
  /** On the first medium. */
  readonly pathOf: (name: KeptFileName) => string;
  /** On the second medium, then on the first; each is whole or absent after a power cut. Throws what a medium says. */
  readonly write: (name: KeptFileName, content: Uint8Array | string) => void;
  /** From both. */
  readonly remove: (name: KeptFileName) => void;
  /** As it lies on the first medium, then on the second one in service; undefined where it does not. */
  readonly copies: (name: KeptFileName) => readonly (Buffer | undefined)[];
}

/** Where files go now; the second may come and go. */
export interface FileRoots {
  readonly first: string;
  readonly second: () => string | undefined;
  /** Throws when a medium is paused. */
  readonly mustTake: () => void;
  /** Hears what the second medium said, and throws. */
  readonly onSecondFailed: (error: Error) => never;
}

export function openMediaFiles({ first, second, mustTake, onSecondFailed }: FileRoots): MediaFiles {
  const pathOf = (name: KeptFileName): string => join(countFolder(first), name);
  const secondRoots = (): string[] => {
    const root = second();
    return root === undefined ? [] : [root];
  };
  const onSecond = (name: KeptFileName): string[] =>
    secondRoots().map((root) => join(countFolder(root), name));
  prepareFolder(first);
  return {
    pathOf,
    write(name, content) {
      mustTake();
      for (const path of onSecond(name)) {
        try {
          writeWholeFile(path, content);
        } catch (error) {
          if (!(error instanceof Error) || !isMediumFailure(error)) throw error;
          onSecondFailed(error);
        }
      }
      writeWholeFile(pathOf(name), content);
    },
    remove(name) {
      for (const path of [...onSecond(name), pathOf(name)]) removeIfThere(path);
    },
    copies: (name) => [first, ...secondRoots()].map((root) => readKeptFile(root, name)),
  };
}

/** Makes the folder, and takes away what was being written when the power went. */
export function prepareFolder(root: string): void {
  mkdirSync(countFolder(root), { recursive: true, mode: 0o700 });
  removeNeverWhole(countFolder(root));
}
