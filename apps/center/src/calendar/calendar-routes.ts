import { type Bilingual, type CivilDate, civilClock, slugSchema, villageCodeSchema } from '@bilik/election';
import {
  byLateness,
  type CalendarFact,
  calendarFactSchema,
  mayNote,
  planStages,
  REGISTRATION_STAGE,
  stagesFromRegistration,
  standingOn,
  type VillageStanding,
} from '@bilik/preparation';
import { z } from 'zod';
import { appendEvent } from '../events/append-event.ts';
import type { ActContext, ActsDoor } from '../http/acts-door.ts';
import type { KnownElection } from '../set-up/event-store.ts';
import { type KnownVillage, lockVillage, readVillage, readVillages } from '../set-up/known-village.ts';
import { type Refused, refuse } from '../set-up/refusals.ts';
import { hasResults } from '../tabulation/has-results.ts';

const election = slugSchema;
const village = villageCodeSchema;
const [Done, NotDone, Extended, Postponed, Condition, Left] = calendarFactSchema.options;
const Note = z.strictObject({ election, village, fact: z.discriminatedUnion('type', [Done, NotDone]) });
const Decide = z.strictObject({
  election,
  village,
  fact: z.discriminatedUnion('type', [Extended, Postponed, Condition, Left]),
});

/** The calendar of each village, and all of them by lateness. */
export function openCalendarRoutes(acts: ActsDoor): void {
  acts.act('calendar.villages', z.strictObject({ election }), async (input, { transaction, now }) => {
    const read = await readVillages(transaction, input.election);
    if (!read.ok) return read;
    const today = todayIn(read.election, now);
    const villages = read.villages.map((one) => ({
      ...{ code: one.code as string, name: one.name, wave: one.life.wave },
      left: one.life.left?.decidedOn ?? null,
      standing: standingOf(one, today),
    }));
    return {
      ok: true,
      value: {
        today,
        villages: leftLast(byLateness(villages)).map(({ standing, ...one }) => ({
          ...one,
          votingDate: votingDateOf(read.election, one.wave),
          lateDays: standing.lateDays,
          late: standing.late.map(({ stage, lateDays }) => ({
            name: stage.name,
            owner: stage.owner,
            lateDays,
          })),
          current:
            standing.current === null
              ? null
              : {
                  id: standing.current.stage.id,
                  name: standing.current.stage.name,
                  due: standing.current.due,
                },
          done: standing.doneCount,
          of: standing.stages.length,
          noRoom: standing.noRoom === null ? null : standing.noRoom.sentence,
        })),
      },
    };
  });

  acts.act('calendar.village', z.strictObject({ election, village }), async (input, { transaction, now }) => {
    const read = await readVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const today = todayIn(read.value.election, now);
    return { ok: true, value: shownVillage(read.value, today) };
  });

  acts.act('calendar.note', Note, (input, context) => noteFact('calendar.note', input, context));
  acts.act('calendar.decide', Decide, async (input, context) => {
    // totals never fall because a village is taken out
    if (input.fact.type === 'left' && (await hasResults(context.transaction, input))) return resultsStand();
    return noteFact('calendar.decide', input, context);
  });
}

/** Villages that left the event stand below those that are in it. */
function leftLast<Village extends { readonly left: CivilDate | null }>(villages: readonly Village[]) {
  return villages.toSorted((one, other) => Number(one.left !== null) - Number(other.left !== null));
}

/**
 * Notes that a stage was done today by the very act that did it: numbers drawn, ballot signed. The act stands whatever the calendar says.
 * @returns why the calendar did not take it; null when it did, had it before, or has no such stage
 */
export async function noteOwnStage(
  context: ActContext,
  { election: known, life, code }: KnownVillage,
  stage: 'number-draw' | 'ballot-proof',
): Promise<Bilingual | null> {
  if (known.rulePack === null || life.doneOn.has(stage)) return null;
  if (!known.calendar.stages.some(({ id }) => id === stage)) return null;
  const doneOn = todayIn(known, context.now);
  const noted = await noteFact(
    'calendar.note',
    { election: known.id, village: code, fact: { type: 'stage-done', stage, doneOn, note: null } },
    context,
  );
  return noted.ok ? null : noted.error.sentence;
}

/** The civil day in the village at this moment. */
export function todayIn({ zone }: Pick<KnownElection, 'zone'>, now: Date): CivilDate {
  return civilClock(now.getTime(), zone).date;
}

/** The voting day of a wave. */
export function votingDateOf({ waves, id }: Pick<KnownElection, 'waves' | 'id'>, wave: number): CivilDate {
  const found = waves.find(({ number }) => number === wave);
  if (found === undefined) throw new Error(`election ${id} has no wave ${wave}`);
  return found.voting.date;
}

/** Adds one fact when calendar and rules allow it, with its event. */
export async function noteFact(
  act: string,
  input: { readonly election: string; readonly village: string; readonly fact: CalendarFact },
  { transaction, by, now }: ActContext,
) {
  const read = await lockVillage(transaction, input.election, input.village);
  if (!read.ok) return read;
  const known = read.value;
  const { rulePack, calendar, waves } = known.election;
  const noted = mayNote(known.life, input.fact, {
    event: { waves: waves.map((wave) => ({ ...wave, villages: [] })) },
    calendar,
    rulePack,
    today: todayIn(known.election, now),
  });
  if (!noted.ok) return noted;
  await transaction
    .insertInto('calendar_fact')
    .values({
      ...{ election: input.election, area: input.village, account: by.account, at: now },
      fact: JSON.stringify(noted.value),
    })
    .execute();
  await appendEvent(transaction, {
    ...{ act, area: input.village, subject: input.election, account: by.account, at: now },
    after: noted.value,
  });
  return { ok: true as const, value: null };
}

/** The stage that is due in a village, and since when; no stage once all are done. */
export function currentStageOf(
  village: KnownVillage,
  today: CivilDate,
): { readonly id: string | null; readonly since: CivilDate } {
  const { current } = standingOf(village, today);
  return current === null
    ? { id: null, since: votingDateOf(village.election, village.life.wave) }
    : { id: current.stage.id, since: current.begins };
}

/** When registration of candidates is held in a village by its calendar, extensions included; null where it has no such stage. */
export function registrationOf(
  village: KnownVillage,
  today: CivilDate,
): { readonly begins: CivilDate; readonly due: CivilDate; readonly isOver: boolean } | null {
  if (village.election.rulePack === null) return null;
  const stage = standingOf(village, today).stages.find((one) => one.stage.id === REGISTRATION_STAGE);
  if (stage === undefined) return null;
  const { begins, due, doneOn } = stage;
  return { begins, due, isOver: doneOn !== null || due < today };
}

function standingOf({ life, election: known }: KnownVillage, today: CivilDate): VillageStanding {
  const planned = planStages({
    calendar: known.calendar,
    rulePack: known.rulePack,
    votingDate: votingDateOf(known, life.wave),
    extensionDays: life.extensions.reduce((sum, days) => sum + days, 0),
    conditions: life.conditions,
    doneOn: life.doneOn,
    today,
  });
  return planned.ok
    ? standingOn(today, planned.value)
    : standingOn(today, planned.error.before, planned.error);
}

function shownVillage(known: KnownVillage, today: CivilDate) {
  const standing = standingOf(known, today);
  const { life, election: event } = known;
  const extensions = event.rulePack?.settings.candidates.value.extensionDays ?? [];
  return {
    ...{ today, code: known.code, name: known.name, wave: life.wave, firstWave: known.firstWave },
    isOurs: event.rulePack !== null,
    votingDate: votingDateOf(event, life.wave),
    zone: event.zone,
    stages: standing.stages.map(({ stage, begins, due, doneOn, state, lateDays, waitsFor }) => ({
      ...{
        id: stage.id,
        name: stage.name,
        owner: stage.owner,
        basis: stage.basis,
        certainty: stage.certainty,
      },
      ...{ begins, due, doneOn, state, lateDays, waitsFor },
    })),
    lateDays: standing.lateDays,
    noRoom: standing.noRoom?.sentence ?? null,
    extensions: life.extensions,
    nextExtensionDays: extensions[life.extensions.length] ?? null,
    postponements: life.postponements,
    left: life.left,
    conditions: [...life.conditions],
    laterWaves: event.waves
      .filter(({ number }) => number > life.wave)
      .map(({ number, voting }) => ({ number, date: voting.date })),
    again: stagesFromRegistration(event.calendar),
  };
}

function resultsStand(): Refused {
  return refuse(
    'results-stand',
    'Desa ini sudah mempunyai hasil dalam acara ini. Desa tidak dikeluarkan: jumlah tidak pernah turun diam-diam.',
    'This village has results in this event. It was not taken out: totals never fall silently.',
  );
}
