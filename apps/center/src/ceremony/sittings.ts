import { createHash } from 'node:crypto';
import {
  requestStep,
  type SittingRefusal,
  type SittingRequest,
  type SittingStanding,
  type SittingStep,
  standingOf,
} from '@bilik/preparation';
import { type CeremonyPlan, parseCeremonyPlan } from '@bilik/transfer';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';

/** A sitting as it stands. */
export interface KnownSitting {
  readonly id: string;
  readonly election: string;
  readonly area: string;
  readonly plan: CeremonyPlan;
  readonly planText: string;
  readonly standing: SittingStanding;
}

/** The sitting, held until the transaction ends: two messages that come at once are judged one after the other. */
export async function heldSitting(transaction: Transaction, id: string): Promise<KnownSitting | undefined> {
  const row = await transaction
    .selectFrom('sitting')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : known(transaction, row);
}

/** The same for whoever only looks. */
export async function readSitting(transaction: Transaction, id: string): Promise<KnownSitting | undefined> {
  const row = await transaction.selectFrom('sitting').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : known(transaction, row);
}

async function known(
  transaction: Transaction,
  row: { readonly id: string; readonly election: string; readonly area: string; readonly plan: string },
): Promise<KnownSitting> {
  const plan = parseCeremonyPlan(row.plan);
  if (!plan.ok) throw new Error(`the plan of sitting ${row.id} is none`);
  const { id, election, area } = row;
  return {
    id,
    election,
    area,
    plan: plan.value,
    planText: row.plan,
    standing: await standing(transaction, id),
  };
}

async function standing(transaction: Transaction, sitting: string): Promise<SittingStanding> {
  const rows = await transaction
    .selectFrom('sitting_step')
    .select('step')
    .where('sitting', '=', sitting)
    .orderBy('number')
    .execute();
  return standingOf(rows.map(({ step }) => step));
}

/** Appends a step, and the office's event of it. @param by null: a trustee's device, or a computation */
export async function addStep(
  transaction: Transaction,
  sitting: Pick<KnownSitting, 'id' | 'area'>,
  step: SittingStep,
  by: { readonly account: string | null; readonly act: string; readonly now: Date },
): Promise<void> {
  const { id, area } = sitting;
  await transaction
    .insertInto('sitting_step')
    .values({ sitting: id, area, at: by.now, account: by.account, step: JSON.stringify(step) })
    .execute();
  await appendEvent(transaction, {
    ...{ act: by.act, area, subject: id, account: by.account, at: by.now },
    after: step,
  });
}

/** Asks for a step that people decide. */
export async function askStep(
  transaction: Transaction,
  id: string,
  request: SittingRequest,
  by: { readonly account: string; readonly act: string; readonly now: Date },
): Promise<
  | { readonly ok: true; readonly value: KnownSitting }
  | { readonly ok: false; readonly error: SittingRefusal | { readonly type: 'sitting-unknown' } }
> {
  const sitting = await heldSitting(transaction, id);
  if (sitting === undefined) return { ok: false, error: { type: 'sitting-unknown' } };
  const asked = requestStep(sitting.standing, request);
  if (!asked.ok) return asked;
  await addStep(transaction, sitting, asked.value, by);
  return { ok: true, value: sitting };
}

/** What of a notice board's code is kept. */
export function codeHash(code: string): string {
  return createHash('sha256').update(`bilik/v1/notice-board ${code}`).digest('hex');
}
