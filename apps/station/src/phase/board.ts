import type {
  ArithmeticReport,
  CivilDate,
  CivilTime,
  EarlyNeedsReason,
  Fingerprint,
  HandFigureChange,
  MinutesRecord,
  Phase,
  PhaseCommand,
  PollingPlaceFigures,
  PollingPlaceMinutes,
  PollState,
  RulePack,
  SecrecyWarning,
} from '@bilik/election';
import type { BallotSlots } from '../cast/ballot-slots.ts';
import type { BoothCase, BoothCases } from '../cast/booth-cases.ts';
import type { BoothPrinters, PaperRunningLow, PrinterInTrouble } from '../cast/booth-printers.ts';
import type { HelpCalls } from '../cast/help-calls.ts';
import type { SlipCounts } from '../cast/slip-counts.ts';
import type { Abandonments } from '../checkin/abandonments.ts';
import type { LateVoters } from '../checkin/late-voters.ts';
import type { PollBookStore } from '../checkin/poll-book-store.ts';
import type { Counting } from '../count/counting.ts';
import type { DamagedFile, RecordDamaged } from '../count/kept-file.ts';
import type { SealRefusal } from '../count/sealing.ts';
import type { Incidents } from '../minutes/incidents.ts';
import type { CaseAnswer, HandCount, MinutesFields, Restart } from '../minutes/minutes-fields.ts';
import type { MinutesPaper } from '../minutes/minutes-paper.ts';
import type { CountedCopy, PaperCopies } from '../minutes/paper-copies.ts';
import type { PreparedPaper } from '../minutes/signed-paper.ts';
import type { WrittenMinutes } from '../minutes/written-minutes.ts';
import type { ZeroReport } from '../minutes/zero-report.ts';
import type { StationCodes } from '../outgoing/station-codes.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Counters } from '../store/counters.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Epoch } from '../store/epoch-line.ts';
import type { MediaStanding } from '../store/media-standing.ts';
import type { Papers } from '../store/papers.ts';
import type { StationStore } from '../store/station-store.ts';
import type { ActLog } from './act-log.ts';
import type { PeopleRefusal } from './board-act.ts';
import type { Extensions } from './extensions.ts';
import type { OfferedCommand } from './phase-room.ts';
import type { Restarts } from './restarts.ts';

/** What ran, for the minutes: version, and SHA-256 over the program's own files. */
export interface Software {
  readonly version: string;
  readonly fingerprint: Fingerprint;
}

export type BoardRefusal = PeopleRefusal | SealRefusal | StoreFailed | EarlyNeedsReason;

export type BoardAnswer<Value, Refusal = BoardRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** What the board's screen shows; coarse counts only, nothing of a voter or a ballot. */
export interface BoardState {
  readonly phase: Phase;
  readonly poll: PollState;
  readonly onTheirWay: number;
  readonly checkIns: PollingPlaceFigures['checkIns'];
  readonly registered: PollingPlaceFigures['registered'];
  readonly cards: { readonly pool: number; readonly used: number; readonly voided: number };
  readonly openCases: readonly Pick<BoothCase, 'booth' | 'state'>[];
  /** Printers that cannot print until somebody comes, as their booths said last. */
  readonly printersInTrouble: readonly PrinterInTrouble[];
  /** Booths whose voter asks for an officer. */
  readonly helpWanted: readonly number[];
  /** The hour at which voting ends, extensions counted. */
  readonly closes: CivilTime;
  readonly notedIncidents: MinutesRecord['notedIncidents'];
  readonly paperRunningLow: readonly PaperRunningLow[];
  readonly ballotsRefused: number;
  /** Casts whose slip two people looked for in vain. */
  readonly castsWithoutSlip: number;
  /** Reports of a booth's slip counter that its case cannot explain. */
  readonly slipCountDisagreements: number;
  readonly commands: readonly OfferedCommand[];
  /** Null until it is prepared; signed by nobody until names stand in it. */
  readonly zeroReport: PreparedPaper | null;
  /** Null until they are prepared for signing, and again when they were written after that. */
  readonly minutesPaper: PreparedPaper | null;
  /** Numbered copies of the papers that are signed after the count. */
  readonly copies: { readonly minutes: readonly CountedCopy[]; readonly statement: readonly CountedCopy[] };
  readonly mandates: MinutesRecord['mandates'];
  readonly shares: {
    readonly owners: readonly number[];
    readonly threshold: number;
    /** Where trustees sit, by rule pack: in the village's one room, to which sealed records come by stick. */
    readonly sit: RulePack['settings']['trusteesSit']['value'];
  };
  readonly fields: MinutesFields;
  /** How often the fields were changed: what a writer must have seen. */
  readonly fieldsVersions: number;
  /** A mobile group left: its paper lies in the box too. */
  readonly mobileGroupLeft: boolean;
  /** The hand count that holds. */
  readonly handCount: HandCount | null;
  /** All hand counts, oldest first, each with what it changed of the one before. */
  readonly handCountVersions: readonly (HandCount & { readonly changes: readonly HandFigureChange[] })[];
  readonly missing: readonly string[];
  /** Each has its report; numbered from 1 in this order. */
  readonly restarts: readonly Pick<Restart, 'at' | 'cause'>[];
  /** What the result will tell of how people voted: by the number of casts once closed, by the votes once counted. */
  readonly secrecyWarnings: readonly SecrecyWarning[];
  /** Files of the record that are not what was written and cannot be made again: neither signed nor handed out. */
  readonly damaged: readonly DamagedFile[];
  readonly media: MediaStanding;
  /** All epochs, oldest first; their number is the present one. */
  readonly epochs: readonly Omit<Epoch, 'mark'>[];
}

export interface Board {
  readonly state: () => BoardState;
  readonly command: (
    command: Exclude<PhaseCommand, 'seal'>,
    confirmedBy: readonly string[],
    /** Why before the announced hour; needed then, and kept only then. */
    earlyReason?: string | null,
  ) => BoardAnswer<{ readonly phase: Phase }>;
  /**
   * The command `seal`: everything that will be published is verified first, as the public will, while other requests go on. Who
   * presses meanwhile gets the answer of the sealing that is under way.
   */
  readonly seal: (confirmedBy: readonly string[]) => Promise<BoardAnswer<{ readonly phase: Phase }>>;
  /**
   * What two people of the board said of the paper of an interrupted case; neither the ballot nor the time is kept with it.
   * @returns what to call inside the write that finishes the case
   */
  readonly caseAnswerNote: (answer: CaseAnswer) => BoardAnswer<() => void>;
  readonly figures: () => PollingPlaceFigures;
  readonly arithmetic: () => ArithmeticReport;
  readonly minutes: () => PollingPlaceMinutes;
  readonly minutesPaper: MinutesPaper;
  /** The signed result, the same bytes each time. @returns undefined before it is sealed. @errors 'record-damaged' */
  readonly signedResult: () => BoardAnswer<Buffer, RecordDamaged> | undefined;
  /** The text of the result's QR code, as the signed minutes carry it; undefined before sealing. */
  readonly resultCode: () => string | undefined;
  /** Call once at start: notes a restart while polls are open; afterwards reads all files of the record again. */
  readonly noteStart: () => BoardAnswer<undefined>;
}

export interface BoardParts {
  readonly place: PreparedPlace;
  readonly software: Software;
  readonly durably: Durably;
  readonly log: ActLog;
  readonly papers: Papers;
  readonly slots: BallotSlots;
  readonly cases: BoothCases;
  readonly printers: Pick<BoothPrinters, 'inTrouble' | 'runningLow'>;
  readonly helpCalls: Pick<HelpCalls, 'wanted'>;
  readonly pollBook: PollBookStore;
  readonly counters: Counters<string>;
  readonly slipCounts: SlipCounts;
  readonly counting: Counting;
  readonly restarts: Restarts;
  readonly codes: StationCodes;
  readonly store: Pick<StationStore, 'files' | 'media' | 'epochs'>;
  readonly copies: PaperCopies;
  readonly zeroReport: ZeroReport;
  readonly written: WrittenMinutes;
  readonly abandonments: Abandonments;
  readonly extensions: Extensions['entries'];
  readonly incidents: Incidents['entries'];
  readonly late: Pick<LateVoters, 'admissions' | 'standing'>;
  readonly mobileTrips: () => MinutesRecord['mobileTrips'];
  /** PINs that were wrong until the sum was opened. */
  readonly wrongPins: () => number;
  /** The last self-test before opening. */
  readonly selfTest: () => MinutesRecord['selfTest'];
  readonly logicTest: () => MinutesRecord['logicTest'];
  readonly poll: () => PollState;
  readonly clock: () => { readonly date: CivilDate; readonly time: CivilTime };
}
