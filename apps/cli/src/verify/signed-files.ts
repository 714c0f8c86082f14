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

/** No signed file of ours is larger; a larger one is not read. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** A signed file that lies beside the record. */
interface SignedFile<Content> {
  readonly path: string;
  readonly text: string;
  readonly parsed: FileAnswer<Content>;
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
    ...(paths.void === undefined ? {} : { voidList: readSignedFile(paths.void, parseVoidList) }),
    ...(paths.result === undefined ? {} : { result: readSignedFile(paths.result, parseSignedResult) }),
  };
}

function readSignedFile<Content>(
  path: string,
  parse: (text: string) => FileAnswer<Content>,
): SignedFile<Content> {
  try {
    if (statSync(path).size > MAX_FILE_BYTES) {
      return {
        path,
        text: '',
        parsed: { ok: false, error: { type: 'file-too-large', limitBytes: MAX_FILE_BYTES } },
      };
    }
    const text = readFileSync(path, 'utf8');
    return { path, text, parsed: parse(text) };
  } catch {
    return { path, text: '', parsed: { ok: false, error: { type: 'file-not-json' } } };
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
      if (voidList !== undefined && parsed.value.void_hash !== fileHash(voidList.text)) {
        refuse('origin.result', 'void-list-differs', path);
      }
    }
  }
  return { rules, findings };
}

function faultOf({ type }: FileProblem): Finding['fault'] {
  switch (type) {
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
      return type satisfies never;
  }
}
