import type { VillageCode } from '@bilik/election';
import { villageCodeSchema } from '@bilik/election';
import { foldLife, type VillageLife } from '@bilik/preparation';
import type { Transaction } from '../database/connect.ts';
import { type KnownElection, readElections } from './event-store.ts';
import { electionUnknown, type Refused, villageLeft, villageUnknown } from './refusals.ts';

/** A village in an election, with its life so far. */
export interface KnownVillage {
  readonly election: KnownElection;
  readonly code: VillageCode;
  readonly name: string;
  readonly firstWave: number;
  readonly life: VillageLife;
}

/**
 * Villages of an election that the scope may see, by code.
 * @param only one village; left out: all
 */
export async function readVillages(
  transaction: Transaction,
  electionId: string,
  only?: string,
): Promise<
  | { readonly ok: true; readonly election: KnownElection; readonly villages: readonly KnownVillage[] }
  | Refused
> {
  const [election] = await readElections(transaction, electionId);
  if (election === undefined) return electionUnknown();
  const rows = await transaction
    .selectFrom('election_village')
    .innerJoin('area', 'area.code', 'election_village.area')
    .select(['area.code', 'area.name', 'first_wave'])
    .where('election', '=', electionId)
    .$if(only !== undefined, (query) => query.where('area.code', '=', only ?? ''))
    .orderBy('area.code')
    .execute();
  const facts = await transaction
    .selectFrom('calendar_fact')
    .select(['area', 'fact'])
    .where('election', '=', electionId)
    .$if(only !== undefined, (query) => query.where('area', '=', only ?? ''))
    .orderBy('number')
    .execute();
  const byVillage = Map.groupBy(facts, ({ area }) => area);
  return {
    ok: true,
    election,
    villages: rows.map(({ code, name, first_wave }) => ({
      election,
      code: villageCodeSchema.parse(code),
      name,
      firstWave: first_wave,
      life: foldLife(
        first_wave,
        (byVillage.get(code) ?? []).map(({ fact }) => fact),
      ),
    })),
  };
}

/** One village. @errors 'election-unknown' · 'village-unknown': not in this election, or outside the scope */
export async function readVillage(
  transaction: Transaction,
  electionId: string,
  code: string,
): Promise<{ readonly ok: true; readonly value: KnownVillage } | Refused> {
  const read = await readVillages(transaction, electionId, code);
  if (!read.ok) return read;
  const [village] = read.villages;
  return village === undefined ? villageUnknown() : { ok: true, value: village };
}

/**
 * The same, with its row locked until the act is over: two people's acts on one village go one after the other.
 * @errors also 'village-left': nothing more is done about it in this event
 */
export async function lockVillage(
  transaction: Transaction,
  electionId: string,
  code: string,
): Promise<{ readonly ok: true; readonly value: KnownVillage } | Refused> {
  await transaction
    .selectFrom('election_village')
    .select('area')
    .where('election', '=', electionId)
    .where('area', '=', code)
    .forUpdate()
    .execute();
  const read = await readVillage(transaction, electionId, code);
  return read.ok && read.value.life.left !== null ? villageLeft(read.value.life.left.decidedOn) : read;
}
