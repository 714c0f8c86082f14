import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lessIsBetter, type Measurement } from '../figure.ts';
import { makeRecord } from './make-record.ts';
import { peakOfOurs } from './programs.ts';

const BALLOTS = 10_000;
const LIMIT_MB = 300;

/** Peak memory of verifying 10,000 ballots, all threads together, against the limit of 300 MB. */
export const measureMemory: Measurement = async function* (say) {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-'));
  try {
    const path = join(folder, 'BenchRecord1111.bel');
    say(`making a record of ${BALLOTS} ballots`);
    await makeRecord({ path, ballotCount: BALLOTS, answerCount: 5 });
    say('our verifier');
    yield lessIsBetter('record.memory', 'MB', await peakOfOurs(path), LIMIT_MB, BALLOTS);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
