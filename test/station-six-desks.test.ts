import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { voterThingsPath } from '../apps/cli/src/exercise/check-in-files.ts';
import { openPlace, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan } from './support/station-http.ts';

const VOTERS = 300;
const DESKS = 6;
/** Every fifth voter is taken by two desks in the same moment. */
const CONTESTED_EVERY = 5;

const Things = z.looseObject({
  invitations: z.array(z.strictObject({ voter: z.int(), code: z.string() })),
});

let prepared: PreparedHome;
let codes: ReadonlyMap<number, string>;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: VOTERS, cards: VOTERS + 10, desks: DESKS });
  const { invitations } = Things.parse(JSON.parse(readFileSync(voterThingsPath(prepared.home), 'utf8')));
  codes = new Map(invitations.map(({ voter, code }) => [voter, code]));
});
afterAll(removeFolders);

const percentile = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? Number.NaN;

test('six desks and 300 voters at once, each desk scanning, asking and recording: every voter once, none lost', async () => {
  const home = copyOf(prepared);
  const lan = await openOnLan(home);
  openPolls(lan.station.pollingPlace);
  const queues: number[][] = Array.from({ length: DESKS }, () => []);
  for (let voter = 1; voter <= VOTERS; voter += 1) {
    queues[voter % DESKS]?.push(voter);
    if (voter % CONTESTED_EVERY === 0) queues[(voter + 1) % DESKS]?.push(voter);
  }
  const checkInMs: number[] = [];
  const outcomes = new Map<number, { accepted: number[]; told: { desk: number; hour: string }[] }>();

  const serve = async (desk: number, voter: number): Promise<void> => {
    const found = await lan.tell('/api/desk/search', { query: codes.get(voter) }, lan.asDesk(desk));
    expect(found.value).toMatchObject({ kind: 'invitation', rows: [{ voter: { number: voter } }] });
    const started = performance.now();
    const identity = { method: 'invitation-qr', compared: 'card', override: null };
    const heard = await lan.tell('/api/desk/check-in', { voter, identity }, lan.asDesk(desk));
    checkInMs.push(performance.now() - started);
    const outcome = outcomes.get(voter) ?? { accepted: [], told: [] };
    outcomes.set(voter, outcome);
    if (heard.refusal === 'accepted') outcome.accepted.push(desk);
    else outcome.told.push(z.object({ desk: z.int(), hour: z.string() }).parse(heard.error['earlier']));
  };
  await Promise.all(
    queues.map(async (queue, index) => {
      for (const voter of queue) await serve(index + 1, voter);
    }),
  );

  expect(outcomes.size).toBe(VOTERS);
  let contested = 0;
  for (const { accepted, told } of outcomes.values()) {
    expect(accepted).toHaveLength(1);
    for (const { desk, hour } of told) {
      contested += 1;
      expect([desk, hour]).toEqual([accepted[0], '09:00']);
    }
  }
  expect(contested).toBe(VOTERS / CONTESTED_EVERY);
  const { poll, checkIns } = lan.station.pollingPlace.board.state();
  expect(poll.released).toBe(VOTERS);
  expect(checkIns.DPT.L + checkIns.DPT.P).toBe(VOTERS);
  expect(lan.broken).toEqual([]);
  await lan.station.stop();

  const after = openPlace(home);
  for (let voter = 1; voter <= VOTERS; voter += 1) {
    const [desk] = outcomes.get(voter)?.accepted ?? [];
    expect(after.desk.standing(voter)).toEqual({ ok: true, value: { earlier: { desk, hour: '09:00' } } });
  }
  after.close();
  const p99 = percentile(checkInMs, 0.99);
  console.log(
    `check-in, ${DESKS} desks, ${checkInMs.length} requests: p50 ${percentile(checkInMs, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
  // the bench holds 100 ms on a quiet machine; here others work beside us
  expect(p99).toBeLessThan(1_000);
});
