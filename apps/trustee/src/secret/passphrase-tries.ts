import { z } from 'zod';
import type { DurableFile, StorageFailed } from '../store/durable-file.ts';

/** Wrong tries since the last right one, as they lie on the disk. */
export const PassphraseTriesFile = z.strictObject({
  format: z.literal('bilik/passphrase-tries/1'),
  wrongTries: z.int().min(0),
  /** Unix milliseconds of the last try, by this device's own clock. */
  lastTryAt: z.int().min(0),
});
export type PassphraseTriesFile = z.output<typeof PassphraseTriesFile>;

/** Seconds to wait after 0, 1, 2, … wrong tries; the last holds for all further ones. */
const WAIT_SECONDS = [0, 0, 0, 5, 15, 30, 60, 120, 300, 900];

/** @param wrongTries since the last right one */
export function waitSecondsAfter(wrongTries: number): number {
  return WAIT_SECONDS[Math.min(wrongTries, WAIT_SECONDS.length - 1)] ?? 0;
}

export interface MustWait {
  readonly type: 'passphrase-wait';
  readonly waitSeconds: number;
}

type Answer<Value, Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Fault };

export interface PassphraseTries {
  /** Notes a try before it is made, so that switching the device off does not give a free one. */
  readonly begin: () => Answer<void, MustWait | StorageFailed>;
  /** The try was right. */
  readonly forgive: () => Answer<void, StorageFailed>;
  /** The state after a wrong try. */
  readonly afterWrong: () => { readonly wrongTries: number; readonly waitSeconds: number };
}

/**
 * Slows down who guesses at this keyboard. It cannot slow down who took the file away: that is what scrypt is for.
 * @param now Unix milliseconds
 */
export function openPassphraseTries(
  file: DurableFile<PassphraseTriesFile>,
  now: () => number,
): PassphraseTries {
  const write = (wrongTries: number, lastTryAt: number): Answer<void, StorageFailed> => {
    const written = file.replace({ format: 'bilik/passphrase-tries/1', wrongTries, lastTryAt });
    return written.ok ? { ok: true, value: undefined } : written;
  };
  return {
    begin() {
      const { wrongTries, lastTryAt } = file.read() ?? { wrongTries: 0, lastTryAt: 0 };
      const at = now();
      if (at < lastTryAt) {
        // The clock went back: the wait begins anew from here, instead of lasting until the old time comes again.
        const noted = write(wrongTries, at);
        if (!noted.ok) return noted;
      }
      const waitedSeconds = (at - Math.min(lastTryAt, at)) / 1000;
      const waitSeconds = Math.ceil(waitSecondsAfter(wrongTries) - waitedSeconds);
      if (waitSeconds > 0) return { ok: false, error: { type: 'passphrase-wait', waitSeconds } };
      return write(wrongTries + 1, at);
    },
    forgive: () => write(0, now()),
    afterWrong() {
      const { wrongTries } = file.read() ?? { wrongTries: 0 };
      return { wrongTries, waitSeconds: waitSecondsAfter(wrongTries) };
    },
  };
}
