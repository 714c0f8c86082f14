import { Worker } from 'node:worker_threads';
import { fail, type Result, succeed } from '@bilik/election';
import { DEFAULT_LIMITS, type ImportOptions } from './import-options.ts';
import type { ImportedVoter } from './list/imported-voter.ts';
import type { ListReading } from './list/list-reading.ts';
import type { ImportPreview } from './list/preview.ts';
import type { FileProblemKind, ImportProblem, ProblemDetails } from './problem/problem.ts';
import { ProblemLog } from './problem/problem-log.ts';
import type { FromReadingThread, ToReadingThread } from './reading-thread.ts';

/** Heap of the reading thread for what lives shortly, in megabytes. */
const YOUNG_MB = 8;

/** A file's bytes: all of them, or as they come (a file's read stream, an upload). */
export type ListSource = Uint8Array | AsyncIterable<Uint8Array>;

/** What was understood of a list that can enter. */
export interface ImportSummary {
  readonly preview: ImportPreview;
  /** Things to look at; none of them keeps the list out. */
  readonly warnings: readonly ImportProblem[];
  /** Warnings beyond the limit, counted only. */
  readonly warningsLeftOff: number;
}

/** A whole list, ready to enter. */
export interface VoterListImport extends ImportSummary {
  /** Every person, in the order of the file. */
  readonly voters: readonly ImportedVoter[];
}

/** Why nobody of the list enters. */
export interface ImportRefusal {
  /** What was understood all the same; null when the file could not be read at all. */
  readonly preview: ImportPreview | null;
  /** Every error and warning, in the order of the file. */
  readonly problems: readonly ImportProblem[];
  /** Problems beyond the limit, counted only. */
  readonly problemsLeftOff: number;
}

/**
 * Reads a voter list from an .xlsx or CSV file: the whole list, or every reason why not.
 *
 * The file is parsed in a thread of its own with limits on bytes, rows, memory and time, so that no file can hang or exhaust the caller.
 * @errors `ImportRefusal`; a refused list leaves nothing behind
 */
export async function importVoterList(
  source: ListSource,
  options: ImportOptions,
): Promise<Result<VoterListImport, ImportRefusal>> {
  const voters: ImportedVoter[] = [];
  const outcome = await importVoterListInBatches(source, options, (batch) => {
    for (const voter of batch) voters.push(voter);
  });
  return outcome.ok ? succeed({ ...outcome.value, voters }) : outcome;
}

/**
 * The same for lists too long to keep in memory, such as a regency's 450,000 voters.
 * @param receive gets people in batches of at most 250 before the whole file was judged: keep them aside (a staging table, a
 *   transaction) and let them enter only when the outcome is ok. The time limit goes on while it works; when it throws, so does the import.
 */
export async function importVoterListInBatches(
  source: ListSource,
  options: ImportOptions,
  receive: (voters: readonly ImportedVoter[]) => void | Promise<void>,
): Promise<Result<ImportSummary, ImportRefusal>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (source instanceof Uint8Array && source.length > limits.bytes) {
    return outcomeOf(unreadable('file-too-large', { limit: limits.bytes }));
  }
  const bytes = chunksOf(source);
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: options,
    // rows live for a moment: a young generation of the usual size only keeps 100 MB of dead ones
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    // Parsers may print what they find in a file; it is nobody's business.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const reading = await new Promise<ListReading>((resolve, reject) => {
      const refuse = (kind: FileProblemKind, details: ProblemDetails = {}): void =>
        resolve(unreadable(kind, details));
      timer = setTimeout(
        () => refuse('time-limit', { seconds: Math.round(limits.timeMs / 1000) }),
        limits.timeMs,
      );
      thread.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('memory-limit', { limit: limits.memoryMb });
        else reject(error);
      });
      thread.on('exit', () => reject(new Error('the reading thread ended without an answer')));
      thread.on('message', (message: FromReadingThread) => {
        if (message.type === 'finished') resolve(message.reading);
        else if (message.type === 'next-bytes') {
          bytes.next().then(
            ({ done, value }) => answer({ type: 'bytes', bytes: done === true ? null : value }),
            () => refuse('reading-interrupted'),
          );
        } else {
          Promise.resolve(message.voters)
            .then(receive)
            .then(() => answer({ type: 'received' }), reject);
        }
      });
      const answer = (reply: ToReadingThread): void => thread.postMessage(reply);
    });
    return outcomeOf(reading);
  } finally {
    clearTimeout(timer);
    // Nothing is received any more. `error` keeps its listener, which has answered and does nothing now: a thread that meets its memory
    // limit while it is being ended still says so, and an error that nobody hears would end this process.
    thread.removeAllListeners('message');
    await thread.terminate();
    // Not awaited: a stalled upload would hold the answer back.
    bytes.return(undefined).catch(() => {});
  }
}

async function* chunksOf(source: ListSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) yield source;
  else yield* source;
}

function unreadable(kind: FileProblemKind, details: ProblemDetails): ListReading {
  const log = new ProblemLog(1);
  log.add(kind, { details });
  return { preview: null, problems: log.problems, problemsLeftOff: 0, hasErrors: true };
}

function outcomeOf(reading: ListReading): Result<ImportSummary, ImportRefusal> {
  const { preview, problems, problemsLeftOff, hasErrors } = reading;
  return hasErrors || preview === null
    ? fail({ preview, problems, problemsLeftOff })
    : succeed({ preview, warnings: problems, warningsLeftOff: problemsLeftOff });
}
