import type { Figure, Measurement } from './figure.ts';
import { tableOf } from './table.ts';

/** Each measurement in a file of its own, loaded only when it is asked for. */
const MEASUREMENTS: Readonly<Record<string, () => Promise<Measurement>>> = {
  'record.verify': async () => (await import('./record/verify.ts')).measureVerify,
  'record.memory': async () => (await import('./record/memory.ts')).measureMemory,
  'booth.encrypt': async () => (await import('./booth/encrypt.ts')).measureEncrypt,
  'booth.ready': async () => (await import('./booth/ready.ts')).measureReady,
  'station.casts': async () => (await import('./station/casts.ts')).measureCasts,
  'checkin.p99': async () => (await import('./day/figures.ts')).measureCheckIns,
  'cast.p99': async () => (await import('./day/figures.ts')).measureCastTimes,
  'station.memory': async () => (await import('./day/figures.ts')).measureMemory,
  'station.restart': async () => (await import('./day/figures.ts')).measureRestart,
  'checkin.search': async () => (await import('./checkin/search.ts')).measureSearch,
  'intake.figures': async () => (await import('./center/intake-figures.ts')).measureFigures,
  'intake.records': async () => (await import('./center/intake-records.ts')).measureRecords,
  'rollup.page': async () => (await import('./center/rollup.ts')).measurePages,
  'rollup.fresh': async () => (await import('./center/rollup.ts')).measureFresh,
  'publish.site': async () => (await import('./portal/publish.ts')).measurePublish,
  'voters.import': async () => (await import('./voters/import.ts')).measureImport,
  'close.result': async () => (await import('./close/result.ts')).measureClose,
};

/**
 * `npm run bench [-- [--json] NAME…]`: measures what is named, or everything, each against a yardstick in the same run.
 * @returns exit code: 0, or 2 when there is no such measurement
 */
async function main(parameters: readonly string[]): Promise<number> {
  const json = parameters.includes('--json');
  const names = parameters.filter((parameter) => parameter !== '--json');
  const unknown = names.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
  if (unknown.length > 0) {
    console.error(
      `No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(MEASUREMENTS).join(', ')}`,
    );
    return 2;
  }
  const figures: Figure[] = [];
  for (const [name, load] of Object.entries(MEASUREMENTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const measure = await load();
    for await (const figure of measure((line) => console.error(`${name}: ${line}`))) {
      figures.push(figure);
      if (json) console.log(JSON.stringify(figure));
    }
  }
  if (!json) console.log(tableOf(figures));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
