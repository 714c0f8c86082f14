import { sql } from 'kysely';
import { type ActsDoor, NoInput } from '../http/acts-door.ts';
import { electionsInSight } from './election-meant.ts';
import { zoneOf } from './regency-order.ts';

/** Most areas of one answer: a province has up to 8,600 villages. */
const AREAS_LIMIT = 10_000;

/** What screens of the office call areas and hours by: the names of one's own area, of all below and above it, and their time zone. */
export function openNameRoutes(acts: ActsDoor): void {
  acts.act('set-up.names', NoInput, async (_, { transaction, by, now }) => {
    const areas = await transaction
      .selectFrom('area')
      .select(['code', 'name'])
      .where(sql<boolean>`may_read(code)`)
      .orderBy('code')
      .limit(AREAS_LIMIT)
      .execute();
    const [election] = await electionsInSight(transaction, now);
    return { ok: true, value: { areas, zone: election?.zone ?? zoneOf(by.area) } };
  });
}
