import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
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
  /** Keeps a secret open that was just made under a passphrase. */
  readonly keep: (secret: string, passphrase: string) => void;
  /** Forgets what is open. */
  readonly forget: () => void;
  readonly isOpen: () => boolean;
}

/**
 * The right passphrase typed again while the secret is open is recognised without scrypt: by a digest under a key of this
 * process, which is worth nothing to whoever cannot read the open secret itself.
 * @param now Unix milliseconds
 */
export function openUnlocking(tries: PassphraseTries, now: () => number): Unlocking {
  const digestKey = randomBytes(32);
  const digestOf = (passphrase: string) =>
    createHmac('sha256', digestKey).update(passphrase.normalize('NFKC')).digest();
  let kept: { readonly secret: string; readonly digest: Buffer; readonly from: number } | undefined;
  const current = () => {
    const age = kept === undefined ? Number.POSITIVE_INFINITY : now() - kept.from;
    // A clock that went back must not keep a secret open for ever.
    if (age < 0 || age > UNLOCKED_FOR_MS) kept = undefined;
    return kept;
  };
  const stay = (secret: string, digest: Buffer) => {
    kept = { secret, digest, from: now() };
    return { ok: true, value: secret } as const;
  };
  return {
    async open({ sealed, binding, passphrase }) {
      const open = current();
      if (passphrase === undefined) {
        return open === undefined
          ? { ok: false, error: { type: 'passphrase-needed' } }
          : stay(open.secret, open.digest);
      }
      const digest = digestOf(passphrase);
      if (open !== undefined && timingSafeEqual(open.digest, digest)) return stay(open.secret, digest);
      const begun = tries.begin();
      if (!begun.ok) return begun;
      const secret = await openSecret(sealed, passphrase, binding);
      if (secret === undefined) {
        return { ok: false, error: { type: 'passphrase-wrong', ...tries.afterWrong() } };
      }
      const forgiven = tries.forgive();
      return forgiven.ok ? stay(secret, digest) : forgiven;
    },
    keep: (secret, passphrase) => void stay(secret, digestOf(passphrase)),
    forget() {
      kept = undefined;
    },
    isOpen: () => current() !== undefined,
  };
}
