import { isMediumFailure } from './medium-failure.ts';
import { type MediumFault, MediumPaused, WriteInDoubt } from './medium-fault.ts';
import type { StationStore } from './station-store.ts';

/**
 * A medium did not take a write (full, gone, read-only), and it is not acknowledged. `store-failed`: nothing is recorded.
 * `store-in-doubt`: whether it is recorded cannot be said yet. To ask for the same again is safe after both.
 */
export interface StoreFailed {
  readonly type: 'store-failed' | 'store-in-doubt';
  readonly reason: string;
  /** Voting pauses for it until people act; null when the next attempt may work. */
  readonly paused: { readonly medium: 'first' | 'second'; readonly fault: MediumFault } | null;
}

type Answer<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** One durable step whose failure is a value. */
export type Durably = <Value>(name: string, act: () => Value) => Answer<Value, StoreFailed>;

/** What a failing medium said, as a refusal. Throws every other error on: a mistake is no full disk. */
export function storeFailed(error: unknown): { readonly ok: false; readonly error: StoreFailed } {
  if (!isMediumFailure(error)) throw error;
  const paused = error instanceof MediumPaused ? { medium: error.medium, fault: error.fault } : null;
  const type = error instanceof WriteInDoubt ? 'store-in-doubt' : 'store-failed';
  return { ok: false, error: { type, reason: error.message, paused } };
}

/** Makes the only way in which rooms write: one transaction, synced on both media. Rooms remember what is on them and nothing else. */
export function makeDurably(store: Pick<StationStore, 'write'>): Durably {
  return (name, act) => {
    try {
      return { ok: true, value: store.write(name, act) };
    } catch (error) {
      return storeFailed(error);
    }
  };
}
