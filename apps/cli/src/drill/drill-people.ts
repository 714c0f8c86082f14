import { createInterface } from 'node:readline/promises';
import { civilClock } from '@bilik/election';
import { z } from 'zod';
import { HALL_BOARD } from '../exercise/exercise-devices.ts';
import { Refused, stationAs } from '../rehearse/device-calls.ts';
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
  const writeIncident = async (): Promise<void> => {
    const board = await stationAs(exercise, HALL_BOARD);
    const fields = z.looseObject({ incidents: z.array(z.unknown()).nullable() });
    const state = await board.ask('/api/board/state', z.looseObject({ fields, fieldsVersions: z.int() }));
    const { time } = civilClock(Date.now(), 'WIB');
    const incident = { at: time, what: 'Jam mesin TPS meloncat', action: 'Jam disetel oleh teknisi' };
    const incidents = [...(state.fields.incidents ?? []), incident];
    await board.tell(
      '/api/board/minutes-fields',
      { basedOn: state.fieldsVersions, fields: { ...state.fields, incidents } },
      Anything,
    );
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
      if (step === 'clock-jump') await writeIncident();
      return 'goes-on';
    },
    close: () => undefined,
  };
}
