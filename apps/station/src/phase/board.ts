import {
  type ArithmeticReport,
  assembleMinutes,
  type CivilDate,
  type CivilTime,
  checkArithmetic,
  closingHour,
  decideHours,
  type EarlyNeedsReason,
  earlyCommand,
  type Fingerprint,
  groupsUnderWay,
  type HandFigureChange,
  handCountChanges,
  type MinutesRecord,
  openReleases,
  type Phase,
  type PhaseCommand,
  type PhaseFacts,
  type PollingPlaceFigures,
  type PollingPlaceMinutes,
  type PollState,
  type RulePack,
  type SecrecyWarning,
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
import { openSealing, type SealRefusal } from '../count/sealing.ts';
import { openDayRecord } from '../minutes/day-record.ts';
import type { Incidents } from '../minutes/incidents.ts';
import type { CaseAnswer, HandCount, MinutesFields, Restart } from '../minutes/minutes-fields.ts';
import { type MinutesPaper, openMinutesPaper } from '../minutes/minutes-paper.ts';
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
import type { Act, ActLog } from './act-log.ts';
import { confirmAct, differentPeople, type PeopleRefusal } from './board-act.ts';
import type { Extensions } from './extensions.ts';
import { pollingPlaceFigures } from './figures.ts';
import { countedBySlips, decideCommand, type OfferedCommand, offeredCommands } from './phase-room.ts';
import type { Restarts } from './restarts.ts';

/** What ran, for the minutes: version, and SHA-256 over the program's own files. */
export interface Software {
  readonly version: string;
  readonly fingerprint: Fingerprint;
}

export type BoardRefusal = PeopleRefusal | SealRefusal | StoreFailed | EarlyNeedsReason;

type Answer<Value, Refusal = BoardRefusal> =
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
  ) => Answer<{ readonly phase: Phase }>;
  /**
   * The command `seal`: everything that will be published is verified first, as the public will, while other requests go on. Who
   * presses meanwhile gets the answer of the sealing that is under way.
   */
  readonly seal: (confirmedBy: readonly string[]) => Promise<Answer<{ readonly phase: Phase }>>;
  /**
   * What two people of the board said of the paper of an interrupted case; neither the ballot nor the time is kept with it.
   * @returns what to call inside the write that finishes the case
   */
  readonly caseAnswerNote: (answer: CaseAnswer) => Answer<() => void>;
  readonly figures: () => PollingPlaceFigures;
  readonly arithmetic: () => ArithmeticReport;
  readonly minutes: () => PollingPlaceMinutes;
  readonly minutesPaper: MinutesPaper;
  /** The signed result, the same bytes each time. @returns undefined before it is sealed. @errors 'record-damaged' */
  readonly signedResult: () => Answer<Buffer, RecordDamaged> | undefined;
  /** The text of the result's QR code, as the signed minutes carry it; undefined before sealing. */
  readonly resultCode: () => string | undefined;
  /** Call once at start: notes a restart while polls are open; afterwards reads all files of the record again. */
  readonly noteStart: () => Answer<undefined>;
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

const AFTER_CLOSING: readonly Phase[] = ['closed', 'counted', 'sealed'];

export function openBoard(parts: BoardParts): Board {
  const {
    place,
    durably,
    log,
    papers,
    slots,
    cases,
    counters,
    counting,
    restarts,
    zeroReport,
    written,
    poll,
  } = parts;
  const { definition, rulePack } = place;

  const handCount = (): HandCount | undefined => written.handCounts().at(-1);

  const figures = (): PollingPlaceFigures =>
    pollingPlaceFigures({
      place,
      poll: poll(),
      slots,
      pollBook: parts.pollBook,
      slipsPrinted: parts.slipCounts.total(),
      slipsSpoiled: counters.get('slips-batal'),
      handCount: handCount(),
      mobileTrips: parts.mobileTrips(),
      resultSource: countedBySlips(log) ? 'slip-count' : 'trustees',
      counts: counting.outcome()?.counts,
    });

  const sealing = openSealing({
    files: parts.store.files,
    place,
    version: parts.software.version,
    papers,
    counting,
    figures,
  });
  const signedResult: Board['signedResult'] = () =>
    poll().phase === 'sealed' ? sealing.result() : undefined;

  const { record, signedZeroReport, caseAnswers } = openDayRecord(parts);

  const minutes = (): PollingPlaceMinutes =>
    assembleMinutes({ definition, rulePack, figures: figures(), record: record() });

  const minutesPaper = openMinutesPaper({
    definition,
    software: parts.software,
    durably,
    papers,
    clock: parts.clock,
    phase: () => poll().phase,
    minutes,
    figures,
    codes: parts.codes,
    copies: parts.copies,
  });

  const facts = (): PhaseFacts => {
    const now = poll();
    return {
      ballotsStored: slots.entries().length,
      checkIns: parts.pollBook.count(),
      zeroReportSigned: signedZeroReport() !== null,
      openCases: now.openCases,
      openReleases: openReleases(now),
      unfinishedSlips: cases.open().length,
      mobileGroupsUnderWay: groupsUnderWay(parts.mobileTrips()),
      validShares: counting.shareOwners().length,
      threshold: definition.trustees.threshold,
      // a declaration that the shares on the table contradict is none
      trusteesUnableDeclared:
        written.fields().trusteesUnable && counting.shareOwners().length < definition.trustees.threshold,
      // once the slips are the result nobody can add the paper of a mobile group to the count
      slipsCountedByTwo:
        (handCount()?.slipBox ?? null) !== null &&
        (parts.mobileTrips().length === 0 || handCount()?.paper !== undefined),
      emptyMinutesFields: minutes().missing.length,
      minutesSigned: (minutesPaper.prepared()?.signed ?? null) !== null,
    };
  };

  const earlyFor = (command: PhaseCommand) =>
    earlyCommand(command, parts.clock(), {
      kind: definition.kind,
      voting: definition.voting,
      extensions: parts.extensions(),
    });

  const state = (): BoardState => {
    const now = poll();
    const counted = figures();
    const drawn = minutes();
    const { checkIns, registered, tokens } = counted;
    return {
      phase: now.phase,
      poll: now,
      onTheirWay: openReleases(now),
      checkIns,
      registered,
      cards: { pool: tokens.pool, used: tokens.used, voided: tokens.voided },
      openCases: cases.open().map(({ booth, state: caseState }) => ({ booth, state: caseState })),
      printersInTrouble: parts.printers.inTrouble(),
      helpWanted: parts.helpCalls.wanted(),
      notedIncidents: parts.incidents(),
      closes: closingHour(definition.voting.closes, parts.extensions()),
      paperRunningLow: parts.printers.runningLow(),
      ballotsRefused: counters.get('ballots-refused'),
      castsWithoutSlip: counters.get('casts-without-slip'),
      slipCountDisagreements: parts.slipCounts.disagreements(),
      // nothing can be written: what the board can do now stands in the view of the media
      commands:
        parts.store.media().state === 'paused'
          ? []
          : offeredCommands({ definition, phase: now.phase, facts: facts(), earlyFor }),
      zeroReport: zeroReport.prepared() ?? null,
      minutesPaper: minutesPaper.prepared() ?? null,
      copies: { minutes: parts.copies.of('minutes'), statement: parts.copies.of('statement') },
      mandates: written.mandates(),
      shares: {
        owners: counting.shareOwners(),
        threshold: definition.trustees.threshold,
        sit: rulePack.settings.trusteesSit.value,
      },
      fields: written.fields(),
      fieldsVersions: written.fieldsVersions(),
      mobileGroupLeft: parts.mobileTrips().length > 0,
      handCount: handCount() ?? null,
      handCountVersions: written.handCounts().map((count, index, all) => ({
        ...count,
        changes: handCountChanges(all[index - 1] ?? count, count),
      })),
      missing: drawn.missing.map(({ field }) => field),
      restarts: restarts.entries().map(({ at, cause }) => ({ at, cause })),
      secrecyWarnings: drawn.secrecyWarnings,
      media: parts.store.media(),
      epochs: parts.store.epochs().map(({ mark: _mark, ...epoch }) => epoch),
      damaged: [...counting.damaged(), ...(signedResult()?.ok === false ? (['result.json'] as const) : [])],
    };
  };

  /** The last writing of a command. */
  const noteOf =
    (command: PhaseCommand, confirmedBy: readonly string[], early: Act['early'] = null) =>
    () => {
      log.append({ at: parts.clock().time, command, confirmedBy: [...confirmedBy], early });
      if (command === 'open') restarts.noteOpening();
    };
  const decide = (command: PhaseCommand, confirmedBy: readonly string[]): Answer<Phase> => {
    const people = differentPeople(definition, confirmedBy);
    return people.ok ? decideCommand({ definition, log, command, confirmedBy, facts: facts() }) : people;
  };

  let sealingNow: Promise<Answer<{ readonly phase: Phase }>> | undefined;
  const sealOnce = (confirmedBy: readonly string[]) =>
    sealing.seal<{ readonly phase: Phase }, BoardRefusal>((keep) => {
      // minutes may have been written while the record was verified
      const decided = decide('seal', confirmedBy);
      if (!decided.ok) return decided;
      const note = noteOf('seal', confirmedBy);
      return durably('phase-seal', () => {
        keep();
        note();
        return { phase: decided.value };
      });
    });

  return {
    state,
    command(command, confirmedBy, earlyReason = null) {
      const decided = decide(command, confirmedBy);
      if (!decided.ok) return decided;
      const early = decideHours(earlyFor(command), earlyReason);
      if (!early.ok) return early;
      if (command === 'count') {
        const opened = counting.open();
        if (!opened.ok) return opened;
      }
      const note = noteOf(command, confirmedBy, early.value);
      const written = command === 'close' ? counting.seal(note) : durably(`phase-${command}`, note);
      return written.ok ? { ok: true, value: { phase: decided.value } } : written;
    },
    async seal(confirmedBy) {
      const decided = decide('seal', confirmedBy);
      if (!decided.ok) return decided;
      sealingNow ??= sealOnce(confirmedBy).finally(() => {
        sealingNow = undefined;
      });
      return sealingNow;
    },
    caseAnswerNote(answer) {
      const people = confirmAct(definition, 'settle_open_case', answer.answeredBy);
      if (!people.ok) return people;
      return { ok: true, value: () => papers.put('case-answers', [...caseAnswers(), answer]) };
    },
    figures,
    arithmetic: () => checkArithmetic(figures(), rulePack),
    minutes,
    minutesPaper,
    signedResult,
    resultCode() {
      const prepared = minutesPaper.prepared();
      return poll().phase === 'sealed' && prepared !== undefined
        ? parts.codes.result(minutes(), figures(), prepared.fingerprint)
        : undefined;
    },
    noteStart() {
      const { phase } = poll();
      if (AFTER_CLOSING.includes(phase)) {
        // what cannot be made again is shown on the board and refused where it is asked for; the rest of the place goes on
        counting.readAgain();
        sealing.forgetUnsealed();
        return { ok: true, value: undefined };
      }
      if (phase !== 'open' && phase !== 'paused') return { ok: true, value: undefined };
      counting.forgetUnsealed();
      return restarts.noteStart();
    },
  };
}
