import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { HALL_BOARD } from '../exercise/exercise-devices.ts';
import { Refused, stationAs, tellDevice } from '../rehearse/device-calls.ts';
import { confirmedBy, TWO_PEOPLE } from '../rehearse/polling-day.ts';
import type { DrillPlace } from './drill-place.ts';
import type { DrillStepName } from './drill-steps.ts';

/** What people do in a drill: at their own screens, or by the drill itself when it plays alone. */
export interface DrillPeople {
  /** Opens the screens: a device is let in while everything still works. */
  readonly begin: () => Promise<void>;
  /** Before hands mend anything: what makes the fault show itself. */
  readonly meet: (step: DrillStepName) => Promise<void>;
  /** At the screens, when hands have done their part. @returns 'leaves-out' when they want to go on without */
  readonly act: (step: DrillStepName) => Promise<'goes-on' | 'leaves-out'>;
  readonly close: () => void;
}

/** People who stand at the drill, do what it says, and press Enter. */
export function openPeopleHere(): DrillPeople {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const enter = async () => (await lines.question('> ')).trim().toLowerCase();
  return {
    async begin() {
      await enter();
    },
    async meet() {
      await enter();
    },
    act: async () => ((await enter()) === LEAVE_OUT ? 'leaves-out' : 'goes-on'),
    close: () => lines.close(),
  };
}

const Anything = z.unknown();
const FIRST_VOTER = 1;
/** `lewati`: typed by who wants to go on without. */
const LEAVE_OUT = 'l';

/** People who do everything right: for a drill that nobody stands at. */
export function openRightPeople(place: DrillPlace): DrillPeople {
  const { exercise } = place;
  const letIn = async (): Promise<void> => {
    const desk = await stationAs(exercise, 'desk-1');
    const identity = { method: 'name-and-photo', override: null };
    await desk.tell('/api/desk/check-in', { voter: FIRST_VOTER, identity }, Anything);
  };
  const putInNewMedium = async (): Promise<void> => {
    const board = await stationAs(exercise, HALL_BOARD);
    const confirmations = await confirmedBy(exercise, TWO_PEOPLE);
    await board.tell('/api/board/medium', { act: 'put-in-new-medium', confirmations }, Anything);
  };
  const noteIncident = async (): Promise<void> => {
    const board = await stationAs(exercise, HALL_BOARD);
    const { notedIncidents } = await board.ask(
      '/api/board/state',
      z.looseObject({ notedIncidents: z.array(z.unknown()) }),
    );
    const what = { kind: 'other', what: 'Jam mesin TPS meloncat', action: 'Jam disetel oleh teknisi' };
    const noted = {
      numberBefore: notedIncidents.length,
      incident: { when: null, ...what },
      confirmations: await confirmedBy(exercise, TWO_PEOPLE.slice(0, 1)),
    };
    await board.tell('/api/board/incident', noted, Anything);
  };
  /** Two people look at the paper in booth 1's window: a slip without SAH, which BATAL must end. */
  const answerBooth = async (): Promise<void> => {
    await place.boothAsks();
    const answered = { answer: 'print-mark', confirmations: await confirmedBy(exercise, TWO_PEOPLE) };
    const booth = exercise.booths[0]?.url ?? '';
    await tellDevice(booth, '/api/answer', answered, Anything);
    // the voter has read that a new card is needed, and comes out
    await tellDevice(booth, '/api/reset', {}, Anything);
  };
  return {
    async begin() {
      await stationAs(exercise, 'desk-1');
    },
    async meet(step) {
      if (step !== 'stick-full') return;
      try {
        await letIn();
      } catch (error) {
        if (error instanceof Refused && error.type === 'store-failed') return;
        throw error;
      }
      throw new Error('A station with a full stick recorded a check-in');
    },
    async act(step) {
      if (step === 'stick-pulled' || step === 'stick-full') await putInNewMedium();
      if (step === 'stick-full') await letIn();
      if (step === 'clock-jump') await noteIncident();
      if (step === 'booth-lost' || step === 'power') await answerBooth();
      return 'goes-on';
    },
    close: () => undefined,
  };
}
