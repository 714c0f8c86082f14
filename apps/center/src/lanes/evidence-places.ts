import { sql } from 'kysely';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';
import { ownElectionsInSight } from '../set-up/election-meant.ts';

/** A village with the polling places of which evidence is taken. Who is where is public. */
export interface EvidenceVillage {
  readonly code: string;
  readonly name: string;
  readonly subDistrict: string;
  readonly places: readonly { readonly id: string; readonly number: number }[];
}

/** What was read is read again after this long: it costs the same however often strangers ask for it. */
const PLACES_KEPT_MS = 60_000;
const ELECTIONS_KEPT_MS = 10_000;

/** Of what the public may send evidence. */
export interface EvidencePlaces {
  readonly elections: () => ReturnType<typeof ownElectionsInSight>;
  /** By villages, by name: what is written on a sheet is no code that people like to type. Empty for an election that is none. */
  readonly ofElection: (election: string) => Promise<readonly EvidenceVillage[]>;
}

/** Elections and their polling places, kept for a while: names that nobody has are looked for in what is kept, and never in the database. */
export function openEvidencePlaces({ database, now }: Pick<CenterParts, 'database' | 'now'>): EvidencePlaces {
  /** Asks once for all who ask meanwhile and a while after; what failed is asked for again. */
  const keptFor = <Value>(keptMs: number, read: () => Promise<Value>) => {
    let kept: { readonly until: number; readonly value: Promise<Value> } | undefined;
    return (): Promise<Value> => {
      const at = now().getTime();
      if (kept === undefined || at >= kept.until) {
        const value = read();
        kept = { until: at + keptMs, value };
        value.catch(() => {
          kept = undefined;
        });
      }
      return kept.value;
    };
  };
  const elections = keptFor(ELECTIONS_KEPT_MS, () =>
    inScope(database, OWN_WORK, (transaction) => ownElectionsInSight(transaction, now())),
  );
  const places = new Map<string, () => Promise<readonly EvidenceVillage[]>>();
  return {
    elections,
    async ofElection(election) {
      if (!(await elections()).some(({ id }) => id === election)) return [];
      const known =
        places.get(election) ??
        keptFor(PLACES_KEPT_MS, () =>
          inScope(database, OWN_WORK, (transaction) => villagesOf(transaction, election)),
        );
      places.set(election, known);
      return known();
    },
  };
}

async function villagesOf(transaction: Transaction, election: string): Promise<readonly EvidenceVillage[]> {
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
}
