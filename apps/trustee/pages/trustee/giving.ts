import { useState } from 'preact/hooks';
import type { Acting } from './act.tsx';
import { device } from './device-calls.ts';

/** What one press does, in this order. */
export const GIVING_STEPS = ['share', 'send'] as const;
export type GivingStep = (typeof GIVING_STEPS)[number];

/** What the keeper types for the share. */
export interface TypedForShare {
  readonly passphrase: string;
  /** Ballots cast, as heard in the hall. */
  readonly ballotCount: number;
}

/** Making the share and sending it, by this page, one command after the other. */
export interface Giving {
  /** The step that is under way; `undefined` when none is. */
  readonly now: GivingStep | undefined;
  /**
   * Makes the share and, where there is a station, sends it; stops where it is refused. A share that was made stays, and its screen
   * offers to send it.
   */
  readonly give: (typed: TypedForShare, last: GivingStep) => Promise<void>;
  /** Sends the share that was made. */
  readonly send: () => Promise<void>;
}

export function useGiving(acting: Acting): Giving {
  const [now, setNow] = useState<GivingStep | undefined>(undefined);
  const send = async () => {
    setNow('send');
    await acting.run(device.send());
  };
  const walk = async (act: () => Promise<void>) => {
    acting.forget();
    await act();
    setNow(undefined);
  };
  return {
    now,
    give: (typed, last) =>
      walk(async () => {
        setNow('share');
        const made = await acting.run(device.share(typed));
        if (made !== undefined && last === 'send') await send();
      }),
    send: () => walk(send),
  };
}
