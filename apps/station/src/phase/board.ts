import {
  type ArithmeticReport,
  assembleMinutes,
  BOARD_ACTS,
  type CivilTime,
  type Confirmation,
  type ConfirmationRule,
  checkArithmetic,
  checkConfirmation,
  civilTimeSchema,
  type Fingerprint,
  fingerprintSchema,
  type MinutesRecord,
  openReleases,
  type Phase,
  type PhaseCommand,
  type PhaseFacts,
  type PollingPlaceFigures,
  type PollingPlaceMinutes,
  type PollState,
} from '@bilik/election';
import { fileHash, writeSignedResult } from '@bilik/transfer';
import { z } from 'zod';
import type { BallotSlots } from '../cast/ballot-slots.ts';
import type { BoothCase, BoothCases } from '../cast/booth-cases.ts';
import type { PollBookStore } from '../checkin/poll-book-store.ts';
import type { Counting, CountRefusal } from '../count/counting.ts';
import {
  type CaseAnswer,
  CaseAnswerSchema,
  EMPTY_FIELDS,
  type HandCount,
  HandCountSchema,
  type MinutesFields,
  MinutesFieldsSchema,
  RestartSchema,
} from '../minutes/minutes-fields.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Counters } from '../store/counters.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import type { ActLog } from './act-log.ts';
import { checkInCounts, pollingPlaceFigures } from './figures.ts';
import {
  confirmationsOf,
  decideCommand,
  type OfferedCommand,
  offeredCommands,
  type PhaseRefusal,
} from './phase-room.ts';

/** What ran, for the minutes: version, and SHA-256 over the program's own files. */
export interface Software {
  readonly version: string;
  readonly fingerprint: Fingerprint;
}

export type BoardRefusal =
  | PhaseRefusal
  | CountRefusal
  | StoreFailed
  | { readonly type: 'same-person-twice' }
  | { readonly type: 'not-after-sealing' };

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: BoardRefusal };

/** What the board's screen shows; coarse counts only, nothing of a voter or a ballot. */
export interface BoardState {
  readonly phase: Phase;
  readonly poll: PollState;
  readonly onTheirWay: number;
  readonly checkIns: PollingPlaceFigures['checkIns'];
  readonly registered: PollingPlaceFigures['registered'];
  readonly cards: { readonly pool: number; readonly used: number; readonly voided: number };
  readonly openCases: readonly Pick<BoothCase, 'booth' | 'state'>[];
  readonly ballotsRefused: number;
  readonly commands: readonly OfferedCommand[];
  readonly zeroReportSigned: boolean;
  readonly shares: { readonly owners: readonly number[]; readonly threshold: number };
  readonly fields: MinutesFields;
  readonly handCount: HandCount | null;
  readonly missing: readonly string[];
  readonly restarts: number;
}

export interface Board {
  readonly state: () => BoardState;
  readonly command: (
    command: PhaseCommand,
    confirmedBy: readonly string[],
  ) => Answer<{ readonly phase: Phase }>;
  /**
   * The board says that the printed zero report is signed.
   * @param reportFingerprint SHA-256 of the paper, in hex; undefined when there is nothing left to prove
   */
  readonly signZeroReport: (reportFingerprint: string | undefined) => Answer<undefined>;
  /** The minute that stands on the zero report: when it was first opened. */
  readonly zeroReportTime: () => CivilTime;
  readonly writeFields: (fields: MinutesFields) => Answer<undefined>;
  readonly writeHandCount: (count: HandCount) => Answer<undefined>;
  /**
   * What two people of the board said of the paper of an interrupted case; neither the ballot nor the time is kept with it.
   * @returns what to call inside the write that finishes the case
   */
  readonly caseAnswerNote: (answer: CaseAnswer) => Answer<() => void>;
  readonly figures: () => PollingPlaceFigures;
  readonly arithmetic: () => ArithmeticReport;
  readonly minutes: () => PollingPlaceMinutes;
  /** The signed result, once sealed; the same bytes each time. */
  readonly signedResult: () => string | undefined;
  /** Call once at start: notes a restart while polls are open, and writes a sealed record that was lost once more. */
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
  readonly pollBook: PollBookStore;
  readonly counters: Counters<string>;
  readonly slipsPrinted: () => number;
  readonly counting: Counting;
  readonly poll: () => PollState;
  readonly clock: () => { readonly time: CivilTime };
}

const ZeroReportSchema = z.strictObject({ fingerprint: fingerprintSchema, at: civilTimeSchema });
/** Phases in which a zero report means something: afterwards the signed paper stands. */
const BEFORE_OPENING: readonly Phase[] = ['configured', 'zero_proven'];

/** Who may say what the paper of an interrupted case shows, by the published table. */
const SETTLING: ConfirmationRule = boardAct('settle_open_case');

function boardAct(name: string): ConfirmationRule {
  const rule = BOARD_ACTS.find(({ act }) => act === name);
  if (rule === undefined) throw new Error(`The published table has no act ${name}`);
  return rule;
}

const CaseAnswersSchema = z.array(CaseAnswerSchema);
const RestartsSchema = z.array(RestartSchema);
const ResultTextSchema = z.strictObject({ text: z.string() });

export function openBoard(parts: BoardParts): Board {
  const { place, durably, log, papers, slots, cases, counters, counting, poll } = parts;
  const { definition, rulePack, election } = place;

  const fields = (): MinutesFields => papers.get('minutes-fields', MinutesFieldsSchema) ?? EMPTY_FIELDS;
  const handCount = (): HandCount | undefined => papers.get('hand-count', HandCountSchema);
  const restarts = () => papers.get('restarts', RestartsSchema) ?? [];
  const caseAnswers = () => papers.get('case-answers', CaseAnswersSchema) ?? [];
  const zeroReport = () => papers.get('zero-report', ZeroReportSchema);
  const timeOf = (command: PhaseCommand): CivilTime | null =>
    log.acts().findLast((act) => act.command === command)?.at ?? null;

  /** A report that is opened twice before it is signed shows one minute, so that both prints are the same. */
  let zeroReportShownAt: CivilTime | undefined;

  const countedBySlips = (): boolean => log.acts().some((act) => act.command === 'count_slips');

  const figures = (): PollingPlaceFigures =>
    pollingPlaceFigures({
      place,
      poll: poll(),
      slots,
      pollBook: parts.pollBook,
      slipsPrinted: parts.slipsPrinted(),
      slipsSpoiled: counters.get('slips-batal'),
      handCount: handCount(),
      resultSource: countedBySlips() ? 'slip-count' : 'trustees',
      counts: counting.outcome()?.counts,
    });

  const zeroReportEntry = (): MinutesRecord['zeroReport'] => {
    const signed = zeroReport();
    return signed === undefined ? null : { ...signed, signedBy: [] };
  };
  const handCountEntries = (): MinutesRecord['handCounts'] => {
    const counted = handCount();
    return counted === undefined
      ? []
      : [{ inBox: counted.slipBox?.inBox ?? null, countedBy: counted.countedBy }];
  };

  const record = (): MinutesRecord => {
    // a hand count of the slips stands beside the sealed record, which nobody opened
    const recordHash =
      counting.outcome()?.recordHash ?? (countedBySlips() ? counting.sealedHash() : undefined);
    const present = new Set(counting.shareOwners());
    const { trusteesUnable: _declared, ...written } = fields();
    return {
      ...written,
      zeroReport: zeroReportEntry(),
      caseAnswers: caseAnswers(),
      abandonments: [],
      handCounts: handCountEntries(),
      openedAt: timeOf('open'),
      closedAt: timeOf('close'),
      software: parts.software,
      record:
        recordHash === undefined ? null : { electionHash: election.fingerprint, lastEventHash: recordHash },
      trusteesPresent: definition.trustees.members
        .filter((_, index) => present.has(index + 1))
        .map(({ id }) => id),
      restarts: restarts().map((restart) => ({ ...restart, cause: null })),
      overrides: checkInCounts({ place, pollBook: parts.pollBook }).overrides,
      singleMediumSince: 'never',
    };
  };

  const minutes = (): PollingPlaceMinutes =>
    assembleMinutes({ definition, rulePack, figures: figures(), record: record() });

  const facts = (): PhaseFacts => {
    const now = poll();
    return {
      ballotsStored: slots.entries().length,
      checkIns: now.released,
      zeroReportSigned: zeroReport() !== undefined,
      openCases: now.openCases,
      openReleases: openReleases(now),
      unfinishedSlips: cases.open().length,
      validShares: counting.shareOwners().length,
      threshold: definition.trustees.threshold,
      // a declaration that the shares on the table contradict is none
      trusteesUnableDeclared:
        fields().trusteesUnable && counting.shareOwners().length < definition.trustees.threshold,
      slipsCountedByTwo: handCount()?.slipBox !== undefined && handCount()?.slipBox !== null,
      emptyMinutesFields: minutes().missing.length,
    };
  };

  const state = (): BoardState => {
    const now = poll();
    const { checkIns, registered, tokens } = figures();
    return {
      phase: now.phase,
      poll: now,
      onTheirWay: openReleases(now),
      checkIns,
      registered,
      cards: { pool: tokens.pool, used: tokens.used, voided: tokens.voided },
      openCases: cases.open().map(({ booth, state: caseState }) => ({ booth, state: caseState })),
      ballotsRefused: counters.get('ballots-refused'),
      commands: offeredCommands(definition, now.phase, facts()),
      zeroReportSigned: zeroReport() !== undefined,
      shares: { owners: counting.shareOwners(), threshold: definition.trustees.threshold },
      fields: fields(),
      handCount: handCount() ?? null,
      missing: minutes().missing.map(({ field }) => field),
      restarts: restarts().length,
    };
  };

  const put = (name: string, content: unknown): Answer<undefined> => {
    if (poll().phase === 'sealed') return { ok: false, error: { type: 'not-after-sealing' } };
    return durably(name, () => papers.put(name, content) as undefined);
  };

  /** Different people of the definition, each in their role. */
  const peopleOf = (ids: readonly string[]): Answer<readonly Confirmation[]> =>
    new Set(ids).size === ids.length
      ? confirmationsOf(definition, ids)
      : { ok: false, error: { type: 'same-person-twice' } };

  /** The result is signed once, with the figures and papers of the moment of sealing. */
  const signResult = (): Answer<undefined> => {
    const recordHash = counting.outcome()?.recordHash ?? counting.sealedHash();
    const voidList = counting.voidList();
    if (recordHash === undefined || voidList === undefined)
      return { ok: false, error: { type: 'not-sealed-yet' } };
    const report = checkArithmetic(figures(), rulePack);
    const text = writeSignedResult(
      {
        kind: definition.kind,
        election_uuid: election.uuid,
        election_hash: election.fingerprint,
        record_hash: recordHash,
        void_hash: fileHash(voidList),
        software: { name: 'bilik', version: parts.software.version },
        figures: figures(),
        held: report.holdReasons.map((rule) =>
          rule.contest === null ? rule.id : `${rule.id}:${rule.contest}`,
        ),
      },
      place.secrets.signingKey,
    );
    return durably('signed-result', () => papers.put('signed-result', { text }) as undefined);
  };

  return {
    state,
    command(command, confirmedBy) {
      const people = peopleOf(confirmedBy);
      if (!people.ok) return people;
      const decided = decideCommand({ definition, log, command, confirmedBy, facts: facts() });
      if (!decided.ok) return decided;
      if (command === 'count') {
        const opened = counting.open();
        if (!opened.ok) return opened;
      }
      if (command === 'seal') {
        const signed = signResult();
        if (!signed.ok) return signed;
      }
      const note = () => log.append({ at: parts.clock().time, command, confirmedBy: [...confirmedBy] });
      const written = command === 'close' ? counting.seal(note) : durably(`phase-${command}`, note);
      return written.ok ? { ok: true, value: { phase: decided.value } } : written;
    },
    signZeroReport(fingerprint) {
      const { phase } = poll();
      if (fingerprint === undefined || !BEFORE_OPENING.includes(phase)) {
        const reason = { type: 'not-from-here', phase, command: 'prove_zero' } as const;
        return { ok: false, error: { type: 'phase-refused', reasons: [reason] } };
      }
      return put('zero-report', { fingerprint, at: zeroReportShownAt ?? parts.clock().time });
    },
    zeroReportTime() {
      zeroReportShownAt ??= parts.clock().time;
      return zeroReport()?.at ?? zeroReportShownAt;
    },
    writeFields: (written) => put('minutes-fields', written),
    writeHandCount(count) {
      const people = peopleOf(count.countedBy);
      return people.ok ? put('hand-count', count) : people;
    },
    caseAnswerNote(answer) {
      const people = peopleOf(answer.answeredBy);
      if (!people.ok) return people;
      const problems = checkConfirmation(SETTLING, people.value);
      if (problems.length > 0) return { ok: false, error: { type: 'phase-refused', reasons: problems } };
      return { ok: true, value: () => papers.put('case-answers', [...caseAnswers(), answer]) };
    },
    figures,
    arithmetic: () => checkArithmetic(figures(), rulePack),
    minutes,
    signedResult: () =>
      poll().phase === 'sealed' ? papers.get('signed-result', ResultTextSchema)?.text : undefined,
    noteStart() {
      const { phase, casts } = poll();
      if (phase === 'closed' && !counting.isSealedWhole()) return counting.seal(() => undefined);
      if (phase !== 'open' && phase !== 'paused') return { ok: true, value: undefined };
      counting.forgetUnsealed();
      const restart = {
        device: 'station',
        at: parts.clock().time,
        castsBefore: counters.get('casts'),
        castsAfter: casts,
      };
      return durably('restart', () => papers.put('restarts', [...restarts(), restart]) as undefined);
    },
  };
}
