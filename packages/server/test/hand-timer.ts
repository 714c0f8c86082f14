import type { Timer } from '../src/index.ts';

/** Time that passes only when a test says so. */
export interface HandTimer extends Timer {
  /** Lets so many milliseconds pass; what falls due happens in order, also what begins meanwhile. */
  pass(milliseconds: number): void;
}

export function openHandTimer(): HandTimer {
  let now = 0;
  let due: { readonly at: number; readonly act: () => void }[] = [];
  return {
    after(milliseconds, act) {
      const entry = { at: now + milliseconds, act };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const [next] = due.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        due = due.filter((other) => other !== next);
        now = next.at;
        next.act();
      }
      now = until;
    },
  };
}
