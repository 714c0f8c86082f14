import { areaPage, type Database, inScope, OWN_WORK, recordChange, recountSums } from '@bilik/center';
import { sql } from 'kysely';
import { peakMegabytes } from '../day/processes.ts';
import { numberAt } from '../run/answer-fields.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { describeSpread, percentile } from '../run/spread.ts';
import { callCenter, startCenterProcess } from './center-process.ts';
import { type NewCenter, withNewCenter } from './new-center.ts';
import { CONTEST, ELECTION, INDONESIA, seedNation, seedResults } from './seed-nation.ts';

const PAGES_A_LEVEL = 40;
const FRESH_RESULTS = 40;

/** A center with the whole nation in it, made anew, and removed at the end. */
function withNation<Value>(
  say: (line: string) => void,
  work: (nation: NewCenter & { readonly places: number }) => Promise<Value>,
): Promise<Value> {
  return withNewCenter(async (center) => {
    const part = (count: number) => scaled(count, Math.min(count, 38));
    const size = {
      provinces: part(INDONESIA.provinces),
      regencies: part(INDONESIA.regencies),
      subDistricts: part(INDONESIA.subDistricts),
      villages: part(INDONESIA.villages),
      places: part(INDONESIA.places),
    };
    say(`${size.places} polling places in ${size.villages} villages`);
    await seedNation(center.owner, size);
    const { results, foldSeconds } = await seedResults(center.database, center.owner);
    say(
      `${results} results folded in ${foldSeconds.toFixed(1)} s: ${Math.round(results / foldSeconds)} a second`,
    );
    say(await describeBytes(center.owner, size.places, results));
    return work({ ...center, places: size.places });
  });
}

/** What the database takes on the disk, for a place and for a result with its sums. */
async function describeBytes(owner: Database, places: number, results: number): Promise<string> {
  const { rows } = await sql<{ all: number; places: number }>`
    select pg_database_size(current_database())::float8 as all, pg_total_relation_size('place')::float8 as places`.execute(
    owner,
  );
  const [{ all, places: ofPlaces } = { all: 0, places: 0 }] = rows;
  const perResult = Math.round((all - ofPlaces) / results);
  return `database ${(all / 1e6).toFixed(0)} MB: ${Math.round(ofPlaces / places)} bytes a place, ${perResult} a result with its sums`;
}

/** Some areas of a level, spread over the country. */
async function areasOf(owner: Database, level: number): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from area where level = ${level} order by md5(code) limit ${PAGES_A_LEVEL}`.execute(owner);
  return rows.map(({ code }) => code);
}

const LEVELS = ['country', 'province', 'regency', 'sub-district', 'village'] as const;

/** What was measured in a nation; times in milliseconds. */
export interface NationMeasured {
  readonly places: number;
  /** 95 of 100 pages of each level, the country first, through the database as a page asks it. */
  readonly pageMs: readonly number[];
  /** The sums of a province counted from its results. */
  readonly countMs: number;
  /** From the record of a new result until it stands in its province's sum, through one API process and two workers. */
  readonly freshMs: readonly number[];
  /** The most that one of those processes ever had. */
  readonly megabytes: number;
}

let measured: Promise<NationMeasured> | undefined;

/** A nation is made once a run, whichever of its figures are asked for. */
export function measuredNation(say: (line: string) => void): Promise<NationMeasured> {
  measured ??= measureNation(say);
  return measured;
}

function measureNation(say: (line: string) => void): Promise<NationMeasured> {
  return withNation(say, async ({ home, database, owner, signIn, places }) => {
    const api = await startCenterProcess('api', home);
    const workers = [await startCenterProcess('worker', home), await startCenterProcess('worker', home)];
    try {
      say(describeLoad());
      const pageMs: number[] = [];
      for (const [level, name] of LEVELS.entries()) {
        const areas =
          level === 0 ? Array.from({ length: PAGES_A_LEVEL }, () => '') : await areasOf(owner, level);
        const times: number[] = [];
        for (const area of areas) {
          const begun = performance.now();
          await inScope(database, OWN_WORK, (transaction) =>
            areaPage(transaction, { election: ELECTION, contest: CONTEST, lane: 'official', area }),
          );
          times.push(performance.now() - begun);
        }
        say(`${name}: ${describeSpread(times)}`);
        pageMs.push(percentile(times, 0.95));
      }
      const [province = '11'] = await areasOf(owner, 1);
      const counted = performance.now();
      await sql`select sum(users), sum(valid), count(*) from place_result join result_change on number = change
        where place_result.election = ${ELECTION} and place_result.area like ${`${province}.%`}`.execute(
        owner,
      );
      const countMs = performance.now() - counted;
      const cookie = await signIn(province);
      const freshMs = await freshTimes(database, api.url, cookie, province);
      say(`one new result in its province's sum: ${describeSpread(freshMs)}`);
      const megabytes = Math.max(...[api, ...workers].map(({ processId }) => peakMegabytes(processId)));
      const begun = performance.now();
      const differences = await inScope(database, OWN_WORK, recountSums);
      if (differences.length > 0)
        throw new Error(`the sums differ: ${JSON.stringify(differences.slice(0, 3))}`);
      say(
        `every sum of the nation counted anew: ${((performance.now() - begun) / 1000).toFixed(1)} s, no difference`,
      );
      return { places, pageMs, countMs, freshMs, megabytes };
    } finally {
      for (const running of [api, ...workers]) await running.stop();
    }
  });
}

/** Records results one by one, and asks the page of their province until they stand in it. */
async function freshTimes(
  database: Database,
  url: string,
  cookie: string,
  province: string,
): Promise<readonly number[]> {
  const waiting = await inScope(database, OWN_WORK, (transaction) =>
    sql<{
      id: string;
    }>`select id from place where election = ${ELECTION} and starts_with(area, ${`${province}.`})
      and not exists (select from place_result where place = place.id) limit ${FRESH_RESULTS}`.execute(
      transaction,
    ),
  );
  const places = async () =>
    numberAt(
      await callCenter(url, cookie, 'tabulation.area', {
        election: ELECTION,
        contest: CONTEST,
        area: province,
      }),
      'own',
      'places',
    );
  const times: number[] = [];
  let expected = await places();
  for (const { id } of waiting.rows) {
    const begun = performance.now();
    await inScope(database, OWN_WORK, (transaction) =>
      recordChange(transaction, {
        ...{ election: ELECTION, place: id, contest: CONTEST, lane: 'official', part: 'whole' },
        figures: { users: 100, women: 50, valid: 99, invalid: 1, votes: { c1: 50, c2: 30, c3: 19 } },
        ...{ sourceKind: 'sheet', source: 'bench', account: null, reason: null, at: new Date() },
      }),
    );
    expected += 1;
    while ((await places()) < expected);
    times.push(performance.now() - begun);
  }
  if (times.length === 0) throw new Error('no place is left without a result');
  return times;
}
