import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { lessIsBetter, type Measurement } from '../figure.ts';
import { listAt, numberAt, textAt, valueAt } from '../run/answer-fields.ts';
import { type Headers, tellDevice } from '../run/device-calls.ts';
import { type ExerciseProcess, startExercise } from '../run/exercise-process.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { describeSpread, median } from '../run/spread.ts';
import { isAnswered, type ListedVoter, makeQueries, type SearchQuery, syntheticNik } from './queries.ts';

const VOTERS = 1400;
const ASKED_VOTERS = 100;
const LIMIT_MS = 20;

/** How often each query is asked: what the machine did meanwhile is not the query's. */
const TURNS = 5;

interface Row {
  readonly voter: ListedVoter;
  /** The row as the desk gets it. */
  readonly content: string;
}

/** The whole list, as any desk can learn it: by every number. */
async function readList({ station, desk }: ExerciseProcess, voters: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let number = 1; number <= voters; number += 1) {
    const answer = await tellDevice(station, '/api/desk/search', { query: String(number) }, desk);
    const row = valueAt(answer, 'rows', 0);
    const of = (name: string) => textAt(row, 'voter', name);
    rows.push({
      voter: { number, name: of('name'), sex: of('sex'), birthDate: of('birthDate'), nikMask: of('nikMask') },
      content: JSON.stringify(row),
    });
  }
  return rows;
}

function checkAnswer(asked: SearchQuery, answer: unknown): void {
  const total = numberAt(answer, 'total');
  const found = listAt(answer, 'rows').map((row) => numberAt(row, 'voter', 'number'));
  if (isAnswered(asked, { total, found })) return;
  throw new Error(`a search by ${asked.kind} found ${total}, and not whom it should: ${asked.query}`);
}

/**
 * Round trips, the server's time and the way there and back, in milliseconds: all queries one after the other, as many times over as
 * each is asked.
 * @returns for each query its times
 */
async function timeQueries(
  server: string,
  queries: readonly SearchQuery[],
  desk: Headers = {},
): Promise<number[][]> {
  const times: number[][] = queries.map(() => []);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [index, asked] of queries.entries()) {
      const started = performance.now();
      const answer = await tellDevice(server, '/api/desk/search', { query: asked.query }, desk);
      times[index]?.push(performance.now() - started);
      checkAnswer(asked, answer);
    }
  }
  return times;
}

async function timeScan(rows: readonly Row[], queries: readonly SearchQuery[]): Promise<number[][]> {
  const scan = new Worker(new URL('./scan-server.ts', import.meta.url));
  const listening = once(scan, 'message');
  scan.postMessage(
    rows.map(({ voter, content }) => ({
      number: voter.number,
      name: voter.name,
      nik: syntheticNik(voter),
      content,
    })),
  );
  const [address] = await listening;
  const times = await timeQueries(textAt(address), queries);
  const ended = once(scan, 'exit');
  scan.postMessage('stop');
  await ended;
  return times;
}

/**
 * Check-in search over 1,400 voters through the station's HTTP door, by names, first letters, letters inside, numbers and NIK: the
 * slowest query against the limit of 20 ms, and the median of all against an SQL scan with LIKE behind a bare HTTP server.
 */
export const measureSearch: Measurement = async function* (say) {
  const voters = scaled(VOTERS, 50);
  say(`opening a polling place with ${voters} voters`);
  const exercise: ExerciseProcess = await startExercise({ voters, booths: 1 });
  try {
    const rows = await readList(exercise, voters);
    const queries = makeQueries(
      rows.map(({ voter }) => voter),
      scaled(ASKED_VOTERS, 10),
    );
    say(describeLoad());
    const times = await timeQueries(exercise.station, queries, exercise.desk);
    const scanTimes = await timeScan(rows, queries);
    for (const kind of new Set(queries.map((query) => query.kind))) {
      say(`${kind}: ${describeSpread(times.filter((_, index) => queries[index]?.kind === kind).flat())}`);
    }
    say(`all: ${describeSpread(times.flat())}; SQL scan: ${describeSpread(scanTimes.flat())}`);
    const slowest = Math.max(...times.map(median));
    yield lessIsBetter('checkin.search', 'ms', slowest, LIMIT_MS, voters);
    const [ours, scan] = [median(times.flat()), median(scanTimes.flat())];
    yield lessIsBetter('checkin.search.scan', 'ms', ours, scan, voters);
  } finally {
    await exercise.stop();
  }
};
