import {
  assembleVillageMinutes,
  type Contest,
  candidateKey,
  type ElectionKind,
  type OptionKey,
  optionKeySchema,
  type PlaceResult,
  pollingPlaceIdSchema,
  type RulePack,
  type VillageMinutes,
} from '@bilik/election';
import { sql } from 'kysely';
import type { ContestOption } from '../database/base-tables.ts';
import type { Transaction } from '../database/connect.ts';
import { rulePackFingerprint } from '../set-up/set-up-store.ts';
import type { Votes } from '../tabulation/tables.ts';
import { type OutcomeFact, type OutcomeStanding, outcomeFactSchema, standingOf } from './outcome-fact.ts';

/** A village's result as the official sums give it now, and what people decided of it. */
export interface VillageResult {
  readonly election: string;
  readonly area: string;
  readonly village: string;
  readonly contest: Contest;
  readonly minutes: VillageMinutes;
  /** Versions that stand now, ascending. */
  readonly changes: readonly number[];
  readonly facts: readonly { readonly fact: OutcomeFact; readonly account: string; readonly at: Date }[];
  readonly standing: OutcomeStanding;
  readonly chosen: Extract<OutcomeFact, { readonly type: 'chosen-by-people' }> | null;
  /** Fingerprint of the rule pack. */
  readonly rules: string;
}

/** Undefined where no village of this election votes in this contest, or the election has no rules of ours. */
export async function readVillageResult(
  transaction: Transaction,
  question: { readonly election: string; readonly area: string; readonly contest: string },
): Promise<VillageResult | undefined> {
  const { election, area, contest: contestId } = question;
  const row = await transaction
    .selectFrom('contest')
    .innerJoin('election', 'election.id', 'contest.election')
    .innerJoin('election_rules', 'election_rules.election', 'contest.election')
    .innerJoin('area', 'area.code', 'contest.area')
    .select(['contest.title', 'contest.options', 'contest.office', 'rule_pack', 'election.kind', 'area.name'])
    .where('contest.election', '=', election)
    .where('contest.area', '=', area)
    .where('contest.id', '=', contestId)
    .executeTakeFirst();
  if (row === undefined || row.rule_pack === null) return undefined;
  // of the rules as they stand, not the fingerprint that stands beside them
  const rules = rulePackFingerprint(row.rule_pack);
  const contest: Contest = {
    id: contestId,
    office: row.office,
    title: row.title,
    candidates: candidatesOf(row.options),
  } as Contest;
  const places = await placesOf(transaction, question);
  const results = places.flatMap(({ result }) => result ?? []);
  const minutes = villageMinutes(contest, places, results, row.rule_pack, row.kind);
  const changes = places.flatMap(({ changes: numbers }) => numbers).toSorted((left, right) => left - right);
  const facts = await transaction
    .selectFrom('outcome_fact')
    .select(['fact', 'account', 'at'])
    .where('election', '=', election)
    .where('area', '=', area)
    .where('contest', '=', contestId)
    .orderBy('number')
    .execute();
  const parsed = facts.map(({ fact, ...rest }) => ({ ...rest, fact: outcomeFactSchema.parse(fact) }));
  const { chosen, ...standing } = standingOf(
    parsed.map(({ fact }) => fact),
    changes,
    rules,
  );
  return {
    ...{ election, area, village: row.name, contest, minutes, changes, facts: parsed, standing, chosen },
    rules,
  };
}

function candidatesOf(options: readonly ContestOption[]): Contest['candidates'] {
  return options.flatMap(({ number, name }) =>
    number === null ? [] : [{ number, name }],
  ) as Contest['candidates'];
}

function villageMinutes(
  contest: Contest,
  places: readonly { readonly id: string }[],
  results: readonly PlaceResult[],
  rulePack: RulePack,
  kind: ElectionKind,
): VillageMinutes {
  const expected = places.map(({ id }) => pollingPlaceIdSchema.parse(id));
  const assembled = assembleVillageMinutes({ contest, expected, results, rulePack, kind });
  if (!assembled.ok)
    throw new Error(`the sums of a village do not belong together: ${JSON.stringify(assembled.error)}`);
  return assembled.value;
}

interface PlaceStanding {
  readonly id: string;
  readonly changes: readonly number[];
  /** Null until all of its parts are in. */
  readonly result: PlaceResult | null;
}

async function placesOf(
  transaction: Transaction,
  { election, area, contest }: { readonly election: string; readonly area: string; readonly contest: string },
): Promise<readonly PlaceStanding[]> {
  const { rows } = await sql<{
    id: string;
    parts: readonly string[];
    registered: number;
    given: readonly { readonly number: number; readonly users: number; readonly votes: Votes }[];
  }>`
    select place.id, place.parts, place.registered_l + place.registered_p as registered,
      coalesce(jsonb_agg(jsonb_build_object('number', change.number, 'users', change.users, 'votes', change.votes))
        filter (where change.number is not null), '[]') as given
    from place
    left join place_result on place_result.election = place.election and place_result.place = place.id
      and place_result.contest = ${contest} and place_result.lane = 'official' and place_result.part = any (place.parts)
    left join result_change as change on change.number = place_result.change and not change.withdrawn
    where place.election = ${election} and place.area = ${area}
    group by place.election, place.id order by place.id`.execute(transaction);
  return rows.map(({ id, parts, registered, given }) => ({
    id,
    changes: given.map(({ number }) => number),
    result:
      given.length < parts.length
        ? null
        : {
            place: pollingPlaceIdSchema.parse(id),
            ...{ registered, areas: null },
            users: given.reduce((sum, { users }) => sum + users, 0),
            options: optionsOf(given.map(({ votes }) => votes)),
          },
  }));
}

function optionsOf(parts: readonly Votes[]): PlaceResult['options'] {
  const sums = new Map<OptionKey, number>();
  for (const votes of parts) {
    for (const [key, count] of Object.entries(votes)) {
      const option = optionKeySchema.parse(key);
      sums.set(option, (sums.get(option) ?? 0) + count);
    }
  }
  return [...sums].map(([key, votes]) => ({ key, votes }));
}

/** The candidate who takes office: by the rules, or by people where the rules end. Null: nobody yet. */
export function winnerOf({ minutes, chosen }: Pick<VillageResult, 'minutes' | 'chosen'>): number | null {
  const { outcome } = minutes;
  if (outcome.type === 'winner') return outcome.candidate;
  if (outcome.type === 'people-decide' && chosen !== null && outcome.among.includes(chosen.candidate)) {
    return chosen.candidate;
  }
  return null;
}

/** The winner's name, for papers. */
export function nameOf(contest: Contest, candidate: number): string {
  return contest.candidates.find(({ number }) => number === candidate)?.name ?? candidateKey(candidate);
}
