import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyRecordFile } from '@bilik/ballot/native';
import { type Database, inScope, OWN_WORK, openKeys, receiverKey, recountSums } from '@bilik/center';
import { sendOnce } from '@bilik/station';
import { publicKeyOf } from '@bilik/transfer';
import { sql } from 'kysely';
import { peakMegabytes, processorMs } from '../day/processes.ts';
import { lessIsBetter, type Measurement, moreIsBetter } from '../figure.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { startCenterProcess } from './center-process.ts';
import { databaseProcessorMs } from './database-processor.ts';
import { withNewCenter } from './new-center.ts';
import { makeSealedPlaces, type SealedPlace } from './record-places.ts';
import { ELECTION } from './seed-regency.ts';

const PLACES = 24;
const BALLOTS = 300;
/** Stations that send at the same time. */
const STATIONS = 6;
/** Records that the yardstick checks, half of them before and half after. */
const YARDSTICK_RECORDS = 4;
const MEMORY_LIMIT_MEGABYTES = 400;

/**
 * Sealed results with their records: stations send them by network through two API processes, two workers check all of each as `bilik verify`
 * does, and every station has its receipt; from the first byte until all stand in the sums. Yardstick: the verifier alone on one thread, on
 * some of the same records, times the machine's cores.
 */
export const measureRecords: Measurement = async function* (say) {
  const places = scaled(PLACES, 2);
  const ballots = scaled(BALLOTS, 50);
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-records-'));
  try {
    const measured = await withNewCenter(async (center) => {
      say(`making ${places} records of ${ballots} ballots`);
      const sealed = await makeSealedPlaces(center, folder, { places, ballots });
      const some = sealed.slice(0, YARDSTICK_RECORDS);
      const half = Math.ceil(some.length / 2);
      const before = await verifyAlone(some.slice(0, half));
      say(describeLoad());
      const intake = await takeIn(center, sealed);
      const after = await verifyAlone(some.slice(half));
      const { rows } = await sql<{ users: number }>`
        select users from area_sum where election = ${ELECTION} and area = '16.07' and lane = 'official'`.execute(
        center.owner,
      );
      if (rows[0]?.users !== places * ballots) throw new Error(`the sums say ${rows[0]?.users}`);
      const differences = await inScope(center.database, OWN_WORK, recountSums);
      if (differences.length > 0) throw new Error(`the sums differ: ${JSON.stringify(differences[0])}`);
      const alone = some.length * ballots;
      return {
        ...intake,
        aloneMs: (before.wallMs + after.wallMs) / alone,
        aloneProcessorMs: (before.processorMs + after.processorMs) / alone,
      };
    });
    const count = places * ballots;
    const cores = availableParallelism();
    const onAllCores = (cores * 1000) / measured.aloneMs;
    say(`${((places * 1000) / measured.wallMs).toFixed(2)} records a second`);
    yield moreIsBetter('intake.records', 'ballots/s', (count * 1000) / measured.wallMs, onAllCores, count);
    yield lessIsBetter(
      'intake.records.cpu',
      'ms CPU/ballot',
      measured.processorMs / count,
      measured.aloneProcessorMs,
      count,
    );
    yield lessIsBetter('intake.records.memory', 'MB', measured.megabytes, MEMORY_LIMIT_MEGABYTES, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The verifier in this process, on one thread. */
async function verifyAlone(
  sealed: readonly SealedPlace[],
): Promise<{ readonly wallMs: number; readonly processorMs: number }> {
  const begun = performance.now();
  const used = process.cpuUsage();
  for (const { recordPath } of sealed) {
    const { report } = await verifyRecordFile(recordPath, { expect: 'complete', maxWorkers: 0 });
    if (report.verdict !== 'right') throw new Error('the bench made a wrong record');
  }
  const { user, system } = process.cpuUsage(used);
  return { wallMs: performance.now() - begun, processorMs: (user + system) / 1000 };
}

/** @returns time until every receipt is here, processor time of API, workers and database, and the most memory that one of them had */
async function takeIn(
  { home, owner }: { readonly home: string; readonly owner: Database },
  sealed: readonly SealedPlace[],
) {
  const receiver = publicKeyOf(receiverKey(openKeys(home)));
  const apis = [await startCenterProcess('api', home), await startCenterProcess('api', home)];
  const workers = [await startCenterProcess('worker', home), await startCenterProcess('worker', home)];
  const all = [...apis, ...workers];
  const used = async () =>
    all.reduce((sum, { processId }) => sum + processorMs(processId), await databaseProcessorMs(owner));
  try {
    const waiting = [...sealed];
    const station = async (number: number) => {
      const address = new URL(apis[number % apis.length]?.url ?? '');
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await deliver(address, next, receiver);
      }
    };
    const usedBefore = await used();
    const begun = performance.now();
    await Promise.all(Array.from({ length: STATIONS }, (_, number) => station(number)));
    const wallMs = performance.now() - begun;
    return {
      wallMs,
      processorMs: (await used()) - usedBefore,
      megabytes: Math.max(...all.map(({ processId }) => peakMegabytes(processId))),
    };
  } finally {
    for (const running of all) await running.stop();
  }
}

/** As a station does: sends, and asks again until the receipt is here. */
async function deliver(address: URL, { delivery }: SealedPlace, receiver: string): Promise<void> {
  const { signal } = new AbortController();
  for (;;) {
    const sent = await sendOnce(address, delivery, { signal, receiver, onProgress: () => {} });
    if (sent.ok) return;
    if (sent.error.type !== 'being-checked') throw new Error(JSON.stringify(sent.error));
  }
}
