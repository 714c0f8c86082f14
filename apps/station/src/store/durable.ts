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

/**
 * Makes the only way in which rooms write: one transaction, synced. When the medium fails, what the rooms hold in memory
 * is read back from it, so that nobody is told of a write that did not happen.
 */
export function makeDurably(store: StationStore, rooms: readonly { readonly reload: () => void }[]): Durably {
  return (name, act) => {
    try {
      return { ok: true, value: store.write(name, act) };
    } catch (error) {
      for (const room of rooms) room.reload();
      return {
        ok: false,
        error: { type: 'store-failed', reason: error instanceof Error ? error.message : 'unknown' },
      };
    }
  };
}
