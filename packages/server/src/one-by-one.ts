import type { Answer } from './refusal.ts';
import { systemTimer, type Timer } from './timer.ts';

/** Nothing was begun: as many as may wait are waiting. Ask again later. */
export interface TooManyWaiting {
  readonly type: 'too-many-waiting';
}

/**
 * Costly work that anybody may ask for: one piece at a time, a few wait, and after each piece there is
 * a pause that belongs to all others. One round between would not do: of a crowd of new connections Node takes in one a round, and a
 * booth's stands behind them.
 */
export interface OneByOne {
  /** @errors 'too-many-waiting', beside the work's own. Rejects with what the work throws. */
  readonly run: <Value, Refusal extends { readonly type: string }>(
    work: () => Answer<Value, Refusal> | Promise<Answer<Value, Refusal>>,
  ) => Promise<Answer<Value, Refusal | TooManyWaiting>>;
}

export interface OneByOneOptions {
  /** Pieces that wait for their turn, beside the one whose turn it is. */
  readonly mostWaiting: number;
  /** After each piece, in milliseconds; about as long as a piece takes leaves others half of the time. */
  readonly pauseMs: number;
  readonly timer?: Timer;
}

export function openOneByOne({ mostWaiting, pauseMs, timer = systemTimer }: OneByOneOptions): OneByOne {
  const waiting: (() => void)[] = [];
  let isTaken = false;

  const next = (): void => {
    const begin = waiting.shift();
    if (begin === undefined) isTaken = false;
    else begin();
  };

  return {
    async run(work) {
      if (isTaken) {
        if (waiting.length === mostWaiting) return { ok: false, error: { type: 'too-many-waiting' } };
        await new Promise<void>((begin) => waiting.push(begin));
      }
      isTaken = true;
      try {
        return await work();
      } finally {
        timer.after(pauseMs, next);
      }
    },
  };
}
