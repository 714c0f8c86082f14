import type { PreparedPlace } from '../place/prepared-place.ts';
import type { MediaStanding } from '../store/media-standing.ts';
import type { MediumReading, PowerReading, StationReadings } from './checks.ts';
import { freeBytes, probeMedium } from './machine-readings.ts';

/** What the station reads of itself for one run of the self-test. */
export function readStation(parts: {
  readonly home: string;
  readonly second: string;
  readonly manifest: Pick<PreparedPlace['manifest'], 'clock' | 'kind'>;
  readonly nowMs: number;
  readonly media: MediaStanding;
  readonly power: PowerReading;
}): StationReadings {
  const { media } = parts;
  const { clock, kind } = parts.manifest;
  return {
    nowMs: parts.nowMs,
    clock: { notBeforeMs: Date.parse(clock.notBefore), notAfterMs: Date.parse(clock.notAfter) },
    isExercise: kind === 'exercise',
    freeDiskBytes: freeBytes(parts.home),
    firstMedium: standingReading('first', media) ?? probeMedium(parts.home),
    secondMedium: standingReading('second', media) ?? probeMedium(parts.second),
    mediaShareDevice: media.state === 'two' && media.shareDevice,
    power: parts.power,
  };
}

/** What the store knows already: where a stick was pulled its folder still takes writes, on another disk. */
function standingReading(medium: 'first' | 'second', media: MediaStanding): MediumReading | undefined {
  if (media.state === 'one' && medium === 'second') return { state: 'absent' };
  if (media.state !== 'paused' || media.medium !== medium) return undefined;
  return media.fault === 'missing' || media.fault === 'pulled'
    ? { state: 'absent' }
    : { state: 'failed', reason: media.reason };
}
