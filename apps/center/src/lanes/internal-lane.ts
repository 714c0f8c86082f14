import { createHash, randomBytes } from 'node:crypto';
import { commitmentText, type LaneContradiction } from '@bilik/tabulation';
import { sql } from 'kysely';
import { appendEvent } from '../events/append-event.ts';
import type { ActContext } from '../http/acts-door.ts';
import { contradictionsOf, type LaneInput, laneResult, placeOfLanes } from './lane-figures.ts';

export type CommitRefusal =
  | { readonly type: 'place-unknown' }
  | { readonly type: 'contest-unknown' }
  /** Options are missing or foreign. */
  | { readonly type: 'figures-do-not-fit' }
  /** They contradict each other, and whoever typed them has not said that they were reported so. */
  | { readonly type: 'figures-contradict'; readonly contradictions: readonly LaneContradiction[] }
  /** The official figures were shown beside the earlier ones: what is fixed stays. */
  | { readonly type: 'lanes-met-already' };

export type CommitAnswer =
  | { readonly ok: true; readonly value: { readonly commitment: string } }
  | { readonly ok: false; readonly error: CommitRefusal };

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Fixes the Desk's figures of one contest of a place by a hash, before anybody of the Desk sees the official ones. Safe to repeat. */
export async function commitInternal(
  { transaction, by, now }: ActContext,
  input: {
    readonly election: string;
    readonly place: string;
    readonly contest: string;
    readonly figures: LaneInput;
    readonly sentAs: string;
    /** Codes of the rules that were shown as broken, by whoever says: it was reported so. */
    readonly acknowledged: readonly string[];
  },
): Promise<CommitAnswer> {
  const refuse = (type: Exclude<CommitRefusal['type'], 'figures-contradict'>) =>
    ({ ok: false, error: { type } }) as const;
  const { election, place, contest } = input;
  const found = await placeOfLanes(transaction, election, place);
  if (found === undefined) return refuse('place-unknown');
  const ballot = found.ballots.find((candidate) => candidate.contest === contest);
  if (ballot === undefined) return refuse('contest-unknown');
  const result = laneResult(ballot, found.registered, input.figures);
  if (result === undefined) return refuse('figures-do-not-fit');
  const sent = await transaction
    .selectFrom('internal_figures')
    .select('commitment')
    .where('sent_as', '=', input.sentAs)
    .executeTakeFirst();
  if (sent !== undefined) return { ok: true, value: sent };
  const { rows } = await sql<{
    met: boolean;
  }>`select lanes_ever_met(${election}, ${place}, ${contest}) as met`.execute(transaction);
  if (rows[0]?.met === true) return refuse('lanes-met-already');
  const contradictions = contradictionsOf(found, contest, result);
  if (contradictions.some(({ code }) => !input.acknowledged.includes(code)))
    return { ok: false, error: { type: 'figures-contradict', contradictions } };
  const nonce = randomBytes(32).toString('hex');
  const commitment = sha256(commitmentText({ place, contest, result }, nonce));
  await transaction
    .insertInto('internal_figures')
    .values({
      ...{ election, place, area: found.area, contest, nonce, commitment, sent_as: input.sentAs },
      ...{ figures: JSON.stringify(result), account: by.account, at: now },
    })
    .execute();
  await appendEvent(transaction, {
    ...{ act: 'lanes.commit', area: found.area, subject: place, account: by.account, at: now },
    after: {
      ...{ contest, commitment },
      // which rules, never by which figures: the stream is read by more people than the Desk
      ...(contradictions.length > 0 ? { contradicts: contradictions.map(({ code }) => code) } : {}),
    },
  });
  return { ok: true, value: { commitment } };
}

/** Every hash that was fixed, without figures. @param place left out: of all places */
export async function commitmentsOf(
  { transaction }: ActContext,
  election: string,
  place: string | null = null,
) {
  const { rows } = await sql<{ place: string; contest: string; commitment: string; at: Date }>`
    select place, contest, commitment, at from internal_commitments(${election})
    where ${place}::text is null or place = ${place} limit 5000`.execute(transaction);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
