import { differenceOf, fallsOf } from '@bilik/tabulation';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import { type Counted, countedOf, type Figures, NO_FIGURES } from './counted.ts';
import type { Lane, Part, SourceKind } from './tables.ts';

/** A version of a place's figures in one contest, from one lane. */
export interface NewChange {
  readonly election: string;
  readonly place: string;
  readonly contest: string;
  readonly lane: Lane;
  readonly part: Part;
  /** Null withdraws what stood: the place is awaited again. */
  readonly figures: Figures | null;
  readonly sourceKind: SourceKind;
  /** The delivery, sheet version or evidence that says so. */
  readonly source: string;
  readonly account: string | null;
  /** Why it replaces what stood; needed exactly then. */
  readonly reason: string | null;
  readonly at: Date;
}

export type ChangeRefusal =
  | { readonly type: 'place-unknown' }
  | { readonly type: 'contest-unknown' }
  /** The figures name other options than the ballot, or leave one out. */
  | { readonly type: 'options-not-of-contest'; readonly options: readonly string[] }
  /** The place has no such part: `whole`, or after a switch `machine` and `paper`. */
  | { readonly type: 'part-unknown'; readonly parts: readonly Part[] }
  /** Figures stand already, and nobody says why these replace them. */
  | { readonly type: 'reason-missing' }
  | { readonly type: 'nothing-to-withdraw' };

export type ChangeAnswer =
  | { readonly ok: true; readonly value: { readonly change: number } }
  | { readonly ok: false; readonly error: ChangeRefusal };

const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
const refuse = (error: ChangeRefusal) => ({ ok: false, error }) as const;

/**
 * Adds a version of a place's figures; the sums follow within a moment (`fold`). The place is locked until the transaction ends, so that
 * two versions at once stand one after the other. Nothing is overwritten: a replaced version stays, named by the one after it.
 */
export async function recordChange(transaction: Transaction, change: NewChange): Promise<ChangeAnswer> {
  const { election, place, contest, lane, part } = change;
  const row = await transaction
    .selectFrom('place')
    .select(['area', 'parts', 'registered_l', 'registered_p'])
    .where('election', '=', election)
    .where('id', '=', place)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse({ type: 'place-unknown' });
  if (!row.parts.includes(part)) return refuse({ type: 'part-unknown', parts: row.parts });
  const found = await contestOf(transaction, election, contest, row.area);
  if (found === undefined) return refuse({ type: 'contest-unknown' });
  const { figures } = change;
  if (figures !== null) {
    const given = Object.keys(figures.votes).toSorted(byText);
    const options = found.options.map(({ key }) => key).toSorted(byText);
    if (given.join() !== options.join()) return refuse({ type: 'options-not-of-contest', options });
  }
  const standing = await standingOf(transaction, change);
  const before = standing.get(part);
  if (before === undefined && figures === null) return refuse({ type: 'nothing-to-withdraw' });
  if (before !== undefined && change.reason === null) return refuse({ type: 'reason-missing' });

  const registered = { L: row.registered_l, P: row.registered_p };
  const counted = (given: ReadonlyMap<Part, Figures>) => countedOf(row.parts, given, registered);
  const given = new Map([...standing].map(([name, { figures }]) => [name, figures] as const));
  const was = counted(given);
  if (figures === null) given.delete(part);
  else given.set(part, figures);
  const adds = differenceOf(was, counted(given));

  const { number } = await transaction
    .with('changed', (query) =>
      query
        .insertInto('result_change')
        .values({
          ...{ at: change.at, election, place, area: row.area, contest, contest_area: found.area },
          ...{ lane, part, ...columnsOf(figures ?? NO_FIGURES) },
          ...{ withdrawn: figures === null, source_kind: change.sourceKind, source: change.source },
          ...{ account: change.account, reason: change.reason, replaces: before?.number ?? null },
          ...addColumnsOf(adds),
        })
        .returning(['number', 'election', 'place', 'area', 'contest', 'lane', 'part']),
    )
    .with('stands', (query) =>
      query
        .insertInto('place_result')
        .columns(['election', 'place', 'area', 'contest', 'lane', 'part', 'change'])
        .expression((from) =>
          from
            .selectFrom('changed')
            .select(['election', 'place', 'area', 'contest', 'lane', 'part', 'number']),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['election', 'place', 'contest', 'lane', 'part'])
            .doUpdateSet((given) => ({ change: given.ref('excluded.change') })),
        ),
    )
    .with('waits', (query) =>
      query
        .insertInto('change_to_fold')
        .columns(['number'])
        .expression((from) => from.selectFrom('changed').select('number')),
    )
    .selectFrom('changed')
    .select('number')
    .executeTakeFirstOrThrow();
  // sums never fall without a word
  const fallen = fallsOf(adds);
  await appendEvent(transaction, {
    act: fallen.length > 0 ? 'tabulation.total-fell' : 'tabulation.change',
    ...{ area: row.area, subject: place, account: change.account, at: change.at },
    ...(before === undefined ? {} : { before: { change: before.number } }),
    after: {
      change: number,
      contest,
      lane,
      part,
      reason: change.reason,
      ...(fallen.length > 0 ? { fallen } : {}),
    },
  });
  return { ok: true, value: { change: number } };
}

/** The contest of this id on the ballot of a village: its own, or that of an area above it. */
async function contestOf(transaction: Transaction, election: string, contest: string, village: string) {
  const above = [village, ...[8, 5, 2].map((length) => village.slice(0, length))];
  return transaction
    .selectFrom('contest')
    .select(['area', 'options'])
    .where('election', '=', election)
    .where('id', '=', contest)
    .where('area', 'in', above)
    .orderBy('area', 'desc')
    .executeTakeFirst();
}

/** What stands of a place by part; withdrawn versions do not. */
async function standingOf(
  transaction: Transaction,
  { election, place, contest, lane }: NewChange,
): Promise<ReadonlyMap<Part, { readonly number: number; readonly figures: Figures }>> {
  const rows = await transaction
    .selectFrom('place_result')
    .innerJoin('result_change', 'result_change.number', 'place_result.change')
    .select(['result_change.number', 'result_change.part', 'withdrawn'])
    .select(['users', 'women', 'valid', 'invalid', 'votes'])
    .where('place_result.election', '=', election)
    .where('place_result.place', '=', place)
    .where('place_result.contest', '=', contest)
    .where('place_result.lane', '=', lane)
    .execute();
  return new Map(
    rows
      .filter(({ withdrawn }) => !withdrawn)
      .map((row) => [
        row.part,
        {
          number: row.number,
          figures: {
            ...{ users: row.users, women: row.women },
            ...{ valid: row.valid, invalid: row.invalid, votes: row.votes },
          },
        },
      ]),
  );
}

function columnsOf({ users, women, valid, invalid, votes }: Figures) {
  return { users, women, valid, invalid, votes: JSON.stringify(votes) };
}

/** Options without a difference are left out. */
function addColumnsOf({ counts, votes }: Counted) {
  return {
    adds_places: counts.places,
    adds_registered_l: counts.registered_l,
    adds_registered_p: counts.registered_p,
    adds_users: counts.users,
    adds_women: counts.women,
    adds_valid: counts.valid,
    adds_invalid: counts.invalid,
    adds_votes: JSON.stringify(Object.fromEntries([...votes].filter(([, added]) => added !== 0))),
  };
}
