import { sql } from 'kysely';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { initRegency } from '../set-up/init-regency.ts';
import { type KnownVillage, readVillages } from '../set-up/known-village.ts';
import { zoneOf } from '../set-up/regency-order.ts';
import { openIdentities } from '../voters/identity/identities.ts';
import { enterCandidates, keepPortraits, type StandingPerson } from './enter-candidates.ts';
import { enterLists, enterLivingList } from './enter-lists.ts';
import { enterCalendars, enterModes, stagesDone, whenDone } from './enter-preparation.ts';
import type { ExerciseOrder } from './exercise-order.ts';
import { enterLivingPackage } from './living-package.ts';
import { expectLivingRecord } from './living-place.ts';
import { enterPeople, officePeople } from './office-people.ts';
import { type PlannedVillage, planVillages } from './plan-villages.ts';

/** What is being filled, in this order. */
export type FillingStep = 'areas' | 'lists' | 'offices';

/** The event that says that all is in; written with the last step. */
const FILLED = 'exercise.filled';
/** Any number of our own. */
const FILLING_LOCK = 7347;

/**
 * Fills an exercise's empty center to the morning of the voting day: areas and rules, an event of one wave, lists, candidates, ballots, calendars, modes
 * and office people; and takes the living polling place in, whose record it expects. Three transactions, each whole: killed at any moment and called
 * again, it goes on; called once more it changes nothing.
 * @returns false when all was there already
 */
export async function fillExercise(
  parts: CenterParts,
  order: ExerciseOrder,
  onStep: (step: FillingStep) => void,
): Promise<boolean> {
  if (parts.kind !== 'exercise') throw new Error('only an exercise is filled with invented people');
  // one that was killed may still be ending: the next one waits until it has
  return inScope(parts.database, OWN_WORK, async (transaction) => {
    await sql`select pg_advisory_xact_lock(${FILLING_LOCK})`.execute(transaction);
    return fill(parts, order, onStep);
  });
}

async function fill(
  parts: CenterParts,
  order: ExerciseOrder,
  onStep: (step: FillingStep) => void,
): Promise<boolean> {
  const { database, kind, now } = parts;
  const { definition } = order.living;
  if (await isFilled(parts, definition.event)) return false;
  const planned = planVillages({
    ...{ regency: order.regency, villages: order.villages, seed: order.seed },
    living: definition.area.village.code,
  });
  onStep('areas');
  const made = await initRegency(
    database,
    {
      ...{ regency: order.regency, kind, zone: zoneOf(order.regency), votingDate: definition.voting.date },
      villages: planned.map(({ village }) => village.code),
      event: { id: definition.event, title: definition.title },
    },
    now(),
  );
  if (!made.ok) throw new Error(made.error.sentence.en);
  onStep('lists');
  const identities = openIdentities(parts.keys);
  const [village] = await villagesOf(parts, definition.event);
  if (village === undefined) throw new Error('the event of the exercise has no villages');
  const done = stagesDone(village, now());
  const lockedAt = whenDone(done, 'final-list', village.election);
  const invented = await enterLists(parts, identities, order, planned, lockedAt);
  onStep('offices');
  await inScope(database, OWN_WORK, async (transaction) => {
    await enterLivingList(transaction, identities, order, lockedAt, now());
    await enterModes(transaction, definition.event, planned, order.seed, now());
    const read = await readVillages(transaction, definition.event);
    if (!read.ok) throw new Error('the event of the exercise is not there');
    const portraits = await keepPortraits(transaction, parts, order.portraits, now());
    for (const village of read.villages) {
      const isLiving = village.code === definition.area.village.code;
      const people = isLiving ? livingCandidates(order) : (invented.get(village.code) ?? []);
      const seed = `${order.seed}/${village.code}`;
      const how = { portraits, seed, inOrder: isLiving, done };
      await enterCandidates(transaction, village, people, how);
    }
    await enterCalendars(transaction, read.villages, done, now());
    await enterOffices(transaction, parts, order, planned);
    await enterLivingPackage(transaction, parts, order.living, order.livingPackage, now());
    await expectLivingRecord(transaction, order.living, now());
    await appendEvent(transaction, {
      ...{ act: FILLED, area: order.regency, subject: definition.event, account: null, at: now() },
      after: { villages: planned.length },
    });
  });
  return true;
}

function villagesOf(
  { database }: Pick<CenterParts, 'database'>,
  election: string,
): Promise<readonly KnownVillage[]> {
  return inScope(database, OWN_WORK, async (transaction) => {
    const read = await readVillages(transaction, election);
    return read.ok ? read.villages : [];
  });
}

function isFilled({ database }: Pick<CenterParts, 'database'>, election: string): Promise<boolean> {
  return inScope(database, OWN_WORK, async (transaction) => {
    const row = await transaction
      .selectFrom('event')
      .select('number')
      .where('act', '=', FILLED)
      .where('subject', '=', election)
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Which drawing stands for whom on the living place's ballot, as its booths show them. */
const LIVING_PORTRAITS = ['ibu-1', 'bapak-2', 'bapak-3'];
const LIVING_BIRTHDAY = '1978-04-17';

function livingCandidates({ living }: ExerciseOrder): readonly StandingPerson[] {
  const [contest] = living.definition.contests;
  return [...(contest?.candidates ?? [])]
    .sort((one, other) => one.number - other.number)
    .map(({ name }, index) => {
      const portrait = LIVING_PORTRAITS[index % LIVING_PORTRAITS.length] ?? 'ibu-1';
      return { name, sex: portrait.startsWith('ibu') ? 'P' : 'L', bornOn: LIVING_BIRTHDAY, portrait };
    });
}

async function enterOffices(
  transaction: Transaction,
  parts: CenterParts,
  order: ExerciseOrder,
  planned: readonly PlannedVillage[],
): Promise<void> {
  const { village, subDistrict } = order.living.definition.area;
  const names = await transaction.selectFrom('area').select(['code', 'name']).execute();
  const onPaper = planned.find(({ mode }) => mode === 'paper')?.village.code ?? village.code;
  const people = officePeople(
    order.peopleFile,
    {
      ...{ regency: order.regency, subDistrict: subDistrict.code },
      ...{ village: village.code, paperVillage: onPaper },
    },
    (area) => names.find(({ code }) => code === area)?.name ?? area,
  );
  await enterPeople(transaction, parts, people, parts.now());
}
