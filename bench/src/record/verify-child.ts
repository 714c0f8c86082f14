import { verifyRecordFile } from '@bilik/ballot/native';

/** What one run of our verifier took, all threads and the start of the process included. */
export interface VerifyRun {
  readonly verdict: string;
  readonly ballotCount: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Peak memory of the process, in MB (10⁶ bytes). */
  readonly peakMB: number;
}

const [path = ''] = process.argv.slice(2);
const { report } = await verifyRecordFile(path);
const { user, system } = process.cpuUsage();
const run: VerifyRun = {
  verdict: report.verdict,
  ballotCount: report.ballotCount,
  wallMs: performance.now(),
  cpuMs: (user + system) / 1000,
  peakMB: (process.resourceUsage().maxRSS * 1024) / 1e6,
};
console.log(JSON.stringify(run));
