import { z } from 'zod';
import type { Exercise } from '../exercise/open-exercise.ts';
import { stationAs } from '../rehearse/device-calls.ts';
import { openBoothLine, voteUpToSlip } from '../rehearse/polling-day.ts';

/** The voter whom a fault meets in a booth. The drill plays them: a fault in an empty booth asks nobody anything. */
export interface DrillVoter {
  /** Into booth 1, with a fresh card, up to the slip that hangs without a mark. Let in at a desk the first time only: the right to vote is still theirs. */
  readonly voteUpToSlip: () => Promise<void>;
}

/** A desk of the drill's own; the others are in the hands of people. */
export const DRILL_DESK = 'desk-2';
const BOOTH = 1;

/** @param voter their number on the list; nobody else may let them in */
export function openDrillVoter(exercise: Exercise, voter: number): DrillVoter {
  let isLetIn = false;
  return {
    async voteUpToSlip() {
      if (!isLetIn) {
        const desk = await stationAs(exercise, DRILL_DESK);
        const identity = { method: 'name-and-photo', override: null };
        await desk.tell('/api/desk/check-in', { voter, identity }, z.unknown());
        isLetIn = true;
      }
      const url = exercise.booths[BOOTH - 1]?.url;
      if (url === undefined) throw new Error('A drill without a booth');
      const line = await openBoothLine(url);
      await voteUpToSlip(exercise, line, [0]);
      line.maker.forget();
    },
  };
}
