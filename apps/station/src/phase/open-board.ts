import {
  assembleMinutes,
  checkArithmetic,
  closingHour,
  decideHours,
  earlyCommand,
  groupsUnderWay,
  handCountChanges,
  openReleases,
  type Phase,
  type PhaseCommand,
  type PhaseFacts,
  type PollingPlaceFigures,
  type PollingPlaceMinutes,
} from '@bilik/election';
import { openSealing } from '../count/sealing.ts';
import { openDayRecord } from '../minutes/day-record.ts';
import type { HandCount } from '../minutes/minutes-fields.ts';
import { openMinutesPaper } from '../minutes/minutes-paper.ts';
import type { Act } from './act-log.ts';
import type { Board, BoardAnswer, BoardParts, BoardRefusal, BoardState } from './board.ts';
import { confirmAct, differentPeople } from './board-act.ts';
import { pollingPlaceFigures } from './figures.ts';
import { countedBySlips, decideCommand, offeredCommands } from './phase-room.ts';

const AFTER_CLOSING: readonly Phase[] = ['closed', 'counted', 'sealed'];

/** Opens the board of one polling place: what it shows, and what two people of it decide. */
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
  const decide = (command: PhaseCommand, confirmedBy: readonly string[]): BoardAnswer<Phase> => {
    const people = differentPeople(definition, confirmedBy);
    return people.ok ? decideCommand({ definition, log, command, confirmedBy, facts: facts() }) : people;
  };

  let sealingNow: Promise<BoardAnswer<{ readonly phase: Phase }>> | undefined;
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
