/** What is wrong with a medium, as people can see or mend it. */
export const MEDIUM_FAULTS = [
  /** There is no medium, or nothing of ours on it. */
  'missing',
  /** It was there and is gone. */
  'pulled',
  'full',
  'read-only',
  /** It gives errors, or what lies on it is damaged. */
  'broken',
  /** It belongs to another election or polling place. */
  'foreign',
  /** It is ours, but misses what was written since. */
  'older-copy',
  /** What lies on it is not what was written. */
  'changed',
] as const;
export type MediumFault = (typeof MEDIUM_FAULTS)[number];

/** SQLite's primary result codes, see medium-failure.ts. */
const OF_SQLITE: ReadonlyMap<number, MediumFault> = new Map([
  [8, 'read-only'],
  [13, 'full'],
  [14, 'pulled'],
]);

const OF_FILES: ReadonlyMap<string, MediumFault> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['ENOENT', 'pulled'],
  ['ENODEV', 'pulled'],
  ['ENXIO', 'pulled'],
  ['ENOTDIR', 'pulled'],
  // where ours lay is a link now, or a folder
  ['ELOOP', 'changed'],
  ['EISDIR', 'changed'],
  ['ERR_FS_EISDIR', 'changed'],
]);

/** What an error of a medium means for people. @param error one that `isMediumFailure` takes */
export function faultOf(error: Error): MediumFault {
  if ('errcode' in error && typeof error.errcode === 'number') {
    return OF_SQLITE.get(error.errcode & 0xff) ?? 'broken';
  }
  return ('code' in error && OF_FILES.get(String(error.code))) || 'broken';
}

/** A write that was not begun, or not finished, because a medium does not take it. */
export class MediumPaused extends Error {
  readonly medium: 'first' | 'second';
  readonly fault: MediumFault;
  constructor(medium: 'first' | 'second', fault: MediumFault, reason: string) {
    super(reason);
    this.medium = medium;
    this.fault = fault;
  }
}

/**
 * Whether something is recorded cannot be said now: the second medium took a write and the first did not, so it is done once the first one
 * works. Whoever asked for it, or for anything decided while that was open, asks again, and it is decided on what is then recorded.
 */
export class WriteInDoubt extends MediumPaused {
  constructor(fault: MediumFault, reason: string) {
    super('first', fault, reason);
  }
}
