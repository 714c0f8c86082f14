import { readFileSync, statSync } from 'node:fs';
import type { Finding, OriginFacts, OriginOutcome, RuleId } from '@bilik/ballot';
import {
  checkSignedResult,
  checkVoidList,
  type FileAnswer,
  type FileProblem,
  fileHash,
  parseSignedResult,
  parseVoidList,
  type SignedResult,
  type VoidList,
} from '@bilik/transfer';
import { lookAtFile } from './file-looks.ts';

/** No signed file of ours is larger; a larger one is not read. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** What may be wrong with a file that somebody names: its content, or which file it is. */
type SignedFileProblem =
  | FileProblem
  | { readonly type: 'file-missing' }
  | { readonly type: 'file-is-other'; readonly looks: OurFile };

/** The three files that are published together, and so may change places on a command line. */
const OUR_FILES = ['record', 'signed-result', 'void-list'] as const;
type OurFile = (typeof OUR_FILES)[number];

/** A signed file that lies beside the record. */
interface SignedFile<Content> {
  readonly path: string;
  readonly text: string;
  readonly parsed:
    | { readonly ok: true; readonly value: Content }
    | { readonly ok: false; readonly error: SignedFileProblem };
}

/** The files named on the command line. */
export interface SignedFiles {
  readonly voidList?: SignedFile<VoidList>;
  readonly result?: SignedFile<SignedResult>;
}

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
): SignedFile<Content> {
  const refuse = (error: SignedFileProblem) => ({ path, text: '', parsed: { ok: false, error } }) as const;
  const looks = lookAtFile(path);
  if (looks === 'missing') return refuse({ type: 'file-missing' });
  const other = OUR_FILES.find((kind) => kind === looks && kind !== wanted);
  if (other !== undefined) return refuse({ type: 'file-is-other', looks: other });
  try {
    if (statSync(path).size > MAX_FILE_BYTES) {
      return refuse({ type: 'file-too-large', limitBytes: MAX_FILE_BYTES });
    }
    const text = readFileSync(path, 'utf8');
    return { path, text, parsed: parse(text) };
  } catch {
    return refuse({ type: 'file-not-json' });
  }
}

/** Checks the files against what the verifier recomputed. A file that names another void list than the given one fails. */
export function checkSignedFiles(
  { voidList, result }: SignedFiles,
  { election, recordHash, counts }: OriginFacts,
): OriginOutcome {
  const { uuid, fingerprint, bilik } = election;
  const rules: RuleId[] = [];
  const findings: Finding[] = [];
  const refuse = (rule: RuleId, fault: Finding['fault'], file: string) =>
    findings.push({ rule, fault, values: { file } });

  if (voidList !== undefined) {
    rules.push('origin.void');
    const { path, parsed } = voidList;
    if (!parsed.ok) refuse('origin.void', faultOf(parsed.error), path);
    else if (bilik === undefined) refuse('origin.void', 'signed-file-without-key', path);
    else {
      const checked = checkVoidList(parsed.value, { uuid, fingerprint, signingKey: bilik.signingKey });
      if (!checked.ok) refuse('origin.void', faultOf(checked.error), path);
    }
  }
  if (result !== undefined) {
    rules.push('origin.result');
    const { path, parsed } = result;
    if (!parsed.ok) refuse('origin.result', faultOf(parsed.error), path);
    else if (bilik === undefined) refuse('origin.result', 'signed-file-without-key', path);
    else {
      const { signingKey, kind, pollingPlace } = bilik;
      const checked = checkSignedResult(parsed.value, {
        uuid,
        fingerprint,
        signingKey,
        kind,
        pollingPlace,
        recordHash,
        counts: counts ?? [],
      });
      if (!checked.ok) refuse('origin.result', faultOf(checked.error), path);
      if (voidList?.parsed.ok && parsed.value.void_hash !== fileHash(voidList.text)) {
        refuse('origin.result', 'void-list-differs', path);
      }
    }
  }
  return { rules, findings };
}

const FAULT_OF_OTHER: Readonly<Record<OurFile, Finding['fault']>> = {
  record: 'signed-file-is-record',
  'signed-result': 'signed-file-is-result',
  'void-list': 'signed-file-is-void-list',
};

function faultOf(problem: SignedFileProblem): Finding['fault'] {
  switch (problem.type) {
    case 'file-missing':
      return 'signed-file-missing';
    case 'file-is-other':
      return FAULT_OF_OTHER[problem.looks];
    case 'file-not-canonical':
      return 'signed-file-not-canonical';
    case 'file-of-other-election':
      return 'signed-file-of-other-election';
    case 'file-of-other-record':
      return 'signed-file-of-other-record';
    case 'file-signature-wrong':
      return 'signed-file-signature-wrong';
    case 'file-too-large':
    case 'file-not-json':
    case 'file-malformed':
      return 'signed-file-unreadable';
    default:
      return problem satisfies never;
  }
}
