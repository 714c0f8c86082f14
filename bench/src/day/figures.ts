import { lessIsBetter, type Measurement } from '../figure.ts';
import { describeSpread, median, percentile } from '../run/spread.ts';
import { busyDay } from './busy-day.ts';

const CHECK_IN_LIMIT_MS = 100;
const CAST_LIMIT_MS = 300;
const MEMORY_LIMIT_MEGABYTES = 300;
const START_LIMIT_S = 3;

const p99 = (times: readonly number[]): number => percentile(times, 0.99);

/** One check-in among six desks and five booths at work: 99 of 100 are answered within this time. */
export const measureCheckIns: Measurement = async function* (say) {
  const { checkInMs, bareCheckInMs, voters } = await busyDay(say);
  yield lessIsBetter('checkin.p99', 'ms', p99(checkInMs), CHECK_IN_LIMIT_MS, voters);
  yield lessIsBetter('checkin.p99.bare', 'ms', p99(checkInMs), p99(bareCheckInMs), voters);
};

/** One cast (sealed, confirmed, finished) in the same crowd. */
export const measureCastTimes: Measurement = async function* (say) {
  const { castMs, bareCastMs, voters } = await busyDay(say);
  yield lessIsBetter('cast.p99', 'ms', p99(castMs), CAST_LIMIT_MS, voters);
  yield lessIsBetter('cast.p99.bare', 'ms', p99(castMs), p99(bareCastMs), voters);
};

/** What the station's process holds after the day. */
export const measureMemory: Measurement = async function* (say) {
  const { memory, bareMemory, voters } = await busyDay(say);
  yield lessIsBetter('station.memory', 'MB', memory, MEMORY_LIMIT_MEGABYTES, voters);
  yield lessIsBetter('station.memory.bare', 'MB', memory, bareMemory, voters);
};

/** From the start of the process, after a SIGKILL with all ballots in its store, to its first answer. */
export const measureRestart: Measurement = async function* (say) {
  const { startMs, bareStartMs, voters } = await busyDay(say);
  say(`starts: ${describeSpread(startMs)}; a bare start of Node: ${describeSpread(bareStartMs)}`);
  yield lessIsBetter('station.restart', 's', median(startMs) / 1000, START_LIMIT_S, voters);
  yield lessIsBetter('station.restart.bare', 's', median(startMs) / 1000, median(bareStartMs) / 1000, voters);
};
