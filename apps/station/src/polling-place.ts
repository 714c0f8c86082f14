import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ballotLengthLimit, type Group, type RandomSource } from '@bilik/ballot';
import { civilClock, type Phase, type PollState } from '@bilik/election';
import { systemTimer, type Timer } from '@bilik/server';
import { z } from 'zod';
import { openBallotSlots, prepareBallotSlots, slotBytesFor } from './cast/ballot-slots.ts';
import { type CaseState, openBoothCases, prepareBoothCases } from './cast/booth-cases.ts';
import { type BoothPrinters, openBoothPrinters } from './cast/booth-printers.ts';
import type { BoothService } from './cast/booth-service.ts';
import { type CardQuestions, openCardQuestions } from './cast/card-questions.ts';
import { CAST_COUNTERS, type Casting, type CastRefusal, type SlipOutcome } from './cast/casting.ts';
import { openElectionCasting } from './cast/election-casting.ts';
import { type HelpCalls, openHelpCalls } from './cast/help-calls.ts';
import { openSlipCounts, slipCounters } from './cast/slip-counts.ts';
import { type Abandonments, openAbandonments } from './checkin/abandonments.ts';
import { type CardReads, openCardReads } from './checkin/card-reads.ts';
import { type Desk, HELPED_COUNTER, openDesk } from './checkin/desk.ts';
import { LATE_COUNTER, type LateVoters, openLateVoters } from './checkin/late-voters.ts';
import { type MobileGroups, openMobileGroups } from './checkin/mobile-groups.ts';
import { openPollBook, preparePollBook } from './checkin/poll-book-store.ts';
import { openQueuePace, type QueuePace } from './checkin/queue-pace.ts';
import { openVoterSearch } from './checkin/voter-search.ts';
import { type Counting, openCounting } from './count/counting.ts';
import { sealedDelivery } from './delivery/sealed-delivery.ts';
import { openSending, type Sending } from './delivery/sending.ts';
import { openDeviceSessions, prepareDeviceSessions } from './devices/device-sessions.ts';
import { type Devices, openDevices } from './devices/devices.ts';
import { writeStartCode } from './devices/start-code.ts';
import { nistEventLog } from './event-log/nist-event-log.ts';
import { publicEvents } from './event-log/public-events.ts';
import { type LogicTest, openLogicTest } from './logic-test/logic-test.ts';
import { type MediaRoom, openMediaRoom } from './media/media-room.ts';
import { type Incidents, openIncidents } from './minutes/incidents.ts';
import { openPaperCopies } from './minutes/paper-copies.ts';
import { openTablePapers, type TablePapers } from './minutes/table-papers.ts';
import { openWrittenMinutes, type WrittenMinutes } from './minutes/written-minutes.ts';
import { openZeroReport, type ZeroReport } from './minutes/zero-report.ts';
import { type FiguresRefusal, type HourlyCode, openHourlyFigures } from './outgoing/hourly-figures.ts';
import { openStationCodes } from './outgoing/station-codes.ts';
import { openInterruptedCases } from './people/interrupted-cases.ts';
import { openPinCheck, type PinCheck } from './people/pin-check.ts';
import { openPinTries, type PinPlace, pinCounters } from './people/pin-tries.ts';
import { openActLog } from './phase/act-log.ts';
import { type Board, type BoardRefusal, openBoard, type Software } from './phase/board.ts';
import { type Extensions, openExtensions } from './phase/extensions.ts';
import { countedBySlips, phaseOf } from './phase/phase-room.ts';
import { openRestarts, type Restarts } from './phase/restarts.ts';
import { finishLoading } from './place/place-swap.ts';
import { loadPreparedPlace, type PlaceProblem, type PreparedPlace } from './place/prepared-place.ts';
import { clearSecondOfOlderPackage } from './place/second-of-older-package.ts';
import type { PowerReading } from './self-test/checks.ts';
import { readPower } from './self-test/machine-readings.ts';
import { openSelfTest, type SelfTest } from './self-test/self-test.ts';
import { readStation } from './self-test/station-readings.ts';
import { type Counters, openCounters, prepareCounters } from './store/counters.ts';
import { makeDurably } from './store/durable.ts';
import type { StoreProblem } from './store/media-standing.ts';
import { isMediumFailure } from './store/medium-failure.ts';
import { openPapers } from './store/papers.ts';
import { openStationStore, type StationStore, type WriteHook } from './store/station-store.ts';

/** One polling place, opened: its rooms share one store and one rule for writing. */
export interface PollingPlace {
  readonly place: PreparedPlace;
  readonly software: Software;
  readonly desk: Desk;
  readonly abandonments: Abandonments;
  readonly late: LateVoters;
  readonly mobileGroups: MobileGroups;
  readonly extensions: Extensions;
  readonly incidents: Incidents;
  readonly cards: CardReads;
  readonly pace: QueuePace;
  readonly casting: Casting;
  readonly cardQuestions: CardQuestions;
  readonly counting: Counting;
  readonly zeroReport: ZeroReport;
  readonly written: WrittenMinutes;
  readonly board: Board;
  readonly restarts: Pick<Restarts, 'report'>;
  readonly media: MediaRoom;
  /** Looks whether both media are there; call now and then. */
  readonly lookAtMedia: () => void;
  readonly pins: PinCheck;
  /** The same people as they prove themselves at booths: wrong PINs there make nobody wait at the board. */
  readonly boothPins: PinCheck;
  /** The signed code that the board shows to the world outside: coarse figures of an hour, after sealing the result. */
  readonly outgoingCode: () =>
    | { readonly ok: true; readonly value: HourlyCode | { readonly type: 'result'; readonly text: string } }
    | { readonly ok: false; readonly error: FiguresRefusal };
  readonly tablePapers: TablePapers;
  /** The day's events in NIST's form, the same bytes for ever; undefined before sealing: a log that grows would tell when. */
  readonly eventLog: () => string | undefined;
  /** The signed result out; stop it before closing. */
  readonly sending: Sending;
  readonly selfTest: SelfTest;
  readonly logicTest: LogicTest;
  /** What booths are served now. */
  readonly boothService: () => BoothService;
  readonly printers: BoothPrinters;
  readonly helpCalls: HelpCalls;
  readonly devices: Devices;
  readonly boothCase: (booth: number) => { readonly state: string; readonly hash: string } | undefined;
  readonly phase: () => Phase;
  readonly standing: () => StationStanding;
  /** Ends a booth's case; what booth and people say of its paper is written in the same step. */
  readonly finishCase: (
    report: CaseReport,
  ) =>
    | { readonly ok: true; readonly value: { readonly state: CaseState } }
    | { readonly ok: false; readonly error: CastRefusal | BoardRefusal };
  readonly close: () => void;
}

/**
 * How much this station knows, said with every answer to a booth: a booth that has seen more stands before an older copy of its folder.
 * Casts and voids only rise; the epoch rises when another station takes over.
 */
export interface StationStanding {
  readonly epoch: number;
  /** The marks of all epochs, oldest first: a station that went on from another one has that one's at its beginning. */
  readonly marks: readonly string[];
  readonly casts: number;
  /** Cards void for ever: their ballot was spoiled or proved. */
  readonly voids: number;
}

/** How a booth's case ended on paper. */
export interface CaseReport {
  readonly booth: number;
  readonly hash: string;
  readonly slip: SlipOutcome;
  /** The booth's own count of the choice slips that it printed; it should only rise. */
  readonly slipsPrinted: number;
  /** Ids of the people who looked at the paper, when people were asked; nobody when the printer answered. */
  readonly answeredBy: readonly string[];
}

export interface PollingPlaceOptions {
  /** The station's root and first medium: `place/` was prepared before, `store/` and `count/` are its own. */
  readonly home: string;
  /** Root of the second medium, a stick: `store/` and `count/` once more. */
  readonly second: string;
  readonly group: Group;
  readonly now: () => number;
  /** Milliseconds since any moment, by a clock that nobody can set. */
  readonly elapsedMs: () => number;
  readonly software: Software;
  /** The code by which the first board comes in, when whoever set this station up was told it. */
  readonly startCode?: string | undefined;
  readonly random?: RandomSource;
  /** Between two tries to send the sealed result, in milliseconds. */
  readonly sendRetryMs?: number;
  /** Names this start of the machine, so that a program that died is told from a power cut. */
  readonly machineStart?: string | undefined;
  readonly onWrite?: WriteHook;
  /** Hears that a medium failed, was put in, or works again. */
  readonly onMediaChange?: () => void;
  /** How the minute is measured after which a card that was read is forgotten; left out: the machine's own. */
  readonly timer?: Timer;
  /** What the machine says of mains and battery; left out: this machine. */
  readonly power?: () => PowerReading;
  /** A desk's screen shows a card no longer. */
  readonly onCardForgotten?: () => void;
}

/** Between two tries when nobody answers; a village's network comes and goes. */
const SEND_RETRY_MS = 5_000;

/**
 * Opens the polling place of one folder.
 * @errors a file of the place is missing, malformed or foreign · another station has the folder · the store is of another version or election
 */
export function openPollingPlace(
  options: PollingPlaceOptions,
):
  | { readonly ok: true; readonly value: PollingPlace }
  | { readonly ok: false; readonly error: PlaceProblem | StoreProblem } {
  const random: RandomSource = options.random ?? ((count) => new Uint8Array(randomBytes(count)));
  finishLoading(options.home);
  const loaded = loadPreparedPlace(join(options.home, 'place'), options.group, random);
  if (!loaded.ok) return loaded;
  const place = loaded.value;
  const { definition, election, credentials } = place;

  clearSecondOfOlderPackage({
    home: options.home,
    second: options.second,
    electionFingerprint: election.fingerprint,
    placeFiles: place.fileHashes,
  });
  const opened = openStationStore({
    home: options.home,
    second: options.second,
    electionFingerprint: election.fingerprint,
    pollingPlace: definition.pollingPlace.id,
    placeFiles: place.fileHashes,
    random,
    elapsedMs: options.elapsedMs,
    ...(options.onMediaChange === undefined ? {} : { onMediaChange: options.onMediaChange }),
    ...(options.onWrite === undefined ? {} : { onWrite: options.onWrite }),
    prepare(database) {
      prepareBallotSlots(database, credentials.size, slotBytesFor(ballotLengthLimit(election)));
      prepareBoothCases(database, definition.booths);
      preparePollBook(
        database,
        place.voters.map((voter) => voter.number),
      );
      prepareCounters(database, [
        ...CAST_COUNTERS,
        'abandoned',
        LATE_COUNTER,
        HELPED_COUNTER,
        ...slipCounters(definition.booths),
      ]);
      prepareCounters(database, pinCounters(place.people.map(({ person }) => person)));
      prepareDeviceSessions(
        database,
        place.devices.map(({ device }) => device),
      );
    },
  });
  if (!opened.ok) return opened;
  try {
    const rooms = openRooms(place, opened.value, { ...options, random });
    const noted = rooms.board.noteStart();
    if (noted.ok) return { ok: true, value: rooms };
    opened.value.close();
    return { ok: false, error: { type: 'store-damaged', reason: JSON.stringify(noted.error) } };
  } catch (error) {
    opened.value.close();
    if (!isMediumFailure(error)) throw error;
    return { ok: false, error: { type: 'store-damaged', reason: error.message } };
  }
}

function openRooms(
  place: PreparedPlace,
  store: StationStore,
  options: PollingPlaceOptions & { readonly random: RandomSource },
): PollingPlace {
  const { definition, election, credentials } = place;
  const slots = openBallotSlots(store, options.random);
  const cases = openBoothCases(store);
  const printers = openBoothPrinters();
  const helpCalls = openHelpCalls();
  const pollBook = openPollBook(store);
  const log = openActLog(store);
  const papers = openPapers(store.database);
  const counters: Counters<string> = openCounters(store.database);
  const slipCounts = openSlipCounts(counters, definition.booths);
  const durably = makeDurably(store);

  /** Polls that are open while a medium fails are paused: nothing can be written, and nobody had to say so. */
  const phase = (): Phase => {
    const decided = phaseOf(log.acts());
    return decided === 'open' && store.media().state === 'paused' ? 'paused' : decided;
  };
  const poll = (): PollState => ({
    phase: phase(),
    released: pollBook.count() - pollBook.mobileCount(),
    casts: slots.count('cast'),
    openCases: slots.count('sealing'),
    abandoned: counters.get('abandoned'),
  });
  const clock = () => civilClock(options.now(), definition.voting.zone);

  const triesAt = (at: PinPlace) =>
    openPinTries({
      at,
      people: place.people.map(({ person }) => person),
      counters,
      durably,
      elapsedMs: options.elapsedMs,
      // minutes that are printed must not become another paper when a finger slips at their signing
      isMinuted: () => phase() !== 'counted' && phase() !== 'sealed',
    });
  const tries = triesAt('board');

  const casting = openElectionCasting({ election, credentials, durably, slots, cases, counters, poll });
  const mobileGroups = openMobileGroups({
    definition,
    rulePack: place.rulePack,
    durably,
    papers,
    phase,
    checkIns: pollBook.mobileCount,
  });
  const written = openWrittenMinutes({
    definition,
    durably,
    papers,
    phase,
    clock,
    countedBySlips: () => countedBySlips(log),
    mobileGroupLeft: () => mobileGroups.entries().length > 0,
  });
  const extensions = openExtensions({
    definition,
    rulePack: place.rulePack,
    durably,
    papers,
    phase,
    clock,
  });
  const incidents = openIncidents({ definition, durably, papers, phase, clock });
  const late = openLateVoters({
    definition,
    rulePack: place.rulePack,
    durably,
    papers,
    counters,
    extensions: extensions.entries,
    clock,
  });
  const search = openVoterSearch(place.voters, place.secrets.nikKey);
  const cards = openCardReads({
    search,
    known: place.checkIn,
    nikKey: place.secrets.nikKey,
    timer: options.timer ?? systemTimer,
    onForgotten: options.onCardForgotten ?? (() => undefined),
  });
  const pace = openQueuePace(options.elapsedMs, clock);
  const desk = openDesk({
    place,
    durably,
    pollBook,
    search,
    cards,
    counters,
    poll,
    late,
    mobileTrips: mobileGroups.entries,
    onRelease: pace.noteRelease,
    hour: () => Number(clock().time.slice(0, 2)),
  });
  const abandonments = openAbandonments({ definition, durably, papers, counters, poll, clock });
  const counting = openCounting({
    files: store.files,
    place,
    slots,
    papers,
    durably,
    isCounted: () => phase() === 'counted' || phase() === 'sealed',
  });
  const codes = openStationCodes(place);
  const selfTest = openSelfTest({
    booths: definition.booths,
    desks: definition.desks,
    read: () =>
      readStation({
        home: options.home,
        second: options.second,
        bounds: place.manifest.clock,
        nowMs: options.now(),
        media: store.media(),
        power: (options.power ?? readPower)(),
      }),
    phase,
    isZeroReportPrepared: () => zeroReport.prepared() !== undefined,
    papers,
    durably,
    clock,
  });
  const pins = openPinCheck({ people: place.people, tries });
  const boothPins = openPinCheck({ people: place.people, tries: triesAt('booth') });
  const logicTest = openLogicTest({
    home: options.home,
    place,
    pins: boothPins,
    papers,
    durably,
    random: options.random,
    elapsedMs: options.elapsedMs,
    clock,
    phase,
    // asked while it opens, before that room is there
    isZeroReportPrepared: () => papers.get('zero-report', z.unknown()) !== undefined,
  });
  const zeroReport: ZeroReport = openZeroReport({
    selfTest: selfTest.atZeroReport,
    logicTest: logicTest.standing,
    isLogicTestUnderWay: logicTest.isUnderWay,
    onPrepared: logicTest.forgetKeys,
    place,
    codes,
    software: options.software,
    durably,
    papers,
    slots,
    cases,
    slipsPrinted: slipCounts.total,
    poll,
    clock,
  });
  const copies = openPaperCopies({
    definition,
    witnessesPresent: () => written.fields().witnessesPresent,
    papers,
    durably,
  });
  const restarts = openRestarts({
    definition,
    software: options.software,
    durably,
    papers,
    store,
    machineStart: options.machineStart,
    poll,
    castsByCounter: () => counters.get('casts'),
    cardsVoid: () => slots.count('spoiled') + slots.count('proved'),
    clock,
  });
  const board = openBoard({
    place,
    software: options.software,
    durably,
    log,
    papers,
    slots,
    cases,
    printers,
    helpCalls,
    pollBook,
    counters,
    slipCounts,
    counting,
    restarts,
    codes,
    store,
    copies,
    zeroReport,
    written,
    abandonments,
    extensions: extensions.entries,
    incidents: incidents.entries,
    late,
    mobileTrips: mobileGroups.entries,
    wrongPins: tries.wrong,
    selfTest: selfTest.last,
    logicTest: logicTest.standing,
    poll,
    clock,
  });
  const hourlyFigures = openHourlyFigures({
    place,
    pollBook,
    papers,
    durably,
    codes,
    phase,
    openProblems: () =>
      printers.inTrouble().length + counting.damaged().length + (phase() === 'paused' ? 1 : 0),
    clock,
  });
  const finishCase: PollingPlace['finishCase'] = ({ booth, hash, slip, slipsPrinted, answeredBy }) => {
    const own = cases.get(booth);
    // a cast always had its slip: that it has none is no booth's word
    const isPeoplesWord = slip === 'no-slip' && own?.state === 'cast' && own.hash === hash;
    const note =
      answeredBy.length > 0 || isPeoplesWord
        ? board.caseAnswerNote({ booth, slip, answeredBy: [...answeredBy] })
        : { ok: true as const, value: () => undefined };
    if (!note.ok) return note;
    return casting.finish(booth, hash, slip, () => {
      note.value();
      slipCounts.report(booth, slipsPrinted);
    });
  };
  const devices = openDevices({
    definition,
    prepared: place.devices,
    sessions: openDeviceSessions(store),
    durably,
    random: options.random,
    elapsedMs: options.elapsedMs,
    startCode: options.startCode,
    writeStartCode: (code) => writeStartCode(options.home, code),
  });
  const cardQuestions = openCardQuestions({
    election,
    random: options.random,
    standing: casting.tokenStanding,
  });
  const standing = (): StationStanding => ({
    epoch: store.epochs().length,
    marks: store.epochs().map(({ mark }) => mark),
    casts: slots.count('cast'),
    voids: slots.count('spoiled') + slots.count('proved'),
  });
  const ofTheDay: BoothService = {
    logicTest: null,
    electionText: election.text,
    casting,
    cardQuestions,
    boothCase: cases.get,
    phase,
    interruptedCases: openInterruptedCases({ definition, pins: boothPins, caseOf: cases.get, finishCase }),
    standing,
  };
  return {
    place,
    software: options.software,
    desk,
    abandonments,
    late,
    mobileGroups,
    extensions,
    incidents,
    cards,
    pace,
    casting,
    cardQuestions,
    counting,
    zeroReport,
    written,
    board,
    sending: openSending({
      place,
      outbox: join(options.home, 'outbox'),
      papers,
      durably,
      delivery: () => sealedDelivery({ place, counting, signedResult: board.signedResult }),
      retryMs: options.sendRetryMs ?? SEND_RETRY_MS,
    }),
    eventLog: () =>
      phase() === 'sealed'
        ? nistEventLog({
            definition,
            electionFingerprint: election.fingerprint,
            version: options.software.version,
            events: publicEvents({
              acts: log.acts(),
              record: board.minutes().record,
              minutesPaper: board.minutesPaper.prepared() ?? null,
            }),
          })
        : undefined,
    restarts,
    selfTest,
    logicTest,
    tablePapers: openTablePapers({
      definition,
      codes,
      record: () => ({ mandates: written.mandates(), objections: written.fields().objections }),
      selfTest: selfTest.last,
      logicTest: logicTest.standing,
    }),
    outgoingCode() {
      const text = board.resultCode();
      return text === undefined ? hourlyFigures.code() : { ok: true, value: { type: 'result', text } };
    },
    media: openMediaRoom({ definition, store, clock, onWritable: restarts.noteWhatWasMissed }),
    lookAtMedia: store.look,
    pins,
    boothPins,
    printers,
    helpCalls,
    devices,
    boothCase: (booth) => cases.get(booth),
    phase,
    standing,
    finishCase,
    boothService: () => logicTest.service() ?? ofTheDay,
    close() {
      logicTest.close();
      if (!store.database.isOpen) return;
      const decided = phaseOf(log.acts());
      if (decided === 'open' || decided === 'paused') restarts.noteStop();
      store.close();
    },
  };
}
