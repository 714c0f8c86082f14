import { type IdentityReader, openCertifiedReader, type ReaderEvent, type Timer } from '@bilik/devices';
import type { StationSession } from '@bilik/server';
import { openPcscReader } from './pcsc-reader.ts';
import type { ReaderConfig } from './reader-config.ts';

/** Within this time a station that is there has answered, in milliseconds. */
const ANSWER_MS = 3_000;

/** As many as a device is prepared with. */
const STATION_ADDRESSES = 4;

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
  /** @returns why the station did not take it */
  const tellOnce = async (event: ReaderEvent, signal: AbortSignal): Promise<string | undefined> => {
    try {
      const response = await session.fetch('/api/reader/event', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(event),
        signal,
      });
      await response.body?.cancel();
      return response.ok ? undefined : `HTTP ${response.status}`;
    } catch (error) {
      return error instanceof Error ? error.message : 'unknown';
    }
  };
  const tell = async (event: ReaderEvent): Promise<void> => {
    const signal = AbortSignal.timeout(ANSWER_MS);
    let why = await tellOnce(event, signal);
    // a station that was silent once, or went over to a spare, is at its next address: nobody lays a card down for each of them
    for (let tries = 1; why !== undefined && tries < STATION_ADDRESSES && !signal.aborted; tries += 1)
      why = await tellOnce(event, signal);
    if (why !== undefined) onUnheard(why);
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
