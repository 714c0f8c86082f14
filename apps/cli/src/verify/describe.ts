import {
  type Election,
  explainFault,
  type Finding,
  RULE_SENTENCES,
  type RuleId,
  type RuleOutcome,
  type VerificationReport,
} from '@bilik/ballot';
import { formatNumber, type Language, phrase } from '@bilik/words';
import type { FileLooks } from './file-looks.ts';

const MARKS: Readonly<Record<RuleOutcome['outcome'], string>> = { passed: '✓', failed: '✗', skipped: '–' };

/**
 * The report as people read it, one rule a line; what is at fault stands under its rule.
 * @param stated what a signed result says beyond the record; stands before the verdict
 * @param given which of the options that a rule may need the command line had
 */
export function describeReport(
  report: VerificationReport,
  election: Election | undefined,
  language: Language,
  stated?: string,
  given: readonly NeededOption[] = [],
): string {
  const number = (value: number) => formatNumber(language, value);
  const lines: string[] = [];
  for (const { rule, outcome, findings, findingCount } of report.rules) {
    const notChecked = outcome === 'skipped' ? ` – ${whyNotChecked(rule, report, language, given)}` : '';
    lines.push(` ${MARKS[outcome]} ${RULE_SENTENCES[rule][language]}${notChecked}  [${rule}]`);
    for (const finding of findings) lines.push(`     ${describeFinding(finding, language)}`);
    const left = findingCount - findings.length;
    if (left > 0) lines.push(`     ${phrase(language, 'verify.more', { count: left })}`);
  }
  const facts: [string, string | undefined][] = [
    [phrase(language, 'verify.election'), election && printable(election.name)],
    [
      phrase(language, 'verify.kind'),
      election?.bilik && phrase(language, `verify.kind.${election.bilik.kind}`),
    ],
    [phrase(language, 'verify.profile'), report.profile],
    [phrase(language, 'verify.fingerprint'), report.electionFingerprint],
    [phrase(language, 'verify.recordHash'), report.recordHash],
    [phrase(language, 'verify.fileSha256'), report.fileSha256],
    [
      phrase(language, 'verify.fileBytes'),
      report.fileBytes === undefined ? undefined : number(report.fileBytes),
    ],
    [phrase(language, 'verify.ballots'), ballotWords(report, language)],
    [
      phrase(language, 'verify.credentials'),
      report.credentialCount === undefined ? undefined : number(report.credentialCount),
    ],
    [
      phrase(language, 'verify.trustees'),
      report.trusteeCount === undefined ? undefined : number(report.trusteeCount),
    ],
  ];
  const width = Math.max(...facts.map(([label]) => label.length));
  lines.push('');
  for (const [label, value] of facts) {
    if (value !== undefined) lines.push(`${label.padEnd(width)}  ${value}`);
  }
  if (election !== undefined && report.counts !== undefined) {
    lines.push('', ...countLines(election, report.counts, language));
  }
  if (stated !== undefined) lines.push('', stated);
  lines.push('');
  if (election?.bilik?.kind === 'exercise') lines.push(phrase(language, 'verify.exercise'));
  lines.push(
    phrase(
      language,
      onlyFilesAreMissing(report) ? 'verify.verdict.filesMissing' : `verify.verdict.${report.verdict}`,
    ),
  );
  if (lacksVoidList(report)) lines.push(phrase(language, 'verify.noVoidList'));
  if (report.verdict === 'right') {
    lines.push(phrase(language, originShown(report) ? 'verify.origin' : 'verify.noOrigin'));
    if (hasPassed(report, 'origin.record') && !hasPassed(report, 'origin.file')) {
      lines.push(phrase(language, 'verify.fileNotPinned'));
    }
  }
  return lines.join('\n');
}

/**
 * The first line about a file that is no record: what it seems to be, what a record is called, where to get one.
 * @param recordInside a record that lies in the folder that was named instead
 */
export function describeNoRecord(
  path: string,
  looks: FileLooks,
  recordInside: string | undefined,
  language: Language,
): string {
  const what = phrase(language, 'verify.noRecord', {
    path: printable(path),
    looks: phrase(language, `verify.looks.${looks}`),
  });
  const where =
    recordInside === undefined
      ? phrase(language, 'verify.whereRecord')
      : phrase(language, 'verify.recordInFolder', { path: printable(recordInside) });
  return `${what} ${where}`;
}

/** Whether the very first record could not be read as one: then the file is something else, or damaged from its beginning. */
export function isNoRecord({ verdict, recordHash, rules }: VerificationReport): boolean {
  if (verdict === 'unreadable') return true;
  return recordHash === undefined && rules.some(({ findings }) => findings.some(isAboutFirstRecord));
}

function isAboutFirstRecord({ record }: Finding): boolean {
  return record?.number === 0;
}

/**
 * Whether the record was held against a void list that this polling place signed. Without one nobody can see that a ballot
 * stands in the record which the polling place itself calls void.
 */
export function voidListChecked(report: VerificationReport): boolean {
  return hasPassed(report, 'origin.void') && outcomeOf(report, 'ballots.void') !== 'skipped';
}

function outcomeOf({ rules }: VerificationReport, wanted: RuleId): RuleOutcome['outcome'] | undefined {
  return rules.find(({ rule }) => rule === wanted)?.outcome;
}

/** Whether a rule was applied and holds. */
export function hasPassed(report: VerificationReport, rule: RuleId): boolean {
  return outcomeOf(report, rule) === 'passed';
}

/** Others' elections have no void lists; a record of ours always has one. */
export function lacksVoidList(report: VerificationReport): boolean {
  return report.profile === 'bilik' && !voidListChecked(report);
}

const FILE_NOT_GIVEN: readonly Finding['fault'][] = [
  'signed-file-missing',
  'signed-file-no-plain-file',
  'signed-file-is-record',
  'signed-file-is-result',
  'signed-file-is-void-list',
];

/** Whether nothing is wrong but which files were named beside the record. */
function onlyFilesAreMissing({ verdict, rules }: VerificationReport): boolean {
  const findings = rules.flatMap((outcome) => outcome.findings);
  return verdict === 'wrong' && findings.every(({ fault }) => FILE_NOT_GIVEN.includes(fault));
}

export type NeededOption = '--expect' | '--result' | '--void';

/** What a rule needs beside the record. */
const NEEDS: Partial<Record<RuleId, NeededOption>> = {
  'origin.record': '--expect',
  'origin.result': '--result',
  'origin.file': '--result',
  'origin.figures': '--result',
  'origin.void': '--void',
  'origin.voided': '--void',
  'ballots.void': '--void',
};

/** A rule that was not checked promises nothing: its sentence is followed by why. */
function whyNotChecked(
  rule: RuleId,
  report: VerificationReport,
  language: Language,
  given: readonly NeededOption[],
): string {
  const option = NEEDS[rule];
  if (option === undefined) return phrase(language, 'verify.notChecked');
  if (!given.includes(option)) return phrase(language, 'verify.notChecked.without', { option });
  // otherwise the file that was given is not to be believed, and another rule says so
  const isBroken = report.rules.some(
    (other) => NEEDS[other.rule] === undefined && other.outcome === 'failed',
  );
  return phrase(language, isBroken ? 'verify.notChecked.broken' : 'verify.notChecked');
}

/** Whether something outside the record vouches for it; a result vouches for one file only. */
export function originShown(report: VerificationReport): boolean {
  return (
    hasPassed(report, 'origin.record') ||
    (hasPassed(report, 'origin.result') && hasPassed(report, 'origin.file'))
  );
}

function ballotWords({ ballotCount, countedBallots }: VerificationReport, language: Language): string {
  return countedBallots === undefined
    ? formatNumber(language, ballotCount)
    : phrase(language, 'verify.counted', { all: ballotCount, counted: countedBallots });
}

/** The record's own questions and answers, with votes for each in the record's order. */
export function countLines(
  election: Election,
  counts: NonNullable<VerificationReport['counts']>,
  language: Language,
): string[] {
  return election.questions.flatMap((question, index) => {
    const answers = question.blank
      ? [phrase(language, 'verify.blank'), ...question.answers]
      : question.answers;
    const votes = counts[index] ?? [];
    return [
      printable(question.question),
      ...answers.map(
        (answer, place) =>
          `  ${formatNumber(language, votes[place] ?? 0).padStart(7)} ${phrase(language, 'verify.votes', { count: votes[place] ?? 0 })}  ${printable(answer)}`,
      ),
    ];
  });
}

/** Where a fault is, then what it is. */
function describeFinding(finding: Finding, language: Language): string {
  const { record, ballotHash, trustee } = finding;
  const places: string[] = [];
  if (trustee !== undefined) {
    places.push(
      `${phrase(language, 'verify.trustee')} ${trustee.owner}${trustee.name ? ` ${printable(trustee.name)}` : ''}`,
    );
  }
  if (ballotHash !== undefined)
    places.push(`${phrase(language, 'verify.ballot')} ${ballotHash.slice(0, 16)}…`);
  if (record !== undefined) {
    const name = record.name === undefined ? '' : ` ${printable(record.name)}`;
    places.push(
      `${phrase(language, 'verify.record')} ${record.number}${name} (${phrase(language, 'verify.byte')} ${record.offset})`,
    );
  }
  const what = printable(explainFault(finding, language));
  return places.length === 0 ? what : `${places.join(', ')}: ${what}`;
}

/** Text from a record, safe for a terminal: control and direction characters cannot act on what stands around them. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
}
