import { type Voter, villageCodeSchema } from '@bilik/election';
import { generateListsOf, type ListedPerson, SeededDraws } from '@bilik/intake';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import type { Identities } from '../voters/identity/identities.ts';
import { particularsColumns } from '../voters/identity/voter-row.ts';
import { enterExerciseLists } from '../voters/import/exercise-lists.ts';
import { lockList } from '../voters/life/list-locking.ts';
import type { ExerciseOrder } from './exercise-order.ts';
import { EXERCISE_VOTERS_CAP, type PlannedVillage } from './plan-villages.ts';

/** Who stands for election: somebody of the village's own list. */
export interface InventedCandidate {
  readonly name: string;
  readonly sex: 'L' | 'P';
  readonly bornOn: string;
}

/** Least age of a candidate, in years; a year more than any rule pack of ours asks for on the voting day. */
const LEAST_AGE_YEARS = 26;
/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_A_STATEMENT = 1000;

/**
 * Enters the lists of all villages but the living one, unless they are in: all of them or none.
 * @param lockedAt when their committees set them
 * @returns by village, who of its list stands for election
 */
export async function enterLists(
  parts: Pick<CenterParts, 'database' | 'kind' | 'now'>,
  identities: Identities,
  order: ExerciseOrder,
  planned: readonly PlannedVillage[],
  lockedAt: Date,
): Promise<ReadonlyMap<string, readonly InventedCandidate[]>> {
  const { event: election, voting } = order.living.definition;
  const candidates = new Map<string, readonly InventedCandidate[]>();
  const invented = planned.filter(({ voters }) => voters > 0);
  const { regency, seed } = order;
  function* lists() {
    for (const list of generateListsOf({ villages: invented, regency, seed, votingDate: voting.date })) {
      const { code } = list.village;
      const wanted = planned.find(({ village }) => village.code === code)?.candidates ?? 0;
      const before = `${Number(voting.date.slice(0, 4)) - LEAST_AGE_YEARS}${voting.date.slice(4)}`;
      candidates.set(code, whoStands(list.voters, wanted, before, new SeededDraws(`${seed}/${code}/stand`)));
      yield list;
    }
  }
  if (await haveLists(parts, election)) for (const _list of lists());
  else
    await enterExerciseLists(parts, identities, {
      election,
      lists: lists(),
      lockWithCap: EXERCISE_VOTERS_CAP,
      lockedAt,
    });
  return candidates;
}

async function haveLists({ database }: Pick<CenterParts, 'database'>, election: string): Promise<boolean> {
  const row = await inScope(database, OWN_WORK, (transaction) =>
    transaction
      .selectFrom('voter_list')
      .select('area')
      .where('election', '=', election)
      .limit(1)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** @param bornBefore the last birthday on which somebody is old enough */
function whoStands(
  voters: readonly ListedPerson[],
  count: number,
  bornBefore: string,
  draws: SeededDraws,
): readonly InventedCandidate[] {
  const old = voters.filter(({ birthDate }) => birthDate <= bornBefore);
  const chosen = new Map<string, ListedPerson>();
  while (chosen.size < Math.min(count, old.length)) {
    const person = draws.oneOf(old);
    chosen.set(person.name, person);
  }
  return [...chosen.values()].map(({ name, sex, birthDate }) => ({ name, sex, bornOn: birthDate }));
}

/** Enters the living place's list row by row, as its desks have it, and locks it: the fingerprint is that of its package, or nothing is kept. */
export async function enterLivingList(
  transaction: Transaction,
  identities: Identities,
  order: ExerciseOrder,
  lockedAt: Date,
  now: Date,
): Promise<void> {
  const { event: election, area, pollingPlace, voterList } = order.living.definition;
  const village = villageCodeSchema.parse(area.village.code);
  await transaction
    .insertInto('voter_list')
    .values({
      ...{ election, area: village, posted_from: null, posted_until: null },
      ...{ fingerprint: null, place_fingerprints: null, locked_at: null },
    })
    .execute();
  for (let at = 0; at < order.livingList.length; at += ROWS_A_STATEMENT) {
    const people = order.livingList.slice(at, at + ROWS_A_STATEMENT);
    await transaction.insertInto('voter').values(people.map(rowOf)).execute();
  }
  await transaction
    .insertInto('place')
    .values({
      ...{ election, id: pollingPlace.id, area: village, number: pollingPlace.number },
      ...{ name: pollingPlace.name, address: pollingPlace.address, mode: 'electronic' },
    })
    .execute();
  const locked = await lockList(transaction, identities, election, village, lockedAt);
  if (!locked.ok) throw new Error('the living place has a list that cannot be locked');
  if (locked.value.placeFingerprints[pollingPlace.id] !== voterList.fingerprint) {
    throw new Error('the list is not the one that the living place’s package names');
  }
  await appendEvent(transaction, {
    ...{ act: 'voters.exercise', area: village, subject: village, account: null, at: now },
    after: { locked: true },
  });

  function rowOf(voter: Voter) {
    return {
      ...{ election, area: village, place_number: pollingPlace.number, number: voter.number },
      ...particularsColumns(identities, village, voter),
      ...{
        ineligible_reason: voter.ineligible?.reason ?? null,
        ineligible_evidence: voter.ineligible?.evidence ?? null,
      },
    };
  }
}
