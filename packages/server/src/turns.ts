import type { TooManyWaiting } from './one-by-one.ts';

/**
 * Work that shares something scarce, such as connections to a database: a few pieces of one subject at a time, some wait for their turn and
 * hold nothing meanwhile. Who asks for much waits for themselves.
 */
export interface Turns {
  /** @errors 'too-many-waiting': the work was not begun. Rejects with what the work throws. */
  readonly run: <Value>(subject: string, work: () => Promise<Value>) => Promise<Turn<Value>>;
}

/** What the work returned, or that it was not begun. */
export type Turn<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: TooManyWaiting };

export interface TurnsOptions {
  /** Pieces of one subject at a time. */
  readonly atOnce: number;
  /** Pieces of one subject that wait beside them. */
  readonly mostWaiting: number;
}

interface Line {
  working: number;
  readonly waiting: (() => void)[];
}

export function openTurns({ atOnce, mostWaiting }: TurnsOptions): Turns {
  // a subject without work is not remembered: anybody may invent any
  const lines = new Map<string, Line>();
  return {
    async run(subject, work) {
      const line = lines.get(subject) ?? { working: 0, waiting: [] };
      lines.set(subject, line);
      if (line.working < atOnce) line.working += 1;
      else if (line.waiting.length >= mostWaiting) return { ok: false, error: { type: 'too-many-waiting' } };
      else await new Promise<void>((begin) => line.waiting.push(begin));
      try {
        return { ok: true, value: await work() };
      } finally {
        const next = line.waiting.shift();
        if (next !== undefined) next();
        else {
          line.working -= 1;
          if (line.working === 0) lines.delete(subject);
        }
      }
    },
  };
}
