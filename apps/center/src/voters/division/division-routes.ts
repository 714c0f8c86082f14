import { defaultRulePack, fail, type Result, succeed } from '@bilik/election';
import {
  type DivisionMove,
  type DivisionMoveRefusal,
  type DivisionRefusal,
  describePlace,
  divideVillage,
  divisionOf,
  householdsOf,
  MOST_PLACES,
  moveInDivision,
  type VillageDivision,
} from '@bilik/voters';
import { z } from 'zod';
import type { Transaction } from '../../database/connect.ts';
import { appendEvent } from '../../events/append-event.ts';
import type { ActsDoor } from '../../http/acts-door.ts';
import { hasResults } from '../../tabulation/has-results.ts';
import { electionId, village, voterId } from '../voter-input.ts';
import { dividedPeople } from './divided-people.ts';
import { type PlaceInUse, writeDivision } from './write-division.ts';

const See = z.strictObject({ election: electionId, village });
const Divide = See.extend({
  /** Most voters of a polling place; null: as the rule pack says. */
  votersCap: z.int().min(50).max(5000).nullable().default(null),
  places: z.int().min(1).max(MOST_PLACES).nullable().default(null),
});
const name = z.string().min(1).max(60);
const number3 = z.string().regex(/^\d{3}$/);
const Neighbourhood = z.strictObject({ hamlet: name, rw: number3, rt: number3 });
const MoveTo = See.extend({
  votersCap: z.int().min(50).max(5000).nullable().default(null),
  to: z.int().min(1).max(MOST_PLACES),
});
const Move = z.union([
  MoveTo.extend({ neighbourhood: Neighbourhood }),
  /** Everybody of one household, named by any of its people who may vote. */
  MoveTo.extend({ householdOf: voterId }),
]);
const Households = See.extend({ neighbourhood: Neighbourhood });

export type DivideRefusal =
  | DivisionRefusal
  | DivisionMoveRefusal
  | PlaceInUse
  /** Figures of the village are in: its polling places and their voters are what they were when these were counted. */
  | { readonly type: 'village-has-counted' }
  | { readonly type: 'list-is-final' }
  | { readonly type: 'not-divided' };

const refuse = (error: DivideRefusal) => ({ ok: false, error }) as const;
const FALLBACK_CAP = 500;

/** A village's polling places: divided by rule, changed by people, explained place by place. */
export function openDivisionRoutes(acts: ActsDoor): void {
  acts.act('voters.division', See, async ({ election, village: area }, { transaction }) => {
    const division = await readDivision(
      transaction,
      election,
      area,
      await capOf(transaction, election, null),
    );
    const undivided = await undividedOf(transaction, election, area);
    return {
      ok: true,
      value: division.ok ? { ...shown(division.value), undivided } : { places: [], undivided },
    };
  });

  acts.act(
    'voters.divide',
    Divide,
    async ({ election, village: area, votersCap, places }, { transaction, by, now }) => {
      if (!(await isOpen(transaction, election, area))) return refuse({ type: 'list-is-final' });
      if (await hasResults(transaction, { election, village: area }))
        return refuse({ type: 'village-has-counted' });
      const people = await dividedPeople(transaction, election, area);
      const division = divideVillage(
        people.map(({ place: _place, ...person }) => person),
        { votersCap: await capOf(transaction, election, votersCap), places },
      );
      if (!division.ok) return refuse(division.error);
      const written = await writeDivision(transaction, election, area, division.value);
      if (!written.ok) return refuse(written.error);
      await appendEvent(transaction, {
        ...{ act: 'voters.divide', area, subject: area, account: by.account, at: now },
        after: division.value.places.map(({ number, voters }) => ({ number, voters })),
      });
      return { ok: true, value: { ...shown(division.value), undivided: 0 } };
    },
  );

  acts.act('voters.division-move', Move, async (input, { transaction, by, now }) => {
    const { election, village: area, votersCap, to } = input;
    if (!(await isOpen(transaction, election, area))) return refuse({ type: 'list-is-final' });
    if (await hasResults(transaction, { election, village: area }))
      return refuse({ type: 'village-has-counted' });
    const division = await readDivision(
      transaction,
      election,
      area,
      await capOf(transaction, election, votersCap),
    );
    if (!division.ok) return refuse(division.error);
    const moved = moveInDivision(division.value, moveOf(division.value, input));
    if (!moved.ok) return refuse(moved.error);
    const written = await writeDivision(transaction, election, area, moved.value);
    if (!written.ok) return refuse(written.error);
    await appendEvent(transaction, {
      ...{ act: 'voters.division-move', area, subject: area, account: by.account, at: now },
      before: division.value.places.map(({ number, voters }) => ({ number, voters })),
      after: {
        moved: 'neighbourhood' in input ? input.neighbourhood : { householdOf: input.householdOf },
        to,
        places: moved.value.places.map(({ number, voters }) => ({ number, voters })),
      },
    });
    return {
      ok: true,
      value: { ...shown(moved.value), undivided: await undividedOf(transaction, election, area) },
    };
  });

  acts.act('voters.households', Households, async (input, { transaction }) => {
    const { election, village: area, neighbourhood } = input;
    const division = await readDivision(transaction, election, area, FALLBACK_CAP);
    if (!division.ok) return refuse(division.error);
    const wanted = division.value.households.filter(
      ({ neighbourhood: { hamlet, rw, rt } }) =>
        hamlet === neighbourhood.hamlet && rw === neighbourhood.rw && rt === neighbourhood.rt,
    );
    const names = await namesOf(
      transaction,
      election,
      area,
      wanted.flatMap(({ members }) => members.map(({ id }) => Number(id))),
    );
    return {
      ok: true,
      value: wanted.map(({ key, members }) => ({
        voter: Number(members[0]?.id),
        names: members.map(({ id }) => names.get(id) ?? ''),
        place: division.value.placeOf.get(key) ?? 0,
      })),
    };
  });
}

/** A move as the division knows it: households have no name outside it but their people. */
function moveOf({ households }: VillageDivision, input: z.output<typeof Move>): DivisionMove {
  if ('neighbourhood' in input) {
    return { type: 'move-neighbourhood', neighbourhood: input.neighbourhood, to: input.to };
  }
  const person = String(input.householdOf);
  const meant = households.find(({ members }) => members.some(({ id }) => id === person));
  return { type: 'move-household', household: meant?.key ?? '', to: input.to };
}

async function namesOf(
  transaction: Transaction,
  election: string,
  area: string,
  ids: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('voter')
    .select(['id', 'name'])
    .where('election', '=', election)
    .where('area', '=', area)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name: text }) => [String(id), text]));
}

/** What the committee says, else the event's rule pack, else the default one. */
async function capOf(transaction: Transaction, election: string, asked: number | null): Promise<number> {
  if (asked !== null) return asked;
  const rules = await transaction
    .selectFrom('election_rules')
    .select('rule_pack')
    .where('election', '=', election)
    .executeTakeFirst();
  const { settings } = rules?.rule_pack ?? defaultRulePack;
  return settings.votersCap.value ?? FALLBACK_CAP;
}

function shown(division: VillageDivision) {
  return {
    cap: division.cap,
    places: division.places.map((place) => ({
      ...place,
      description: { id: describePlace(division, place), en: describePlace(division, place, 'in part') },
    })),
  };
}

/** Whether the list may still be divided. Locks it against a lock of the list in the same moment. */
async function isOpen(transaction: Transaction, election: string, area: string): Promise<boolean> {
  const list = await transaction
    .selectFrom('voter_list')
    .select('stage')
    .where('election', '=', election)
    .where('area', '=', area)
    .forUpdate()
    .executeTakeFirst();
  return list?.stage !== 'final';
}

/** The division as it stands on the list; who is not divided yet is left out. */
async function readDivision(
  transaction: Transaction,
  election: string,
  area: string,
  cap: number,
): Promise<Result<VillageDivision, { readonly type: 'not-divided' }>> {
  const people = (await dividedPeople(transaction, election, area)).filter(({ place }) => place !== null);
  if (people.length === 0) return fail({ type: 'not-divided' });
  const placeOfPerson = new Map(people.map(({ id, place }) => [id, place ?? 0]));
  const households = householdsOf(people.map(({ place: _place, ...person }) => person));
  const placeOf = new Map(
    households.map(({ key, members }) => [key, placeOfPerson.get(members[0]?.id ?? '') ?? 0]),
  );
  return succeed(divisionOf(households, placeOf, cap));
}

async function undividedOf(transaction: Transaction, election: string, area: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('voter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('election', '=', election)
    .where('area', '=', area)
    .where('place_number', 'is', null)
    .where('ineligible_reason', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
