import { type CivilDate, fail, type Result, type RulePack, succeed } from '@bilik/election';
import { type Refusal, refusal } from '../refusal.ts';
import { inOrder } from './calendar-check.ts';
import { addDays, daysBetween, lastDayOf, later } from './days.ts';
import {
  type Calendar,
  REGISTRATION_STAGE,
  type Stage,
  type StageCondition,
  stageDays,
  VOTING_STAGE,
} from './stage.ts';

/** What moves a village's dates. */
export interface PlanInput {
  readonly calendar: Calendar;
  /** Null when others conduct the election; its calendar says all lengths itself. */
  readonly rulePack: RulePack | null;
  readonly votingDate: CivilDate;
  /** Days by which registration was extended, all extensions together. */
  readonly extensionDays: number;
  readonly conditions: ReadonlySet<StageCondition>;
  /** Days on which stages were done; empty for the plan as it was made. */
  readonly doneOn: ReadonlyMap<string, CivilDate>;
  /** What is not done yet cannot be done earlier than today; null for the plan as it was made. */
  readonly today: CivilDate | null;
}

/** The dates of one stage in one village, both days included. */
export interface PlannedStage {
  readonly stage: Stage;
  readonly begins: CivilDate;
  /** The last day on which it is in time. */
  readonly due: CivilDate;
  /** When it was done; while it is not, the day on which it can be expected at the earliest. */
  readonly finishes: CivilDate;
  readonly doneOn: CivilDate | null;
}

/** Voting cannot be held on its day. The dates that led to it stay readable. */
export interface NoRoom extends Refusal<'no-room-before-voting'> {
  /** Calendar days that are missing before the voting day. */
  readonly missingDays: number;
  /** The stage that ends last before voting. */
  readonly stage: Stage;
  readonly before: readonly PlannedStage[];
}

/**
 * The dates of all stages of a village. No stage begins before what it waits for is finished; the voting day itself never moves:
 * when there is no room before it, people must postpone the village or shorten a stage.
 * @param input.calendar has passed `parseCalendar`
 * @returns stages in an order in which each stands after all it waits for
 */
export function planStages(input: PlanInput): Result<readonly PlannedStage[], NoRoom> {
  const planned = new Map<string, PlannedStage>();
  for (const stage of inOrder(neededStages(input.calendar, input.conditions))) {
    // who holds the election sets its day: what of ours is late then is late, and the rest is planned from that day
    const isFixed = stage.id === VOTING_STAGE && input.rulePack === null;
    const ready = isFixed ? null : readyOn(stage, planned);
    const isToCome = stage.id === VOTING_STAGE && !input.doneOn.has(stage.id);
    if (isToCome && ready !== null && ready > input.votingDate) {
      return fail(noRoom(stage, [...planned.values()], input.votingDate, ready));
    }
    planned.set(stage.id, placed(stage, ready, input));
  }
  return succeed([...planned.values()]);
}

/** The first day that its dependencies allow; null when it waits for nothing. */
function readyOn(stage: Stage, planned: ReadonlyMap<string, PlannedStage>): CivilDate | null {
  return stage.after.reduce<CivilDate | null>((latest, { stage: id, sameDay }) => {
    const before = planned.get(id);
    if (before === undefined) throw new Error(`calendar: stage ${id} is not planned before ${stage.id}`);
    const ready = sameDay ? before.finishes : addDays(before.finishes, 1);
    return latest === null ? ready : later(latest, ready);
  }, null);
}

function placed(stage: Stage, ready: CivilDate | null, input: PlanInput): PlannedStage {
  const { votingDate, today } = input;
  const anchored =
    stage.beginsDaysFromVoting === null ? null : addDays(votingDate, stage.beginsDaysFromVoting);
  const doneOn = input.doneOn.get(stage.id) ?? null;
  // a stage with neither anchor nor dependency belongs to the voting day
  const first = ready ?? anchored ?? votingDate;
  const planned = anchored === null ? first : later(first, anchored);
  const begins = doneOn !== null && doneOn < planned ? doneOn : planned;
  const extension = stage.id === REGISTRATION_STAGE ? input.extensionDays : 0;
  const due = lastDayOf(
    begins,
    stageDays(stage, input.rulePack) + extension,
    stage.count,
    new Set(input.calendar.holidays),
  );
  return { stage, begins, due, finishes: doneOn ?? (today === null ? due : later(due, today)), doneOn };
}

/** The stages that a village needs. What waited for one that it does not need waits for what that one waited for. */
export function neededStages(
  { stages }: Calendar,
  conditions: ReadonlySet<StageCondition>,
): readonly Stage[] {
  const isNeeded = ({ onlyWhen }: Stage) => onlyWhen === null || conditions.has(onlyWhen);
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const through = (after: Stage['after']): Stage['after'] =>
    after.flatMap((link) => {
      const before = byId.get(link.stage);
      if (before === undefined || isNeeded(before)) return [link];
      return through(before.after).map(({ stage, sameDay }) => ({
        stage,
        sameDay: sameDay && link.sameDay,
      }));
    });
  return stages.filter(isNeeded).map((stage) => ({ ...stage, after: through(stage.after) }));
}

function noRoom(
  voting: Stage,
  before: readonly PlannedStage[],
  votingDate: CivilDate,
  ready: CivilDate,
): NoRoom {
  const waitedFor = before.filter(({ stage }) => voting.after.some((link) => link.stage === stage.id));
  const last = waitedFor.reduce((left, right) => (right.finishes > left.finishes ? right : left));
  const missingDays = daysBetween(votingDate, ready);
  const { name } = last.stage;
  return {
    ...refusal(
      'no-room-before-voting',
      `"${name.id}" selesai paling cepat ${last.finishes}, sedangkan pemungutan suara ${votingDate}: kurang ${missingDays} hari. Tanggal pemungutan suara tidak berubah. Tunda desa ini ke gelombang berikutnya, atau putuskan perubahan tahapan.`,
      `"${name.en}" ends on ${last.finishes} at the earliest, voting is on ${votingDate}: ${missingDays} days are missing. The voting day did not change. Postpone this village to the next wave, or decide on changing a stage.`,
    ),
    missingDays,
    stage: last.stage,
    before,
  };
}
