import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type BallotCheckers, localCheckers } from '../verify/checkers.ts';
import { type WorkerAnswer, type WorkerLine, workerCheckers } from '../verify/worker.ts';
import { nativeGroup, systemRandom } from './tools.ts';

/** A thread takes about a quarter of a second to start and to prepare: it pays from this many ballots on. */
const BALLOTS_PER_WORKER = 40;

/** How many checkers to use. */
export interface NativeCheckersOptions {
  /** Ballots of the record, about. */
  readonly ballotCount: number;
  /** At most this many threads; default: one per core. */
  readonly maxWorkers?: number;
}

/** Checkers for a record of this size: this thread for a small one, worker threads for a large one. */
export function nativeCheckers({
  ballotCount,
  maxWorkers = availableParallelism(),
}: NativeCheckersOptions): BallotCheckers {
  const workers = Math.min(maxWorkers, Math.floor(ballotCount / BALLOTS_PER_WORKER));
  if (workers < 1) return localCheckers({ groups: [nativeGroup()], random: systemRandom });
  return workerCheckers(Array.from({ length: workers }, threadLine));
}

/** Young objects of one thread; a checker makes many short-lived ones and would otherwise let them pile up. */
const YOUNG_MEGABYTES = 4;

function threadLine(): WorkerLine {
  const compileCache = getCompileCacheDir();
  const worker = new Worker(new URL('./checker-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    // A thread does not take over its owner's compile cache by itself.
    ...(compileCache === undefined ? {} : { env: { ...process.env, NODE_COMPILE_CACHE: compileCache } }),
  });
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    listen: (onAnswer, onEnd) => {
      worker.on('message', (answer: WorkerAnswer) => onAnswer(answer));
      worker.on('error', onEnd);
      worker.on('exit', (code) => onEnd(new Error(`a worker thread ended with ${code}`)));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
