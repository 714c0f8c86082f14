import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Device, startDevice, stopDevices } from '../exercise/processes.ts';
import { appMain } from '../processes/app-process.ts';

const END_WITH_PARENT = new URL('../processes/end-with-parent.ts', import.meta.url);

/** A center's processes in an exercise, as an office starts them. */
export interface RunningCenter {
  readonly url: string;
  readonly api: Device;
  readonly worker: Device;
  /** Stops API and worker; the embedded database lives on until `center stop`. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs one command of the center to its end; it ends when this process does. @returns what it printed @throws with its words when it refuses
 * @param also.onLine hears each line as it comes @param also.signal ends it before it is done
 */
export function centerCommand(
  home: string,
  words: readonly string[],
  also: { readonly onLine?: (line: string) => void; readonly signal?: AbortSignal } = {},
): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', END_WITH_PARENT.href, appMain('center'), ...words, '--home', home],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl+C goes to this process alone, which ends its commands in order
      detached: process.platform !== 'win32',
      ...(also.signal === undefined ? {} : { signal: also.signal }),
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) throw new Error('a child was asked for its words and has no pipe');
    createInterface({ input: stream }).on('line', (line) => {
      said += `${line}\n`;
      also.onLine?.(line);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`center ${words[0]} ended with ${code}: ${said.trim().slice(-2000)}`));
    });
  });
}

/** Invites somebody from the machine itself. @returns the invitation code */
export async function inviteFromMachine(
  home: string,
  person: { readonly account: string; readonly name: string; readonly role: string; readonly area: string },
): Promise<string> {
  const said = await centerCommand(home, [
    'invite',
    ...['--account', person.account, '--name', person.name, '--role', person.role, '--area', person.area],
  ]);
  const code = /\d{4}-\d{4}-\d{4}/.exec(said)?.[0];
  if (code === undefined) throw new Error('The center invited somebody and told no code');
  return code;
}

/** Starts API and worker of a center that was made before. */
export async function startCenter(
  home: string,
  port: number,
  say: (line: string) => void,
): Promise<RunningCenter> {
  const started: Device[] = [];
  const start = async (part: 'api' | 'worker') => {
    const device = await startDevice('center', [part, '--home', home, '--port', String(port)], say);
    started.push(device);
    return device;
  };
  try {
    const api = await start('api');
    const worker = await start('worker');
    return {
      url: api.url,
      api,
      worker,
      stop: () => stopDevices([...started].reverse()),
    };
  } catch (error) {
    await stopDevices(started);
    throw error;
  }
}
