import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const STATION = join(import.meta.dirname, '..', '..', '..', 'apps', 'station', 'src', 'main.ts');
const BARE_SERVER = join(import.meta.dirname, 'bare-server.ts');

/** Memory of a process that is really in use, in 10⁶ bytes. */
export function residentMegabytes(processId: number): number {
  return statusMegabytes(processId, 'VmRSS');
}

/** The most memory that a process ever had in use, in 10⁶ bytes. */
export function peakMegabytes(processId: number): number {
  return statusMegabytes(processId, 'VmHWM');
}

function statusMegabytes(processId: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  const kibibytes = new RegExp(`^${field}:\\s+([0-9]+) kB$`, 'm').exec(status)?.[1];
  if (kibibytes === undefined) throw new Error(`process ${processId} does not say how much memory it has`);
  return (Number(kibibytes) * 1024) / 1e6;
}

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** Time that a process has spent on the processor so far, in milliseconds: much the same however busy the machine is. */
export function processorMs(processId: number): number {
  return ticksMs(processId, [11, 12]);
}

/** The same of its children that have ended. */
export function reapedProcessorMs(processId: number): number {
  return ticksMs(processId, [13, 14]);
}

/** @param places of the fields after the process's name */
function ticksMs(processId: number, places: readonly number[]): number {
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return places.reduce((sum, place) => {
    const ticks = fields[place];
    if (ticks === undefined) throw new Error(`process ${processId} does not say its time`);
    return sum + Number(ticks) * TICK_MS;
  }, 0);
}

/** A program that has answered for the first time. */
export interface Running {
  readonly url: string;
  readonly processId: number;
  /** From its start to its first answer, in milliseconds. */
  readonly readyMs: number;
  /** SIGKILL; settles when it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts a program and waits for the line that names its address, and for a first answer. */
async function start(parameters: readonly string[]): Promise<Running> {
  const begun = performance.now();
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /(http:\S+)$/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`${parameters[0]} ended before it was ready`)));
  });
  const answer = await fetch(url, { redirect: 'manual' });
  await answer.arrayBuffer();
  return {
    url,
    processId: child.pid ?? 0,
    readyMs: performance.now() - begun,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** From the start of a station on media that were left by a SIGKILL to its first answer, in milliseconds; then it is killed again. */
export async function stationStartMs(home: string): Promise<number> {
  const media = ['--home', join(home, 'station'), '--second', join(home, 'station-second')];
  const station = await start([STATION, ...media, '--port', '0']);
  await station.kill();
  return station.readyMs;
}

/** A start of Node that does nothing, in milliseconds. */
export function bareStartMs(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - begun;
}

/** A plain server that keeps every body that it is sent on two databases. @param databases copies that it may write to */
export function startBareServer(databases: readonly [string, string]): Promise<Running> {
  return start([BARE_SERVER, ...databases]);
}
