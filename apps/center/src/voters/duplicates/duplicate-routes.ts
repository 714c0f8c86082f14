import { explainLikeness } from '@bilik/voters';
import { z } from 'zod';
import type { CenterParts } from '../../center-parts.ts';
import type { Transaction } from '../../database/connect.ts';
import { appendEvent } from '../../events/append-event.ts';
import type { ActsDoor } from '../../http/acts-door.ts';
import type { Identities } from '../identity/identities.ts';
import type { VoterRow } from '../identity/voter-row.ts';
import { shownPerson, voterRow } from '../list/list-routes.ts';
import { noteLook } from '../note-look.ts';
import { areaCode, electionId, reason, voterId } from '../voter-input.ts';

const Find = z.strictObject({ election: electionId });
const List = z.strictObject({
  election: electionId,
  area: areaCode,
  show: z.enum(['open', 'decided']).default('open'),
});
const Pair = z.strictObject({ election: electionId, first: voterId, second: voterId });
const Decide = Pair.extend({
  decision: z.enum(['one-person', 'two-people']),
  /** The row that stays; left out when they are two people. */
  kept: voterId.nullable(),
  why: reason,
});

export type PairRefusal =
  | { readonly type: 'election-unknown' }
  | { readonly type: 'pair-unknown' }
  | { readonly type: 'pair-decided'; readonly by: string }
  /** One of the two lists is locked: mark the person beside it by a proposal. */
  | { readonly type: 'list-is-final' }
  | { readonly type: 'kept-not-of-pair' }
  /** Two people never have one NIK: somebody's number is wrong and is corrected first. */
  | { readonly type: 'same-nik' };

const refuse = (error: PairRefusal) => ({ ok: false, error }) as const;
const SHOWN_PAIRS = 200;
const RANKS = ['same-nik', 'nearly-certain', 'likely', 'possible'] as const;

/** The work list of people who may be listed twice: two rows side by side, decided with a reason. */
export function openDuplicateRoutes(acts: ActsDoor, { jobs }: CenterParts, identities: Identities): void {
  acts.act('voters.duplicates-find', Find, async ({ election }, { transaction, by }) => {
    const found = await transaction
      .selectFrom('election')
      .select('id')
      .where('id', '=', election)
      .executeTakeFirst();
    if (found === undefined) return refuse({ type: 'election-unknown' });
    await jobs.ask(transaction, 'find-duplicates', { election, account: by.account }, election);
    return { ok: true, value: null };
  });

  acts.act('voters.duplicates', List, async ({ election, area, show }, { transaction }) => {
    const pairs = transaction
      .selectFrom('voter_pair')
      .where('election', '=', election)
      .where((where) => where.or([where('area', '=', area), where('area', 'like', `${area}.%`)]))
      .where('decision', show === 'open' ? 'is' : 'is not', null);
    const counts = await pairs
      .select(({ fn }) => ['rank', fn.countAll<number>().as('pairs')])
      .groupBy('rank')
      .execute();
    const rows = [];
    for (const rank of RANKS) {
      if (rows.length >= SHOWN_PAIRS) break;
      rows.push(
        ...(await pairs
          .select(['area', 'first', 'second', 'rank', 'decision', 'decided_by', 'decision_reason'])
          .where('rank', '=', rank)
          .orderBy('bits', 'desc')
          .orderBy('first')
          .limit(SHOWN_PAIRS - rows.length)
          .execute()),
      );
    }
    const names = await namesOf(
      transaction,
      election,
      rows.flatMap(({ first, second }) => [first, second]),
    );
    return {
      ok: true,
      value: {
        counts: Object.fromEntries(counts.map(({ rank, pairs: count }) => [rank, count])),
        pairs: rows.map((row) => ({
          ...row,
          firstName: names.get(row.first)?.name ?? '',
          firstArea: names.get(row.first)?.area ?? '',
          secondName: names.get(row.second)?.name ?? '',
          secondArea: names.get(row.second)?.area ?? '',
        })),
      },
    };
  });

  acts.act('voters.pair', Pair, async ({ election, first, second }, context) => {
    const pair = await pairRow(context.transaction, election, first, second);
    const one = await voterRow(context.transaction, election, first);
    const other = await voterRow(context.transaction, election, second);
    if (pair === undefined || one === undefined || other === undefined)
      return refuse({ type: 'pair-unknown' });
    await noteLook(context, {
      ...{ election, area: pair.area, what: 'pair', why: 'calon pemilih ganda', voters: [first, second] },
    });
    return {
      ok: true,
      value: {
        rank: pair.rank,
        decision: pair.decision,
        decisionReason: pair.decision_reason,
        lines: explainLikeness(pair.likeness),
        first: shownPerson(identities, one),
        second: shownPerson(identities, other),
      },
    };
  });

  acts.act('voters.pair-decide', Decide, async (input, { transaction, by, now }) => {
    const { election, first, second, decision, kept, why } = input;
    const pair = await pairRow(transaction, election, first, second, true);
    const rows = [
      await voterRow(transaction, election, first),
      await voterRow(transaction, election, second),
    ];
    const [one, other] = rows;
    if (pair === undefined || one === undefined || other === undefined)
      return refuse({ type: 'pair-unknown' });
    if (pair.decision !== null) return refuse({ type: 'pair-decided', by: pair.decided_by ?? '' });
    if (decision === 'two-people') {
      if (pair.rank === 'same-nik' && one.nik_hash.equals(other.nik_hash))
        return refuse({ type: 'same-nik' });
    } else {
      const left = kept === first ? other : kept === second ? one : undefined;
      if (left === undefined) return refuse({ type: 'kept-not-of-pair' });
      if (await isFinal(transaction, election, left.area)) return refuse({ type: 'list-is-final' });
      await markDuplicate(transaction, left, why);
    }
    await transaction
      .updateTable('voter_pair')
      .set({
        ...{ decision, kept: decision === 'one-person' ? kept : null },
        ...{ decided_by: by.account, decided_at: now, decision_reason: why },
      })
      .where('election', '=', election)
      .where('first', '=', first)
      .where('second', '=', second)
      .execute();
    await appendEvent(transaction, {
      ...{
        act: 'voters.pair-decide',
        area: pair.area,
        subject: `${first} ${second}`,
        account: by.account,
        at: now,
      },
      after: { decision, kept, rank: pair.rank },
    });
    return { ok: true, value: null };
  });
}

/** The row stays on the list, with reason and evidence. One that is ineligible already keeps its own reason. */
async function markDuplicate(
  transaction: Transaction,
  { id, ineligible_reason }: VoterRow,
  why: string,
): Promise<void> {
  if (ineligible_reason !== null) return;
  await transaction
    .updateTable('voter')
    .set({ ineligible_reason: 'duplicate', ineligible_evidence: why })
    .where('id', '=', id)
    .execute();
}

async function isFinal(transaction: Transaction, election: string, area: string): Promise<boolean> {
  const list = await transaction
    .selectFrom('voter_list')
    .select('stage')
    .where('election', '=', election)
    .where('area', '=', area)
    .executeTakeFirst();
  return list?.stage === 'final';
}

function pairRow(
  transaction: Transaction,
  election: string,
  first: number,
  second: number,
  forUpdate = false,
) {
  return transaction
    .selectFrom('voter_pair')
    .selectAll()
    .where('election', '=', election)
    .where('first', '=', first)
    .where('second', '=', second)
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
}

async function namesOf(transaction: Transaction, election: string, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { readonly name: string; readonly area: string }>();
  const rows = await transaction
    .selectFrom('voter')
    .select(['id', 'name', 'area'])
    .where('election', '=', election)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
