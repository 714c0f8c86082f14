import { type CivilTime, estimateQueue, type QueueEstimate } from '@bilik/election';

/** How the queue goes, for the board. */
export interface QueueStanding {
  /** People in the queue as somebody counted them, less those checked in since; null: nobody counted. */
  readonly waiting: number | null;
  /** Null while there is no pace, or nobody counted the queue. */
  readonly estimate: QueueEstimate | null;
}

/**
 * Releases per quarter of an hour, in this process's memory and nowhere else: on a disk they would be times beside people. A restart
 * begins anew.
 */
export interface QueuePace {
  /** Call after each check-in. */
  readonly noteRelease: () => void;
  /** Somebody counted the queue by eye. */
  readonly noteWaiting: (waiting: number) => void;
  readonly standing: () => QueueStanding;
}

/** Complete quarters that the pace is reckoned from. */
const QUARTERS = 4;
const QUARTER_MS = 15 * 60_000;

/** @param monotonicMs a clock that nobody can set */
export function openQueuePace(
  monotonicMs: () => number,
  clock: () => { readonly time: CivilTime },
): QueuePace {
  const releases = new Map<number, number>();
  let counted: { readonly waiting: number; served: number } | undefined;
  let first: number | undefined;
  const quarterNow = (): number => Math.floor(monotonicMs() / QUARTER_MS);
  return {
    noteRelease() {
      const quarter = quarterNow();
      first ??= quarter;
      releases.set(quarter, (releases.get(quarter) ?? 0) + 1);
      for (const old of releases.keys()) if (old < quarter - QUARTERS) releases.delete(old);
      if (counted !== undefined) counted.served += 1;
    },
    noteWaiting(waiting) {
      counted = { waiting, served: 0 };
    },
    standing() {
      if (counted === undefined) return { waiting: null, estimate: null };
      const waiting = Math.max(0, counted.waiting - counted.served);
      const quarter = quarterNow();
      const from = Math.max(quarter - QUARTERS, first ?? quarter);
      const complete = Array.from({ length: quarter - from }, (_, index) => releases.get(from + index) ?? 0);
      return { waiting, estimate: estimateQueue(complete, waiting, clock().time) ?? null };
    },
  };
}
