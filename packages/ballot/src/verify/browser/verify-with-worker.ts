import { portableGroup } from '../../lanes/portable-group.ts';
import type { BallotCheckers } from '../checkers.ts';
import { type Verification, type VerifyOptions, verifyRecord } from '../verify.ts';
import { type WorkerAnswer, type WorkerLine, workerCheckers } from '../worker.ts';
import { browserRandom } from './random.ts';

/** Starts a web worker whose body is `ballot-worker.ts`; a page decides where that body comes from. */
export type StartWorker = () => Worker;

/** Options of `verifyRecord` that a page need not give. */
export interface VerifyBlobOptions extends Partial<VerifyOptions> {
  /** Web workers to use; default: as many as the browser says there are cores, at least one. */
  readonly workerCount?: number;
}

/**
 * Verifies a record that a page holds as a file or a download. A page that is one file, opened from a disk, brings its worker inside itself;
 * one from a server lets `verifyBlob` load it.
 */
export async function verifyBlobWith(
  startWorker: StartWorker,
  record: Blob,
  options: VerifyBlobOptions = {},
): Promise<Verification> {
  const { workerCount, ...rest } = options;
  const checkers = webCheckers(startWorker, workerCount);
  try {
    return await verifyRecord(() => piecesOf(record), {
      groups: [portableGroup()],
      random: browserRandom,
      checkers,
      ...rest,
    });
  } finally {
    await checkers.close();
  }
}

/** @param workerCount default: one per core */
export function webCheckers(
  startWorker: StartWorker,
  workerCount: number = navigator.hardwareConcurrency,
): BallotCheckers {
  const count = Math.max(1, Math.floor(workerCount));
  return workerCheckers(Array.from({ length: count }, () => lineOf(startWorker())));
}

function lineOf(worker: Worker): WorkerLine {
  return {
    post: (request, transfer) => worker.postMessage(request, [...transfer]),
    listen: (onAnswer, onEnd) => {
      worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => onAnswer(event.data));
      worker.addEventListener('error', (event) =>
        onEnd(new Error(event.message || 'a web worker did not start')),
      );
    },
    close: async () => worker.terminate(),
  };
}

const PIECE_BYTES = 1024 * 1024;

/** The bytes of a blob, a piece at a time. */
async function* piecesOf(record: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < record.size; start += PIECE_BYTES) {
    yield new Uint8Array(await record.slice(start, start + PIECE_BYTES).arrayBuffer());
  }
}
