import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBallots, openPolls } from '../close/fill-station.ts';
import { numberAt } from '../run/answer-fields.ts';
import { askDevice } from '../run/device-calls.ts';
import { startExercise } from '../run/exercise-process.ts';
import { processWith } from '../run/find-process.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { describeSpread } from '../run/spread.ts';
import { type CrowdTimes, driveCrowd } from './crowd.ts';
import { bareStartMs, processorMs, residentMegabytes, startBareServer, stationStartMs } from './processes.ts';

const VOTERS = 1400;
const DESKS = 6;
const BOOTHS = 5;
const STARTS = 5;

/** What the day of a large polling place with two media measured; times in milliseconds, memory in 10⁶ bytes. */
export interface BusyDay extends CrowdTimes {
  readonly voters: number;
  /** Of the station's process, and of the bare server, when all have voted. */
  readonly memory: number;
  readonly bareMemory: number;
  readonly startMs: readonly number[];
  readonly bareStartMs: readonly number[];
}

type Say = (line: string) => void;

async function live(say: Say): Promise<BusyDay> {
  const voters = scaled(VOTERS, 40);
  say(`opening a polling place: ${voters} voters, ${DESKS} desks, ${BOOTHS} booths, two media`);
  const exercise = await startExercise({ voters, booths: BOOTHS, desks: DESKS });
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-day-'));
  try {
    const { ballots } = await makeBallots(exercise, voters);
    await openPolls(exercise);
    const copies = ['first.db', 'second.db'].map((name) => join(folder, name));
    const [first = '', second = ''] = copies;
    for (const copy of copies) copyFileSync(join(exercise.home, 'station', 'store', 'station.db'), copy);
    const bare = await startBareServer([first, second]);
    say(describeLoad());
    const station = processWith(['--home', join(exercise.home, 'station'), '--second']);
    const before = processorMs(station);
    const crowd = await driveCrowd(exercise, bare.url, ballots);
    const perVoter = (processorMs(station) - before) / voters;
    const bareMemory = residentMegabytes(bare.processId);
    await bare.kill();
    const state = await askDevice(exercise.station, '/api/board/state', exercise.board);
    if (numberAt(state, 'poll', 'casts') !== voters) throw new Error('not every vote was cast');
    const memory = residentMegabytes(station);
    // a crash: nothing is flushed, no handler runs
    process.kill(station, 'SIGKILL');
    const startMs: number[] = [];
    const bareStarts: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      startMs.push(await stationStartMs(exercise.home));
      bareStarts.push(bareStartMs());
    }
    say(`${perVoter.toFixed(1)} ms of the processor a voter`);
    say(`check-in ${describeSpread(crowd.checkInMs)}; bare ${describeSpread(crowd.bareCheckInMs)}`);
    say(`cast ${describeSpread(crowd.castMs)}; bare ${describeSpread(crowd.bareCastMs)}`);
    return {
      ...crowd,
      voters,
      memory,
      bareMemory,
      startMs,
      bareStartMs: bareStarts,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await exercise.stop();
  }
}

let today: Promise<BusyDay> | undefined;

/** The day is lived once a run, whichever of its figures are asked for. */
export function busyDay(say: Say): Promise<BusyDay> {
  today ??= live(say);
  return today;
}
