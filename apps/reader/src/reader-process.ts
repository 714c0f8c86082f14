import { type IdentityReader, openCertifiedReader, type ReaderEvent, type Timer } from '@bilik/devices';
import type { StationSession } from '@bilik/server';
import { openPcscReader } from './pcsc-reader.ts';
import type { ReaderConfig } from './reader-config.ts';

/** Within this time a station that is there has answered, in milliseconds. */
const ANSWER_MS = 3_000;

export interface RunningReader {
  readonly close: () => Promise<void>;
}

export interface ReaderProcessOptions {
  readonly config: ReaderConfig;
  /** The reader's line to its station. */
  readonly session: Pick<StationSession, 'fetch'>;
  /** Says that the station did not take an event. Never receives what a card said. */
  readonly onUnheard: (why: string) => void;
  readonly timer?: Timer;
}

/**
 * Runs one reader and tells the station all it says, one event after the other. A read that the station did not take is not kept for
 * later: by then another person stands at the desk, and the card is laid down again.
 */
export async function runReader({
  config,
  session,
  onUnheard,
  timer,
}: ReaderProcessOptions): Promise<RunningReader> {
  let telling = Promise.resolve();
  const tell = async (event: ReaderEvent): Promise<void> => {
    try {
      const response = await session.fetch('/api/reader/event', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(event),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (!response.ok) onUnheard(`HTTP ${response.status}`);
      await response.body?.cancel();
    } catch (error) {
      onUnheard(error instanceof Error ? error.message : 'unknown');
    }
  };
  const onEvent = (event: ReaderEvent): void => {
    telling = telling.then(() => tell(event));
  };
  const { source } = config;
  const waits = timer === undefined ? {} : { timer };
  const reader: IdentityReader =
    source.type === 'pcsc'
      ? await openPcscReader({ name: source.name, onEvent, ...waits })
      : openCertifiedReader({ host: source.host, port: source.port, onEvent, ...waits });
  return {
    async close() {
      await reader.close();
      await telling;
    },
  };
}
