import { boothHeaders } from '../close/fill-station.ts';
import type { MadeBallot } from '../record/encrypt-worker.ts';
import { type Headers, tellDevice } from '../run/device-calls.ts';
import type { ExerciseProcess } from '../run/exercise-process.ts';

/** From a device's request to the station's answer, in milliseconds. */
export interface CrowdTimes {
  readonly checkInMs: readonly number[];
  /** The three answers to one cast together: sealed, confirmed, finished. */
  readonly castMs: readonly number[];
}

/**
 * Every desk lets voters in and every booth casts for them, all at once and as fast as the station answers: no voter looks for a card, no
 * paper moves. Ballots were made before, so that whoever measures has nothing else to do.
 */
export async function driveCrowd(
  exercise: ExerciseProcess,
  ballots: readonly Pick<MadeBallot, 'text' | 'hash'>[],
): Promise<CrowdTimes> {
  const { station } = exercise;
  const identity = { method: 'name-and-photo', override: null };
  const coming = ballots.map((_, index) => index + 1);
  const waiting = [...ballots];
  const checkInMs: number[] = [];
  const castMs: number[] = [];
  const wakers: (() => void)[] = [];
  let releases = 0;
  const timed = async (into: number[], act: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await act();
    into.push(performance.now() - started);
  };
  const staffDesk = async (desk: Headers): Promise<void> => {
    for (let voter = coming.shift(); voter !== undefined; voter = coming.shift()) {
      await timed(checkInMs, () => tellDevice(station, '/api/desk/check-in', { voter, identity }, desk));
      releases += 1;
      wakers.shift()?.();
    }
  };
  const staffBooth = async (headers: Headers): Promise<void> => {
    let slipsPrinted = 0;
    for (let ballot = waiting.shift(); ballot !== undefined; ballot = waiting.shift()) {
      const { text, hash } = ballot;
      while (releases === 0) await new Promise<void>((wake) => wakers.push(wake));
      releases -= 1;
      slipsPrinted += 1;
      const finish = { hash, slip: 'sah-in-box', slipsPrinted, said: 'by-printer' };
      await timed(castMs, async () => {
        await tellDevice(station, '/api/booth/seal', { ballot: text }, headers);
        await tellDevice(station, '/api/booth/confirm', { hash }, headers);
        await tellDevice(station, '/api/booth/finish', finish, headers);
      });
    }
  };
  await Promise.all([
    ...exercise.desks.map(staffDesk),
    ...exercise.booths.map((_, index) => staffBooth(boothHeaders(exercise, index + 1))),
  ]);
  return { checkInMs, castMs };
}
