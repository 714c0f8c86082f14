import type { Election, VerificationReport } from '@bilik/ballot';
import { verifyRecordFile } from '@bilik/ballot/native';
import { type ContestFigures, optionKeysOfAnswers } from '@bilik/election';
import {
  evidencePath,
  type PublishedPart,
  type PublishedPlace,
  type PublishedVillage,
  type Snapshot,
  type VoteFigures,
} from '@bilik/publication';
import type { SiteFinding } from '@bilik/publication/check';
import type { SignedResult } from '@bilik/transfer';
import { type CodeKey, checkCode } from '@bilik/transfer/signed-code';
import { checkSignedFiles, readSignedFiles } from '../verify/signed-files.ts';
import type { SiteFolder } from './site-files.ts';

/** One part of a polling place's result, with everything it is checked against. */
export interface PartPlace {
  readonly snapshot: Snapshot;
  readonly village: PublishedVillage;
  readonly place: PublishedPlace;
  readonly part: PublishedPart;
}

const differ = (
  rule: 'records' | 'codes',
  at: string,
  what: string,
  written: unknown,
  expected: unknown,
): SiteFinding[] =>
  JSON.stringify(written) === JSON.stringify(expected)
    ? []
    : [
        {
          rule,
          fault: 'differs',
          at,
          detail: `${what}: ${JSON.stringify(written)} ≠ ${JSON.stringify(expected)}`,
        },
      ];

/** Checks the record, the signed files and the code of one part; the record by the same verifier as `bilik verify`. */
export async function checkPart(files: SiteFolder, partPlace: PartPlace): Promise<SiteFinding[]> {
  const { snapshot, part, place } = partPlace;
  const { record, signedResult, voidList, code } = evidenceOf(partPlace);
  const pathOf = (sha256: string | null) => {
    const file = snapshot.files.find((listed) => listed.sha256 === sha256);
    return file && files.has(evidencePath(file)) ? files.place(evidencePath(file)) : undefined;
  };
  const findings: SiteFinding[] = [];
  let codeKey: CodeKey | undefined = sheetKeyOf(partPlace);
  let codeSays: SaidByCode | undefined = saidOfSheet(part);
  const recordPath = pathOf(record);
  if (recordPath !== undefined) {
    const signed = readSignedFiles({ void: pathOf(voidList), result: pathOf(signedResult) });
    const voided = signed.voidList?.parsed.ok ? signed.voidList.parsed.value.credentials : undefined;
    const { report, election } = await verifyRecordFile(recordPath, {
      origin: (facts) => checkSignedFiles(signed, facts),
      ...(voided && { voidCredentials: voided.map(({ credential }) => credential) }),
    });
    const stated = signed.result?.parsed.ok ? signed.result.parsed.value : undefined;
    findings.push(...recordFindings(partPlace, { report, election, stated }));
    codeKey = election && keyOf(election);
    codeSays = stated && saidOfResult(stated);
  } else if (part.source !== 'sheet') {
    // figures that nothing in the site says
    findings.push({ rule: 'records', fault: 'missing', at: place.id });
  }
  if (code !== null) findings.push(...checkCodeText(code, codeKey, partPlace, codeSays));
  return findings;
}

/**
 * Of a mobile group's paper the station's signed result says how much it adds; that this signature is the station's, only the record says that
 * stands beside it. Each part is checked by itself: where the record is missing, so is the proof.
 */
function evidenceOf({ part, place }: PartPlace): PublishedPart['evidence'] {
  const { evidence, source } = part;
  const beside = place.result?.parts.find(
    (other) => other.evidence.record !== null && other.evidence.signedResult === evidence.signedResult,
  );
  if (source !== 'mobile-group' || beside === undefined) return evidence;
  const { record, voidList } = beside.evidence;
  return { ...evidence, record, voidList };
}

/** A paper sheet's code is signed by the key that the event posts. */
function sheetKeyOf({ snapshot, place }: PartPlace): CodeKey | undefined {
  const { sheetKey } = snapshot.event;
  return sheetKey === null ? undefined : { kind: snapshot.kind, pollingPlace: place.id, ...sheetKey };
}

function keyOf({ bilik, fingerprint }: Election): CodeKey | undefined {
  if (bilik === undefined) return undefined;
  const { kind, pollingPlace, signingKey } = bilik;
  return { kind, pollingPlace, signingKey, electionFingerprint: fingerprint };
}

interface VerifiedRecord {
  readonly report: VerificationReport;
  readonly election: Election | undefined;
  readonly stated: SignedResult | undefined;
}

function recordFindings(
  { snapshot, village, place, part }: PartPlace,
  verified: VerifiedRecord,
): SiteFinding[] {
  const { report, election, stated } = verified;
  const at = place.id;
  // trustees too few: the record ends sealed, and its slips were counted by hand
  const isBySlips = place.result?.parts.some(({ source }) => source === 'slip-count') === true;
  const isExpected = report.verdict === 'right' || (report.verdict === 'incomplete' && isBySlips);
  if (!isExpected) {
    const broken = report.rules.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule);
    return [{ rule: 'records', fault: 'differs', at, detail: `${report.verdict}: ${broken.join(', ')}` }];
  }
  if (election?.bilik === undefined) {
    return [{ rule: 'records', fault: 'differs', at, detail: 'the record is of no polling place of ours' }];
  }
  const answers = election.questions[0]?.answers ?? [];
  const names = village.contest?.candidates.map(({ number, name }) => `${number}. ${name}`) ?? [];
  return [
    ...differ('records', at, 'polling place', election.bilik.pollingPlace, place.id),
    ...differ('records', at, 'kind', election.bilik.kind, snapshot.kind),
    ...differ('records', at, 'candidates', answers.slice(0, names.length), names),
    ...(part.source === 'trustees' ? countsDiffer(at, part.figures, answers, report.counts?.[0]) : []),
    ...(stated === undefined
      ? [{ rule: 'records' as const, fault: 'missing' as const, at, detail: 'signed result' }]
      : statedDiffer(at, part, stated)),
  ];
}

function countsDiffer(
  at: string,
  { options, blank }: VoteFigures,
  answers: readonly string[],
  counts: readonly number[] | undefined,
): SiteFinding[] {
  const keys = optionKeysOfAnswers(answers) ?? [];
  const counted = keys.map((key, index) => ({ key, votes: counts?.[index] ?? 0 }));
  return differ('records', at, 'votes', [...options, { key: 'blank', votes: blank }], counted);
}

/** What the station signed, as far as this part says it. */
function statedDiffer(
  at: string,
  { source, figures }: PublishedPart,
  { figures: stated }: SignedResult,
): SiteFinding[] {
  const [contest] = stated.contests;
  if (contest === undefined) return differ('records', at, 'signed result', figures, null);
  const { mobileGroup } = stated;
  const whole = mobileGroup?.counted?.contests[0];
  const expected =
    source === 'mobile-group'
      ? whole && mobileGroup && { ...minus(whole, contest), users: mobileGroup.checkIns }
      : { ...flat(contest), users: stated.users - (mobileGroup?.checkIns ?? 0) };
  const { users, options, valid, invalid, blank, total } = figures;
  return [
    ...(source === 'mobile-group' ? [] : differ('records', at, 'source', source, stated.resultSource)),
    ...differ('records', at, 'signed result', { options, valid, invalid, blank, total, users }, expected),
  ];
}

function flat({ options, valid, invalid, total }: ContestFigures): Omit<VoteFigures, 'users'> {
  return {
    options: options.flatMap(({ key, votes }) => (key === 'blank' ? [] : [{ key, votes }])),
    valid,
    invalid,
    blank: options.find(({ key }) => key === 'blank')?.votes ?? 0,
    total,
  };
}

/** The mobile group's paper is what it adds to the electronic votes. */
function minus(whole: ContestFigures, electronic: ContestFigures): Omit<VoteFigures, 'users'> {
  const [all, less] = [flat(whole), flat(electronic)];
  return {
    options: all.options.map(({ key, votes }, index) => ({
      key,
      votes: votes - (less.options[index]?.votes ?? 0),
    })),
    valid: all.valid - less.valid,
    invalid: all.invalid - less.invalid,
    blank: all.blank - less.blank,
    total: all.total - less.total,
  };
}

/** What a code must say beside the votes. */
interface SaidByCode {
  readonly users: number;
  readonly casts: number;
  /** Hash of the record's last event, or of the photo that a sheet was read from. */
  readonly recordHash: string;
}

function saidOfResult({ figures: { users, casts }, record_hash }: SignedResult): SaidByCode {
  return { users, casts, recordHash: record_hash };
}

/** The photo that a sheet's code names stands first, if it is shown. */
function saidOfSheet({ figures, evidence }: PublishedPart): SaidByCode {
  return { users: figures.users, casts: figures.total, recordHash: evidence.sheetPhotos[0] ?? '' };
}

function checkCodeText(
  text: string,
  key: CodeKey | undefined,
  { part: { figures, evidence }, place: { id: at } }: PartPlace,
  expected: SaidByCode | undefined,
): SiteFinding[] {
  if (key === undefined)
    return [{ rule: 'codes', fault: 'differs', at, detail: 'no key to check the code with' }];
  const checked = checkCode(text, key);
  if (!checked.ok) return [{ rule: 'codes', fault: 'differs', at, detail: checked.error.type }];
  const { content } = checked.value;
  const [contest] = content.type === 'result' ? content.contests : [];
  if (content.type !== 'result' || contest === undefined)
    return [{ rule: 'codes', fault: 'differs', at, detail: 'no code of a result' }];
  const said = [
    ...contest.options.filter(({ key: option }) => option !== 'blank'),
    { key: 'valid', votes: contest.valid },
    { key: 'invalid', votes: contest.invalid },
  ];
  const published = [
    ...figures.options,
    { key: 'valid', votes: figures.valid },
    { key: 'invalid', votes: figures.invalid },
  ];
  const { users, casts, recordHash } = content;
  const isHidden = evidence.codePhoto === 'not-shown';
  return [
    ...differ('codes', at, 'code', said, published),
    ...(expected === undefined
      ? []
      : [
          ...differ('codes', at, 'users and casts', [users, casts], [expected.users, expected.casts]),
          // a photo that is not shown is none of those that are
          ...(isHidden
            ? differ('codes', at, 'photo', evidence.sheetPhotos.includes(recordHash), false)
            : differ('codes', at, 'record or photo', recordHash, expected.recordHash)),
        ]),
  ];
}
