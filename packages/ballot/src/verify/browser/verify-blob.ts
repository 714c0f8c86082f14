import type { Verification } from '../verify.ts';
import { startWebWorker } from './checkers.ts';
import { type VerifyBlobOptions, verifyBlobWith } from './verify-with-worker.ts';

/** Verifies a record that a page holds as a file or a download, with one web worker per core. */
export function verifyBlob(record: Blob, options: VerifyBlobOptions = {}): Promise<Verification> {
  return verifyBlobWith(startWebWorker, record, options);
}
