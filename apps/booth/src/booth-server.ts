import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Timer } from '@bilik/devices';
import { shownContests } from '@bilik/election';
import { openDoor, openLiveEvents, openStationSession, readDeviceFile } from '@bilik/server';
import { loadBoothConfig } from './booth-config.ts';
import { type OpenDoor, openPages, openPairing } from './booth-doors.ts';
import { openRoutes } from './booth-routes.ts';
import type { Booth, BoothStep } from './cast/booth.ts';
import { openBooth } from './cast/open-booth.ts';
import { KeptLineDamaged } from './kept-line.ts';
import { openPaperRoutes } from './paper-routes.ts';
import { openBoothSelfTest } from './self-test/self-test.ts';
import { openPaperRoll } from './slip/paper-roll.ts';
import { openPrinting } from './slip/printing.ts';
import { makeSlipBook } from './slip/slip-book.ts';
import { openSlipCounter, type SlipCounter } from './slip/slip-counter.ts';
import { connectStation } from './station/station-client.ts';
import { openStationMemory, type StationMemory } from './station/station-memory.ts';
import { awaitPlace, RETRY_MS, type StationsPlace } from './stations-place.ts';
import { readVoices, spokenLanguages } from './voices.ts';

export interface BoothOptions {
  /** The booth's own root, with `booth.json`. */
  readonly home: string;
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly onBroken: (error: Error, route: string) => void;
  readonly timer?: Timer;
  readonly step?: BoothStep;
}

export interface BoothServer {
  readonly url: string;
  /** What casts here. Throws before this booth was paired. */
  readonly booth: Booth;
  /** Settles when a booth that was not paired is paired and heard its station. */
  readonly isOpen: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Keeps the process alive while it waits for its station: a booth may be switched on first. */
const wakefulTimer: Timer = {
  after(milliseconds, act) {
    const handle = setTimeout(act, milliseconds);
    return () => clearTimeout(handle);
  },
};

const STATION_TIMEOUT_MS = 5_000;
const LOOK_MS = 2_000;
const HEARTBEAT_MS = 15_000;

/** What this booth remembers of its station and itself. */
interface OwnLines {
  readonly memory: StationMemory;
  readonly counter: SlipCounter;
}

/** Over restarts. */
function openKeptLines(
  home: string,
): { readonly ok: true; readonly value: OwnLines } | { readonly ok: false; readonly error: string } {
  try {
    return { ok: true, value: { memory: openStationMemory(home), counter: openSlipCounter(home) } };
  } catch (error) {
    if (error instanceof KeptLineDamaged) return { ok: false, error: error.message };
    throw error;
  }
}

/**
 * Opens one booth: its page on its own loopback, its printer, and its line to the station. A booth that is not paired opens with a page that
 * asks for the board's code; one that is waits for its station.
 * @errors a sentence about `booth.json` or `device.json`, or about a file in which this booth kept what it did
 */
export async function startBooth(
  options: BoothOptions,
): Promise<
  { readonly ok: true; readonly value: BoothServer } | { readonly ok: false; readonly error: string }
> {
  const { home } = options;
  const loaded = loadBoothConfig(home);
  if (!loaded.ok) return loaded;
  const file = readDeviceFile(home);
  if (!file.ok) return file;
  const { role, number } = file.value.prepared;
  if (role !== 'booth') return { ok: false, error: `device.json is of a ${role}, not of a booth` };
  const kept = openKeptLines(home);
  if (!kept.ok) return kept;
  const timer = options.timer ?? wakefulTimer;
  let changed: () => void = () => undefined;
  const session = openStationSession({ home, file: file.value, onChange: () => changed() });
  const line = { session, timeoutMs: STATION_TIMEOUT_MS };
  /** Only what was prepared before the day is asked of it: whatever the station serves, that may be heard. */
  const anyStation = connectStation({
    ...line,
    memory: kept.value.memory,
    logicTest: null,
    onOther: () => undefined,
  });
  let isStopped = false;
  const place = () => awaitPlace(anyStation, timer, () => isStopped, session.isPaired);

  const openVoting = async (
    found: StationsPlace,
    port: number,
  ): Promise<OpenDoor & { readonly booth: Booth; readonly isOver: Promise<void> }> => {
    const config = loaded.value;
    const { logicTest } = found;
    const own: OwnLines =
      logicTest === null ? kept.value : { memory: openStationMemory(null), counter: openSlipCounter(null) };
    let end = (): void => undefined;
    const isOver = new Promise<void>((resolve) => {
      end = resolve;
    });
    const station = connectStation({ ...line, memory: own.memory, logicTest, onOther: () => end() });
    const door = openDoor({
      bodyLimitBytes: 256 * 1024,
      hostNames: [options.host],
      pictureOrigins: config.windowPicture === undefined ? [] : [new URL(config.windowPicture).origin],
      onBroken: options.onBroken,
    });
    const live = openLiveEvents(door, '/api/live', HEARTBEAT_MS);
    changed = live.announce;
    const slips = makeSlipBook(found.definition, { ...config, booth: number, isTest: logicTest !== null });
    const roll = openPaperRoll(home, config.rollMetres, slips.ofOneVoter);
    const printing = openPrinting({ ...config.printer, timer }, roll);
    const booth = openBooth({
      station,
      print: printing.print,
      printerReady: printing.ready,
      slips,
      counter: own.counter,
      memory: own.memory,
      timer,
      retryMs: RETRY_MS,
      lookMs: LOOK_MS,
      onChange: live.announce,
      step: options.step ?? (() => undefined),
    });
    const voices = readVoices(join(home, 'voices'), shownContests(found.definition));
    openRoutes(door, {
      config,
      number,
      session,
      booth,
      place: found,
      selfTest: openBoothSelfTest({
        booth,
        print: printing.print,
        slip: slips.test,
        tell: station.selfTest,
        spokenLanguages: spokenLanguages(voices),
        draw: (below) => randomInt(below),
      }),
      voices,
      callHelp: station.callHelp,
    });
    openPaperRoutes(door, {
      definition: found.definition,
      booth,
      roll,
      print: printing.print,
      test: slips.test,
    });
    const url = await openPages(door, options.host, port);
    // what is served may have become another one since the place was asked for
    await Promise.race([booth.start(), isOver]);
    return {
      url,
      booth,
      isOver,
      async close() {
        booth.stop();
        live.end();
        await door.close();
      },
    };
  };

  let opened: OpenDoor;
  let booth: Booth | undefined;
  let voting = Promise.resolve();
  /** Waits for a station that knows this booth; one that is taken out before it was heard asks for a code. */
  const placeWhenPaired = async (): Promise<StationsPlace | undefined> => {
    let found = await place();
    while (found === 'not-paired') {
      await new Promise<void>((wake) => timer.after(RETRY_MS, wake));
      found = await place();
    }
    return found;
  };
  /** Opens the booth for what the station serves, and anew whenever that becomes another one. */
  const open = async (found: StationsPlace, port: number): Promise<OpenDoor> => {
    const now = await openVoting(found, port);
    opened = now;
    booth = now.booth;
    now.isOver
      .then(async () => {
        await now.close();
        const next = await placeWhenPaired();
        if (next !== undefined) await open(next, Number(new URL(now.url).port));
      })
      .catch((error: Error) => options.onBroken(error, 'opening the booth anew'));
    return now;
  };
  const heard = session.isPaired() ? await place() : 'not-paired';
  if (heard === undefined) return { ok: false, error: 'stopped before the station was heard' };
  if (heard !== 'not-paired') {
    opened = await open(heard, options.port);
  } else {
    const pairing = await openPairing(options, session);
    opened = pairing;
    voting = pairing.paired.then(async () => {
      const found = await placeWhenPaired();
      if (found === undefined) return;
      await pairing.close();
      await open(found, Number(new URL(pairing.url).port));
    });
    voting.catch((error: Error) => options.onBroken(error, 'opening the booth'));
  }
  return {
    ok: true,
    value: {
      url: opened.url,
      get booth() {
        if (booth === undefined) throw new Error('This booth is not paired yet');
        return booth;
      },
      isOpen: voting,
      async stop() {
        isStopped = true;
        await opened.close();
      },
    },
  };
}
