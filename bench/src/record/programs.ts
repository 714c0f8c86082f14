import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { VerifyRun } from './verify-child.ts';

/** Runs our verifier in a process of its own. */
export function runOurs(path: string): VerifyRun {
  const child = fileURLToPath(new URL('./verify-child.ts', import.meta.url));
  const run: VerifyRun = JSON.parse(execFileSync(process.execPath, [child, path], { encoding: 'utf8' }));
  if (run.verdict !== 'right') throw new Error(`our verifier says ${run.verdict}`);
  return run;
}

/** Runs `belenios-tool election verify` on the one record of a folder. */
export function runTool(folder: string): { readonly wallMs: number; readonly cpuMs: number } {
  // Bash's own `time` is the one clock of a child's CPU that is always there.
  const script = 'TIMEFORMAT="%R %U %S"; time belenios-tool election verify --dir "$1" 2>/dev/null';
  const times = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, 'bash', folder], { encoding: 'utf8' });
  const match = /([0-9.]+) ([0-9.]+) ([0-9.]+)\s*$/.exec(times);
  if (match === null) throw new Error(`no times in: ${times}`);
  const [, wall = '', user = '', system = ''] = match;
  return { wallMs: Number(wall) * 1000, cpuMs: (Number(user) + Number(system)) * 1000 };
}
