import type { Election, VerificationReport } from '@bilik/ballot';
import { verifyRecordFile } from '@bilik/ballot/native';
import { type ContestFigures, optionKeysOfAnswers } from '@bilik/election';
import { evidencePath, type PublishedPart, type VoteFigures } from '@bilik/publication';
import type { SiteFinding } from '@bilik/publication/check';
import type { SignedResult } from '@bilik/transfer';
import type { CodeKey } from '@bilik/transfer/signed-code';
import { checkSignedFiles, readSignedFiles } from '../verify/signed-files.ts';
import { checkPartCode, type SaidByCode, saidOfResult, saidOfSheet } from './check-part-code.ts';
import { differ } from './differ.ts';
import type { PartPlace } from './part-place.ts';
import type { SiteFolder } from './site-files.ts';

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
    // by the void list alone anybody sees that no void card's ballot is counted
    if (voidList !== null && signed.voidList === undefined)
      findings.push({ rule: 'records', fault: 'missing', at: place.id, detail: 'void list' });
    codeKey = election && keyOf(election);
    codeSays = stated && saidOfResult(partPlace, stated);
  } else if (part.source !== 'sheet') {
    // figures that nothing in the site says
    findings.push({ rule: 'records', fault: 'missing', at: place.id });
  }
  if (code !== null) findings.push(...checkPartCode(code, codeKey, partPlace, codeSays));
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
  // a ballot may hold other offices beside the village's own
  const position = contestPosition(village.contest?.id, stated);
  const question = election.questions[position];
  const answers = question?.answers ?? [];
  const title = village.contest?.title;
  const names = village.contest?.candidates.map(({ number, name }) => `${number}. ${name}`) ?? [];
  return [
    ...differ('records', at, 'polling place', election.bilik.pollingPlace, place.id),
    ...differ('records', at, 'kind', election.bilik.kind, snapshot.kind),
    // who stands for the council as well is no village head by that count
    ...differ('records', at, 'title', question?.question, title && `${title.id} / ${title.en}`),
    ...differ('records', at, 'candidates', answers.slice(0, names.length), names),
    ...(part.source === 'trustees' ? countsDiffer(at, part.figures, answers, report.counts?.[position]) : []),
    ...(stated === undefined
      ? [{ rule: 'records' as const, fault: 'missing' as const, at, detail: 'signed result' }]
      : [...statedDiffer(at, part, stated, position), ...placeDiffers({ village, place, part }, stated)]),
  ];
}

/** Where a contest stands among those of a result, which are the record's questions in their order. */
function contestPosition(contest: string | undefined, stated: SignedResult | undefined): number {
  return Math.max(0, stated?.figures.contests.findIndex((one) => one.contest === contest) ?? 0);
}

/**
 * What the station signed of the whole place: which list its voters were on, which void cards it had, and what its result is made of. Of a
 * result with mobile paper each half is signed by itself only with the other: one that is left out would be another result. Said once, at the
 * first part that the station signed.
 */
function placeDiffers(
  { village, place, part }: Omit<PartPlace, 'snapshot'>,
  { figures, void_hash }: SignedResult,
): SiteFinding[] {
  const at = place.id;
  const signed = place.result?.parts.filter(({ source }) => source !== 'sheet') ?? [];
  if (part !== signed[0]) return [];
  const { registered, resultSource, mobileGroup, contests } = figures;
  const sources = signed.map(({ source }) => source);
  const signedSources = mobileGroup?.counted ? [resultSource, 'mobile-group'] : [resultSource];
  const ids = contests.map(({ contest }) => contest);
  const { L, P } = place.registered;
  return [
    ...differ('records', at, 'registered voters', { L, P }, { L: registered.L, P: registered.P }),
    ...differ('records', at, 'parts', sources, signedSources),
    ...signed
      .filter(({ evidence }) => evidence.record !== null)
      .flatMap(({ evidence }) => differ('records', at, 'void list', evidence.voidList, void_hash)),
    ...differ(
      'records',
      at,
      'contest',
      ids.find((id) => id === village.contest?.id),
      village.contest?.id,
    ),
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
  position: number,
): SiteFinding[] {
  const contest = stated.contests[position];
  if (contest === undefined) return differ('records', at, 'signed result', figures, null);
  const { mobileGroup } = stated;
  const whole = mobileGroup?.counted?.contests[position];
  const expected =
    source === 'mobile-group'
      ? whole && mobileGroup && { ...minus(whole, contest), users: mobileGroup.checkIns }
      : { ...flat(contest), users: stated.users - (mobileGroup?.checkIns ?? 0) };
  const { users, options, valid, invalid, blank, total } = figures;
  return [
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
