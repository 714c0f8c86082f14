import { useState } from 'preact/hooks';
import type { Acting } from './act.tsx';
import { device } from './device-calls.ts';

/** What one press does, in this order. */
export const GIVING_STEPS = ['check', 'share', 'send'] as const;
export type GivingStep = (typeof GIVING_STEPS)[number];

/** The way from the passphrase to the given share, walked by this page one command after the other. */
export interface Giving {
  /** The step that is under way; `undefined` when none is. */
  readonly now: GivingStep | undefined;
  /**
   * Walks from a step to the last, and stops at the first that is refused; what it has reached stays, and the screen of that state
   * offers the next step by itself.
   * @param last `share` where there is no station to send to
   */
  readonly walk: (way: {
    readonly first: GivingStep;
    readonly last: GivingStep;
    readonly passphrase: string;
  }) => Promise<void>;
}

export function useGiving(acting: Acting): Giving {
  const [now, setNow] = useState<GivingStep | undefined>(undefined);
  return {
    now,
    async walk({ first, last, passphrase }) {
      const acts = {
        check: device.fetchAndCheck,
        share: () => device.share(passphrase),
        send: device.send,
      } as const;
      const way = GIVING_STEPS.slice(GIVING_STEPS.indexOf(first), GIVING_STEPS.indexOf(last) + 1);
      acting.forget();
      for (const step of way) {
        setNow(step);
        if ((await acting.run(acts[step]())) === undefined) break;
      }
      setNow(undefined);
    },
  };
}
