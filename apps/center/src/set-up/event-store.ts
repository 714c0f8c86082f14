import { type Contest, civilDateSchema, civilTimeSchema, type RulePack, type Zone } from '@bilik/election';
import {
  type Calendar,
  type Checklist,
  type ElectionEvent,
  isForOthers,
  othersCalendar,
  type SelectionRule,
  type SetUp,
  type Wave,
} from '@bilik/preparation';
import { isPublicContent, isPublicText } from '@bilik/publication';
import type { ContestOption } from '../database/base-tables.ts';
import type { Transaction } from '../database/connect.ts';
import { rulePackFingerprint } from './set-up-store.ts';

/** The waves of an election without their villages. */
export type WaveDay = Pick<Wave, 'number' | 'voting'>;

/** An election with the rules under which it was made. */
export interface KnownElection {
  readonly id: string;
  readonly regency: string;
  readonly kind: 'exercise' | 'real';
  readonly title: { readonly id: string; readonly en: string };
  readonly zone: Zone;
  /** Who conducts it; null: the regency. */
  readonly body: string | null;
  readonly rulePack: RulePack | null;
  readonly rulePackFingerprint: string | null;
  readonly calendar: Calendar;
  readonly checklist: Checklist;
  readonly selectionRule: SelectionRule;
  readonly waves: readonly WaveDay[];
}

/** @param id of one election; left out: all that the scope may read, the newest first */
export async function readElections(
  transaction: Transaction,
  id?: string,
): Promise<readonly KnownElection[]> {
  const rows = await transaction
    .selectFrom('election')
    .innerJoin('election_rules', 'election_rules.election', 'election.id')
    .select(['election.id', 'election.area', 'kind', 'title', 'zone', 'body', 'rule_pack'])
    .select(['rule_pack_fingerprint', 'calendar', 'checklist', 'selection_rule'])
    .$if(id !== undefined, (query) => query.where('election.id', '=', id ?? ''))
    .orderBy('voting_date', 'desc')
    .orderBy('election.id')
    .execute();
  const waves = await transaction
    .selectFrom('wave')
    .selectAll()
    .where('election', 'in', ['', ...rows.map((row) => row.id)])
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    regency: row.area,
    kind: row.kind,
    title: row.title,
    zone: row.zone,
    body: row.body,
    rulePack: row.rule_pack,
    rulePackFingerprint: row.rule_pack_fingerprint,
    calendar: row.calendar,
    checklist: row.checklist,
    selectionRule: row.selection_rule,
    waves: waves
      .filter(({ election }) => election === row.id)
      .map(({ number, voting_date, opens, closes }) => ({
        number,
        voting: {
          date: civilDateSchema.parse(voting_date),
          zone: row.zone,
          opens: civilTimeSchema.parse(opens),
          closes: civilTimeSchema.parse(closes),
        },
      })),
  }));
}

/** Whether what an event is called, and the rules it goes by, may be published: one word that may not would stop the whole regency. */
export function isPublicEvent(
  { id, title }: Pick<ElectionEvent, 'id' | 'title'>,
  rulePack: RulePack | null,
): boolean {
  return [id, title.id, title.en].every(isPublicText) && (rulePack === null || isPublicContent(rulePack));
}

/** Writes an event that has passed `parseElectionEvent`. @returns false when an election of this id is there already */
export async function writeEvent(
  transaction: Transaction,
  event: ElectionEvent,
  rules: { readonly rulePack: RulePack | null; readonly setUp: SetUp },
  now: Date,
): Promise<boolean> {
  const [first] = event.waves;
  const { calendars } = rules.setUp;
  const calendar =
    event.conduct.by === 'regency'
      ? calendars.find((one) => !isForOthers(one))
      : (calendars.find(isForOthers) ?? othersCalendar);
  const [checklist] = rules.setUp.checklists;
  const [selectionRule] = rules.setUp.selectionRules;
  if (
    first === undefined ||
    calendar === undefined ||
    checklist === undefined ||
    selectionRule === undefined
  ) {
    throw new Error('an event or set-up that was checked has its first wave and rules');
  }
  const made = await transaction
    .insertInto('election')
    .values({
      id: event.id,
      area: event.regency,
      kind: event.kind,
      conduct: event.conduct.by === 'regency' ? 'village-head' : 'other',
      title: JSON.stringify(event.title),
      zone: first.voting.zone,
      voting_date: first.voting.date,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return false;
  await transaction
    .insertInto('election_rules')
    .values({
      election: event.id,
      area: event.regency,
      body: event.conduct.by === 'others' ? event.conduct.body : null,
      rule_pack: rules.rulePack === null ? null : JSON.stringify(rules.rulePack),
      rule_pack_fingerprint: rules.rulePack === null ? null : rulePackFingerprint(rules.rulePack),
      calendar: JSON.stringify(calendar),
      checklist: JSON.stringify(checklist),
      selection_rule: JSON.stringify(selectionRule),
    })
    .execute();
  if (event.conduct.by === 'others') await writeContests(transaction, event, event.conduct.contests);
  for (const wave of event.waves) await writeWave(transaction, event.id, event.regency, wave);
  return true;
}

/** Adds a wave and its villages. */
export async function writeWave(
  transaction: Transaction,
  election: string,
  regency: string,
  { number, voting, villages }: Wave,
): Promise<void> {
  await transaction
    .insertInto('wave')
    .values({
      ...{ election, area: regency, number },
      ...{ voting_date: voting.date, opens: voting.opens, closes: voting.closes },
    })
    .execute();
  if (villages.length === 0) return;
  await transaction
    .insertInto('election_village')
    .values(villages.map((area) => ({ election, area, first_wave: number })))
    .execute();
}

/** Of an election that others conduct: the same candidates for the whole regency, and no blank vote, which is ours. */
async function writeContests(
  transaction: Transaction,
  event: ElectionEvent,
  contests: readonly Contest[],
): Promise<void> {
  await transaction
    .insertInto('contest')
    .values(
      contests.map((contest, index) => ({
        ...{
          election: event.id,
          area: event.regency,
          id: contest.id,
          position: index + 1,
          office: contest.office,
        },
        title: JSON.stringify(contest.title),
        options: JSON.stringify(
          [...contest.candidates]
            .sort((left, right) => left.number - right.number)
            .map(({ number, name }): ContestOption => ({ key: `c${number}`, number, name, photo: null })),
        ),
      })),
    )
    .execute();
}
