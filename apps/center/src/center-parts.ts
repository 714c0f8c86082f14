import type { Database } from './database/connect.ts';
import type { FileStore } from './files/file-store.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { CenterKeys } from './keys.ts';

/** What every room of a center works with. */
export interface CenterParts {
  readonly database: Database;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly keys: CenterKeys;
  /** An exercise and a real election never share a center. */
  readonly kind: 'exercise' | 'real';
  readonly now: () => Date;
}
