import { civilClock, type Zone } from '@bilik/election';
import type { Transaction } from '../database/connect.ts';

/** What decides which election somebody means who named none. */
export interface DatedElection {
  readonly id: string;
  readonly conduct: 'village-head' | 'other';
  readonly zone: Zone;
  /** Civil days, one a wave. */
  readonly votingDays: readonly string[];
}

const DAY_MS = 86_400_000;
/** As many as a list of elections gives. */
const MOST_LISTED = 100;
/** As many as are looked through for the nearest; a regency holds a few in ten years. */
const MOST_READ = 1000;

/**
 * The election that is meant when nobody chose one comes first: that whose voting day is nearest to today in its zone, so that an
 * event made for next year takes no room of today's. Of equals the village-head one, then the earlier one.
 */
export function nearestFirst<Election extends DatedElection>(
  elections: readonly Election[],
  now: Date,
): Election[] {
  const measured = elections.map((election) => ({ election, days: daysAway(election, now) }));
  return measured
    .sort(
      (one, other) =>
        one.days - other.days ||
        Number(one.election.conduct === 'other') - Number(other.election.conduct === 'other') ||
        compareText(firstDay(one.election), firstDay(other.election)) ||
        compareText(one.election.id, other.election.id),
    )
    .map(({ election }) => election);
}

function daysAway({ zone, votingDays }: DatedElection, now: Date): number {
  const today = Date.parse(civilClock(now.getTime(), zone).date);
  return Math.min(...votingDays.map((day) => Math.abs(Date.parse(day) - today) / DAY_MS));
}

function firstDay({ votingDays }: DatedElection): string {
  return [...votingDays].sort()[0] ?? '';
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** The elections that the scope may read, the one that is meant first. */
export async function electionsInSight(transaction: Transaction, now: Date) {
  const elections = await transaction
    .selectFrom('election')
    .select(['id', 'title', 'voting_date', 'conduct', 'zone'])
    .orderBy('voting_date', 'desc')
    .orderBy('id')
    .limit(MOST_READ)
    .execute();
  const waves = await transaction
    .selectFrom('wave')
    .select(['election', 'voting_date'])
    .where('election', 'in', ['', ...elections.map(({ id }) => id)])
    .execute();
  const dated = elections.map((election) => ({
    ...election,
    votingDays: [
      election.voting_date,
      ...waves.filter((wave) => wave.election === election.id).map(({ voting_date }) => voting_date),
    ],
  }));
  return nearestFirst(dated, now)
    .slice(0, MOST_LISTED)
    .map(({ votingDays: _, ...election }) => election);
}

/** Of those the regency's own: lists of voters, candidates, keys, packages and lanes are of no other. */
export async function ownElectionsInSight(transaction: Transaction, now: Date) {
  const elections = await electionsInSight(transaction, now);
  return elections
    .filter(({ conduct }) => conduct === 'village-head')
    .map(({ id, title }) => ({ id, title }));
}
