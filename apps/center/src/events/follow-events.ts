import pg from 'pg';

const AGAIN_MS = 1000;

/** A connection that hears of every event as it is committed. */
export interface EventFollower {
  readonly close: () => Promise<void>;
}

/**
 * Calls `onEvent` after each committed event, and once after each time that the connection had to be made again: something may have
 * been missed. Says nothing of what the event was; whoever cares asks in their scope.
 */
export async function followEvents(
  url: string,
  onEvent: () => void,
  onBroken: (error: Error) => void,
): Promise<EventFollower> {
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
      timer = setTimeout(() => void open().then(onEvent, again), AGAIN_MS);
    };
    client = opened;
    opened.on('error', again);
    opened.on('notification', onEvent);
    try {
      await opened.connect();
      await opened.query('listen bilik_event');
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
