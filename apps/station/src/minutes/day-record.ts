import type {
  CivilTime,
  EarlyActEntry,
  Fingerprint,
  MediaEpochEntry,
  MinutesRecord,
  PhaseCommand,
} from '@bilik/election';
import { z } from 'zod';
import type { Abandonments } from '../checkin/abandonments.ts';
import type { LateVoters } from '../checkin/late-voters.ts';
import type { PollBookStore } from '../checkin/poll-book-store.ts';
import type { Counting } from '../count/counting.ts';
import type { Act, ActLog } from '../phase/act-log.ts';
import type { Extensions } from '../phase/extensions.ts';
import { checkInCounts } from '../phase/figures.ts';
import { countedBySlips } from '../phase/phase-room.ts';
import type { Restarts } from '../phase/restarts.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Epoch } from '../store/epoch-line.ts';
import type { Papers } from '../store/papers.ts';
import type { StationStore } from '../store/station-store.ts';
import type { Incidents } from './incidents.ts';
import { type CaseAnswer, CaseAnswerSchema } from './minutes-fields.ts';
import type { WrittenMinutes } from './written-minutes.ts';
import type { ZeroReport } from './zero-report.ts';

export interface DayRecordParts {
  readonly place: PreparedPlace;
  /** What ran. */
  readonly software: { readonly version: string; readonly fingerprint: Fingerprint };
  readonly log: ActLog;
  readonly papers: Papers;
  readonly pollBook: PollBookStore;
  readonly counting: Counting;
  readonly restarts: Restarts;
  readonly store: Pick<StationStore, 'media' | 'epochs'>;
  readonly zeroReport: ZeroReport;
  readonly written: WrittenMinutes;
  readonly abandonments: Abandonments;
  readonly extensions: Extensions['entries'];
  readonly incidents: Incidents['entries'];
  readonly late: Pick<LateVoters, 'admissions' | 'standing'>;
  readonly mobileTrips: () => MinutesRecord['mobileTrips'];
  readonly wrongPins: () => number;
  /** The last self-test before opening. */
  readonly selfTest: () => MinutesRecord['selfTest'];
  readonly logicTest: () => MinutesRecord['logicTest'];
}

/** What people and the station add to the figures: collected from every room for the minutes, and stored in none of them twice. */
export interface DayRecord {
  readonly record: () => MinutesRecord;
  readonly signedZeroReport: () => MinutesRecord['zeroReport'];
  /** What two people saw on the paper of interrupted cases, in the order in which they answered. */
  readonly caseAnswers: () => readonly CaseAnswer[];
}

const CaseAnswersSchema = z.array(CaseAnswerSchema);

export function openDayRecord(parts: DayRecordParts): DayRecord {
  const { place, log, papers, counting, restarts, zeroReport, written } = parts;
  const { definition, election } = place;

  const caseAnswers = () => papers.get('case-answers', CaseAnswersSchema) ?? [];
  const timeOf = (command: PhaseCommand): CivilTime | null =>
    log.acts().findLast((act) => act.command === command)?.at ?? null;

  const signedZeroReport = (): MinutesRecord['zeroReport'] => {
    const prepared = zeroReport.prepared();
    if (prepared === undefined || prepared.signed === null) return null;
    const { fingerprint, preparedAt, signed } = prepared;
    return { fingerprint, preparedAt, signedAt: signed.at, signedBy: signed.by };
  };

  /** Two media that came back after a time with one are told by the list of epochs. */
  const singleMediumSince = (): CivilTime | 'never' => {
    const standing = parts.store.media();
    return standing.state === 'one' ? standing.since : 'never';
  };

  const record = (): MinutesRecord => {
    // a hand count of the slips stands beside the sealed record, which nobody opened
    const recordHash =
      counting.outcome()?.recordHash ?? (countedBySlips(log) ? counting.sealedHash() : undefined);
    const present = new Set(counting.shareOwners());
    const { trusteesUnable: _declared, ...fields } = written.fields();
    return {
      ...fields,
      zeroReport: signedZeroReport(),
      caseAnswers: caseAnswers(),
      abandonments: parts.abandonments.entries(),
      extensions: parts.extensions(),
      notedIncidents: parts.incidents(),
      queueAdmissions: parts.late.admissions(),
      mobileTrips: parts.mobileTrips(),
      checkedInLate: parts.late.standing().queue.served,
      mediaEpochs: mediaEpochsOf(parts.store.epochs()),
      recordFileHash: counting.outcome()?.fileHash,
      wrongPins: parts.wrongPins(),
      selfTest: parts.selfTest(),
      logicTest: parts.logicTest(),
      handCounts: written.handCounts(),
      mandates: written.mandates(),
      openedAt: timeOf('open'),
      closedAt: timeOf('close'),
      earlyActs: earlyActsOf(log.acts()),
      software: parts.software,
      record:
        recordHash === undefined ? null : { electionHash: election.fingerprint, lastEventHash: recordHash },
      sealedRecordHash: counting.sealedHash(),
      trusteesPresent: definition.trustees.members
        .filter((_, index) => present.has(index + 1))
        .map(({ id }) => id),
      restarts: restarts.entries().map(({ device, at, cause, castsBefore, castsAfter }) => ({
        device,
        at,
        cause,
        castsBefore,
        castsAfter,
      })),
      overrides: checkInCounts({ place, pollBook: parts.pollBook }).overrides,
      singleMediumSince: singleMediumSince(),
    };
  };
  return { record, signedZeroReport, caseAnswers };
}

function earlyActsOf(acts: readonly Act[]): readonly EarlyActEntry[] {
  return acts.flatMap(({ at, command, confirmedBy, early }) =>
    early !== null && (command === 'open' || command === 'close')
      ? [{ command, at, ...early, confirmedBy }]
      : [],
  );
}

/** Every epoch but that of the morning. */
function mediaEpochsOf(epochs: readonly Epoch[]): readonly MediaEpochEntry[] {
  return epochs.flatMap(({ cause, media, at, confirmedBy }, index) =>
    cause === 'prepared' ? [] : [{ number: index + 1, cause, media, at, confirmedBy }],
  );
}
