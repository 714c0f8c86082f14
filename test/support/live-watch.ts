/** Follows a device's live events, so that a test waits for what happens and never for a time. */
export interface LiveWatch {
  /** Settles at the next change, or at once when one came since the last call. */
  readonly nextChange: () => Promise<void>;
  readonly stop: () => void;
}

/** @param url of the device; a device that is gone counts as a change, so that nobody waits for the dead */
export function watchLive(url: string): LiveWatch {
  let changes = 0;
  let seen = 0;
  let wake: () => void = () => undefined;
  const ending = new AbortController();
  const changed = (): void => {
    changes += 1;
    wake();
  };
  const follow = async (): Promise<void> => {
    try {
      const response = await fetch(`${url}/api/live`, { signal: ending.signal });
      if (response.body === null) return;
      for await (const _piece of response.body) changed();
    } catch {
      // the device is gone, or the test is over
    } finally {
      changed();
    }
  };
  void follow();
  return {
    async nextChange() {
      if (changes === seen) await new Promise<void>((resolve) => (wake = resolve));
      seen = changes;
    },
    stop: () => ending.abort(),
  };
}
