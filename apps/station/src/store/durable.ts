import { isMediumFailure } from './medium-failure.ts';
import type { StationStore } from './station-store.ts';

/** The medium did not take a write (full, gone, read-only). Nothing of it was recorded. */
export interface StoreFailed {
  readonly type: 'store-failed';
  readonly reason: string;
}

type Answer<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** One durable step whose failure is a value. */
export type Durably = <Value>(name: string, act: () => Value) => Answer<Value, StoreFailed>;

/** What a failing medium said, as a refusal. Throws every other error on: a mistake is no full disk. */
export function storeFailed(error: unknown): { readonly ok: false; readonly error: StoreFailed } {
  if (!isMediumFailure(error)) throw error;
  return { ok: false, error: { type: 'store-failed', reason: error.message } };
}

/** Makes the only way in which rooms write: one transaction, synced. Rooms remember what is on the medium and nothing else. */
export function makeDurably(store: StationStore): Durably {
  return (name, act) => {
    try {
      return { ok: true, value: store.write(name, act) };
    } catch (error) {
      return storeFailed(error);
    }
  };
}
