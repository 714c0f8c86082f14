import { sql } from 'kysely';
import type { CenterParts } from '../center-parts.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';

/** A village with the polling places of which evidence is taken. Who is where is public. */
export interface EvidenceVillage {
  readonly code: string;
  readonly name: string;
  readonly subDistrict: string;
  readonly places: readonly { readonly id: string; readonly number: number }[];
}

/** The list is read again after this long: it costs the same however often strangers ask for it. */
const KEPT_MS = 60_000;

/** The polling places of an election by villages, by name: what is written on a sheet is no code that people like to type. */
export function openEvidencePlaces({
  database,
  now,
}: Pick<CenterParts, 'database' | 'now'>): (election: string) => Promise<readonly EvidenceVillage[]> {
  const kept = new Map<string, { readonly until: number; readonly villages: readonly EvidenceVillage[] }>();
  return async (election) => {
    const known = kept.get(election);
    if (known !== undefined && now().getTime() < known.until) return known.villages;
    const villages = await inScope(database, OWN_WORK, async (transaction) => {
      const { rows } = await sql<EvidenceVillage>`
        select area.code, area.name, coalesce(parent.name, '') as "subDistrict",
          json_agg(json_build_object('id', place.id, 'number', place.number) order by place.number) as places
        from place join election on election.id = place.election and election.conduct = 'village-head'
        join area on area.code = place.area left join area as parent on parent.code = area.parent
        where place.election = ${election}
        group by area.code, area.name, parent.name order by area.name, area.code limit ${LIST_LIMITS.places}`.execute(
        transaction,
      );
      return rows;
    });
    // names of elections that nobody has are not kept: anybody may ask for any
    if (villages.length > 0) kept.set(election, { until: now().getTime() + KEPT_MS, villages });
    return villages;
  };
}
