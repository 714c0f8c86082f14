import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One script of a built page, as a browser would fetch it. */
export interface ScriptSize {
  readonly file: string;
  readonly gzipBytes: number;
}

/** All scripts of a built page, workers and those that are loaded later included, in the order of their names. */
export function scriptSizes(pageFolder: string): ScriptSize[] {
  return readdirSync(pageFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => ({ file, gzipBytes: gzipSync(readFileSync(join(pageFolder, file))).length }));
}
