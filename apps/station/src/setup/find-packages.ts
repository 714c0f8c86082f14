import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMediumFailure } from '../store/medium-failure.ts';

/** Where systems show media that were put in; `*` stands for one folder's name. */
export const USUAL_STICKS = '/media/*/*,/run/media/*/*,/mnt/*';

const MOST_FOLDERS = 64;
const MOST_FILES = 50;

/** A file on a medium that may be a package. */
export interface FoundFile {
  readonly path: string;
  /** Names as people may read them: nothing that prints as something else. */
  readonly file: string;
  readonly medium: string;
}

/**
 * Every `*.bilik` at the top of the media, in order of their names. Links are not followed; a medium that fails gives nothing.
 * @param sticks folders with commas between them
 */
export function findPackages(sticks: string): readonly FoundFile[] {
  const folders = sticks
    .split(',')
    .flatMap((pattern) => foldersOf(pattern.trim()))
    .slice(0, MOST_FOLDERS);
  return folders
    .flatMap((folder) =>
      entriesOf(folder)
        .filter((entry) => entry.isFile() && entry.name.endsWith('.bilik'))
        .map(({ name }) => ({
          path: join(folder, name),
          file: readable(name),
          medium: readable(basename(folder)),
        })),
    )
    .slice(0, MOST_FILES);
}

function foldersOf(pattern: string): string[] {
  const [first, ...parts] = pattern.split('/');
  // a folder that is not named from the root depends on where the station was started
  if (first !== '') return [];
  return parts.reduce<string[]>(
    (folders, part) =>
      part === '*'
        ? folders.flatMap((folder) =>
            entriesOf(folder)
              .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
              .map(({ name }) => join(folder, name)),
          )
        : folders.map((folder) => join(folder, part)),
    ['/'],
  );
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((left, right) =>
      left.name < right.name ? -1 : 1,
    );
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return [];
  }
}

/** Control characters and marks that turn the reading direction would let a file's name look like another. */
function readable(name: string): string {
  const plain = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '·');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
