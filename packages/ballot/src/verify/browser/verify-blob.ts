import { portableGroup } from '../../lanes/portable-group.ts';
import { type Verification, type VerifyOptions, verifyRecord } from '../verify.ts';
import { browserCheckers } from './checkers.ts';
import { browserRandom } from './random.ts';

/** Options of `verifyRecord` that a page need not give. */
export interface VerifyBlobOptions extends Partial<VerifyOptions> {
  /** Web workers to use; default: one per core. */
  readonly workerCount?: number;
}

/** Verifies a record that a page holds as a file or a download, with one web worker per core. */
export async function verifyBlob(record: Blob, options: VerifyBlobOptions = {}): Promise<Verification> {
  const { workerCount, ...rest } = options;
  const checkers = browserCheckers(workerCount);
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

const PIECE_BYTES = 1024 * 1024;

/** The bytes of a blob, a piece at a time. */
async function* piecesOf(record: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < record.size; start += PIECE_BYTES) {
    yield new Uint8Array(await record.slice(start, start + PIECE_BYTES).arrayBuffer());
  }
}
