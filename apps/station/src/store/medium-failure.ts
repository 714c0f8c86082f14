import type { MediumProblem } from './media-standing.ts';
import { faultOf, MediumPaused } from './medium-fault.ts';

/** SQLite's primary result codes for what a medium does: read-only, input/output, damaged, full, cannot be opened, no database. */
const SQLITE_MEDIUM_CODES: ReadonlySet<number> = new Set([8, 10, 11, 13, 14, 26]);

const FILE_CODES: ReadonlySet<string> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EIO',
  'EISDIR',
  'ELOOP',
  'ENODEV',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'ENOTEMPTY',
  'ENXIO',
  'EPERM',
  'EROFS',
  // a folder where a file of ours belongs
  'ERR_FS_EISDIR',
]);

/** Something read from the store that this version never writes there: a medium that forgot or changed what it was given. */
export class DamagedContent extends Error {}

/** Whether an error is what a full, pulled, read-only or damaged medium says. Everything else is a mistake in the program. */
export function isMediumFailure(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof DamagedContent || error instanceof MediumPaused) return true;
  if ('errcode' in error && typeof error.errcode === 'number') {
    // the low byte is the primary code, whatever the extended one says beside it
    return SQLITE_MEDIUM_CODES.has(error.errcode & 0xff);
  }
  return 'code' in error && typeof error.code === 'string' && FILE_CODES.has(error.code);
}

/** What a medium's error means for people. Throws every other error on: a mistake is no medium's fault. */
export function problemOf(error: unknown): MediumProblem {
  if (!isMediumFailure(error)) throw error;
  return { fault: faultOf(error), reason: error.message };
}
