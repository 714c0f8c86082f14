import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Figure, lessIsBetter, type Measurement } from '../figure.ts';

/** The whole regency of the exercise. */
const VILLAGES = 240;
const VOTERS = 450_000;
const MOST_SECONDS = 90;
const MOST_MEGABYTES = 500;
const MOST_PAGE_MS = 100;

/** What the measuring process prints. */
interface Measured {
  readonly seconds: number;
  readonly copySeconds: number;
  readonly megabytes: number;
  readonly slowestPageMs: number;
  readonly bytesPerVoter: number;
}

/**
 * One CSV of a regency from the handed-in file to rows that people can page through: read, checked, numbers sealed, entered in one transaction by
 * one worker. Yardstick: a plain COPY of the same rows into a table of the same columns and indices without any check, in the same run. Memory
 * and pages are against their limits.
 */
export const measureImport: Measurement = async function* (say): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-voters-'));
  try {
    const file = join(folder, 'regency.csv');
    say(`${VOTERS.toLocaleString('en')} made-up voters in ${VILLAGES} villages`);
    await writeList(file);
    const run = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../../apps/center/test/measure-import.ts'), file, String(VILLAGES)],
      { encoding: 'utf8', maxBuffer: 1e7 },
    );
    if (run.status !== 0) throw new Error(run.stderr);
    const measured: Measured = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
    say(
      `${measured.seconds.toFixed(1)} s, of ${MOST_SECONDS}; COPY alone ${measured.copySeconds.toFixed(1)} s`,
    );
    say(`${Math.round(measured.bytesPerVoter)} bytes a voter in the database`);
    yield lessIsBetter('voters.import', 's', measured.seconds, measured.copySeconds, VOTERS);
    yield lessIsBetter('voters.import.memory', 'MB', measured.megabytes, MOST_MEGABYTES, VOTERS);
    yield lessIsBetter('voters.page', 'ms', measured.slowestPageMs, MOST_PAGE_MS, VOTERS);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

async function writeList(file: string): Promise<void> {
  const [{ generateRegencyLists, writeRegencyList }, { civilDate, regencyCodeSchema }] = await Promise.all([
    import('@bilik/intake'),
    import('@bilik/election'),
  ]);
  const lists = generateRegencyLists({
    regency: regencyCodeSchema.parse('16.07'),
    ...{ villages: VILLAGES, voters: VOTERS, duplicates: 2250, seed: 3 },
    votingDate: civilDate('2026-11-15'),
  });
  const stream = createWriteStream(file);
  for (const piece of writeRegencyList(lists)) stream.write(piece);
  stream.end();
  await finished(stream);
}
