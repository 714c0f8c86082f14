import type { BallotCheckers } from '@bilik/ballot';
import { type PollingPlaceFigures, resultContests } from '@bilik/election';
import { parseDeliveryManifest, type SignedResult, writeReceipt } from '@bilik/transfer';
import { checkDelivery, type DeliveryVerdict } from '@bilik/transfer/check-delivery';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { poolProblem } from '../packages/pool-in-force.ts';
import type { Figures } from '../tabulation/counted.ts';
import { recordChange } from '../tabulation/record-change.ts';
import type { Part } from '../tabulation/tables.ts';
import { OTHER_BYTES } from './deliveries.ts';
import type { KeptCheckers } from './kept-checkers.ts';

/** PKCS#8 PEM of the key whose receipts stations believe; packages name its public half. */
export interface ReceiverKey {
  readonly receiverKey: string;
}

type DecideParts = Pick<CenterParts, 'database' | 'files' | 'now'> &
  ReceiverKey & {
    /** Of a worker that decides one delivery after the other. */
    readonly checkers?: KeptCheckers;
  };

/**
 * Checks a delivery as the public would and decides: right, and its figures stand in the official sums in the same transaction; or held, with
 * reasons. Done twice it decides once. Killed at any moment it has decided nothing.
 */
export async function decideDelivery(parts: DecideParts, delivery: string): Promise<void> {
  const { database, files, now } = parts;
  const row = await inScope(database, OWN_WORK, (transaction) =>
    transaction.selectFrom('delivery').selectAll().where('id', '=', delivery).executeTakeFirst(),
  );
  if (row === undefined || row.state !== 'checking') return;
  const manifest = parseDeliveryManifest(row.manifest);
  const [record, voidList, result] = row.files ?? [];
  if (!manifest.ok || record === undefined || voidList === undefined || result === undefined) {
    throw new Error(`the delivery ${delivery} is being checked and is not whole`);
  }
  const paths = { record: files.path(record), voidList: files.path(voidList), result: files.path(result) };
  const check = (checkers?: BallotCheckers) => checkDelivery(paths, manifest.value, checkers);
  const verdict = await (parts.checkers === undefined ? check() : parts.checkers.use(check));
  await inScope(database, OWN_WORK, async (transaction) => {
    const isMine = await transaction
      .selectFrom('delivery')
      .select('id')
      .where('id', '=', delivery)
      .where('state', '=', 'checking')
      .forUpdate()
      .executeTakeFirst();
    if (isMine === undefined) return;
    const held = (reasons: readonly string[], receipt: string | null) =>
      decided(transaction, row, { state: 'held', reasons, receipt }, now());
    if (verdict.faults.length > 0 || verdict.result === undefined) return held(verdict.faults, null);
    if (await anotherCounts(transaction, row)) return held([OTHER_BYTES], null);
    const fits = await fitsItsPlace(transaction, row, verdict);
    if (fits.length > 0) return held(fits, null);
    const receipt = writeReceipt(
      { polling_place: manifest.value.polling_place, election_hash: verdict.result.election_hash, delivery },
      now().getTime(),
      parts.receiverKey,
    );
    // a right record whose sums do not hold is here for good; whether it counts, people decide
    if (verdict.result.held.length > 0) return held(verdict.result.held, receipt);
    const refusals = await countResult(transaction, row, verdict.result, {
      at: now(),
      reason: null,
      account: null,
    });
    if (refusals.length > 0) return held(refusals, receipt);
    await decided(transaction, row, { state: 'right', reasons: [], receipt }, now());
  });
}

interface DeliveryRow {
  readonly id: string;
  readonly election: string;
  readonly place: string;
  readonly area: string;
}

/**
 * Whether another delivery is this place's result. Asked by one at a time, until its transaction ends: of two that are decided at once neither is
 * told that it is here for good while the other may count.
 */
export async function anotherCounts(transaction: Transaction, row: DeliveryRow): Promise<boolean> {
  await transaction
    .selectFrom('place')
    .select('id')
    .where('election', '=', row.election)
    .where('id', '=', row.place)
    .forUpdate()
    .execute();
  const other = await transaction
    .selectFrom('delivery')
    .select('id')
    .where('election', '=', row.election)
    .where('place', '=', row.place)
    .where('state', '=', 'right')
    .executeTakeFirst();
  return other !== undefined;
}

/** What the record cannot know of itself: that its registered voters are those of the locked list. */
async function fitsItsPlace(
  transaction: Transaction,
  row: DeliveryRow,
  { result, credentialsHash }: DeliveryVerdict,
): Promise<readonly string[]> {
  const place = await transaction
    .selectFrom('place')
    .select(['registered_l', 'registered_p', 'mode'])
    .where('election', '=', row.election)
    .where('id', '=', row.place)
    .executeTakeFirstOrThrow();
  const registered = result?.figures.registered;
  const pool = await poolProblem(transaction, row, credentialsHash ?? '');
  return [
    ...(place.mode === 'paper' ? ['place: mode-is-paper'] : []),
    ...(registered?.L === place.registered_l && registered.P === place.registered_p
      ? []
      : ['figures.registered: not-of-locked-list']),
    // a place whose package was issued elsewhere has no pool here to compare with
    ...(pool === undefined || pool.type === 'no-package' ? [] : [`cards: ${pool.type}`]),
  ];
}

/** Puts the result of a place into the official sums, contest by contest. @returns why it could not; empty: it stands */
export async function countResult(
  transaction: Transaction,
  row: DeliveryRow,
  { figures }: SignedResult,
  by: { readonly at: Date; readonly reason: string | null; readonly account: string | null },
): Promise<readonly string[]> {
  const { parts } = await transaction
    .selectFrom('place')
    .select('parts')
    .where('election', '=', row.election)
    .where('id', '=', row.place)
    .executeTakeFirstOrThrow();
  const part: Part = parts.includes('machine') ? 'machine' : 'whole';
  const refusals: string[] = [];
  for (const contest of resultContests(figures)) {
    const answer = await recordChange(transaction, {
      ...{ election: row.election, place: row.place, contest: contest.contest, lane: 'official', part },
      figures: figuresOf(figures, contest),
      ...{ sourceKind: 'record', source: row.id, ...by },
    });
    if (!answer.ok) refusals.push(`${contest.contest}: ${answer.error.type}`);
  }
  return refusals;
}

function figuresOf(
  { users, checkIns }: PollingPlaceFigures,
  { options, valid, invalid }: ReturnType<typeof resultContests>[number],
): Figures {
  return {
    users,
    women: checkIns.DPT.P + checkIns.added.P,
    ...{ valid, invalid },
    votes: Object.fromEntries(options.map(({ key, votes }) => [key, votes])),
  };
}

async function decided(
  transaction: Transaction,
  row: DeliveryRow,
  verdict: {
    readonly state: 'right' | 'held';
    readonly reasons: readonly string[];
    readonly receipt: string | null;
  },
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('delivery')
    .set({
      state: verdict.state,
      reasons: JSON.stringify(verdict.reasons),
      receipt: verdict.receipt,
      decided_at: at,
    })
    .where('id', '=', row.id)
    .execute();
  await appendEvent(transaction, {
    ...{ act: `intake.${verdict.state}`, area: row.area, subject: row.place, account: null, at },
    after: { delivery: row.id, reasons: verdict.reasons },
  });
}
