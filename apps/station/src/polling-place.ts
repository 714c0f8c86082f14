import type { Group, RandomSource } from '@bilik/ballot';
import type { Phase } from '@bilik/election';
import type { Timer } from '@bilik/server';
import type { CaseState } from './cast/booth-cases.ts';
import type { BoothPrinters } from './cast/booth-printers.ts';
import type { BoothService } from './cast/booth-service.ts';
import type { CardQuestions } from './cast/card-questions.ts';
import type { Casting, CastRefusal, SlipOutcome } from './cast/casting.ts';
import type { HelpCalls } from './cast/help-calls.ts';
import type { Abandonments } from './checkin/abandonments.ts';
import type { CardReads } from './checkin/card-reads.ts';
import type { Desk } from './checkin/desk.ts';
import type { LateVoters } from './checkin/late-voters.ts';
import type { MobileGroups } from './checkin/mobile-groups.ts';
import type { QueuePace } from './checkin/queue-pace.ts';
import type { Counting } from './count/counting.ts';
import type { Sending } from './delivery/sending.ts';
import type { Devices } from './devices/devices.ts';
import type { Handover } from './devices/handover.ts';
import type { LogicTest } from './logic-test/logic-test.ts';
import type { MediaRoom } from './media/media-room.ts';
import type { Incidents } from './minutes/incidents.ts';
import type { TablePapers } from './minutes/table-papers.ts';
import type { WrittenMinutes } from './minutes/written-minutes.ts';
import type { ZeroReport } from './minutes/zero-report.ts';
import type { FiguresRefusal, HourlyCode } from './outgoing/hourly-figures.ts';
import type { PinCheck } from './people/pin-check.ts';
import type { Board, BoardRefusal, Software } from './phase/board.ts';
import type { Extensions } from './phase/extensions.ts';
import type { Restarts } from './phase/restarts.ts';
import type { PreparedPlace } from './place/prepared-place.ts';
import type { PowerReading } from './self-test/checks.ts';
import type { SelfTest } from './self-test/self-test.ts';
import type { StoreFailed } from './store/durable.ts';
import type { WriteHook } from './store/station-store.ts';

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
  /** What every command is answered while a write waits for the first medium; tries to finish it before. */
  readonly inDoubt: () => StoreFailed | undefined;
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
  /** Of pages, to the station that takes over. */
  readonly handover: Handover;
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
