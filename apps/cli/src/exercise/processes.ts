import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { appMain } from '../processes/app-process.ts';

const END_WITH_PARENT = new URL('../processes/end-with-parent.ts', import.meta.url);

/** One device of the exercise: a process of its own, as it would be a machine of its own. */
export interface Device {
  readonly name: string;
  readonly url: string;
  readonly process: ChildProcess;
  /** Settles when the process has ended, with its exit code (null after a signal). */
  readonly ended: Promise<number | null>;
}

/**
 * Starts `apps/<app>/src/main.ts` and waits for its line `<app> ready URL`; a worker of the center has no address and says `center ready worker`.
 * @param preload a module that is loaded before the device's own: a drill's, through which a machine's parts fail
 */
export function startDevice(
  app: 'station' | 'booth' | 'trustee' | 'center',
  parameters: readonly string[],
  onLine: (line: string) => void,
  preload?: string,
): Promise<Device> {
  const before = preload === undefined ? [] : ['--import', pathToFileURL(preload).href];
  const child = spawn(
    process.execPath,
    ['--import', END_WITH_PARENT.href, ...before, appMain(app), ...parameters],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl+C goes to this process alone, which then stops its devices in order; if it is killed, they stop by themselves
      detached: process.platform !== 'win32',
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) throw new Error('a device was asked for its words and has no pipe');
      createInterface({ input: stream }).on('line', (line) => {
        const url = new RegExp(`^${app} ready (http\\S+|worker)$`).exec(line)?.[1];
        if (url !== undefined) resolve({ name: app, url, process: child, ended });
        else {
          said.push(line);
          onLine(`${app}: ${line}`);
        }
      });
    }
    void ended.then((code) =>
      reject(new Error(`${app} ended at once (${code}).\n${said.slice(-20).join('\n')}`)),
    );
  });
}

/** Asks every device to stop, and waits until all have. */
export async function stopDevices(devices: readonly Device[]): Promise<void> {
  for (const device of devices) device.process.kill('SIGTERM');
  await Promise.all(devices.map((device) => device.ended));
}
