import pg from 'pg';

const AGAIN_MS = 1000;

/** A connection that hears notices of the database as they are committed. */
export interface Listening {
  readonly close: () => Promise<void>;
}

/** `bilik_event`: something happened · `bilik_change`: a result waits for the sums. */
export type Channel = 'bilik_event' | 'bilik_change';

/**
 * Calls `onNotice` after each notice, and once after each time that the connection had to be made again: something may have been missed.
 * A notice says nothing of what happened; whoever cares asks in their scope.
 */
export async function listen(
  url: string,
  channel: Channel,
  onNotice: () => void,
  onBroken: (error: Error) => void,
): Promise<Listening> {
  let isOver = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const open = async () => {
    const opened = new pg.Client({ connectionString: url });
    const again = (error: Error) => {
      if (isOver || client !== opened) return;
      client = undefined;
      onBroken(error);
      opened.end().catch(() => {});
      timer = setTimeout(() => void open().then(onNotice, again), AGAIN_MS);
    };
    client = opened;
    opened.on('error', again);
    opened.on('notification', onNotice);
    try {
      await opened.connect();
      await opened.query(`listen ${channel}`);
    } catch (error) {
      again(error instanceof Error ? error : new Error(String(error)));
    }
  };
  await open();
  return {
    async close() {
      isOver = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
