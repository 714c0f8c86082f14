import { createHash } from 'node:crypto';
import { civilDateSchema, lineSchema, slugSchema, villageCodeSchema } from '@bilik/election';
import { renderDecreeDraft, renderVillageMinutes } from '@bilik/papers';
import type { Answer } from '@bilik/server';
import { sql } from 'kysely';
import { z } from 'zod';
import { appendEvent } from '../events/append-event.ts';
import type { ActContext, ActsDoor } from '../http/acts-door.ts';
import type { OutcomeFact } from './outcome-fact.ts';
import { nameOf, readVillageResult, type VillageResult, winnerOf } from './village-result.ts';

const Question = z.strictObject({ election: slugSchema, area: villageCodeSchema, contest: slugSchema });
const people = z
  .array(lineSchema(100))
  .min(2)
  .max(20)
  // two people are two names
  .refine(
    (names) =>
      new Set(names.map((name) => name.toLocaleLowerCase('id').replace(/\s+/g, ' '))).size === names.length,
    'person-twice',
  );
const Determine = Question.extend({
  people,
  /** Of the result that they looked at: determined is what they saw, or nothing. */
  changes: z.array(z.int().min(1)).min(1).max(1000),
});
const Choose = Question.extend({
  candidate: z.int().min(1).max(9),
  reason: lineSchema(500),
  minutesNumber: lineSchema(80),
  people,
});
const Reopen = Question.extend({ reason: lineSchema(500) });
const Decree = Question.extend({ number: lineSchema(80), date: civilDateSchema });
const Villages = z.strictObject({ election: slugSchema, contest: slugSchema });

export type OutcomeRefusal =
  | { readonly type: 'village-unknown' }
  /** Polling places are missing. */
  | { readonly type: 'not-complete'; readonly missing: readonly string[] }
  /** Figures changed since the person looked. */
  | { readonly type: 'result-changed' }
  | { readonly type: 'determined-already' }
  | { readonly type: 'not-determined' }
  /** The regent's decree stands on what was decided: it is reopened first. */
  | { readonly type: 'decreed-already' }
  /** The rules name the winner: there is nothing to choose. */
  | { readonly type: 'rules-decide' }
  | { readonly type: 'not-among'; readonly among: readonly number[] }
  /** Nobody is elected yet: another round, a choice of people, or no winner at all. */
  | { readonly type: 'no-winner' };

const refuse = (error: OutcomeRefusal) => ({ ok: false, error }) as const;

/** Results of villages: what the rules say of the sums, and what people decided. */
export function openOutcomeRoutes(acts: ActsDoor): void {
  const asked = async <Value>(
    { transaction }: ActContext,
    question: z.output<typeof Question>,
    work: (result: VillageResult) => Promise<Answer<Value, OutcomeRefusal>>,
  ): Promise<Answer<Value, OutcomeRefusal>> => {
    // two people who decide of one village do so one after the other
    await transaction
      .selectFrom('place')
      .select('id')
      .where('election', '=', question.election)
      .where('area', '=', question.area)
      .orderBy('id')
      .forUpdate()
      .execute();
    const result = await readVillageResult(transaction, question);
    return result === undefined ? refuse({ type: 'village-unknown' }) : work(result);
  };
  const note = async (
    { transaction, by, now }: ActContext,
    result: VillageResult,
    act: string,
    fact: OutcomeFact,
  ) => {
    const { election, area, contest } = result;
    await transaction
      .insertInto('outcome_fact')
      .values({
        election,
        area,
        contest: contest.id,
        fact: JSON.stringify(fact),
        account: by.account,
        at: now,
      })
      .execute();
    await appendEvent(transaction, {
      ...{ act, area, subject: `${area}/${contest.id}`, account: by.account, at: now },
      before: result.standing,
      after: fact,
    });
    return { ok: true, value: null } as const;
  };

  acts.act('outcome.village', Question, async (question, context) => {
    const result = await readVillageResult(context.transaction, question);
    return result === undefined
      ? refuse({ type: 'village-unknown' })
      : { ok: true, value: { ...result, winner: winnerOf(result) } };
  });

  acts.act('outcome.villages', Villages, async ({ election, contest }, { transaction }) => {
    const { rows } = await sql<{
      area: string;
      name: string;
      places: number;
      expected: number;
      stage: string;
    }>`
      select contest.area, area.name, coalesce(sum.places, 0) as places, coalesce(expected.places, 0) as expected,
        coalesce((select fact ->> 'type' from outcome_fact where outcome_fact.election = contest.election
          and outcome_fact.area = contest.area and outcome_fact.contest = contest.id order by number desc limit 1), 'provisional') as stage
      from contest join area on area.code = contest.area
      left join expected_places as expected on expected.election = contest.election and expected.area = contest.area
      left join area_sum as sum on sum.election = contest.election and sum.area = contest.area and sum.contest = contest.id and sum.lane = 'official'
      where contest.election = ${election} and contest.id = ${contest} and may_see(contest.area)
      order by contest.area limit 2000`.execute(transaction);
    return { ok: true, value: rows };
  });

  acts.act('outcome.determine', Determine, ({ people: names, changes, ...question }, context) =>
    asked(context, question, async (result) => {
      if (result.standing.stage !== 'provisional' && !result.standing.isStale) {
        return refuse({ type: 'determined-already' });
      }
      const { outcome } = result.minutes;
      if (outcome.type === 'incomplete') return refuse({ type: 'not-complete', missing: outcome.missing });
      if (changes.join() !== result.changes.join()) return refuse({ type: 'result-changed' });
      const minutes = fingerprintOf(result);
      return note(context, result, 'outcome.determine', {
        type: 'determined',
        changes,
        minutes,
        people: names,
        rules: result.rules,
      });
    }),
  );

  acts.act(
    'outcome.choose',
    Choose,
    ({ candidate, reason, minutesNumber, people: names, ...question }, context) =>
      asked(context, question, async (result) => {
        if (result.standing.stage === 'decreed') return refuse({ type: 'decreed-already' });
        const { outcome } = result.minutes;
        if (outcome.type !== 'people-decide') return refuse({ type: 'rules-decide' });
        if (!outcome.among.includes(candidate)) return refuse({ type: 'not-among', among: outcome.among });
        // people choose on figures that are determined: on others their choice means another thing
        if (result.standing.stage === 'provisional' || result.standing.isStale) {
          return refuse({ type: 'not-determined' });
        }
        return note(context, result, 'outcome.choose', {
          ...{ type: 'chosen-by-people', candidate, reason, minutesNumber, people: names },
        });
      }),
  );

  acts.act('outcome.reopen', Reopen, ({ reason, ...question }, context) =>
    asked(context, question, async (result) =>
      result.standing.stage === 'provisional'
        ? refuse({ type: 'not-determined' })
        : note(context, result, 'outcome.reopen', { type: 'reopened', reason }),
    ),
  );

  acts.act('outcome.decree', Decree, ({ number, date, ...question }, context) =>
    asked(context, question, async (result) => {
      if (result.standing.stage === 'provisional' || result.standing.isStale) {
        return refuse({ type: 'not-determined' });
      }
      if (result.standing.stage === 'decreed') return refuse({ type: 'decreed-already' });
      if (winnerOf(result) === null) return refuse({ type: 'no-winner' });
      return note(context, result, 'outcome.decree', { type: 'decreed', number, date });
    }),
  );

  acts.paper('outcome.minutes', Question, async (question, { transaction, now }) => {
    const result = await readVillageResult(transaction, question);
    if (result === undefined) return refuse({ type: 'village-unknown' });
    return {
      ok: true,
      value: {
        bytes: renderVillageMinutes({
          ...(await frameOf(result, { transaction, now })),
          minutes: result.minutes,
          chosen: result.chosen,
          isDetermined: result.standing.stage !== 'provisional' && !result.standing.isStale,
          fingerprint: fingerprintOf(result),
        }),
        ...{ type: 'application/pdf', fileName: `berita-acara-${question.area}.pdf` },
      },
    };
  });

  acts.paper('outcome.decree-draft', Question, async (question, { transaction, now }) => {
    const result = await readVillageResult(transaction, question);
    if (result === undefined) return refuse({ type: 'village-unknown' });
    const winner = winnerOf(result);
    if (result.standing.stage === 'provisional' || result.standing.isStale) {
      return refuse({ type: 'not-determined' });
    }
    if (winner === null) return refuse({ type: 'no-winner' });
    return {
      ok: true,
      value: {
        bytes: renderDecreeDraft({
          ...(await frameOf(result, { transaction, now })),
          winner: nameOf(result.contest, winner),
          number: winner,
          fingerprint: fingerprintOf(result),
          citations: result.minutes.citations,
        }),
        ...{ type: 'application/pdf', fileName: `rancangan-keputusan-${question.area}.pdf` },
      },
    };
  });
}

/** What is printed on the minutes and determined: the same figures and reasons have the same fingerprint. */
function fingerprintOf({ minutes, chosen }: VillageResult): string {
  return createHash('sha256')
    .update(`bilik/v1/village-minutes\n${JSON.stringify([minutes, chosen])}`)
    .digest('hex');
}

async function frameOf(
  { election, area, village }: VillageResult,
  { transaction, now }: Pick<ActContext, 'transaction' | 'now'>,
) {
  const facts = await transaction
    .selectFrom('election')
    .select(['title', 'kind'])
    .where('id', '=', election)
    .executeTakeFirstOrThrow();
  const above = await transaction
    .selectFrom('area')
    .select(['code', 'name'])
    .where('code', 'in', [area.slice(0, 5), area.slice(0, 8)])
    .execute();
  const named = (code: string) => above.find((row) => row.code === code)?.name ?? '';
  return {
    ...{ village, subDistrict: named(area.slice(0, 8)), regency: named(area.slice(0, 5)) },
    ...{ title: facts.title.id, isExercise: facts.kind === 'exercise' },
    day: now.toISOString().slice(0, 10),
  };
}
