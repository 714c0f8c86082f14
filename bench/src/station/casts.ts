import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Measurement, moreIsBetter } from '../figure.ts';
import { BILIK, buildPages } from '../run/exercise-process.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { bareCommitsPerSecond } from './bare-commits.ts';
import { readRehearsalReport } from './rehearsal-report.ts';

const VOTERS = 300;
const LIMIT_PER_SECOND = 10;
const BARE_COMMITS = 1000;

/** Commits of the station for one cast: check-in; seal, confirm, the booth's count of slips, finish. */
const COMMITS_A_CAST = 5;

/**
 * `bilik rehearse` of 300 voters, 3 booths and 2 desks through one station, against the limit of 10 casts a second; and the station's
 * synced commits a second against bare ones on the same disk.
 */
export const measureCasts: Measurement = async function* (say) {
  const voters = scaled(VOTERS, 20);
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-'));
  try {
    buildPages();
    say(describeLoad());
    const size = ['--voters', String(voters), '--booths', '3', '--desks', '2', '--seed', '7'];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [BILIK, 'rehearse', ...size, '--json', '--out', join(folder, 'out')],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    const report = readRehearsalReport(stdout);
    const bare = bareCommitsPerSecond(folder, scaled(BARE_COMMITS, 100));
    for (const { step, ms } of report.steps) say(`${step}: ${(ms / 1000).toFixed(2)} s`);
    say(
      `a voter's visit ${report.castMedianMs.toFixed(0)} ms, a check-in ${report.checkInMedianMs.toFixed(1)} ms (medians); ` +
        `bare synced commits ${bare.toFixed(0)} a second`,
    );
    const { casts, castsPerSecond } = report;
    yield moreIsBetter('station.casts', 'casts/s', castsPerSecond, LIMIT_PER_SECOND, casts);
    const commits = castsPerSecond * COMMITS_A_CAST;
    yield moreIsBetter('station.casts.disk', 'commits/s', commits, bare, casts * COMMITS_A_CAST);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
