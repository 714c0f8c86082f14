import type { PlaceContest } from '@bilik/tabulation';
import { sql } from 'kysely';
import type { z } from 'zod';
import { appendEvent } from '../events/append-event.ts';
import type { ActContext } from '../http/acts-door.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';
import { contradictionsOf, type laneFiguresSchema, laneResult, placeOfLanes } from './lane-figures.ts';

/** One evidence on the moderators' list. */
export interface EvidenceLine {
  readonly id: number;
  readonly place: string;
  readonly kind: 'photo' | 'code';
  readonly sha256: string | null;
  readonly code: string | null;
  readonly is_signed: boolean;
  readonly at: Date;
  readonly verdict: 'accepted' | 'refused' | null;
  readonly reason: string | null;
}

/** What the public sent for an area: what nobody has looked at first, oldest first. */
export async function listEvidence({ transaction }: ActContext, election: string) {
  const { rows } = await sql<EvidenceLine>`
    select evidence.id, evidence.place, evidence.kind, evidence.sha256, evidence.code, evidence.is_signed, evidence.at,
      verdict.verdict, verdict.reason
    from evidence
    left join lateral (
      select * from evidence_verdict where evidence_verdict.evidence = evidence.id order by number desc limit 1
    ) as verdict on true
    where evidence.election = ${election}
    order by verdict.verdict is not null, evidence.id
    limit ${LIST_LIMITS.evidence}`.execute(transaction);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

export type ModerationRefusal =
  | { readonly type: 'evidence-unknown' }
  | { readonly type: 'figures-do-not-fit'; readonly contest: string };

/** Accepts or refuses one evidence, with a reason and, of an accepted one, what it shows. A later verdict replaces an earlier one. */
export async function moderate(
  { transaction, by, now }: ActContext,
  input: {
    readonly evidence: number;
    readonly verdict: 'accepted' | 'refused';
    readonly reason: string;
    readonly figures: Readonly<Record<string, z.output<typeof laneFiguresSchema>>>;
  },
): Promise<
  { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: ModerationRefusal }
> {
  const row = await transaction
    .selectFrom('evidence')
    .select(['election', 'place', 'area'])
    .where('id', '=', input.evidence)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, error: { type: 'evidence-unknown' } };
  const place = await placeOfLanes(transaction, row.election, row.place);
  if (place === undefined) return { ok: false, error: { type: 'evidence-unknown' } };
  const shown = new Map<string, PlaceContest>();
  for (const [contest, figures] of Object.entries(input.figures)) {
    const ballot = place.ballots.find((candidate) => candidate.contest === contest);
    const result = ballot === undefined ? undefined : laneResult(ballot, place.registered, figures);
    // votes that are not the valid ones are a slip of whoever reads a photo that is clear enough to be accepted
    if (result === undefined || contradictionsOf(place, contest, result).some(({ code }) => code === 'E02'))
      return { ok: false, error: { type: 'figures-do-not-fit', contest } };
    shown.set(contest, result);
  }
  const { evidence, verdict, reason } = input;
  const hasFigures = verdict === 'accepted' && shown.size > 0;
  await transaction
    .insertInto('evidence_verdict')
    .values({
      ...{ evidence, area: row.area, verdict, reason, account: by.account, at: now },
      figures: hasFigures ? JSON.stringify(Object.fromEntries(shown)) : null,
    })
    .execute();
  await appendEvent(transaction, {
    ...{ act: 'lanes.moderate', area: row.area, subject: row.place, account: by.account, at: now },
    after: { evidence, verdict, reason },
  });
  return { ok: true, value: null };
}
