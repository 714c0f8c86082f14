import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { beginSession } from '../apps/center/src/accounts/sessions.ts';
import { openEmbeddedServer } from '../apps/center/src/database/embedded/server.ts';
import { inScope, OWN_WORK } from '../apps/center/src/database/scope.ts';
import { recountSums } from '../apps/center/src/tabulation/recount.ts';
import { type CodedPlaces, seedCodedPlaces } from '../bench/src/center/coded-places.ts';
import { ELECTION } from '../bench/src/center/seed-regency.ts';
import { type KillableCenter, openKillableCenter } from './support/killable-center.ts';

const PLACES = 160;
/** After this long a phone gives up: a center that does not come back is an error, not a wait. */
const PHONE_PATIENCE_MS = 60_000;

let center: KillableCenter;
let coded: CodedPlaces;
let cookie: string;
beforeAll(async () => {
  center = await openKillableCenter();
  const { database, owner } = center;
  coded = await seedCodedPlaces(database, owner, PLACES);
  await sql`insert into account (id, area, role, name, created_at) values ('uji', '16.07', 'regency', 'Orang Buatan', now())`.execute(
    owner,
  );
  const token = await inScope(database, OWN_WORK, (transaction) =>
    beginSession(transaction, 'uji', new Date()),
  );
  cookie = `bilik-center=${token}`;
});
afterAll(() => center.close());

test('API, worker and database are killed under load: what was acknowledged is there once, and every sum equals a recount', async () => {
  const port = 20_000 + (process.pid % 20_000);
  const { home, database, owner } = center;
  const { start, kill, endedThemselves } = center.processes;
  let api = await start('api', port);
  let worker = await start('worker', 0);
  const acknowledged = new Set<string>();
  const counts = { sent: 0, failed: 0 };
  /** As a phone does: the same codes again until the center says that it has them. */
  const send = async (place: string, votes: readonly [number, number, number]) => {
    const codes = [coded.resultCode(place, votes)];
    const until = performance.now() + PHONE_PATIENCE_MS;
    let last: unknown;
    while (performance.now() < until) {
      try {
        counts.sent += 1;
        const response = await fetch(`http://127.0.0.1:${port}/api/act/intake.codes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ codes }),
          signal: AbortSignal.timeout(5000),
        });
        const answer = (await response.json()) as { readonly value?: readonly { readonly type: string }[] };
        if (answer.value?.[0]?.type === 'kept') {
          acknowledged.add(`${place} ${votes.join()}`);
          return;
        }
        throw new Error(JSON.stringify(answer));
      } catch (error) {
        counts.failed += 1;
        last = error;
      }
    }
    throw new Error(`${place} was never taken; ${endedThemselves.join('; ')}`, { cause: last });
  };
  let next = 0;
  const phones = Array.from({ length: 4 }, async () => {
    while (next < coded.places.length) {
      const index = next;
      next += 1;
      const place = coded.places[index] ?? '';
      await send(place, [10 + index, 20, 30]);
      // every fourth place shows another result later: a correction of the first
      if (index % 4 === 0) await send(place, [11 + index, 20, 30]);
    }
  });
  const reached = (part: number) =>
    vi.waitUntil(() => acknowledged.size >= part * PLACES, { timeout: 60_000 });
  await reached(0.2);
  await kill(api);
  api = await start('api', port);
  await reached(0.4);
  await kill(worker);
  worker = await start('worker', 0);
  await reached(0.6);
  // the whole server at once, as when the power goes: it recovers, and everybody connects again
  const server = await openEmbeddedServer(home);
  await server.stop('immediate');
  await openEmbeddedServer(home);
  await reached(0.8);
  await kill(api);
  await kill(worker);
  api = await start('api', port);
  worker = await start('worker', 0);
  await Promise.all(phones);

  const waiting = async () => {
    const { rows } = await sql<{ left: number }>`select count(*) as left from change_to_fold`.execute(owner);
    return rows[0]?.left ?? 0;
  };
  await vi.waitUntil(async () => (await waiting()) === 0, { timeout: 30_000 });
  const { rows } = await sql<{ place: string; votes: Readonly<Record<string, number>> }>`
    select place, votes from result_change where election = ${ELECTION}`.execute(owner);
  const kept = rows.map(({ place, votes }) => `${place} ${votes['c1']},${votes['c2']},${votes['c3']}`);
  expect(new Set(kept).size, 'twice').toBe(kept.length);
  expect(new Set(kept)).toEqual(acknowledged);
  expect(acknowledged.size).toBe(PLACES + PLACES / 4);
  expect(await inScope(database, OWN_WORK, recountSums)).toEqual([]);
  expect(counts.failed, 'nothing was interrupted').toBeGreaterThan(0);
  expect(endedThemselves).toEqual([]);
  for (const child of [api, worker]) await kill(child);
});
