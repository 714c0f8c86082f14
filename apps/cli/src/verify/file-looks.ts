import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What a file seems to be, by its first bytes. A guess for a person's next step, never for a decision. */
export type ContentLooks =
  | 'record'
  | 'empty'
  | 'void-list'
  | 'signed-result'
  | 'pdf'
  | 'picture'
  | 'web-page'
  | 'compressed'
  | 'other-archive'
  | 'other-json'
  | 'text'
  | 'unknown';

const NO_CONTENT = ['missing', 'folder', 'no-plain-file', 'not-permitted', 'unreadable'] as const;
/** Why there are no first bytes to look at. */
export type NoContent = (typeof NO_CONTENT)[number];

export type FileLooks = ContentLooks | NoContent;

export function isNoContent(looks: FileLooks): looks is NoContent {
  return NO_CONTENT.some((reason) => reason === looks);
}

/** The kinds of a tar header end here; nothing that tells files apart stands further on. */
const LOOKED_AT_BYTES = 512;

const STARTS: readonly (readonly [start: string, looks: ContentLooks])[] = [
  ['BELENIOS\0', 'record'],
  ['{"format":"bilik/void/', 'void-list'],
  ['{"format":"bilik/result/', 'signed-result'],
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['PK\x03\x04', 'compressed'],
  ['\x1f\x8b', 'compressed'],
];

/** Every archive of this kind says so at the same place of its first header. */
const TAR_MARK = { text: 'ustar', offset: 257 };

/** @param first the first bytes of a file, 512 or as many as there are */
export function looksLike(first: Uint8Array): ContentLooks {
  if (first.length === 0) return 'empty';
  const bytes = Buffer.from(first).toString('latin1');
  const known = STARTS.find(([start]) => bytes.startsWith(start));
  if (known !== undefined) return known[1];
  if (bytes.startsWith(TAR_MARK.text, TAR_MARK.offset)) return 'other-archive';
  const text = bytes.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(text)) return 'web-page';
  if (/^[{[]/.test(text)) return 'other-json';
  return /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(text) ? 'text' : 'unknown';
}

/** Looks at the beginning of a file. Whatever the system answers becomes one of five plain reasons. */
export function lookAtFile(path: string): FileLooks {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return 'folder';
    // a pipe or device gives its bytes once; a record is read twice
    if (!stat.isFile()) return 'no-plain-file';
    const file = openSync(path, 'r');
    try {
      const first = new Uint8Array(LOOKED_AT_BYTES);
      return looksLike(first.subarray(0, readSync(file, first)));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return whyUnreadable(error);
  }
}

/** The plain reason behind an error of the file system. @throws what is no error of the file system */
export function whyUnreadable(error: unknown): NoContent {
  if (!isFileError(error)) throw error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'missing';
    case 'EISDIR':
      return 'folder';
    case 'EACCES':
    case 'EPERM':
      return 'not-permitted';
    default:
      return 'unreadable';
  }
}

function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
