import { lineSchema, slugSchema } from '@bilik/election';
import { sql } from 'kysely';
import { z } from 'zod';
import { withPeople } from '../accounts/people.ts';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { failedTry } from './publication-failed.ts';
import type { PublishPlaces } from './publish-places.ts';
import { readSiteLog } from './site-log.ts';
import type { LeftOut } from './tables.ts';
import { waitingSince } from './waiting.ts';

const Question = z.strictObject({ election: slugSchema });
const Decision = Question.extend({ open: z.boolean(), reason: lineSchema(500) });

export type PublishRefusal =
  | { readonly type: 'election-unknown' }
  /** People have not opened publishing, or paused it. */
  | { readonly type: 'publishing-paused' }
  /** A center has one public site with one history; another election stands on it, or is opened for it. */
  | { readonly type: 'other-election-published'; readonly election: string };

const SHOWN = 50;
/** What waits longer than this while publishing is open, waits because something is broken. */
const LATE_MS = 5 * 60_000;

const refuse = (error: PublishRefusal) => ({ ok: false, error }) as const;

/** What was published and what waits, and whether the center publishes by itself. */
export function openPublishRoutes(
  acts: ActsDoor,
  { jobs }: Pick<CenterParts, 'jobs'>,
  places: PublishPlaces,
): void {
  acts.act('publish.show', Question, async ({ election }, { transaction, now }) => {
    const publications = await transaction
      .selectFrom('publication')
      .select(['number', 'state', 'at', 'published_at', 'left_out', 'snapshot'])
      .where('election', '=', election)
      .orderBy('number', 'desc')
      .limit(SHOWN)
      .execute();
    const decisions = await decisionsOf(transaction, election, SHOWN);
    const open = decisions[0]?.is_open ?? false;
    const decided = await withPeople(transaction, decisions);
    const waiting = await waitingSince(transaction, election, publications[0]?.at);
    return {
      ok: true,
      value: {
        ...{ open, decisions: decided, waiting },
        publications: await withOwnLeftOut(transaction, publications),
        zone: await zoneOf(transaction, election),
        failed: await failedTry(transaction, election),
        isLate:
          open && waiting.since !== null && now.getTime() - lastOf(waiting.since, decisions[0]?.at) > LATE_MS,
        // the center's one site is this election's if it was ever published
        site: publications.length === 0 ? { type: 'nothing-published' } : await readSiteLog(places),
      },
    };
  });

  acts.act('publish.decide', Decision, async ({ election, open, reason }, { transaction, by, now }) => {
    const area = await areaOf(transaction, election);
    if (area === undefined) return refuse({ type: 'election-unknown' });
    const other = open ? await otherElection(transaction, election) : undefined;
    if (other !== undefined) return refuse({ type: 'other-election-published', election: other });
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
      return refuse({ type: 'election-unknown' });
    }
    const [last] = await decisionsOf(transaction, election, 1);
    if (last?.is_open !== true) return refuse({ type: 'publishing-paused' });
    await jobs.ask(transaction, 'write-portal', { election }, election);
    return { ok: true, value: null };
  });
}

/** Each with what it left out of the person's own area; the publication itself is everybody's. */
async function withOwnLeftOut<Publication extends { readonly left_out: readonly LeftOut[] }>(
  transaction: Transaction,
  publications: readonly Publication[],
): Promise<readonly Publication[]> {
  const villages = [...new Set(publications.flatMap(({ left_out }) => left_out.map(villageOf)))];
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${villages}::text[]) as code where may_see(code)`.execute(transaction);
  const own = new Set(rows.map(({ code }) => code));
  return publications.map((publication) => ({
    ...publication,
    left_out: publication.left_out.filter((one) => own.has(villageOf(one))),
  }));
}

function villageOf(one: LeftOut): string {
  return 'village' in one ? one.village : one.place.slice(0, one.place.lastIndexOf('-'));
}

/** What waited while publishing was paused is not late before it was opened again. In milliseconds since 1970. */
function lastOf(since: Date, decided: Date | undefined): number {
  return Math.max(since.getTime(), decided?.getTime() ?? 0);
}

/** Newest first. */
function decisionsOf(transaction: Transaction, election: string, most: number) {
  return transaction
    .selectFrom('publishing')
    .select(['number', 'is_open', 'reason', 'account', 'at'])
    .where('election', '=', election)
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
}

async function zoneOf(transaction: Transaction, election: string) {
  const row = await transaction
    .selectFrom('election')
    .select('zone')
    .where('id', '=', election)
    .executeTakeFirst();
  return row?.zone ?? null;
}

/** Undefined for an election outside the person's own area, where whoever may only read it decides nothing, and for one that others conduct. */
async function areaOf(transaction: Transaction, election: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('election')
    .select('area')
    .select((query) => query.fn<boolean>('may_see', ['area']).as('mine'))
    .where('id', '=', election)
    .where('conduct', '=', 'village-head')
    .executeTakeFirst();
  return row?.mine === true ? row.area : undefined;
}

/** Another election that was published from here, or is opened for it. */
async function otherElection(transaction: Transaction, election: string): Promise<string | undefined> {
  const published = await transaction
    .selectFrom('publication')
    .select('election')
    .where('election', '<>', election)
    .executeTakeFirst();
  if (published !== undefined) return published.election;
  const decided = await transaction
    .selectFrom('publishing')
    .distinctOn('election')
    .select(['election', 'is_open'])
    .where('election', '<>', election)
    .orderBy('election')
    .orderBy('number', 'desc')
    .execute();
  return decided.find(({ is_open }) => is_open)?.election;
}
