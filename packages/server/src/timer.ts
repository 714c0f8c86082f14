/** The only way in which this package waits. Tests pass one that they advance by hand. */
export interface Timer {
  /** Calls `act` once after `milliseconds`; the returned function cancels it and may be called at any time. */
  after(milliseconds: number, act: () => void): () => void;
}

/** The machine's own timer. It does not keep a process alive. */
export const systemTimer: Timer = {
  after(milliseconds, act) {
    const handle = setTimeout(act, milliseconds).unref();
    return () => clearTimeout(handle);
  },
};
