import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { PreparedHome } from './prepared-home.ts';

/** A ballot that was cast, in all forms in which it may leave a trace. */
export interface CastBallot {
  readonly hash: string;
  readonly credential: string;
  readonly text: string;
}

const Casts = z.array(z.strictObject({ hash: z.string(), credential: z.string(), text: z.string() }));

/** A station that runs in a process of its own, one turn after its last answer, with polls open. */
export interface StationAtRest {
  /** In the order of casting. */
  readonly casts: readonly CastBallot[];
  /** SIGKILL: nothing is closed, nothing is flushed. */
  readonly kill: () => Promise<void>;
}

/** Lets so many people vote on a prepared place, each of whom takes the next card. */
export async function startStationAtRest(prepared: PreparedHome, casts: number): Promise<StationAtRest> {
  const child = spawn(
    process.execPath,
    [
      ...[join(import.meta.dirname, 'resting-station.ts')],
      ...['--root', prepared.home.root, '--casts', String(casts)],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const [line]: unknown[] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('The station ended before it rested'))),
  ]);
  return {
    casts: Casts.parse(JSON.parse(String(line))),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
