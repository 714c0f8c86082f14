import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const CENTER = join(import.meta.dirname, '..', '..', '..', 'apps', 'center', 'src', 'main.ts');

/** One process of a center: `api` answers at `url`. */
export interface RunningCenter {
  readonly url: string;
  readonly processId: number;
  readonly stop: () => Promise<void>;
}

/** Starts `center api` or `center worker` and waits until it is ready. */
export function startCenterProcess(part: 'api' | 'worker', home: string): Promise<RunningCenter> {
  const child: ChildProcess = spawn(process.execPath, [CENTER, part, '--home', home, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (stdout === null) throw new Error('a process without words');
    createInterface({ input: stdout }).on('line', (line) => {
      const said = /^center ready (\S+)$/.exec(line)?.[1];
      if (said === undefined) return;
      resolve({
        url: said,
        processId: child.pid ?? 0,
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      });
    });
    void ended.then(() => reject(new Error(`center ${part} ended before it was ready`)));
  });
}

/** Calls an act with a session. @returns its value @throws when it is refused */
export async function callCenter(url: string, cookie: string, act: string, input: object): Promise<unknown> {
  const response = await fetch(`${url}/api/act/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(input),
  });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) {
    throw new Error(`${act}: ${response.status} ${JSON.stringify(answer).slice(0, 300)}`);
  }
  return answer.value;
}
