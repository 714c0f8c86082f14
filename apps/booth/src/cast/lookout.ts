import type { Timer } from '@bilik/devices';

/** What changes while nobody commands anything: the phase of the polling place, a printer that hands repair. */
export interface Lookout {
  readonly stop: () => void;
}

/** Looks again `everyMs` after the last look has ended: a slow answer never meets a second question. */
export function openLookout(timer: Timer, everyMs: number, look: () => Promise<unknown>): Lookout {
  let stopped = false;
  let cancel: () => void = () => undefined;
  const lookLater = (): void => {
    cancel = timer.after(everyMs, () => {
      void look().finally(() => {
        if (!stopped) lookLater();
      });
    });
  };
  lookLater();
  return {
    stop() {
      stopped = true;
      cancel();
    },
  };
}
