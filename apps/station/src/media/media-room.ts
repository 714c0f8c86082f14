import type { CivilTime, ElectionDefinition } from '@bilik/election';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { MediumActRefusal } from '../store/media-standing.ts';
import type { StationStore } from '../store/station-store.ts';

export type MediaRefusal = PeopleRefusal | MediumActRefusal;

type Answer =
  | { readonly ok: true; readonly value: undefined }
  | { readonly ok: false; readonly error: MediaRefusal };

/** What people decide about the media of their station. Each act begins an epoch, which booths and the minutes know by its number. */
export interface MediaRoom {
  /** What lies in the place of the second medium is filled, read back, and goes on as the next medium. */
  readonly putInNewMedium: (confirmedBy: readonly string[]) => Answer;
  /** Voting goes on with the station's own medium alone: if that one fails too, only the slips are left. */
  readonly continueOnOneMedium: (confirmedBy: readonly string[]) => Answer;
}

export interface MediaRoomParts {
  readonly definition: ElectionDefinition;
  readonly store: StationStore;
  readonly clock: () => { readonly time: CivilTime };
  /** Called when what could not be written before can be. */
  readonly onWritable: () => void;
}

export function openMediaRoom({ definition, store, clock, onWritable }: MediaRoomParts): MediaRoom {
  const decide = (
    act: 'new_medium' | 'continue_on_one_medium',
    confirmedBy: readonly string[],
    carryOut: (decision: {
      readonly at: CivilTime;
      readonly confirmedBy: string[];
    }) => ReturnType<StationStore['putInNewMedium']>,
  ): Answer => {
    const people = confirmAct(definition, act, confirmedBy);
    if (!people.ok) return people;
    const done = carryOut({ at: clock().time, confirmedBy: [...confirmedBy] });
    if (done.ok) onWritable();
    return done;
  };
  return {
    putInNewMedium: (confirmedBy) => decide('new_medium', confirmedBy, store.putInNewMedium),
    continueOnOneMedium: (confirmedBy) =>
      decide('continue_on_one_medium', confirmedBy, store.continueOnOneMedium),
  };
}
