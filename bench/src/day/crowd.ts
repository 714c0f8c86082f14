import type { MadeBallot } from '../record/encrypt-worker.ts';
import { type Headers, tellDevice } from '../run/device-calls.ts';
import type { ExerciseProcess } from '../run/exercise-process.ts';

/** From a device's request to the answer, in milliseconds. */
export interface CrowdTimes {
  readonly checkInMs: readonly number[];
  /** The three answers to one cast together: sealed, confirmed, finished. */
  readonly castMs: readonly number[];
  /** The same requests to a bare server, each right after the station's answer: the same disk and the same machine in the same second. */
  readonly bareCheckInMs: readonly number[];
  readonly bareCastMs: readonly number[];
}

/** Voters a second through desks and booths: as many as issue 2 asks for casts, and 17 times what six desks at 10 s a voter let in. */
export const VOTERS_A_SECOND = 10;

/**
 * Waits between the beginnings of one after another, at random: people do not come in time with each other.
 * @param meanMs between two of them
 */
function openArrivals(meanMs: number): () => Promise<void> {
  let next = performance.now() + meanMs * Math.random();
  return async () => {
    const wait = next - performance.now();
    next -= Math.log(1 - Math.random()) * meanMs;
    if (wait > 0) await new Promise((wake) => setTimeout(wake, wait));
  };
}

/**
 * Every desk lets voters in and every booth casts for them, at moments of their own. Ballots were made before and no paper moves, so that
 * whoever measures has nothing else to do, and a time is the station's and not the measuring process's.
 */
export async function driveCrowd(
  exercise: ExerciseProcess,
  bareServer: string,
  ballots: readonly Pick<MadeBallot, 'text' | 'hash'>[],
): Promise<CrowdTimes> {
  const { station } = exercise;
  const identity = { method: 'name-and-photo', override: null };
  const coming = ballots.map((_, index) => index + 1);
  const waiting = [...ballots];
  const checkInMs: number[] = [];
  const castMs: number[] = [];
  const bareCheckInMs: number[] = [];
  const bareCastMs: number[] = [];
  const wakers: (() => void)[] = [];
  let releases = 0;
  const timed = async (into: number[], act: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await act();
    into.push(performance.now() - started);
  };
  const paceOf = (places: number) => openArrivals((1_000 * places) / VOTERS_A_SECOND);
  const staffDesk = async (desk: Headers): Promise<void> => {
    const arrival = paceOf(exercise.desks.length);
    for (let voter = coming.shift(); voter !== undefined; voter = coming.shift()) {
      await arrival();
      const asked = { voter, identity };
      await timed(checkInMs, () => tellDevice(station, '/api/desk/check-in', asked, desk));
      await timed(bareCheckInMs, () => tellDevice(bareServer, '/', asked));
      releases += 1;
      wakers.shift()?.();
    }
  };
  const staffBooth = async (headers: Headers): Promise<void> => {
    const arrival = paceOf(exercise.booths.length);
    let slipsPrinted = 0;
    for (let ballot = waiting.shift(); ballot !== undefined; ballot = waiting.shift()) {
      const { text, hash } = ballot;
      await arrival();
      while (releases === 0) await new Promise<void>((wake) => wakers.push(wake));
      releases -= 1;
      slipsPrinted += 1;
      const finish = { hash, slip: 'sah-in-box', slipsPrinted, said: 'by-printer' };
      const commands = [
        ['/api/booth/seal', { ballot: text }],
        ['/api/booth/confirm', { hash }],
        ['/api/booth/finish', finish],
      ] as const;
      await timed(castMs, async () => {
        for (const [path, body] of commands) await tellDevice(station, path, body, headers);
      });
      await timed(bareCastMs, async () => {
        for (const [, body] of commands) await tellDevice(bareServer, '/', body);
      });
    }
  };
  await Promise.all([
    ...exercise.desks.map(staffDesk),
    ...exercise.booths.map((_, index) => staffBooth(exercise.standInForBooth(index + 1))),
  ]);
  return { checkInMs, castMs, bareCheckInMs, bareCastMs };
}
