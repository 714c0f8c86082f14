import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The candidates' photos by file name. */
export type Photos = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
const FILE_NAME = /^[a-z0-9][a-z0-9-]{0,79}\.(jpg|png|webp)$/;

/**
 * Reads all photos at start, so that no file is touched while people vote: a disk that keeps times of reading would tell which candidate
 * a screen showed last.
 */
export function readPhotos(folder: string): Photos {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => FILE_NAME.test(file)) : [];
  return new Map(
    files.map((file) => [
      file,
      { type: TYPES[extname(file)] ?? 'image/jpeg', bytes: readFileSync(join(folder, file)) },
    ]),
  );
}
