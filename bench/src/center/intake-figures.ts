import { setTimeout as wait } from 'node:timers/promises';
import { inScope, OWN_WORK, recountSums } from '@bilik/center';
import { sql } from 'kysely';
import { peakMegabytes, processorMs } from '../day/processes.ts';
import { lessIsBetter, type Measurement, moreIsBetter } from '../figure.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { callCenter, startCenterProcess } from './center-process.ts';
import { seedCodedPlaces } from './coded-places.ts';
import { databaseProcessorMs } from './database-processor.ts';
import { withNewCenter } from './new-center.ts';

const PLACES = 6000;
/** A phone sends what it scanned since the last time. */
const CODES_A_REQUEST = 10;
const PHONES = 8;
/** How often it is looked whether all stand in the sums. */
const LOOK_MS = 10;
const LIMIT_A_SECOND = 500;
/** What two cores have for each result at that rate. */
const PROCESSOR_LIMIT_MS = 2000 / LIMIT_A_SECOND;
const MEMORY_LIMIT_MEGABYTES = 400;

/**
 * Signed results as codes, from phones through two API processes into the sums, with two workers: from the first request until all stand in
 * the sums of the regency. All processes, the phones and the database share the machine's cores.
 */
export const measureFigures: Measurement = async function* (say) {
  const count = scaled(PLACES, 200);
  const { perSecond, processorPerResult, memory } = await withNewCenter(
    async ({ home, database, owner, signIn }) => {
      say(`${count} electronic polling places`);
      const { places, resultCode } = await seedCodedPlaces(database, owner, count);
      const cookie = await signIn('16.07');
      const codes = places.map((place, index) => resultCode(place, [100, 90 + (index % 50), 80]));
      const apis = [await startCenterProcess('api', home), await startCenterProcess('api', home)];
      const workers = [await startCenterProcess('worker', home), await startCenterProcess('worker', home)];
      try {
        say(describeLoad());
        const used = async () =>
          [process.pid, ...[...apis, ...workers].map(({ processId }) => processId)].reduce(
            (sum, processId) => sum + processorMs(processId),
            await databaseProcessorMs(owner),
          );
        const usedBefore = await used();
        const begun = performance.now();
        let next = 0;
        const phone = async (number: number) => {
          const url = apis[number % apis.length]?.url ?? '';
          while (next < codes.length) {
            const some = codes.slice(next, next + CODES_A_REQUEST);
            next += CODES_A_REQUEST;
            await callCenter(url, cookie, 'intake.codes', { codes: some });
          }
        };
        await Promise.all(Array.from({ length: PHONES }, (_, number) => phone(number)));
        for (;;) {
          const { rows } = await sql<{ left: number }>`select count(*) as left from change_to_fold`.execute(
            owner,
          );
          if (rows[0]?.left === 0) break;
          await wait(LOOK_MS);
        }
        const seconds = (performance.now() - begun) / 1000;
        const usedMs = (await used()) - usedBefore;
        const differences = await inScope(database, OWN_WORK, recountSums);
        if (differences.length > 0) throw new Error(`the sums differ: ${JSON.stringify(differences[0])}`);
        return {
          perSecond: count / seconds,
          processorPerResult: usedMs / count,
          memory: Math.max(...[...apis, ...workers].map(({ processId }) => peakMegabytes(processId))),
        };
      } finally {
        for (const running of [...apis, ...workers]) await running.stop();
      }
    },
  );
  yield moreIsBetter('intake.figures', 'results/s', perSecond, LIMIT_A_SECOND, count);
  yield lessIsBetter('intake.figures.cpu', 'ms CPU/result', processorPerResult, PROCESSOR_LIMIT_MS, count);
  yield lessIsBetter('intake.figures.memory', 'MB', memory, MEMORY_LIMIT_MEGABYTES, count);
};
