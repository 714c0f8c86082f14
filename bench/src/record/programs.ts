import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BILIK = fileURLToPath(new URL('../../../apps/cli/bilik.mjs', import.meta.url));

/** What one run of a program took, its start included. */
export interface Run {
  readonly wallMs: number;
  /** User and system time of all threads. */
  readonly cpuMs: number;
}

/** `bilik verify` on a record that must be right. */
export function runOurs(path: string): Run {
  return timed([process.execPath, BILIK, 'verify', path, '--json']);
}

/** `belenios-tool election verify` on the one record of a folder. */
export function runTool(folder: string): Run {
  return timed(['belenios-tool', 'election', 'verify', '--dir', folder]);
}

/** Runs a program that must succeed. Bash's own `time` is the one clock of a child's CPU that is always there. */
function timed(command: readonly string[]): Run {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>/dev/null';
  const times = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, 'bash', ...command], { encoding: 'utf8' });
  const match = /([0-9.]+) ([0-9.]+) ([0-9.]+)\s*$/.exec(times);
  if (match === null) throw new Error(`no times in: ${times}`);
  const [, wall = '', user = '', system = ''] = match;
  return { wallMs: Number(wall) * 1000, cpuMs: (Number(user) + Number(system)) * 1000 };
}

const LOOK_EVERY_MS = 100;

/** Peak memory of `bilik verify` on a record that must be right, all threads together, in MB (10⁶ bytes). Linux only. */
export function peakOfOurs(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BILIK, 'verify', path, '--json'], { stdio: 'ignore' });
    let peakKiB = 0;
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peakKiB = Math.max(peakKiB, Number(/VmHWM:\s+([0-9]+)/.exec(status)?.[1] ?? 0));
      } catch {
        // The process has just ended.
      }
    }, LOOK_EVERY_MS);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      if (code === 0) resolve((peakKiB * 1024) / 1e6);
      else reject(new Error(`bilik verify ended with ${code}`));
    });
  });
}
