import {
  assertNever,
  fail,
  type IneligibleReason,
  type Result,
  succeed,
  type VoterListState,
} from '@bilik/election';
import type { ProposalKind } from '@bilik/voters';
import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';
import type { Identities } from '../identity/identities.ts';
import { particularsColumns } from '../identity/voter-row.ts';
import type { PersonInput } from '../voter-input.ts';

/** Why an approved change could not be made. The list is what it was. */
export type ApplyRefusal =
  /** The village has a row with this NIK that is not marked a duplicate. */
  { readonly type: 'nik-on-list' };

export interface ApprovedChange {
  readonly election: string;
  readonly area: string;
  readonly kind: ProposalKind;
  readonly voter: number | null;
  readonly person: PersonInput | null;
  readonly reason: IneligibleReason | null;
  readonly evidence: string;
  readonly stage: VoterListState;
}

/** Makes an approved change. @returns the row that it was made to */
export async function applyProposal(
  transaction: Transaction,
  identities: Identities,
  change: ApprovedChange,
): Promise<Result<number, ApplyRefusal>> {
  const { election, area, kind, person, reason, evidence, stage } = change;
  switch (kind) {
    case 'add': {
      if (person === null) throw new Error('a person to be added has no particulars');
      if (await isOnList(transaction, identities, change, person)) return fail({ type: 'nik-on-list' });
      const { id } = await transaction
        .insertInto('voter')
        .values({
          ...{ election, area, ...particularsColumns(identities, area, person) },
          ...(await placeOfNeighbours(transaction, election, area, person)),
          ...{ ineligible_reason: null, ineligible_evidence: null },
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return succeed(id);
    }
    case 'correct': {
      if (person === null) throw new Error('a correction has no particulars');
      if (await isOnList(transaction, identities, change, person)) return fail({ type: 'nik-on-list' });
      return succeed(await updated(transaction, change, particularsColumns(identities, area, person)));
    }
    case 'mark-ineligible':
      return succeed(
        await updated(transaction, change, {
          ...{ ineligible_reason: reason, ineligible_evidence: evidence, marked_beside: stage === 'final' },
        }),
      );
    case 'restore':
      return succeed(
        await updated(transaction, change, { ineligible_reason: null, ineligible_evidence: null }),
      );
    default:
      return assertNever(kind);
  }
}

async function updated(
  transaction: Transaction,
  { election, area, voter }: ApprovedChange,
  columns: object,
): Promise<number> {
  const { id } = await transaction
    .updateTable('voter')
    .set(columns)
    .where('election', '=', election)
    .where('area', '=', area)
    .where('id', '=', voter)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function isOnList(
  transaction: Transaction,
  identities: Identities,
  { election, area, voter }: ApprovedChange,
  person: PersonInput,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('voter')
    .select('id')
    .where('election', '=', election)
    .where('area', '=', area)
    .where('nik_hash', '=', identities.nikHash(person.nik))
    .where(sql<boolean>`ineligible_reason is distinct from 'duplicate'`)
    .where('id', '!=', voter ?? 0)
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody who is added after the division goes where most of their RT goes, at the end of its list; null where it is not divided. */
async function placeOfNeighbours(
  transaction: Transaction,
  election: string,
  area: string,
  { hamlet, rw, rt }: PersonInput,
): Promise<{ readonly place_number: number | null; readonly number: number | null }> {
  const place = await transaction
    .selectFrom('voter')
    .select('place_number')
    .where('election', '=', election)
    .where('area', '=', area)
    .where('place_number', 'is not', null)
    .orderBy(sql`hamlet = ${hamlet} and rw = ${rw} and rt = ${rt} desc, hamlet = ${hamlet} desc`)
    .orderBy('place_number')
    .limit(1)
    .executeTakeFirst();
  if (place?.place_number == null) return { place_number: null, number: null };
  const last = await transaction
    .selectFrom('voter')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('election', '=', election)
    .where('area', '=', area)
    .where('place_number', '=', place.place_number)
    .executeTakeFirst();
  return { place_number: place.place_number, number: Number(last?.number ?? 0) + 1 };
}
