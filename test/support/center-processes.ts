import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const CENTER = join(import.meta.dirname, '..', '..', 'apps/center/src/main.ts');

/** Processes of one center that a test starts and kills. */
export interface CenterProcesses {
  /** Starts a process of the center on a port that stays the same, so that another one can take its place. */
  readonly start: (part: 'api' | 'worker', port: number) => Promise<ChildProcess>;
  /** Pulls its plug; settles when it is gone. */
  readonly kill: (child: ChildProcess) => Promise<void>;
  /** What processes said that ended without being killed here. */
  readonly endedThemselves: readonly string[];
  readonly killAll: () => void;
}

export function centerProcesses(home: string): CenterProcesses {
  const running: ChildProcess[] = [];
  const endedThemselves: string[] = [];
  return {
    endedThemselves,
    start(part, port) {
      const child = spawn(process.execPath, [CENTER, part, '--home', home, '--port', String(port)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.push(child);
      const said: string[] = [];
      return new Promise((resolve, reject) => {
        const { stdout, stderr } = child;
        createInterface({ input: stderr }).on('line', (line) => said.push(line));
        createInterface({ input: stdout }).on('line', (line) => {
          if (line.startsWith('center ready')) resolve(child);
        });
        child.once('exit', (code, signal) => {
          if (signal === 'SIGKILL') return;
          endedThemselves.push(`${part} (${code ?? signal}): ${said.slice(-20).join('\n')}`);
          reject(new Error(`center ${endedThemselves.at(-1)}`));
        });
      });
    },
    async kill(child) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    killAll() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}
