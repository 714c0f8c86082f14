import { setTimeout as wait } from 'node:timers/promises';
import { slugSchema } from '@bilik/election';
import { command, type Door, openRoom } from '@bilik/server';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';
import { countHeldDelivery } from './count-held-delivery.ts';
import type { Deliveries } from './deliveries.ts';
import { takeCode } from './scanned-codes.ts';

const Name = z.string().regex(/^[0-9a-f]{64}$/);
const Begin = z.strictObject({ manifest: z.string().max(16_384) });
const Piece = z.strictObject({
  delivery: Name,
  file: z.int().min(0).max(2),
  at: z.int().min(0),
  bytes: z.base64().max(200_000),
});
const Finish = z.strictObject({ delivery: Name });

/** A station waits three minutes for its receipt; a record of 1,400 ballots is checked in some seconds. */
const WAIT_FOR_CHECK_MS = 30_000;
const LOOK_MS = 250;

/** The wire of stations and sticks. It needs no session: what is taken is signed by the station that is expected. */
export async function openDeliveryWire(door: Door, deliveries: Deliveries): Promise<void> {
  await openRoom(door, 'everybody', (room) => {
    command(room, '/api/deliveries', Begin, ({ manifest }) => deliveries.begin(manifest));
    command(room, '/api/deliveries/piece', Piece, ({ bytes, ...piece }) =>
      deliveries.takePiece({ ...piece, bytes: Buffer.from(bytes, 'base64') }),
    );
    command(room, '/api/deliveries/finish', Finish, async ({ delivery }) => {
      const until = performance.now() + WAIT_FOR_CHECK_MS;
      for (;;) {
        const answer = await deliveries.finish(delivery);
        if (!answer.ok || answer.value.receipt !== null || performance.now() > until) return answer;
        await wait(LOOK_MS);
      }
    });
  });
}

const DeliveriesQuestion = z.strictObject({
  election: slugSchema,
  state: z.enum(['coming', 'checking', 'right', 'held']).nullable(),
});
/** In the order of the manifest. */
const FILE_NAMES = ['record.bel', 'void.json', 'result.json'] as const;
const FileQuestion = z.strictObject({
  delivery: Name,
  file: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});
const CountHeld = z.strictObject({ delivery: Name, reason: z.string().trim().min(10).max(500) });
/** A phone sends what it scanned since the last time. */
const MOST_CODES = 50;
const Codes = z.strictObject({ codes: z.array(z.string().min(1).max(4096)).min(1).max(MOST_CODES) });

/** What people see and decide of what came in. */
export function openIntakeRoutes(acts: ActsDoor, { files }: Pick<CenterParts, 'files'>): void {
  acts.act('intake.deliveries', DeliveriesQuestion, async ({ election, state }, { transaction }) => {
    const rows = transaction
      .selectFrom('delivery')
      .select(['place', 'area', 'state', 'reasons', 'begun_at', 'whole_at', 'decided_at'])
      // whoever knows the name of one that is not here whole could send pieces of it
      .select((row) => row.case().when('files', 'is', null).then(null).else(row.ref('id')).end().as('id'))
      .select((row) => row('receipt', 'is not', null).as('received'))
      .where('election', '=', election)
      // what is here whole is never crowded out by what somebody only began
      .orderBy((row) => row('files', 'is', null))
      .orderBy('begun_at', 'desc')
      .limit(LIST_LIMITS.deliveries);
    return { ok: true, value: await (state === null ? rows : rows.where('state', '=', state)).execute() };
  });

  acts.paper('intake.file', FileQuestion, async ({ delivery, file }, { transaction }) => {
    const row = await transaction
      .selectFrom('delivery')
      .select(['files', 'place'])
      .where('id', '=', delivery)
      .executeTakeFirst();
    const sha256 = row?.files?.[file];
    if (row === undefined || sha256 === undefined) return { ok: false, error: { type: 'delivery-unknown' } };
    const fileName = `${row.place}-${FILE_NAMES[file]}`;
    return { ok: true, value: { bytes: files.open(sha256), type: 'application/octet-stream', fileName } };
  });

  acts.act('intake.count-held', CountHeld, ({ delivery, reason }, { transaction, by, now }) =>
    countHeldDelivery(transaction, files, { delivery, reason, account: by.account, at: now }),
  );

  acts.act('intake.codes', Codes, async ({ codes }, { transaction, by, now }) => {
    const outcomes = [];
    for (const code of codes) outcomes.push(await takeCode(transaction, code, { account: by.account, now }));
    return { ok: true, value: outcomes };
  });
}
