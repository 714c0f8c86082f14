import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lessIsBetter, type Measurement, moreIsBetter } from '../figure.ts';
import { makeRecord } from './make-record.ts';
import { runOurs, runTool } from './programs.ts';

const BALLOTS = 1000;
const ANSWERS = 5;

/** 1,000 ballots, one question, 5 options: ballots per second and CPU per ballot, against `belenios-tool election verify`. */
export const measureVerify: Measurement = async function* (say) {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-'));
  try {
    const path = join(folder, 'BenchRecord1111.bel');
    say(`making a record of ${BALLOTS} ballots`);
    await makeRecord({ path, ballotCount: BALLOTS, answerCount: ANSWERS });
    say('our verifier');
    const first = runOurs(path);
    say('belenios-tool');
    const tool = runTool(folder);
    say('our verifier again');
    const second = runOurs(path);
    const wallMs = (first.wallMs + second.wallMs) / 2;
    const cpuMs = (first.cpuMs + second.cpuMs) / 2;
    const perSecond = (milliseconds: number) => (BALLOTS * 1000) / milliseconds;
    yield moreIsBetter('record.verify', 'ballots/s', perSecond(wallMs), perSecond(tool.wallMs), BALLOTS);
    yield lessIsBetter('record.verify.cpu', 'ms CPU/ballot', cpuMs / BALLOTS, tool.cpuMs / BALLOTS, BALLOTS);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
