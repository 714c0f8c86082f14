import {
  type Election,
  explainFault,
  type Finding,
  RULE_SENTENCES,
  type RuleOutcome,
  type VerificationReport,
} from '@bilik/ballot';
import { formatNumber, type Language } from '@bilik/words';

const MARKS: Readonly<Record<RuleOutcome['outcome'], string>> = { passed: '✓', failed: '✗', skipped: '–' };

const WORDS = {
  id: {
    record: 'rekaman',
    byte: 'byte',
    ballot: 'surat suara',
    trustee: 'pemegang kunci',
    more: 'dan {count} lagi',
    election: 'Pemilihan',
    fingerprint: 'Sidik pemilihan',
    recordHash: 'Sidik arsip',
    ballots: 'Surat suara',
    counted: 'dihitung',
    credentials: 'Hak suara',
    trustees: 'Pemegang kunci',
    profile: 'Jenis arsip',
    votes: 'suara',
    blank: '(suara kosong)',
    right: 'BENAR: arsip lengkap dan setiap aturan terpenuhi.',
    incomplete: 'BELUM LENGKAP: yang ada benar, tetapi arsip belum selesai.',
    wrong: 'SALAH: arsip ini tidak boleh dipercaya.',
    unreadable: 'TIDAK TERBACA: ini bukan arsip pemilihan.',
    noOrigin:
      'Konsisten; asal-usul tidak ditunjukkan. (Gunakan --expect dengan sidik yang diumumkan, atau --result.)',
    origin: 'Asal-usul ditunjukkan.',
  },
  en: {
    record: 'record',
    byte: 'byte',
    ballot: 'ballot',
    trustee: 'trustee',
    more: 'and {count} more',
    election: 'Election',
    fingerprint: 'Election fingerprint',
    recordHash: 'Record fingerprint',
    ballots: 'Ballots',
    counted: 'counted',
    credentials: 'Credentials',
    trustees: 'Trustees',
    profile: 'Kind of record',
    votes: 'votes',
    blank: '(blank)',
    right: 'RIGHT: the record is complete and every rule holds.',
    incomplete: 'INCOMPLETE: what is there is right, but the record is not finished.',
    wrong: 'WRONG: this record must not be trusted.',
    unreadable: 'UNREADABLE: this is no election record.',
    noOrigin: 'Consistent; origin not shown. (Use --expect with the posted fingerprint, or --result.)',
    origin: 'Origin shown.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The report as people read it, one rule a line; what is at fault stands under its rule. */
export function describeReport(
  report: VerificationReport,
  election: Election | undefined,
  language: Language,
): string {
  const words = WORDS[language];
  const number = (value: number) => formatNumber(language, value);
  const lines: string[] = [];
  for (const { rule, outcome, findings, findingCount } of report.rules) {
    lines.push(` ${MARKS[outcome]} ${RULE_SENTENCES[rule][language]}  [${rule}]`);
    for (const finding of findings) lines.push(`     ${describeFinding(finding, language)}`);
    const left = findingCount - findings.length;
    if (left > 0) lines.push(`     ${words.more.replace('{count}', number(left))}`);
  }
  const facts: [string, string | undefined][] = [
    [words.election, election && printable(election.name)],
    [words.profile, report.profile],
    [words.fingerprint, report.electionFingerprint],
    [words.recordHash, report.recordHash],
    [words.ballots, ballotWords(report, words.counted, number)],
    [words.credentials, report.credentialCount === undefined ? undefined : number(report.credentialCount)],
    [words.trustees, report.trusteeCount === undefined ? undefined : number(report.trusteeCount)],
  ];
  const width = Math.max(...facts.map(([label]) => label.length));
  lines.push('');
  for (const [label, value] of facts) {
    if (value !== undefined) lines.push(`${label.padEnd(width)}  ${value}`);
  }
  if (election !== undefined && report.counts !== undefined) {
    lines.push('', ...countLines(election, report.counts, language));
  }
  lines.push('', words[report.verdict]);
  if (report.verdict === 'right') lines.push(originShown(report) ? words.origin : words.noOrigin);
  return lines.join('\n');
}

/** Whether something outside the record vouches for it. */
export function originShown(report: VerificationReport): boolean {
  return report.rules.some(
    ({ rule, outcome }) => (rule === 'origin.record' || rule === 'origin.result') && outcome === 'passed',
  );
}

function ballotWords(report: VerificationReport, counted: string, number: (value: number) => string): string {
  const { ballotCount, countedBallots } = report;
  return countedBallots === undefined
    ? number(ballotCount)
    : `${number(ballotCount)} (${counted}: ${number(countedBallots)})`;
}

function countLines(
  election: Election,
  counts: NonNullable<VerificationReport['counts']>,
  language: Language,
): string[] {
  const words = WORDS[language];
  return election.questions.flatMap((question, index) => {
    const answers = question.blank ? [words.blank, ...question.answers] : question.answers;
    const votes = counts[index] ?? [];
    return [
      printable(question.question),
      ...answers.map(
        (answer, place) =>
          `  ${formatNumber(language, votes[place] ?? 0).padStart(7)} ${words.votes}  ${printable(answer)}`,
      ),
    ];
  });
}

/** Where a fault is, then what it is. */
function describeFinding(finding: Finding, language: Language): string {
  const words = WORDS[language];
  const { record, ballotHash, trustee } = finding;
  const places: string[] = [];
  if (trustee !== undefined) {
    places.push(`${words.trustee} ${trustee.owner}${trustee.name ? ` ${printable(trustee.name)}` : ''}`);
  }
  if (ballotHash !== undefined) places.push(`${words.ballot} ${ballotHash.slice(0, 16)}…`);
  if (record !== undefined) {
    const name = record.name === undefined ? '' : ` ${printable(record.name)}`;
    places.push(`${words.record} ${record.number}${name} (${words.byte} ${record.offset})`);
  }
  const what = printable(explainFault(finding, language));
  return places.length === 0 ? what : `${places.join(', ')}: ${what}`;
}

/** Text from a record, safe for a terminal: control and direction characters cannot act on what stands around them. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
}
