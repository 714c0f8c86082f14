import type { Database } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { foldChanges } from './fold.ts';

/** How often it looks without being told: what another worker left when it was killed. */
const LOOK_MS = 1000;

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
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_MS);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isAwake || isOver) wakeUp();
    });
  const running = (async () => {
    while (!isOver) {
      isAwake = false;
      try {
        const folded = await inScope(database, OWN_WORK, (transaction) => foldChanges(transaction, now()));
        if (folded > 0) continue;
      } catch (error) {
        onBroken(error instanceof Error ? error : new Error(String(error)));
      }
      await rest();
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
