import {
  type CivilTime,
  logicTestMatched,
  type MediaEpochEntry,
  type MinutesRecord,
  type PhaseCommand,
  type SelfTestVerdict,
} from '@bilik/election';
import type { PreparedPaper } from '../minutes/signed-paper.ts';
import type { Act } from '../phase/act-log.ts';
import type { EventName } from './event-types.ts';

/** One event as it is published: its hour, never its minute. */
export interface PublicEvent {
  readonly name: EventName;
  /** 0 to 23. */
  readonly hour: number;
}

/** What the log is made of: all of it is kept for other reasons, so that the log itself writes nothing while people vote. */
export interface EventSources {
  readonly acts: readonly Act[];
  readonly record: Pick<
    MinutesRecord,
    | 'zeroReport'
    | 'restarts'
    | 'abandonments'
    | 'mandates'
    | 'singleMediumSince'
    | 'selfTest'
    | 'logicTest'
    | 'extensions'
    | 'queueAdmissions'
    | 'mediaEpochs'
  >;
  readonly minutesPaper: Pick<PreparedPaper, 'preparedAt' | 'signed'> | null;
}

const ACT_EVENTS: Readonly<Record<PhaseCommand, EventName>> = {
  prove_zero: 'zero-proven',
  open: 'polls-opened',
  pause: 'polls-paused',
  resume: 'polls-resumed',
  close: 'polls-closed',
  count: 'sum-opened',
  count_slips: 'slips-made-result',
  seal: 'sealed',
};

const SELF_TEST_EVENTS: Readonly<Record<SelfTestVerdict, EventName>> = {
  go: 'self-test-go',
  attention: 'self-test-attention',
  'no-go': 'self-test-no-go',
};

/**
 * The day's events by hour, acts of one hour in their own order, then all others of that hour by name: no order within an hour is left that
 * could be laid beside the check-ins.
 */
export function publicEvents({ acts, record, minutesPaper }: EventSources): readonly PublicEvent[] {
  const at = (name: EventName, times: readonly (CivilTime | null | undefined)[]): PublicEvent[] =>
    times.flatMap((time) => (time === null || time === undefined ? [] : [{ name, hour: hourOf(time) }]));
  const epochs = (cause: MediaEpochEntry['cause']) =>
    record.mediaEpochs.filter((epoch) => epoch.cause === cause).map((epoch) => epoch.at);
  const others = [
    ...(record.selfTest === null ? [] : at(SELF_TEST_EVENTS[record.selfTest.verdict], [record.selfTest.at])),
    ...record.logicTest.runs.flatMap((run) =>
      at(logicTestMatched(run) ? 'logic-test-matched' : 'logic-test-differed', [run.endedAt]),
    ),
    ...at('logic-test-skipped', [record.logicTest.skipped?.at]),
    ...at(
      'hours-extended',
      record.extensions.map((entry) => entry.at),
    ),
    ...at(
      'queue-admitted',
      record.queueAdmissions.map((entry) => entry.at),
    ),
    ...at('new-medium', epochs('new-medium')),
    ...at('station-taken-over', epochs('takeover')),
    ...at('zero-report-prepared', [record.zeroReport?.preparedAt]),
    ...at('zero-report-signed', [record.zeroReport?.signedAt]),
    ...at('minutes-prepared', [minutesPaper?.preparedAt]),
    ...at('minutes-signed', [minutesPaper?.signed?.at]),
    ...at(
      'mandate-noted',
      record.mandates.map(({ checkedAt }) => checkedAt),
    ),
    ...at(
      'releases-closed',
      record.abandonments.map((entry) => entry.at),
    ),
    ...at(
      'station-restarted',
      (record.restarts ?? []).map((entry) => entry.at),
    ),
    ...at('single-medium', [record.singleMediumSince === 'never' ? null : record.singleMediumSince]),
  ].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  const events = [
    ...acts.map(({ command, at: time, early }) => ({
      name: early === null ? ACT_EVENTS[command] : earlyName(command),
      hour: hourOf(time),
    })),
    ...others,
  ];
  // a stable sort: what was in order within an hour stays so
  return events.sort((left, right) => left.hour - right.hour);
}

function earlyName(command: PhaseCommand): EventName {
  if (command === 'open') return 'polls-opened-early';
  return command === 'close' ? 'polls-closed-early' : ACT_EVENTS[command];
}

const hourOf = (time: CivilTime): number => Number(time.slice(0, 2));
