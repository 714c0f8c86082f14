import { createReadStream, statSync } from 'node:fs';
import { type Verification, type VerifyOptions, verifyRecord } from '../verify/verify.ts';
import { nativeCheckers } from './checkers.ts';
import { nativeGroup, nativeHexHash, systemRandom } from './tools.ts';

/** Bytes of an archive for each ballot, at least: one question, two answers. */
const LEAST_BYTES_PER_BALLOT = 6000;

const READ_BYTES = 256 * 1024;

/** Options of `verifyRecord` that a Node process need not give. */
export interface VerifyFileOptions extends Partial<VerifyOptions> {
  /** At most this many worker threads; default: one per core. 0: this thread only. */
  readonly maxWorkers?: number;
}

/**
 * Verifies a record file with OpenSSL, one worker thread per core.
 * @throws the file system's error when the file cannot be opened or read
 */
export async function verifyRecordFile(path: string, options: VerifyFileOptions = {}): Promise<Verification> {
  const { maxWorkers, ...rest } = options;
  const ballotCount = Math.floor(statSync(path).size / LEAST_BYTES_PER_BALLOT);
  const checkers = nativeCheckers({ ballotCount, ...(maxWorkers === undefined ? {} : { maxWorkers }) });
  try {
    return await verifyRecord(() => createReadStream(path, { highWaterMark: READ_BYTES }), {
      groups: [nativeGroup()],
      hexHash: nativeHexHash,
      random: systemRandom,
      checkers,
      ...rest,
    });
  } finally {
    await checkers.close();
  }
}
