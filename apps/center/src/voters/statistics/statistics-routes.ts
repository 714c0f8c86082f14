import { hideSmallCells, type StatisticsTableName, voterStatistics } from '@bilik/voters';
import { z } from 'zod';
import type { Transaction } from '../../database/connect.ts';
import type { ActsDoor } from '../../http/acts-door.ts';
import { votingDateOf } from '../list/list-routes.ts';
import { areaCode, areaRange, electionId } from '../voter-input.ts';

const See = z.strictObject({ election: electionId, area: areaCode });

/** Who sees small figures: those who may see the people themselves. */
const SEES_ALL = ['regency', 'registrar', 'committee'];

/** The figures of an area's list. Whoever may not see people sees no small figure either. */
export function openStatisticsRoutes(acts: ActsDoor): void {
  acts.act('voters.statistics', See, async ({ election, area }, { transaction, by }) => {
    const votingDate = await votingDateOf(transaction, election);
    if (votingDate === undefined) return { ok: false, error: { type: 'election-unknown' } } as const;
    const statistics = voterStatistics(await countedPeople(transaction, election, area), votingDate);
    const isWhole = SEES_ALL.includes(by.role);
    const tables = Object.entries(statistics.tables).map(([name, rows]) => ({
      name: name as StatisticsTableName,
      ...(isWhole
        ? { rows: rows.map((row) => ({ ...row, all: row.L + row.P })), hiddenRows: 0 }
        : hideSmallCells(rows)),
    }));
    return { ok: true, value: { eligible: statistics.eligible, ineligible: statistics.ineligible, tables } };
  });
}

/** Nothing but what is counted leaves the database. */
async function countedPeople(transaction: Transaction, election: string, area: string) {
  const [from, before] = areaRange(area);
  const rows = await transaction
    .selectFrom('voter')
    .select(['sex', 'birth_date', 'marital_status', 'hamlet', 'disability', 'ineligible_reason'])
    .where('election', '=', election)
    .where('area', '>=', from)
    .where('area', '<', before)
    .execute();
  return rows.map((row) => ({
    ...{ sex: row.sex, birthDate: row.birth_date, maritalStatus: row.marital_status },
    ...{ hamlet: row.hamlet, disability: row.disability },
    ineligible: row.ineligible_reason === null ? null : { reason: row.ineligible_reason, evidence: '' },
  }));
}
