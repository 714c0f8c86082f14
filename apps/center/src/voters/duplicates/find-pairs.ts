import { villageCodeSchema } from '@bilik/election';
import { findDuplicates } from '@bilik/voters';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CenterParts } from '../../center-parts.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';
import { appendEvent } from '../../events/append-event.ts';
import { electionId } from '../voter-input.ts';

export const FindJob = z.strictObject({ election: electionId, account: z.string().max(60) });

const PAIRS_AT_A_TIME = 500;
const HASH_CHARACTERS = 24;

/**
 * Looks for people listed twice among all voters of an election that are not marked as duplicates. Pairs that people decided stay decided;
 * open ones are replaced by what is found now.
 */
export async function findPairs(
  parts: CenterParts,
  { election, account }: z.output<typeof FindJob>,
): Promise<void> {
  const { area, pairs, people } = await inScope(parts.database, OWN_WORK, async (transaction) => {
    const event = await transaction
      .selectFrom('election')
      .select('area')
      .where('id', '=', election)
      .executeTakeFirstOrThrow();
    const rows = await transaction
      .selectFrom('voter')
      .select(['id', 'area', 'name', 'sex', 'birth_place', 'birth_date'])
      .select(sql<string>`left(encode(nik_hash, 'hex'), ${sql.lit(HASH_CHARACTERS)})`.as('nik'))
      .select(sql<string | null>`left(encode(family_hash, 'hex'), ${sql.lit(HASH_CHARACTERS)})`.as('family'))
      .where('election', '=', election)
      .where(sql<boolean>`ineligible_reason is distinct from 'duplicate'`)
      .orderBy('id')
      .execute();
    const found = findDuplicates(
      rows.map((row) => ({
        ...{ id: String(row.id), village: villageCodeSchema.parse(row.area), name: row.name, sex: row.sex },
        ...{ nikHash: row.nik, familyCardHash: row.family },
        ...{ birthPlace: row.birth_place, birthDate: row.birth_date },
      })),
    );
    return { area: event.area, pairs: found.pairs, people: rows.length };
  });
  await inScope(parts.database, OWN_WORK, async (transaction) => {
    await sql`select bilik.forget_open_pairs(${election})`.execute(transaction);
    for (let start = 0; start < pairs.length; start += PAIRS_AT_A_TIME) {
      await transaction
        .insertInto('voter_pair')
        .values(
          pairs.slice(start, start + PAIRS_AT_A_TIME).map(({ first, second, rank, likeness, bits }) => ({
            ...{ election, area: commonArea(first.village, second.village) },
            ...{
              first: Number(first.id),
              second: Number(second.id),
              rank,
              likeness: JSON.stringify(likeness),
            },
            // two rows with one NIK may be as unlike as can be
            ...{ bits: Number.isFinite(bits) ? bits : -99, decision: null, kept: null },
            ...{ decided_by: null, decided_at: null, decision_reason: null },
          })),
        )
        .onConflict((conflict) => conflict.columns(['election', 'first', 'second']).doNothing())
        .execute();
    }
    await appendEvent(transaction, {
      ...{ act: 'voters.duplicates-found', area, subject: election, account, at: parts.now() },
      after: { people, pairs: pairs.length },
    });
  });
}

/** The smallest area that holds both villages. */
export function commonArea(one: string, other: string): string {
  const parts = one.split('.');
  const others = other.split('.');
  const differing = parts.findIndex((part, index) => part !== others[index]);
  return differing < 0 ? one : parts.slice(0, differing).join('.');
}
