import { type CivilDate, civilClock, civilDateSchema, type VoterListProblem } from '@bilik/election';
import { type ListFacts, type ListStepRefusal, takeListStep } from '@bilik/voters';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '../../database/connect.ts';
import { appendEvent } from '../../events/append-event.ts';
import { type ActsDoor, NoInput } from '../../http/acts-door.ts';
import { ownElectionsInSight } from '../../set-up/election-meant.ts';
import type { Identities } from '../identity/identities.ts';
import { areaCode, electionId, village } from '../voter-input.ts';
import { lockList } from './list-locking.ts';

const See = z.strictObject({ election: electionId, area: areaCode });
const Step = z.strictObject({
  election: electionId,
  village,
  step: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('post'),
      posting: z.strictObject({ from: civilDateSchema, until: civilDateSchema }),
    }),
    z.strictObject({ type: z.literal('advance') }),
    z.strictObject({ type: z.literal('lock') }),
  ]),
});

export type StepRefusal =
  | ListStepRefusal
  | { readonly type: 'list-unknown' }
  | { readonly type: 'has-errors'; readonly problems: readonly VoterListProblem[] }
  | { readonly type: 'place-without-voters'; readonly places: readonly number[] };

const refuse = (error: StepRefusal) => ({ ok: false, error }) as const;

/** Where each village's list stands, and its next step. */
export function openLifeRoutes(acts: ActsDoor, identities: Identities): void {
  acts.act('voters.elections', NoInput, async (_, { transaction, now }) => ({
    ok: true,
    value: await ownElectionsInSight(transaction, now),
  }));

  acts.act('voters.stages', See, async ({ election, area }, { transaction }) => ({
    ok: true,
    value: await stages(transaction, election, area),
  }));

  acts.act('voters.step', Step, async ({ election, village: area, step }, { transaction, by, now }) => {
    const list = await transaction
      .selectFrom('voter_list')
      .innerJoin('election', 'election.id', 'voter_list.election')
      .select(['stage', 'posted_from', 'posted_until', 'zone'])
      .where('voter_list.election', '=', election)
      .where('voter_list.area', '=', area)
      .forUpdate('voter_list')
      .executeTakeFirst();
    if (list === undefined) return refuse({ type: 'list-unknown' });
    const posting =
      list.posted_from === null || list.posted_until === null
        ? null
        : {
            from: civilDateSchema.parse(list.posted_from),
            until: civilDateSchema.parse(list.posted_until),
          };
    const today: CivilDate = civilClock(now.getTime(), list.zone).date;
    const facts = await listFacts(transaction, election, area);
    const taken = takeListStep({ stage: list.stage, posting }, step, facts, today);
    if (!taken.ok) return refuse(taken.error);
    let fingerprint: string | null = null;
    if (taken.value.stage === 'final') {
      const locked = await lockList(transaction, identities, election, area, now);
      if (!locked.ok) return refuse(locked.error);
      fingerprint = locked.value.list.fingerprint;
    } else {
      await transaction
        .updateTable('voter_list')
        .set({
          stage: taken.value.stage,
          posted_from: taken.value.posting?.from ?? null,
          posted_until: taken.value.posting?.until ?? null,
        })
        .where('election', '=', election)
        .where('area', '=', area)
        .execute();
    }
    await appendEvent(transaction, {
      ...{ act: 'voters.step', area, subject: area, account: by.account, at: now },
      before: { stage: list.stage, posting },
      after: { ...taken.value, ...(fingerprint === null ? {} : { fingerprint }) },
    });
    return { ok: true, value: { ...taken.value, fingerprint } };
  });
}

async function listFacts(transaction: Transaction, election: string, area: string): Promise<ListFacts> {
  const { rows } = await sql<ListFacts>`
    select
      (select count(*) from voter where election = ${election} and area = ${area}) as voters,
      (select count(*) from voter_proposal where election = ${election} and area = ${area} and state = 'waiting') as "waitingProposals",
      (select count(*) from voter_pair where election = ${election} and rank = 'same-nik' and decision is null
        and (first in (select id from voter where election = ${election} and area = ${area})
          or second in (select id from voter where election = ${election} and area = ${area}))) as "undecidedSameNik",
      (select count(*) from voter where election = ${election} and area = ${area} and place_number is null
        and ineligible_reason is null) as undivided`.execute(transaction);
  const [facts] = rows;
  if (facts === undefined) throw new Error('a count without a row');
  return facts;
}

/** Every village of an area with its list; villages without one are there too. */
async function stages(transaction: Transaction, election: string, area: string) {
  const { rows } = await sql<{
    area: string;
    name: string;
    stage: string | null;
    postedFrom: string | null;
    postedUntil: string | null;
    fingerprint: string | null;
    voters: number;
    places: number;
    waiting: number;
  }>`
    select area.code as area, area.name, list.stage, list.posted_from as "postedFrom", list.posted_until as "postedUntil",
      list.fingerprint, coalesce(people.voters, 0) as voters, coalesce(people.places, 0) as places,
      coalesce(waiting.count, 0) as waiting
    from area
    left join voter_list list on list.election = ${election} and list.area = area.code
    left join (select voter.area, count(*) filter (where ineligible_reason is null) as voters,
        count(distinct place_number) as places
      from voter where election = ${election} group by voter.area) people on people.area = area.code
    left join (select voter_proposal.area, count(*) as count from voter_proposal
      where election = ${election} and state = 'waiting' group by voter_proposal.area) waiting on waiting.area = area.code
    where area.level = 4 and (area.code = ${area} or area.code like ${`${area}.%`}) and may_see(area.code)
      and (list.area is not null
        or exists (select 1 from place where place.election = ${election} and place.area = area.code)
        or exists (select 1 from election_village v where v.election = ${election} and v.area = area.code))
    order by area.code`.execute(transaction);
  return rows;
}
