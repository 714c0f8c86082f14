import { readFileSync } from 'node:fs';
import { explainFault, type FaultCode, type Finding, type RuleId } from '@bilik/ballot';
import { verifyRecordFile } from '@bilik/ballot/native';
import type { Bilingual } from '@bilik/election';
import {
  checkFilesBeside,
  type FileAnswer,
  type FileBeside,
  fileFault,
  parseSignedResult,
  parseVoidList,
} from '@bilik/transfer';
import { unlessDamaged } from './kept-file.ts';

/** One fault that the public verifier found, as the board shows it. */
export interface PublicFinding {
  readonly rule: RuleId;
  readonly fault: FaultCode;
  /** The ballot at fault, where one is. */
  readonly ballotHash: string | null;
  readonly sentence: Bilingual;
}

/** What `bilik verify RECORD --void FILE --result FILE` would say. */
export interface PublicVerdict {
  readonly isRight: boolean;
  /** The first `SHOWN_FINDINGS` faults. */
  readonly findings: readonly PublicFinding[];
}

export interface PublicFiles {
  readonly recordPath: string;
  /** `sealed`: the sum stays closed, because the slips were counted by hand. */
  readonly expect: 'complete' | 'sealed';
  readonly voidPath: string;
  readonly resultPath: string;
}

const SHOWN_FINDINGS = 20;

/** Without these the files beside the record would not have been looked at. */
const MUST_PASS: readonly RuleId[] = [
  'ballots.void',
  'origin.void',
  'origin.voided',
  'origin.result',
  'origin.file',
  'origin.figures',
];

/**
 * Runs the public verifier over the files as they lie on the medium, believing nothing that this process remembers of them. Worker
 * threads do the arithmetic; other requests are answered meanwhile.
 * @throws the file system's error when the record cannot be read
 */
export async function publicVerdict({
  recordPath,
  expect,
  voidPath,
  resultPath,
}: PublicFiles): Promise<PublicVerdict> {
  const voidList = readBeside('void.json', voidPath, parseVoidList);
  const { report } = await verifyRecordFile(recordPath, {
    expect,
    ...(voidList.parsed.ok
      ? { voidCredentials: voidList.parsed.value.credentials.map(({ credential }) => credential) }
      : {}),
    origin: (facts) =>
      checkFilesBeside(
        { voidList, result: readBeside('result.json', resultPath, parseSignedResult) },
        facts,
        fileFault,
      ),
  });
  const passed = new Set(report.rules.flatMap(({ rule, outcome }) => (outcome === 'passed' ? [rule] : [])));
  return {
    isRight: report.verdict === 'right' && MUST_PASS.every((rule) => passed.has(rule)),
    findings: report.rules
      .flatMap(({ findings }) => findings)
      .slice(0, SHOWN_FINDINGS)
      .map(shown),
  };
}

function shown(finding: Finding): PublicFinding {
  return {
    rule: finding.rule,
    fault: finding.fault,
    ballotHash: finding.ballotHash ?? null,
    sentence: { id: explainFault(finding, 'id'), en: explainFault(finding, 'en') },
  };
}

/** A file that cannot be read is a finding, as it would be for everybody else. */
function readBeside<Content>(
  name: string,
  path: string,
  parse: (text: string) => FileAnswer<Content>,
): FileBeside<Content> {
  const text = unlessDamaged(() => readFileSync(path, 'utf8')) ?? '';
  return { name, text, parsed: parse(text) };
}
