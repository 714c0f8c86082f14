import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyOf } from '@bilik/transfer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inScope, OWN_WORK } from '../apps/center/src/database/scope.ts';
import { recountSums } from '../apps/center/src/tabulation/recount.ts';
import { receiverHome } from '../apps/cli/src/exercise/exercise-package.ts';
import { receiverKey } from '../apps/cli/src/receive/receiver-key.ts';
import { type SealedDelivery, sealedDelivery } from '../apps/station/src/delivery/sealed-delivery.ts';
import { sendOnce } from '../apps/station/src/delivery/send-once.ts';
import { must } from './support/answers.ts';
import { expectPlace } from './support/center-place.ts';
import { prepareClosedDay } from './support/closed-day.ts';
import { countAndSeal } from './support/day-end.ts';
import { type KillableCenter, openKillableCenter } from './support/killable-center.ts';
import { openPlace } from './support/polling-place.ts';

const NOW = new Date('2026-12-12T06:40:00Z');

let center: KillableCenter;
let sealed: SealedDelivery;
let receiver: string;
beforeAll(async () => {
  const { closed } = await prepareClosedDay();
  // the center is the one whose receipts this package names
  const key = receiverKey(receiverHome(closed.home));
  receiver = publicKeyOf(key);
  center = await openKillableCenter((home) => {
    mkdirSync(join(home, 'keys'), { recursive: true, mode: 0o700 });
    writeFileSync(join(home, 'keys', 'receiver.pem'), key, { mode: 0o600 });
  });
  const place = openPlace(closed);
  await countAndSeal(closed, place);
  const { counting, board } = place;
  sealed = must(sealedDelivery({ place: place.place, counting, signedResult: board.signedResult }));
  await expectPlace(center.database, place.place.definition, closed.home.station, NOW);
  place.close();
});
afterAll(() => center.close());

const stateOf = async () => {
  const { rows } = await sql<{ state: string }>`select state from delivery`.execute(center.owner);
  return rows[0]?.state;
};
const isUnderWay = async () => {
  const { rows } =
    await sql`select 1 from jobs.job where name = 'check-delivery' and state = 'active'`.execute(
      center.owner,
    );
  return rows.length > 0;
};

test('a worker is killed while it verifies a record: nothing of it counts yet, nothing is lost, and the next worker counts it once', async () => {
  const { start, kill, endedThemselves } = center.processes;
  const port = 40_000 + (process.pid % 10_000);
  const api = await start('api', port);
  const address = new URL(`http://127.0.0.1:${port}`);
  const send = () =>
    sendOnce(address, sealed, { signal: AbortSignal.timeout(120_000), receiver, onProgress: () => {} });
  const sending = send();
  const first = await start('worker', 0);
  await vi.waitUntil(isUnderWay, { timeout: 30_000, interval: 5 });
  await kill(first);
  expect(await stateOf()).toBe('checking');
  expect((await sql`select 1 from result_change`.execute(center.owner)).rows).toEqual([]);
  const second = await start('worker', 0);
  let heard = await sending;
  while (!heard.ok && heard.error.type === 'being-checked') heard = await send();
  expect(must(heard).receipt).toMatchObject({ delivery: sealed.delivery });
  expect(await stateOf()).toBe('right');
  expect((await sql`select 1 from result_change`.execute(center.owner)).rows).toHaveLength(1);
  expect(await inScope(center.database, OWN_WORK, recountSums)).toEqual([]);
  expect(endedThemselves).toEqual([]);
  for (const child of [api, second]) await kill(child);
});
