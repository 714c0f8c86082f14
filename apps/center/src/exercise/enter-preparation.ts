import { type CivilDate, civilClock, civilTime, instantOf } from '@bilik/election';
import { SeededDraws } from '@bilik/intake';
import { defaultVulnerabilityIndex, foldLife, planStages, VOTING_STAGE } from '@bilik/preparation';
import { votingDateOf } from '../calendar/calendar-routes.ts';
import type { Transaction } from '../database/connect.ts';
import type { KnownVillage } from '../set-up/known-village.ts';
import { EXERCISE_VOTERS_CAP, type PlannedVillage } from './plan-villages.ts';

const FORENOON = civilTime('10:00');

const REASON = {
  machine: 'Latihan: kerawanan tinggi, listrik ada, dan satu dari enam perangkat yang tersedia',
  paper: 'Latihan: perangkat tidak cukup untuk semua desa',
  mixed: 'Latihan: satu perangkat saja; TPS lain di desa ini memilih dengan kertas',
} as const;

/** The day on which each stage before the voting day was done: what is printed of a stage names this day, as if it had been lived through. */
export type StagesDone = ReadonlyMap<string, CivilDate>;

/**
 * The stages before the voting day as the calendar plans them, none later than today. All villages of an exercise have the same.
 * @param village any of them
 */
export function stagesDone(
  {
    election,
    firstWave,
  }: Pick<KnownVillage, 'firstWave'> & {
    readonly election: Pick<KnownVillage['election'], 'id' | 'rulePack' | 'calendar' | 'waves' | 'zone'>;
  },
  now: Date,
): StagesDone {
  if (election.rulePack === null) throw new Error('an exercise of ours has its rule pack');
  const today = civilClock(now.getTime(), election.zone).date;
  const { extensions, conditions, doneOn, wave } = foldLife(firstWave, []);
  const planned = planStages({
    ...{ calendar: election.calendar, rulePack: election.rulePack, conditions, doneOn },
    ...{ votingDate: votingDateOf(election, wave), today: null },
    extensionDays: extensions.reduce((sum, days) => sum + days, 0),
  });
  if (!planned.ok) throw new Error('the calendar of the exercise leaves no room before voting');
  const until = planned.value.findIndex(({ stage }) => stage.id === VOTING_STAGE);
  return new Map(
    planned.value
      .slice(0, until)
      .map(({ stage, finishes }) => [stage.id, finishes < today ? finishes : today]),
  );
}

export function dayDone(done: StagesDone, stage: string): CivilDate {
  const day = done.get(stage);
  if (day === undefined) throw new Error(`the calendar of the exercise has no stage ${stage} before voting`);
  return day;
}

/** The forenoon of the day on which a stage was done. */
export function whenDone(
  done: StagesDone,
  stage: string,
  { zone }: Pick<KnownVillage['election'], 'zone'>,
): Date {
  return new Date(instantOf(dayDone(done, stage), FORENOON, zone));
}

/** Brings the calendars of all villages to the morning of the voting day. */
export async function enterCalendars(
  transaction: Transaction,
  villages: readonly KnownVillage[],
  done: StagesDone,
  now: Date,
): Promise<void> {
  const facts = [...done].map(([stage, doneOn]) =>
    JSON.stringify({ type: 'stage-done', stage, doneOn, note: null }),
  );
  for (const { code, election } of villages) {
    await transaction
      .insertInto('calendar_fact')
      .values(facts.map((fact) => ({ election: election.id, area: code, fact, account: null, at: now })))
      .execute();
  }
}

/** How each village votes, why, and what was known about it. Polling places are there. */
export async function enterModes(
  transaction: Transaction,
  election: string,
  planned: readonly PlannedVillage[],
  seed: number | string,
  now: Date,
): Promise<void> {
  const places = await transaction
    .selectFrom('place')
    .select(['area', 'number'])
    .where('election', '=', election)
    .orderBy('number')
    .execute();
  const placesOf = Map.groupBy(places, ({ area }) => area);
  const byMachine = planned.filter(({ mode }) => mode === 'electronic').map(({ village }) => village.code);
  // behind the first place of a village stand the neighbours who would walk too far to its machine
  await transaction
    .updateTable('place')
    .set({ mode: 'electronic' })
    .where('election', '=', election)
    .where('area', 'in', ['', ...byMachine])
    .where('number', '=', 1)
    .execute();
  const draws = new SeededDraws(`${seed}/conditions`);
  await transaction
    .insertInto('mode_decision')
    .values(
      planned.map(({ village, mode }) => {
        const numbers = (placesOf.get(village.code) ?? []).map(({ number }) => number);
        const isMixed = mode === 'electronic' && numbers.length > 1;
        const decision = {
          village: village.code,
          places: numbers.map((number) => ({ number, mode: number === 1 ? mode : 'paper' })),
          reason: isMixed ? REASON.mixed : mode === 'electronic' ? REASON.machine : REASON.paper,
        };
        return {
          ...{ election, area: village.code, account: null, at: now },
          decision: JSON.stringify(decision),
        };
      }),
    )
    .execute();
  await transaction
    .insertInto('village_condition')
    .values(
      planned.map(({ village, mode, voters }) => {
        const isVulnerable = mode === 'electronic';
        const scores = Object.fromEntries(
          defaultVulnerabilityIndex.map(({ id }) => [
            id,
            draws.between(isVulnerable ? 60 : 0, isVulnerable ? 95 : 80),
          ]),
        );
        return {
          ...{ election, area: village.code, scores: JSON.stringify(scores) },
          power: isVulnerable || draws.happens(850) ? ('grid' as const) : ('generator' as const),
          has_legal_basis: isVulnerable || voters > EXERCISE_VOTERS_CAP,
        };
      }),
    )
    .execute();
}
