import { afterSending, nextToSend, type OutboxItem, type SendingAnswer } from './outbox.ts';

/** Where items are kept; each change is there when the promise is done. */
export interface OutboxStore {
  readonly all: () => Promise<readonly OutboxItem[]>;
  readonly put: (item: OutboxItem) => Promise<void>;
}

export interface OutboxOptions {
  readonly store: OutboxStore;
  readonly send: (item: OutboxItem) => Promise<SendingAnswer>;
  /** Who is signed in, or was when the center was last reached; nobody else's items go out. */
  readonly account: () => string | null;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** Calls back after so many milliseconds; returns its undoing. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  readonly onChange: (items: readonly OutboxItem[]) => void;
  readonly onSignedOut: () => void;
}

/** The one queue of a phone: one request at a time, in order, again and again until the center has answered. */
export interface Outbox {
  readonly add: (item: OutboxItem) => Promise<void>;
  /** Adds what another phone, or this one before, saved as a file. @returns how many were not here yet */
  readonly takeIn: (items: readonly OutboxItem[]) => Promise<number>;
  /** Tries now: the line is back, somebody signed in, somebody pressed the button. */
  readonly wake: () => Promise<void>;
  readonly stop: () => void;
}

export function openOutbox(options: OutboxOptions): Outbox {
  const { store, send, account, now, random, after, onChange, onSignedOut } = options;
  let running: Promise<void> | undefined;
  let undo: (() => void) | undefined;
  let stopped = false;

  /** Sends until the queue is empty, must pause, or nobody is signed in. @param hurries passes over the pause of the first item */
  const run = async (hurries: boolean): Promise<void> => {
    undo?.();
    let mayPassPause = hurries;
    while (!stopped) {
      const items = await store.all();
      onChange(items);
      const item = nextToSend(items, account());
      if (item === undefined) return;
      const wait = item.nextTryAt - now();
      if (wait > 0 && !mayPassPause) {
        undo = after(wait, () => void wake(false));
        return;
      }
      mayPassPause = false;
      const answer = await send(item);
      await store.put(afterSending(item, answer, now(), random()));
      if (answer.type === 'signed-out') {
        onSignedOut();
        return;
      }
    }
  };
  const wake = (hurries: boolean): Promise<void> => {
    running ??= run(hurries).finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    async add(item) {
      await store.put(item);
      onChange(await store.all());
      // what is under way may have looked at the queue before this item was in it
      void (running ?? Promise.resolve()).then(() => wake(false));
    },
    async takeIn(items) {
      const here = new Set((await store.all()).map(({ id }) => id));
      const fresh = items.filter(({ id }) => !here.has(id));
      for (const item of fresh) await store.put(item);
      onChange(await store.all());
      void (running ?? Promise.resolve()).then(() => wake(false));
      return fresh.length;
    },
    wake: () => wake(true),
    stop() {
      stopped = true;
      undo?.();
    },
  };
}
