import { closeSync, openSync, readSync } from 'node:fs';
import type { Finding, OriginFacts, OriginOutcome } from '@bilik/ballot';
import {
  checkFilesBeside,
  type FileAnswer,
  type FileBeside,
  type FileProblem,
  type FilesBeside,
  fileFault,
  parseSignedResult,
  parseVoidList,
} from '@bilik/transfer';
import { isNoContent, lookAtFile, type NoContent, whyUnreadable } from './file-looks.ts';

/** No signed file of ours is larger; a larger one is not read. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

const READ_BYTES = 256 * 1024;

/** A file that somebody names may not be there, or be another one. */
type NotTheFile =
  | { readonly type: 'file-without-content'; readonly why: NoContent }
  | { readonly type: 'file-is-other'; readonly looks: OurFile };

/** The three files that are published together, and so may change places on a command line. */
const OUR_FILES = ['record', 'signed-result', 'void-list'] as const;
type OurFile = (typeof OUR_FILES)[number];

/** The files named on the command line; a report calls them by their paths. */
export type SignedFiles = FilesBeside<NotTheFile>;

/** Where the files are. */
export interface SignedPaths {
  readonly void?: string | undefined;
  readonly result?: string | undefined;
}

/** Reads the files; one that cannot be read becomes a finding later, never an exception. */
export function readSignedFiles(paths: SignedPaths): SignedFiles {
  return {
    ...(paths.void === undefined ? {} : { voidList: readSignedFile(paths.void, 'void-list', parseVoidList) }),
    ...(paths.result === undefined
      ? {}
      : { result: readSignedFile(paths.result, 'signed-result', parseSignedResult) }),
  };
}

function readSignedFile<Content>(
  path: string,
  wanted: OurFile,
  parse: (text: string) => FileAnswer<Content>,
): FileBeside<Content, NotTheFile> {
  const refuse = (error: FileProblem | NotTheFile) =>
    ({ name: path, text: '', parsed: { ok: false, error } }) as const;
  const looks = lookAtFile(path);
  if (isNoContent(looks)) return refuse({ type: 'file-without-content', why: looks });
  const other = OUR_FILES.find((kind) => kind === looks && kind !== wanted);
  if (other !== undefined) return refuse({ type: 'file-is-other', looks: other });
  try {
    const bytes = readAtMost(path, MAX_FILE_BYTES + 1);
    if (bytes.length > MAX_FILE_BYTES) return refuse({ type: 'file-too-large', limitBytes: MAX_FILE_BYTES });
    const text = bytes.toString('utf8');
    return { name: path, text, parsed: parse(text) };
  } catch (error) {
    return refuse({ type: 'file-without-content', why: whyUnreadable(error) });
  }
}

/** The first bytes of a file, however many it says that it has. @throws the file system's error */
function readAtMost(path: string, limitBytes: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let left = limitBytes; left > 0; ) {
      const chunk = Buffer.alloc(Math.min(left, READ_BYTES));
      const count = readSync(file, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      left -= count;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

/** Checks the files against what the verifier recomputed. A file that names another void list than the given one fails. */
export function checkSignedFiles(files: SignedFiles, facts: OriginFacts): OriginOutcome {
  return checkFilesBeside(files, facts, faultOf);
}

const FAULT_OF_OTHER: Readonly<Record<OurFile, Finding['fault']>> = {
  record: 'signed-file-is-record',
  'signed-result': 'signed-file-is-result',
  'void-list': 'signed-file-is-void-list',
};

const FAULT_WITHOUT_CONTENT: Readonly<Record<NoContent, Finding['fault']>> = {
  missing: 'signed-file-missing',
  folder: 'signed-file-no-plain-file',
  'no-plain-file': 'signed-file-no-plain-file',
  'not-permitted': 'signed-file-unreadable',
  unreadable: 'signed-file-unreadable',
};

function faultOf(problem: FileProblem | NotTheFile): Finding['fault'] {
  switch (problem.type) {
    case 'file-without-content':
      return FAULT_WITHOUT_CONTENT[problem.why];
    case 'file-is-other':
      return FAULT_OF_OTHER[problem.looks];
    default:
      return fileFault(problem);
  }
}
