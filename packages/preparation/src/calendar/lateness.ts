import type { CivilDate } from '@bilik/election';
import { daysBetween } from './days.ts';
import type { NoRoom, PlannedStage } from './plan.ts';

/** Done in time or late; open: late, running, or not begun. */
export type StageState = 'done' | 'done-late' | 'late' | 'running' | 'waiting';

/** One stage of one village today. */
export interface StandingStage extends PlannedStage {
  readonly state: StageState;
  /** Calendar days after its last day in time: until it was done, or until today. 0 when in time. */
  readonly lateDays: number;
  /** Stages it waits for that are not done. */
  readonly waitsFor: readonly string[];
}

/** Where a village stands in its life. */
export interface VillageStanding {
  readonly stages: readonly StandingStage[];
  /** The open stage that should have been done first; null when all are done. */
  readonly current: StandingStage | null;
  /** Of the open stage that is latest; 0 when none is late. */
  readonly lateDays: number;
  readonly late: readonly StandingStage[];
  /** Done and all, as whole numbers: percentages are computed from them. */
  readonly doneCount: number;
  readonly noRoom: NoRoom | null;
}

/** @param planned of `planStages` with the facts and with `today` */
export function standingOn(
  today: CivilDate,
  planned: readonly PlannedStage[],
  noRoom: NoRoom | null = null,
): VillageStanding {
  const done = new Set(planned.filter(({ doneOn }) => doneOn !== null).map(({ stage }) => stage.id));
  const stages = planned.map((plannedStage) => standing(plannedStage, today, done));
  const open = stages
    .filter(({ doneOn }) => doneOn === null)
    .sort((left, right) => (left.due < right.due ? -1 : left.due > right.due ? 1 : 0));
  const late = open.filter(({ state }) => state === 'late');
  return {
    stages,
    current: open[0] ?? null,
    lateDays: Math.max(0, ...late.map(({ lateDays }) => lateDays)),
    late,
    doneCount: done.size,
    noRoom,
  };
}

function standing(planned: PlannedStage, today: CivilDate, done: ReadonlySet<string>): StandingStage {
  const { doneOn, due, begins, stage } = planned;
  const lateDays = Math.max(0, daysBetween(due, doneOn ?? today));
  const waitsFor = stage.after.map(({ stage: id }) => id).filter((id) => !done.has(id));
  const state: StageState =
    doneOn !== null
      ? lateDays > 0
        ? 'done-late'
        : 'done'
      : lateDays > 0
        ? 'late'
        : begins <= today && waitsFor.length === 0
          ? 'running'
          : 'waiting';
  return { ...planned, state, lateDays, waitsFor };
}

/** Most late first; villages without room before voting above all others; then by code. */
export function byLateness<Village extends { readonly code: string; readonly standing: VillageStanding }>(
  villages: readonly Village[],
): readonly Village[] {
  return [...villages].sort(
    (left, right) =>
      Number(right.standing.noRoom !== null) - Number(left.standing.noRoom !== null) ||
      right.standing.lateDays - left.standing.lateDays ||
      (left.code < right.code ? -1 : 1),
  );
}
