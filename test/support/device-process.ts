import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A device of a test: a real process, and the steps that it said it went through. */
export interface DeviceProcess {
  readonly url: string;
  readonly steps: string[];
  readonly isAlive: () => boolean;
  readonly ended: Promise<void>;
  readonly kill: () => Promise<void>;
}

/** Starts `killable-<device>.ts` and waits until it is ready. A death before that is an error with what it said. */
export function startDeviceProcess(
  device: 'station' | 'booth',
  parameters: { readonly home: string; readonly port: number; readonly killAt?: number },
): Promise<DeviceProcess> {
  const { home, port, killAt } = parameters;
  const child: ChildProcess = spawn(
    process.execPath,
    [
      join(import.meta.dirname, `killable-${device}.ts`),
      '--home',
      home,
      ...(device === 'station' ? ['--second', `${home}-second`] : []),
      '--port',
      String(port),
      ...(killAt === undefined ? [] : ['--kill-at', String(killAt)]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const steps: string[] = [];
  const said: string[] = [];
  let alive = true;
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      alive = false;
      resolve();
    }),
  );
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const step = /^step \d+ (.*)$/.exec(line)?.[1];
        if (step !== undefined) steps.push(step);
        const url = /^ready (\S+)$/.exec(line)?.[1];
        if (url !== undefined) resolve({ url, steps, isAlive: () => alive, ended, kill });
      });
    }
    void ended.then(() => reject(new Error(`${device} ended before it was ready:\n${said.join('\n')}`)));
  });
}
