import { createReadStream, statSync } from 'node:fs';
import { type Verification, type VerifyOptions, verifyRecord } from '../verify/verify.ts';
import { nativeCheckers } from './checkers.ts';
import { nativeGroup, nativeHexHash, nativeStreamHash, systemRandom } from './tools.ts';

/** Bytes of an archive for each ballot, at least: one question, two answers. */
const LEAST_BYTES_PER_BALLOT = 6000;

const READ_BYTES = 256 * 1024;

/** Options of `verifyRecord` that a Node process need not give. */
export interface VerifyFileOptions extends Partial<VerifyOptions> {
  /** At most this many worker threads; default: one per core. 0: this thread only. */
  readonly maxWorkers?: number;
  /** Ends the verification: the file is closed and every worker thread has ended before the promise is rejected. */
  readonly signal?: AbortSignal;
}

/**
 * Verifies a record file with OpenSSL, one worker thread per core; or with the checkers that are given, which stay open for the next record.
 * @throws the file system's error when the file cannot be opened or read; the signal's reason once it is aborted
 */
export async function verifyRecordFile(path: string, options: VerifyFileOptions = {}): Promise<Verification> {
  const { maxWorkers, signal, checkers: given, ...rest } = options;
  signal?.throwIfAborted();
  const ballotCount = Math.floor(statSync(path).size / LEAST_BYTES_PER_BALLOT);
  const checkers =
    given ?? nativeCheckers({ ballotCount, ...(maxWorkers === undefined ? {} : { maxWorkers }) });
  // Whoever waits for a checker that is closed is told that it has ended.
  const stop = () => void checkers.close();
  signal?.addEventListener('abort', stop);
  const reading = { highWaterMark: READ_BYTES, ...(signal === undefined ? {} : { signal }) };
  try {
    const verification = await verifyRecord(() => createReadStream(path, reading), {
      groups: [nativeGroup()],
      hexHash: nativeHexHash,
      streamHash: nativeStreamHash,
      random: systemRandom,
      checkers,
      ...rest,
    });
    signal?.throwIfAborted();
    return verification;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    if (given === undefined) await checkers.close();
  }
}
