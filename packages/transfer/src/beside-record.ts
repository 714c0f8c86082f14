import type { Finding, OriginFacts, OriginOutcome, RuleId } from '@bilik/ballot';
import type { FileProblem } from './signed-file.ts';
import { checkSignedResult, type SignedResult } from './signed-result.ts';
import { fileHash } from './signed-text.ts';
import { checkVoidList, type VoidList } from './void-list.ts';

/** A signed file that lies beside a record, as it was read. `Problem`: what its reader found wrong beside its content. */
export interface FileBeside<Content, Problem = never> {
  /** What a report calls it. */
  readonly name: string;
  readonly text: string;
  readonly parsed:
    | { readonly ok: true; readonly value: Content }
    | { readonly ok: false; readonly error: FileProblem | Problem };
}

/** The signed files of one record; each may be absent. */
export interface FilesBeside<Problem = never> {
  readonly voidList?: FileBeside<VoidList, Problem>;
  readonly result?: FileBeside<SignedResult, Problem>;
}

/**
 * Checks the signed files against what the verifier recomputed of the record: rules `origin.void` and `origin.result`.
 * A result that names another void list than the one beside it fails.
 * @param faultOf names the problems that the reader of the files added to those of `fileFault`
 */
export function checkFilesBeside<Problem = never>(
  { voidList, result }: FilesBeside<Problem>,
  { election, recordHash, counts }: OriginFacts,
  faultOf: (problem: FileProblem | Problem) => Finding['fault'],
): OriginOutcome {
  const { uuid, fingerprint, bilik } = election;
  const rules: RuleId[] = [];
  const findings: Finding[] = [];
  const refuse = (rule: RuleId, fault: Finding['fault'], file: string) =>
    findings.push({ rule, fault, values: { file } });

  if (voidList !== undefined) {
    rules.push('origin.void');
    const { name, parsed } = voidList;
    if (!parsed.ok) refuse('origin.void', faultOf(parsed.error), name);
    else if (bilik === undefined) refuse('origin.void', 'signed-file-without-key', name);
    else {
      const checked = checkVoidList(parsed.value, { uuid, fingerprint, signingKey: bilik.signingKey });
      if (!checked.ok) refuse('origin.void', faultOf(checked.error), name);
    }
  }
  if (result !== undefined) {
    rules.push('origin.result');
    const { name, parsed } = result;
    if (!parsed.ok) refuse('origin.result', faultOf(parsed.error), name);
    else if (bilik === undefined) refuse('origin.result', 'signed-file-without-key', name);
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
      if (!checked.ok) refuse('origin.result', faultOf(checked.error), name);
      if (voidList?.parsed.ok && parsed.value.void_hash !== fileHash(voidList.text)) {
        refuse('origin.result', 'void-list-differs', name);
      }
    }
  }
  return { rules, findings };
}

/** How a report names what is wrong with a signed file. */
export function fileFault({ type }: FileProblem): Finding['fault'] {
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
