import { type VillageCode, villageCodeSchema } from '@bilik/election';
import type { ListedPerson } from '@bilik/intake';
import { divideVillage } from '@bilik/voters';
import { sql } from 'kysely';
import type { CenterParts } from '../../center-parts.ts';
import type { Transaction } from '../../database/connect.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';
import { appendEvent } from '../../events/append-event.ts';
import { dividedPeople } from '../division/divided-people.ts';
import { writeDivision } from '../division/write-division.ts';
import { isErased } from '../erasure/erased-event.ts';
import type { Identities } from '../identity/identities.ts';
import { lockList } from '../life/list-locking.ts';
import { enterStaged, stageVoters } from './staged-voters.ts';

/** The made-up list of one village. */
export interface ExerciseList {
  readonly village: { readonly code: VillageCode };
  readonly voters: readonly ListedPerson[];
}

export interface ExerciseListsOrder {
  readonly election: string;
  /** One village after another, so that only one is in memory. */
  readonly lists: Iterable<ExerciseList>;
  /** Null: the lists stay provisional, as a drill of the list work wants them. Else they are divided and locked, without their postings. */
  readonly lockWithCap: number | null;
  /** When they were locked; left out: now. */
  readonly lockedAt?: Date;
}

/**
 * Gives an exercise its voter lists without files and weeks of posting. Refuses a real election, and villages that have a list. All or nothing.
 * @returns how many people stand on the lists
 */
export async function enterExerciseLists(
  { database, kind, now }: Pick<CenterParts, 'database' | 'kind' | 'now'>,
  identities: Identities,
  order: ExerciseListsOrder,
): Promise<number> {
  if (kind !== 'exercise') throw new Error('a real election has its lists from files and proposals only');
  const { election, lockWithCap, lockedAt = now() } = order;
  return inScope(database, OWN_WORK, async (transaction) => {
    if (await isErased(transaction, election))
      throw new Error(`the persons' data of ${election} were erased`);
    const staged = await stageVoters(transaction, identities, null);
    const areas: VillageCode[] = [];
    let people = 0;
    for (const { village, voters } of order.lists) {
      const area = villageCodeSchema.parse(village.code);
      await sql`insert into voter_list (election, area) values (${election}, ${area})`.execute(transaction);
      await staged.add(voters.map((voter) => ({ ...voter, village: area })));
      areas.push(area);
      people += voters.length;
    }
    await staged.done();
    await enterStaged(transaction, election);
    for (const area of areas) {
      if (lockWithCap !== null) await finish(transaction, identities, election, area, lockWithCap, lockedAt);
      await appendEvent(transaction, {
        ...{ act: 'voters.exercise', area, subject: area, account: null, at: now() },
        after: { locked: lockWithCap !== null },
      });
    }
    return people;
  });
}

async function finish(
  transaction: Transaction,
  identities: Identities,
  election: string,
  area: VillageCode,
  votersCap: number,
  lockedAt: Date,
): Promise<void> {
  const people = await dividedPeople(transaction, election, area);
  const division = divideVillage(
    people.map(({ place: _place, ...person }) => person),
    { votersCap, places: null },
  );
  if (!division.ok) throw new Error(`${area} cannot be divided: ${division.error.type}`);
  const written = await writeDivision(transaction, election, area, division.value);
  if (!written.ok) throw new Error(`${area} cannot be divided: ${written.error.type}`);
  const locked = await lockList(transaction, identities, election, area, lockedAt);
  if (!locked.ok) throw new Error(`${area} cannot be locked`);
}
