import { lineSchema, slugSchema } from '@bilik/election';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActsDoor } from '../http/acts-door.ts';

const Question = z.strictObject({ election: slugSchema });
const Decision = Question.extend({ open: z.boolean(), reason: lineSchema(500) });

export type PublishRefusal =
  | { readonly type: 'election-unknown' }
  /** People have not opened publishing, or paused it. */
  | { readonly type: 'publishing-paused' };

const SHOWN = 50;

/** What was published, and whether the center publishes by itself. */
export function openPublishRoutes(acts: ActsDoor, { jobs }: Pick<CenterParts, 'jobs'>): void {
  acts.act('publish.show', Question, async ({ election }, { transaction }) => {
    const publications = await transaction
      .selectFrom('publication')
      .select(['number', 'state', 'at', 'published_at', 'left_out', 'snapshot'])
      .where('election', '=', election)
      .orderBy('number', 'desc')
      .limit(SHOWN)
      .execute();
    const decided = await lastDecision(transaction, election);
    return { ok: true, value: { open: decided?.is_open ?? false, decided: decided ?? null, publications } };
  });

  acts.act('publish.decide', Decision, async ({ election, open, reason }, { transaction, by, now }) => {
    const area = await areaOf(transaction, election);
    if (area === undefined) return { ok: false, error: { type: 'election-unknown' } };
    await transaction
      .insertInto('publishing')
      .values({ election, area, is_open: open, reason, account: by.account, at: now })
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'publish.decide', area, subject: election, account: by.account, at: now },
      after: { open, reason },
    });
    if (open) await jobs.ask(transaction, 'write-portal', { election }, election);
    return { ok: true, value: null };
  });

  acts.act('publish.now', Question, async ({ election }, { transaction }) => {
    if ((await areaOf(transaction, election)) === undefined) {
      return { ok: false, error: { type: 'election-unknown' } };
    }
    if ((await lastDecision(transaction, election))?.is_open !== true) {
      return { ok: false, error: { type: 'publishing-paused' } };
    }
    await jobs.ask(transaction, 'write-portal', { election }, election);
    return { ok: true, value: null };
  });
}

function lastDecision(transaction: Transaction, election: string) {
  return transaction
    .selectFrom('publishing')
    .select(['is_open', 'reason', 'account', 'at'])
    .where('election', '=', election)
    .orderBy('number', 'desc')
    .executeTakeFirst();
}

/** Undefined for an election outside the person's own area: whoever may only read it decides nothing. */
async function areaOf(transaction: Transaction, election: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('election')
    .select('area')
    .select((query) => query.fn<boolean>('may_see', ['area']).as('mine'))
    .where('id', '=', election)
    .executeTakeFirst();
  return row?.mine === true ? row.area : undefined;
}
