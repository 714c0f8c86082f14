import { type ByteSource, type HexHash, portableHexHash, readSteps } from '../archive/index.ts';
import type { PublicCredentials } from '../credential/public-list.ts';
import type { Election } from '../election/election.ts';
import { BELENIOS_2048 } from '../group/belenios-2048.ts';
import type { Group } from '../group/group.ts';
import type { RandomSource } from '../random.ts';
import type { Counts } from '../tally/result.ts';
import { type BallotSum, emptySum, mergeSums } from '../tally/sum.ts';
import type { Trustees } from '../trustee/list.ts';
import {
  type BallotPlan,
  ballotListDigest,
  checkBallotList,
  type ListedBallot,
  listBallot,
  placeOf,
} from './ballot-list.ts';
import { type BallotCheckers, type BallotFinding, type BallotWork, localCheckers } from './checkers.ts';
import { FileDigest, type FileIdentity, portableStreamHash, type StreamHash } from './file-digest.ts';
import { checkResult, checkShares, checkTally } from './opening.ts';
import { type RecordOutline, readOutline } from './outline.ts';
import {
  type Finding,
  RULES,
  RuleBook,
  type RuleId,
  type RuleOutcome,
  ruleOfBallotFault,
  ruleOfStepFault,
} from './rules.ts';
import { type CheckedSetup, checkSetup } from './setup.ts';

/** Opens the record from its first byte. Called twice: for the form of the whole, then for the ballots. */
export type RecordSource = () => ByteSource;

/** How far the verification is. */
export interface VerifyProgress {
  readonly ballotsChecked: number;
  readonly ballotCount: number;
}

export interface VerifyOptions {
  /** Bytes that nobody who made the record could foresee. */
  readonly random: RandomSource;
  /** Known groups; default: BELENIOS-2048 with BigInt arithmetic. */
  readonly groups?: readonly Group[];
  /** Who does the ballots' arithmetic; default: this thread. The caller closes what it gives. */
  readonly checkers?: BallotCheckers;
  readonly hexHash?: HexHash;
  /** Begins the hash of the whole file. */
  readonly streamHash?: () => StreamHash;
  /**
   * 'complete' (default): up to the result. 'sealed': a record that ends with EncryptedTally is enough, as a trustee
   * checks it before giving a share; whatever follows is checked too.
   */
  readonly expect?: 'complete' | 'sealed';
  /** Insists on a profile, and checks nothing of an election of another; default: the one that it is marked with. */
  readonly profile?: 'bilik' | 'belenios';
  /** The posted hash of the last event, in hex. */
  readonly expectedRecordHash?: string;
  /** Credentials under which the record must have no ballot, in decimal digits. */
  readonly voidCredentials?: Iterable<string>;
  /** Compares the record with signed files beside it; called once the election is known. */
  readonly origin?: (facts: OriginFacts) => OriginOutcome;
  readonly onProgress?: (progress: VerifyProgress) => void;
}

/** What a signed file must agree with. */
export interface OriginFacts {
  readonly election: Election;
  /** Hex SHA-256 of the last event. */
  readonly recordHash: string;
  /** The file that was read, byte for byte. */
  readonly file: FileIdentity;
  /** Hex SHA-256 of every ballot of the record. */
  readonly ballotHashes: ReadonlySet<string>;
  /** The public list, if it parses. */
  readonly credentials?: PublicCredentials;
  /** Ballots in the sum; absent when a ballot is wrong. */
  readonly countedBallots?: number;
  /** Counts opened by the trustees' shares; absent when they could not be opened. */
  readonly counts?: Counts;
}

/** What the signed files say. */
export interface OriginOutcome {
  /** The rules of the signed files, as far as there was a file to apply them to. */
  readonly rules: readonly RuleId[];
  readonly findings: readonly Finding[];
}

/** The outcome in plain values: may be written as JSON. */
export interface VerificationReport {
  /**
   * 'right': every rule holds. 'incomplete': what is there is right, but the record stops early. 'wrong': a rule does
   * not hold. 'unreadable': not even the first header is one.
   */
  readonly verdict: 'right' | 'incomplete' | 'wrong' | 'unreadable';
  readonly profile?: 'bilik' | 'belenios';
  readonly rules: readonly RuleOutcome[];
  readonly electionUuid?: string;
  /** φ of the election, 43 characters. */
  readonly electionFingerprint?: string;
  /** The record's fingerprint: hex SHA-256 of the last event that could be read. */
  readonly recordHash?: string;
  readonly lastEvent?: string;
  /** Hex SHA-256 of the whole file; absent when it could not be read to its end. */
  readonly fileSha256?: string;
  readonly fileBytes?: number;
  /** All ballots of the record, replaced ones included. */
  readonly ballotCount: number;
  /** Ballots in the sum. */
  readonly countedBallots?: number;
  readonly credentialCount?: number;
  readonly trusteeCount?: number;
  /** Counts that the trustees' shares open, by question and answer. */
  readonly counts?: Counts;
}

/** What a trustee needs of a record that is right up to its sealing. */
export interface SealedRecord {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly credentials: PublicCredentials;
  /** Recomputed from the ballots and equal to that of the record. */
  readonly sum: BallotSum;
  /** See `ballotListDigest`. */
  readonly ballotListDigest: string;
  /** Hex SHA-256 of the event EncryptedTally. */
  readonly sealedEventHash: string;
}

export interface Verification {
  readonly report: VerificationReport;
  /** The record's election, if it parses. */
  readonly election?: Election;
  /** Present when everything up to the sealing is right, whatever follows it. */
  readonly sealed?: SealedRecord;
}

/** Ballots in one batch: small enough that workers end together, large enough that posting costs nothing. */
const BATCH_BALLOTS = 16;

/**
 * Checks a record by itself and reports on every rule. Form, hashes and order of the whole are read first, so that a
 * damaged file is refused before any arithmetic. Nothing in the record is believed: keys, sums and counts are
 * recomputed. Holds no more than a few batches of ballots at a time.
 * @source format §15; stricter than `belenios-tool`, see §15.2
 */
export async function verifyRecord(source: RecordSource, options: VerifyOptions): Promise<Verification> {
  const { hexHash = portableHexHash } = options;
  const book = new RuleBook();
  const ballots: ListedBallot[] = [];
  const digest = new FileDigest((options.streamHash ?? portableStreamHash)());
  const passing = () => digest.passing(source());
  const outline = await readOutline(passing, { hexHash }, (ballot) => ballots.push(listBallot(ballot)));
  const file = outline.fault === undefined ? digest.identity() : undefined;
  checkOutline(outline, options, book);
  const contents: RecordContents =
    outline.fault === undefined
      ? await checkContents(source, { outline, ballots, options, hexHash }, book)
      : {};
  const { election, trustees, credentials, countedBallots, counts, sealed } = contents;
  const recordHash = outline.last?.eventHash;
  if (options.origin && election && recordHash !== undefined && file) {
    const { rules, findings } = options.origin({
      election,
      recordHash,
      file,
      ballotHashes: new Set(ballots.map(({ hash }) => hash)),
      ...(credentials && { credentials }),
      ...(countedBallots === undefined ? {} : { countedBallots }),
      ...(counts && { counts }),
    });
    book.checked(...rules);
    for (const finding of findings) book.add(finding);
  }
  const report: VerificationReport = {
    verdict: verdictOf(outline, book),
    ...(election && {
      profile: election.profile,
      electionUuid: election.uuid,
      electionFingerprint: election.fingerprint,
    }),
    ...(outline.last && { recordHash: outline.last.eventHash, lastEvent: outline.last.type }),
    ...(file && { fileSha256: file.sha256, fileBytes: file.byteCount }),
    ballotCount: outline.ballotCount,
    ...(countedBallots === undefined ? {} : { countedBallots }),
    ...(credentials && { credentialCount: credentials.size }),
    ...(trustees && { trusteeCount: trustees.owners.length }),
    ...(counts && { counts }),
    rules: book.outcomes(),
  };
  return { report, ...(election && { election }), ...(sealed && { sealed }) };
}

/** What a record holds, as far as it could be checked. */
interface RecordContents extends CheckedSetup {
  readonly countedBallots?: number;
  readonly counts?: Counts;
  readonly sealed?: SealedRecord;
}

interface ContentsContext {
  readonly outline: RecordOutline;
  readonly ballots: readonly ListedBallot[];
  readonly options: VerifyOptions;
  readonly hexHash: HexHash;
}

/** A ballot that breaks one of these leaves no sum to compare with. */
const RULES_BEFORE_SUM = [
  'ballots.form',
  'ballots.election',
  'ballots.credential',
  'ballots.once',
  'ballots.unrepeated',
  'ballots.members',
  'ballots.signature',
  'ballots.proofs',
] as const;

async function checkContents(
  source: RecordSource,
  context: ContentsContext,
  book: RuleBook,
): Promise<RecordContents> {
  const { outline, ballots, options, hexHash } = context;
  const { random, groups = [BELENIOS_2048], profile } = options;
  if (outline.setup === undefined) return {};
  const setup = checkSetup(outline.setup, { groups, random, ...(profile && { profile }) }, book);
  const { election, trustees, credentials } = setup;
  if (election === undefined || credentials === undefined) return setup;

  const voidCredentials = options.voidCredentials && new Set(options.voidCredentials);
  const listRules = { profile: profile ?? election.profile, ...(voidCredentials && { voidCredentials }) };
  const plan = checkBallotList(ballots, credentials, listRules, book);
  const sum = await checkBallots(source, { ...context, election, plan }, book);
  if (book.hasFailed(...RULES_BEFORE_SUM)) return setup;
  const counted = { ...setup, countedBallots: sum.ballotCount };
  if (outline.tally === undefined) return counted;
  checkTally(outline.tally, election, sum, book);
  if (trustees === undefined) return counted;

  const { sealedEventHash } = outline;
  const sealed =
    sealedEventHash !== undefined && !book.hasFailed(...RULES.filter((rule) => rule !== 'chain.complete'))
      ? {
          election,
          trustees,
          credentials,
          sum,
          ballotListDigest: ballotListDigest(election.fingerprint, ballots, hexHash),
          sealedEventHash,
        }
      : undefined;
  const opening = { election, trustees, sum };
  const counts =
    outline.shareCount === 0
      ? undefined
      : checkResult(outline.result, opening, checkShares(outline, opening, book), book);
  return { ...counted, ...(sealed && { sealed }), ...(counts && { counts }) };
}

function checkOutline(
  { fault, last }: RecordOutline,
  { expect = 'complete', expectedRecordHash }: VerifyOptions,
  book: RuleBook,
): void {
  if (fault !== undefined) {
    const { type, recordNumber, offset, name, event, after } = fault;
    const values = { ...(event === undefined ? {} : { event }), ...(after === undefined ? {} : { after }) };
    const record = { number: recordNumber, offset, ...(name === undefined ? {} : { name }) };
    book.add({ rule: ruleOfStepFault(type), fault: type, record, values });
    return;
  }
  book.checked('archive.form', 'archive.hashes', 'chain.links', 'chain.order', 'chain.complete');
  const enough =
    last?.type === 'Result' ||
    (expect === 'sealed' && (last?.type === 'EncryptedTally' || last?.type === 'PartialDecryption'));
  if (!enough) {
    const needed = expect === 'sealed' ? 'EncryptedTally' : 'Result';
    book.add({
      rule: 'chain.complete',
      fault: 'stops-early',
      values: { after: last?.type ?? 'Start', event: needed },
    });
  }
  if (expectedRecordHash !== undefined) {
    book.checked('origin.record');
    if (last?.eventHash !== expectedRecordHash) {
      const values = { written: last?.eventHash ?? '', expected: expectedRecordHash };
      book.add({ rule: 'origin.record', fault: 'record-differs', values });
    }
  }
}

function verdictOf({ fault }: RecordOutline, book: RuleBook): VerificationReport['verdict'] {
  const failed = book.outcomes().filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return 'right';
  if (failed.every(({ rule }) => rule === 'chain.complete')) return 'incomplete';
  const firstHeaderWrong = fault !== undefined && fault.recordNumber === 0 && fault.name === undefined;
  return firstHeaderWrong ? 'unreadable' : 'wrong';
}

interface BallotsContext extends ContentsContext {
  readonly election: Election;
  readonly plan: BallotPlan;
}

/** Reads the record a second time and gives the ballots out in batches. @returns the sum of those that count */
async function checkBallots(
  source: RecordSource,
  context: BallotsContext,
  book: RuleBook,
): Promise<BallotSum> {
  const { election, ballots, plan, options, hexHash } = context;
  const { random, groups = [BELENIOS_2048], onProgress } = options;
  const checkers = options.checkers ?? localCheckers({ groups, random });
  const refuse = ({ ballot, fault: { type, ...values } }: BallotFinding) =>
    book.add({ rule: ruleOfBallotFault(type), fault: type, values, ...placeOf(ballot) });
  const running = new Set<Promise<void>>();
  let ballotsChecked = 0;
  const submit = async (batch: readonly BallotWork[]) => {
    while (running.size >= checkers.slots) await Promise.race(running);
    const task = checkers.check(batch).then((findings) => {
      for (const finding of findings) refuse(finding);
      ballotsChecked += batch.length;
      onProgress?.({ ballotsChecked, ballotCount: ballots.length });
      running.delete(task);
    });
    // A failure is met where the task is awaited; here it must only not count as unhandled.
    task.catch(() => undefined);
    running.add(task);
  };

  await checkers.start({ electionText: election.text, ballotCount: ballots.length });
  let index = 0;
  let batch: BallotWork[] = [];
  for await (const step of readSteps(source(), { hexHash })) {
    if (step.ok && step.value.type === 'Setup') continue;
    const [record] = step.ok && step.value.type === 'Ballot' ? step.value.data : [];
    if (record === undefined) break;
    if (record.hash !== ballots[index]?.hash) break;
    const work = plan(index, record.content);
    index += 1;
    if (work !== undefined) batch.push(work);
    if (batch.length === BATCH_BALLOTS) {
      await submit(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await submit(batch);
  await Promise.all(running);
  if (index !== ballots.length) {
    const ballot = ballots[index];
    const place: Partial<Finding> = ballot === undefined ? {} : placeOf(ballot);
    book.add({ rule: 'archive.hashes', fault: 'record-changed', ...place });
  }

  let sum = emptySum(election);
  for (const totals of await checkers.finish()) {
    for (const finding of totals.findings) refuse(finding);
    sum = mergeSums(election.group, sum, totals.sum);
  }
  book.checked(
    'ballots.form',
    'ballots.election',
    'ballots.credential',
    'ballots.members',
    'ballots.signature',
    'ballots.proofs',
  );
  return sum;
}
