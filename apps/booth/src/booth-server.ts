import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Timer } from '@bilik/devices';
import { type ElectionDefinition, parseElectionDefinition, shownContests } from '@bilik/election';
import { pollingPlaceName } from '@bilik/papers';
import {
  command,
  type Door,
  NoInput,
  openDoor,
  openLiveEvents,
  openOwnPairing,
  openStationSession,
  question,
  readDeviceFile,
  type StationSession,
} from '@bilik/server';
import { z } from 'zod';
import { type BoothConfig, loadBoothConfig } from './booth-config.ts';
import { type OpenDoor, openPages, openPairing } from './booth-doors.ts';
import { type Booth, type BoothStep, openBooth } from './cast/booth.ts';
import { KeptLineDamaged } from './kept-line.ts';
import { openPaperRoutes } from './paper-routes.ts';
import { fetchPhotos, type Photos } from './photos.ts';
import { type BoothSelfTest, openBoothSelfTest } from './self-test/self-test.ts';
import { openPaperRoll } from './slip/paper-roll.ts';
import { openPrinting } from './slip/printing.ts';
import { makeSlipBook } from './slip/slip-book.ts';
import { openSlipCounter, type SlipCounter } from './slip/slip-counter.ts';
import { connectStation, type StationAnswer, type StationClient } from './station/station-client.ts';
import { openStationMemory, type StationMemory } from './station/station-memory.ts';
import { readVoices, spokenLanguages, type Voices } from './voices.ts';

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
const RETRY_MS = 1_000;
const LOOK_MS = 2_000;
const HEARTBEAT_MS = 15_000;

const OfBallot = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
const BallotText = z.string().max(100_000);
const Scalar = z.string().regex(/^(0|[1-9][0-9]{0,77})$/);
const TestDigits = z.strictObject({ digits: z.string().regex(/^[0-9]{4}$/) });
const TestCode = z.strictObject({ text: z.string().max(4_000) });
const Pin = z.string().regex(/^[0-9]{6}$/, 'six-digits');
const CardQuestion = z.strictObject({
  credential: z.string().regex(/^[1-9][0-9]{0,616}$/),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.strictObject({ challenge: Scalar, response: Scalar }),
});

/** The page hears the station's own word, or that it was not heard. */
function refusalByName<Value>(
  answer: StationAnswer<Value>,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { type: string } } {
  if (answer.ok) return answer;
  const { error } = answer;
  return { ok: false, error: { type: error.type === 'station-refused' ? error.reason : error.type } };
}

/** What a booth has from its station before it shows anything. */
interface StationsPlace {
  readonly definition: ElectionDefinition;
  readonly election: string;
  readonly photos: Photos;
  /** Somebody who signed a statement may stay with a voter. */
  readonly helperAllowed: boolean;
  /** The logic and accuracy test that booths are served now; null: the day. */
  readonly logicTest: string | null;
}

async function askPlace(station: StationClient): Promise<StationAnswer<StationsPlace>> {
  const answer = await station.place();
  if (!answer.ok) return answer;
  const definition = parseElectionDefinition(answer.value.definition);
  if (!definition.ok) throw new Error('The station sent an election definition that is not one');
  const photos = await fetchPhotos(station, definition.value);
  if (!photos.ok) return photos;
  const { election, helper, station: known } = answer.value;
  return {
    ok: true,
    value: {
      definition: definition.value,
      election,
      photos: photos.value,
      helperAllowed: helper === 'signed-statement',
      logicTest: known.logicTest,
    },
  };
}

/** Asks until the station is there and knows this booth. */
async function awaitPlace(
  station: StationClient,
  timer: Timer,
  isStopped: () => boolean,
  isPaired: () => boolean,
): Promise<StationsPlace | 'not-paired' | undefined> {
  for (;;) {
    const answer = await askPlace(station);
    if (isStopped()) return undefined;
    if (answer.ok) return answer.value;
    if (answer.error.type === 'station-refused') {
      throw new Error(`The station does not accept this booth: ${answer.error.reason}`);
    }
    if (!isPaired()) return 'not-paired';
    await new Promise<void>((wake) => timer.after(RETRY_MS, wake));
  }
}

function openRoutes(
  door: Door,
  input: {
    config: BoothConfig;
    number: number;
    session: StationSession;
    booth: Booth;
    place: StationsPlace;
    voices: Voices;
    selfTest: BoothSelfTest;
    callHelp: StationClient['callHelp'];
  },
): void {
  const { booth, place, config, selfTest } = input;
  const { definition } = place;
  /** Who may say what the paper of an interrupted case shows, as the published table of board acts has it. */
  const board = definition.people.filter(({ role }) => role === 'chair' || role === 'member');
  let isHelpCalled = false;
  const callHelp = async (isWanted: boolean): Promise<boolean> => {
    isHelpCalled = isWanted;
    return (await input.callHelp(isWanted)).ok;
  };
  question(door, '/api/place', () => {
    // a page that is loaded anew shows nobody the help that the one before called for
    if (isHelpCalled) void callHelp(false);
    return placeAnswer();
  });
  const placeAnswer = () => ({
    kind: definition.kind,
    booth: input.number,
    village: definition.area.village.name,
    pollingPlace: pollingPlaceName(definition),
    title: definition.title,
    contests: shownContests(definition),
    people: board.map(({ id, name, role }) => ({ id, name, role })),
    election: place.election,
    logicTest: place.logicTest,
    windowPicture: config.windowPicture ?? null,
    access: config.access,
    voices: [...input.voices.keys()],
    helperAllowed: place.helperAllowed,
    window: config.window,
  });
  openOwnPairing(door, () => input.session);
  question(door, '/api/state', () => ({
    isPaired: input.session.isPaired(),
    logicTest: place.logicTest,
    state: booth.state(),
    waitingForStation: booth.waitingForStation(),
    trouble: booth.trouble(),
    paper: booth.paper(),
    phase: booth.phase(),
  }));
  /** Asked anew for every card: a nonce that was kept would be an old one after a restart of the station. */
  command(door, '/api/card-nonce', NoInput, async () => {
    const answer = refusalByName(await booth.cardNonce());
    return answer.ok ? { ok: true, value: { nonce: answer.value } } : answer;
  });
  command(door, '/api/token', CardQuestion, async (asked) => {
    const answer = refusalByName(await booth.cardStanding(asked));
    return answer.ok ? { ok: true, value: { standing: answer.value.standing } } : answer;
  });
  command(door, '/api/tracker', OfBallot, ({ hash }) => booth.printTracker(hash));
  command(
    door,
    '/api/cast',
    z.strictObject({ ballot: BallotText, options: z.array(z.int().min(0).max(12)).min(1).max(4) }),
    ({ ballot, options }) => booth.cast(ballot, options),
  );
  command(door, '/api/confirm', OfBallot, ({ hash }) => booth.confirm(hash));
  command(door, '/api/reject', OfBallot, ({ hash }) => booth.reject(hash));
  command(
    door,
    '/api/prove',
    z.strictObject({ ballot: BallotText, opening: z.string().max(700) }),
    ({ ballot, opening }) => booth.prove(ballot, opening),
  );
  command(
    door,
    '/api/answer',
    z.strictObject({
      answer: z.enum(['print-mark', 'mark-is-there', 'no-slip']),
      confirmations: z
        .array(z.strictObject({ person: z.enum(board.map(({ id }) => id)), pin: Pin }))
        .length(2)
        .refine(([first, second]) => first?.person !== second?.person, 'two different people'),
    }),
    ({ answer, confirmations }) => booth.answer(answer, confirmations),
  );
  command(door, '/api/self-test/print', NoInput, () => selfTest.print());
  command(door, '/api/self-test/digits', TestDigits, ({ digits }) => selfTest.typeDigits(digits));
  command(door, '/api/self-test/code', TestCode, ({ text }) => selfTest.showCode(text));
  command(door, '/api/help', z.strictObject({ isWanted: z.boolean() }), async ({ isWanted }) => ({
    ok: true,
    value: { isHeard: await callHelp(isWanted) },
  }));
  command(door, '/api/reset', NoInput, () => booth.reset());
  door.get('/photos/:file', (request, reply) => {
    const file = z.strictObject({ file: z.string().max(90) }).safeParse(request.params);
    const photo = file.success ? place.photos.get(file.data.file) : undefined;
    if (photo === undefined) return reply.callNotFound();
    return reply.header('content-type', photo.type).send(photo.bytes);
  });
  door.get('/voices/:file', (request, reply) => {
    const file = z.strictObject({ file: z.string().max(140) }).safeParse(request.params);
    const voice = file.success ? input.voices.get(file.data.file) : undefined;
    if (voice === undefined) return reply.callNotFound();
    return reply.header('content-type', 'audio/wav').send(voice);
  });
}

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
