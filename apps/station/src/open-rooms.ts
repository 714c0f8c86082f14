import { join } from 'node:path';
import type { RandomSource } from '@bilik/ballot';
import { civilClock, type Phase, type PollState } from '@bilik/election';
import { systemTimer } from '@bilik/server';
import { z } from 'zod';
import { openBallotSlots } from './cast/ballot-slots.ts';
import { openBoothCases } from './cast/booth-cases.ts';
import { openBoothPrinters } from './cast/booth-printers.ts';
import type { BoothService } from './cast/booth-service.ts';
import { openCardQuestions } from './cast/card-questions.ts';
import { openCaseEnding } from './cast/case-ending.ts';
import { openElectionCasting } from './cast/election-casting.ts';
import { openHelpCalls } from './cast/help-calls.ts';
import { openSlipCounts } from './cast/slip-counts.ts';
import { openCheckIn } from './checkin/check-in-rooms.ts';
import { openPollBook } from './checkin/poll-book-store.ts';
import { openCounting } from './count/counting.ts';
import { sealedDelivery } from './delivery/sealed-delivery.ts';
import { openSending } from './delivery/sending.ts';
import { openDeviceSessions } from './devices/device-sessions.ts';
import { openDevices } from './devices/devices.ts';
import { openHandover } from './devices/handover.ts';
import { writeStartCode } from './devices/start-code.ts';
import { nistEventLog } from './event-log/nist-event-log.ts';
import { publicEvents } from './event-log/public-events.ts';
import { openLogicTest } from './logic-test/logic-test.ts';
import { openMediaRoom } from './media/media-room.ts';
import { openIncidents } from './minutes/incidents.ts';
import { openPaperCopies } from './minutes/paper-copies.ts';
import { openTablePapers } from './minutes/table-papers.ts';
import { openWrittenMinutes } from './minutes/written-minutes.ts';
import { openZeroReport, type ZeroReport } from './minutes/zero-report.ts';
import { openHourlyFigures } from './outgoing/hourly-figures.ts';
import { openStationCodes } from './outgoing/station-codes.ts';
import { openInterruptedCases } from './people/interrupted-cases.ts';
import { openPinCheck } from './people/pin-check.ts';
import { openPinTries, type PinPlace } from './people/pin-tries.ts';
import { openActLog } from './phase/act-log.ts';
import { openExtensions } from './phase/extensions.ts';
import { openBoard } from './phase/open-board.ts';
import { countedBySlips, phaseOf } from './phase/phase-room.ts';
import { openRestarts } from './phase/restarts.ts';
import type { PreparedPlace } from './place/prepared-place.ts';
import type { PollingPlace, PollingPlaceOptions, StationStanding } from './polling-place.ts';
import { readPower } from './self-test/machine-readings.ts';
import { openSelfTest } from './self-test/self-test.ts';
import { readStation } from './self-test/station-readings.ts';
import { type Counters, openCounters } from './store/counters.ts';
import { makeDurably } from './store/durable.ts';
import { openPapers } from './store/papers.ts';
import type { StationStore } from './store/station-store.ts';

/** Between two tries when nobody answers; a village's network comes and goes. */
const SEND_RETRY_MS = 5_000;

/** Opens all rooms of one polling place over its store: who hears whom is decided here and nowhere else. */
export function openRooms(
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
    released: pollBook.count() - pollBook.mobile().size,
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
  const extensions = openExtensions({
    definition,
    rulePack: place.rulePack,
    durably,
    papers,
    phase,
    clock,
  });
  const checkIn = openCheckIn({
    place,
    pollBook,
    papers,
    counters,
    durably,
    phase,
    poll,
    extensions: extensions.entries,
    clock,
    elapsedMs: options.elapsedMs,
    timer: options.timer ?? systemTimer,
    onCardForgotten: options.onCardForgotten ?? (() => undefined),
  });
  const { abandonments, late, mobileGroups } = checkIn;
  const written = openWrittenMinutes({
    definition,
    durably,
    papers,
    phase,
    clock,
    countedBySlips: () => countedBySlips(log),
    mobileGroupLeft: () => mobileGroups.entries().length > 0,
  });
  const incidents = openIncidents({ definition, durably, papers, phase, clock });
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
        manifest: place.manifest,
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
  const finishCase = openCaseEnding({ cases, casting, slipCounts, caseAnswerNote: board.caseAnswerNote });
  const sessions = openDeviceSessions(store);
  const devices = openDevices({
    definition,
    prepared: place.devices,
    sessions,
    durably,
    random: options.random,
    elapsedMs: options.elapsedMs,
    startCode: options.startCode,
    writeStartCode: (code) => writeStartCode(options.home, code),
  });
  const handover = openHandover({
    // processes know both addresses and keep their token themselves
    prepared: place.devices.filter(({ role }) => role === 'board' || role === 'desk'),
    sessions,
    nonce: devices.nonce,
    marks: () => store.epochs().map(({ mark }) => mark),
    durably,
    random: options.random,
    elapsedMs: options.elapsedMs,
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
    ...checkIn,
    extensions,
    incidents,
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
    media: openMediaRoom({
      definition,
      store,
      clock,
      onWritable() {
        // a closing that only the lost medium took did not happen
        counting.forgetUnsealed();
        restarts.noteWhatWasMissed();
      },
    }),
    lookAtMedia: store.look,
    inDoubt() {
      if (!store.isInDoubt()) return undefined;
      store.look();
      const media = store.media();
      if (media.state !== 'paused' || media.medium !== 'first') return undefined;
      const { medium, fault, reason } = media;
      return { type: 'store-in-doubt', reason, paused: { medium, fault } };
    },
    pins,
    boothPins,
    printers,
    helpCalls,
    devices,
    handover,
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
