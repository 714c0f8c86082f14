import type { StorageFailed } from '../store/durable-file.ts';
import type { MustWait, PassphraseTries } from './passphrase-tries.ts';
import { openSecret, type SealedSecret } from './sealed-secret.ts';

export type UnlockRefusal =
  | { readonly type: 'passphrase-needed' }
  | { readonly type: 'passphrase-wrong'; readonly wrongTries: number; readonly waitSeconds: number }
  | MustWait
  | StorageFailed;

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: UnlockRefusal };

/** The seed stays open this long after its last use, so that a ceremony at one table asks for the passphrase once. */
export const UNLOCKED_FOR_MS = 15 * 60_000;

export interface Unlocking {
  /**
   * Opens the secret with a passphrase; without one, gives what is still open.
   * @errors 'passphrase-needed' · 'passphrase-wrong' · 'passphrase-wait' · 'storage-failed'
   */
  readonly open: (input: {
    readonly sealed: SealedSecret;
    readonly binding: readonly string[];
    readonly passphrase?: string | undefined;
  }) => Promise<Answer<string>>;
  /** Keeps a secret open that was just made. */
  readonly keep: (secret: string) => void;
  /** Forgets what is open. */
  readonly forget: () => void;
  readonly isOpen: () => boolean;
}

/** @param now Unix milliseconds */
export function openUnlocking(tries: PassphraseTries, now: () => number): Unlocking {
  let kept: { readonly secret: string; readonly from: number } | undefined;
  const current = () => {
    const age = kept === undefined ? Number.POSITIVE_INFINITY : now() - kept.from;
    // A clock that went back must not keep a secret open for ever.
    if (age < 0 || age > UNLOCKED_FOR_MS) kept = undefined;
    return kept;
  };
  const keep = (secret: string) => {
    kept = { secret, from: now() };
  };
  return {
    async open({ sealed, binding, passphrase }) {
      if (passphrase === undefined) {
        const open = current();
        if (open === undefined) return { ok: false, error: { type: 'passphrase-needed' } };
        keep(open.secret);
        return { ok: true, value: open.secret };
      }
      const begun = tries.begin();
      if (!begun.ok) return begun;
      const secret = await openSecret(sealed, passphrase, binding);
      if (secret === undefined) {
        return { ok: false, error: { type: 'passphrase-wrong', ...tries.afterWrong() } };
      }
      const forgiven = tries.forgive();
      if (!forgiven.ok) return forgiven;
      keep(secret);
      return { ok: true, value: secret };
    },
    keep,
    forget() {
      kept = undefined;
    },
    isOpen: () => current() !== undefined,
  };
}
