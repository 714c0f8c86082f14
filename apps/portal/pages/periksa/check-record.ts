import type { Finding, VerificationReport } from '@bilik/ballot';
import BallotWorker from '@bilik/ballot/browser/ballot-worker?worker&inline';
import { verifyBlobWith } from '@bilik/ballot/browser/own-worker';
import { optionKeysOfAnswers } from '@bilik/election';
import { z } from 'zod/mini';
import type { Published } from './published.ts';
import { differencesOf, type PublishedDifference } from './published-differences.ts';

/** One line of the sum that the record opens to. */
export interface CountedVotes {
  readonly key: string;
  readonly answer: string;
  readonly count: number;
}

/** What became of one record. */
export interface CheckedRecord {
  readonly report: VerificationReport;
  readonly isExercise: boolean;
  readonly pollingPlace: string | undefined;
  readonly votes: readonly CountedVotes[];
  /** Hex SHA-256 of every ballot. */
  readonly ballotHashes: ReadonlySet<string>;
  readonly voidChecked: boolean;
  /** What differs from what is published; undefined when there was nothing to compare with. */
  readonly differences: readonly PublishedDifference[] | undefined;
}

const VoidFile = z.object({
  credentials: z.array(z.object({ credential: z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,616})$/)) })),
});

/** The cards of a void list, in decimal digits. @returns undefined when the file is none */
export async function readVoidFile(file: Blob): Promise<readonly string[] | undefined> {
  try {
    const parsed = VoidFile.safeParse(JSON.parse(await file.text()));
    return parsed.success ? parsed.data.credentials.map(({ credential }) => credential) : undefined;
  } catch {
    return undefined;
  }
}

/** What to check a record with. */
export interface CheckRequest {
  readonly record: Blob;
  readonly published: Published | undefined;
  readonly voidCredentials: readonly string[] | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

/** The same verifier as `bilik verify`, in workers that this page brings inside itself. */
export async function checkRecord(request: CheckRequest): Promise<CheckedRecord> {
  const { record, published, voidCredentials, onProgress } = request;
  let ballotHashes: ReadonlySet<string> = new Set();
  const { report, election } = await verifyBlobWith(() => new BallotWorker(), record, {
    onProgress: ({ ballotsChecked, ballotCount }) => onProgress(ballotsChecked, ballotCount),
    ...(voidCredentials && { voidCredentials }),
    origin: (facts) => {
      ballotHashes = facts.ballotHashes;
      const findings: Finding[] = [];
      return { rules: [], findings };
    },
  });
  const answers = election?.questions[0]?.answers ?? [];
  const keys = optionKeysOfAnswers(answers);
  const votes = answers.map((answer, index) => ({
    key: keys?.[index] ?? '',
    answer,
    count: report.counts?.[0]?.[index] ?? 0,
  }));
  const { pollingPlace, kind } = election?.bilik ?? {};
  return {
    report,
    isExercise: kind === 'exercise',
    pollingPlace,
    votes: report.counts === undefined ? [] : votes,
    ballotHashes,
    voidChecked: voidCredentials !== undefined,
    differences:
      published &&
      differencesOf(published, { file: report.fileSha256, ...{ pollingPlace, kind, answers }, votes }),
  };
}
