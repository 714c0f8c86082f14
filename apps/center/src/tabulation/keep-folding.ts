import type { Database } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { foldChanges } from './fold.ts';

/** How often it looks without being told: what another worker left when it was killed. */
const LOOK_MS = 1000;
/** Between two looks: results of an evening come many a second, and are folded together. */
const GATHER_MS = 100;

/** A worker's fold, which follows the changes until it is closed. */
export interface Folding {
  /** Something was committed: look at once. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

/** Keeps the sums fresh. Several workers may: one at a time writes. */
export function keepFolding(database: Database, now: () => Date, onBroken: (error: Error) => void): Folding {
  let isOver = false;
  let isAwake = true;
  let wakeUp = () => {};
  const rest = (ms: number, isEnough: () => boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        if (!isEnough()) return;
        clearTimeout(timer);
        resolve();
      };
      wakeUp();
    });
  const running = (async () => {
    while (!isOver) {
      isAwake = false;
      try {
        const folded = await inScope(database, OWN_WORK, (transaction) => foldChanges(transaction, now()));
        if (folded > 0) isAwake = true;
      } catch (error) {
        onBroken(error instanceof Error ? error : new Error(String(error)));
      }
      await rest(GATHER_MS, () => isOver);
      await rest(LOOK_MS, () => isAwake || isOver);
    }
  })();
  return {
    wake() {
      isAwake = true;
      wakeUp();
    },
    async close() {
      isOver = true;
      wakeUp();
      await running;
    },
  };
}
