import { areaCodeSchema, type Bilingual, pollingPlaceIdSchema, slugSchema } from '@bilik/election';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { NoInput } from '../http/acts-door.ts';
import { conductOf } from '../set-up/conduct.ts';
import { electionsInSight } from '../set-up/election-meant.ts';
import { conductedByOthers, conductedByRegency, refuse } from '../set-up/refusals.ts';
import { areaPage } from './area-page.ts';
import { recountSums } from './recount.ts';

const AreaQuestion = z.strictObject({
  election: slugSchema,
  contest: slugSchema,
  /** Empty for the country. */
  area: areaCodeSchema.or(z.literal('')),
});
const HistoryQuestion = z.strictObject({
  election: slugSchema,
  place: pollingPlaceIdSchema,
});

/** What was published from here, or opened for it once. */
function publishedFromHere(transaction: Transaction) {
  return transaction
    .selectFrom('publication')
    .select('election')
    .union((query) => query.selectFrom('publishing').select('election').where('is_open', '=', true))
    .execute();
}

const VILLAGE_HEADS: Bilingual = { id: 'Kepala desa', en: 'Village heads' };

/** The official sums, and the own count of an election that others conduct: every number down to its place and version. */
export function openTabulationRoutes(acts: ActsDoor): void {
  acts.act('tabulation.elections', NoInput, async (_, { transaction, now }) => {
    const elections = await electionsInSight(transaction, now);
    const published = await publishedFromHere(transaction);
    const contests = await transaction
      .selectFrom('contest')
      .select(['election', 'id', 'office'])
      .select(sql<Bilingual>`min(title::text)::jsonb`.as('title'))
      .select(sql<number>`count(distinct title)::int`.as('titles'))
      .groupBy(['election', 'position', 'id', 'office'])
      .orderBy('election')
      .orderBy('position')
      .orderBy('id')
      .execute();
    return {
      ok: true,
      value: elections.map((election) => ({
        ...election,
        // the center's one site is that election's
        isPublished: published.some((one) => one.election === election.id),
        contests: contests
          .filter((contest) => contest.election === election.id)
          // one name for what each village calls after itself
          .map(({ id, office, title, titles }) => ({
            id,
            title: titles > 1 && office === 'village-head' ? VILLAGE_HEADS : title,
          })),
      })),
    };
  });
  acts.act('tabulation.area', AreaQuestion, async (question, { transaction }) => {
    if (!(await maySee(transaction, question.area))) return areaNotYours();
    if ((await conductOf(transaction, question.election)) === 'other') return conductedByOthers();
    return { ok: true, value: await areaPage(transaction, { ...question, lane: 'official' }) };
  });
  acts.act('tabulation.own-count', AreaQuestion, async (question, { transaction }) => {
    if (!(await maySee(transaction, question.area))) return areaNotYours();
    if ((await conductOf(transaction, question.election)) !== 'other') return conductedByRegency();
    const contest = await contestOf(transaction, question);
    if (contest === undefined) return contestUnknown();
    const page = await areaPage(transaction, { ...question, lane: 'internal' });
    const options = contest.options.map(({ key, number, name }) => ({ key, number, name }));
    return { ok: true, value: { ...page, title: contest.title, options } };
  });
  acts.act('tabulation.history', HistoryQuestion, async (question, { transaction }) => ({
    ok: true,
    value: await placeHistory(transaction, question),
  }));
  acts.act('tabulation.recount', NoInput, async (_, { transaction }) => ({
    ok: true,
    value: await recountSums(transaction),
  }));
}

const areaNotYours = () =>
  refuse(
    'area-not-yours',
    'Jumlah wilayah ini bukan untuk akun Anda. Tidak ada yang ditampilkan.',
    'The sums of this area are not for your account. Nothing is shown.',
  );

const contestUnknown = () =>
  refuse(
    'contest-unknown',
    'Jabatan ini tidak dipilih dalam acara ini. Tidak ada yang ditampilkan.',
    'This office is not elected in this event. Nothing is shown.',
  );

/** A contest that is the same for all, and what stands on its ballot. */
async function contestOf(
  transaction: Transaction,
  { election, contest }: { readonly election: string; readonly contest: string },
) {
  return transaction
    .selectFrom('contest')
    .select(['title', 'options'])
    .where('election', '=', election)
    .where('id', '=', contest)
    .executeTakeFirst();
}

/** Whether an area is the person's own, or below it. */
async function maySee(transaction: Transaction, area: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_see(${area}) as may`.execute(transaction);
  return rows[0]?.may === true;
}

/** Every version of a place's figures, official or, where others conduct the election, our own; oldest first, with what a reader needs to understand them. */
async function placeHistory(
  transaction: Transaction,
  { election, place }: { readonly election: string; readonly place: string },
) {
  const lane = (await conductOf(transaction, election)) === 'other' ? 'internal' : 'official';
  const changes = await transaction
    .selectFrom('result_change')
    .select(['number', 'at', 'contest', 'part', 'withdrawn', 'users', 'women', 'valid', 'invalid'])
    .select(['votes', 'source_kind', 'source', 'account', 'reason', 'replaces'])
    .where('election', '=', election)
    .where('place', '=', place)
    .where('lane', '=', lane)
    .orderBy('number')
    .limit(500)
    .execute();
  const row = await transaction
    .selectFrom('place')
    .innerJoin('election', 'election.id', 'place.election')
    .select(['place.area', 'election.zone'])
    .where('place.election', '=', election)
    .where('place.id', '=', place)
    .executeTakeFirst();
  if (row === undefined) return { changes: [], contests: [], zone: null };
  // its own contest, and those of the areas around it
  const areas = row.area.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));
  const contests = await transaction
    .selectFrom('contest')
    .select(['id', 'options'])
    .where('election', '=', election)
    .where('area', 'in', areas)
    .orderBy('position')
    .execute();
  return { changes, contests, zone: row.zone };
}
