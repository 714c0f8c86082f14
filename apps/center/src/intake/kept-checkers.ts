import type { BallotCheckers } from '@bilik/ballot';
import { nativeCheckers } from '@bilik/ballot/native';

/** Threads that check ballots, kept from one delivery to the next: starting and warming them up takes as long as some hundred ballots. */
export interface KeptCheckers {
  /** One check after the other. When one throws, a thread may have ended: the next one gets new threads. */
  readonly use: <Value>(check: (checkers: BallotCheckers) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
}

/**
 * @param open for tests; else one thread, started with the first delivery. A thread has its own tables, some 80 MB, and makes them anew for
 * each record: more cores are used by more workers, each with a record of its own, not by more threads
 */
export function keepCheckers(
  open = () => nativeCheckers({ ballotCount: Number.MAX_SAFE_INTEGER, maxWorkers: 1 }),
): KeptCheckers {
  let kept: BallotCheckers | undefined;
  return {
    async use(check) {
      kept ??= open();
      const checkers = kept;
      try {
        return await check(checkers);
      } catch (error) {
        kept = undefined;
        await checkers.close();
        throw error;
      }
    },
    async close() {
      await kept?.close();
      kept = undefined;
    },
  };
}
