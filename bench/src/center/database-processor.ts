import { readFileSync } from 'node:fs';
import type { Database } from '@bilik/center';
import { sql } from 'kysely';
import { processorMs, reapedProcessorMs } from '../day/processes.ts';

/**
 * Time that a database server of this machine has spent on the processor so far, in milliseconds: all sessions, those that ended too, and its own
 * housekeeping. It is there as well when somebody else keeps the machine busy.
 */
export async function databaseProcessorMs(owner: Database): Promise<number> {
  const { rows } = await sql<{ session: number }>`select pg_backend_pid() as session`.execute(owner);
  const [{ session } = { session: 0 }] = rows;
  const server = Number(/^PPid:\s+([0-9]+)$/m.exec(readFileSync(`/proc/${session}/status`, 'utf8'))?.[1]);
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ');
  const living = children.map((child) => processorMs(Number(child)));
  return processorMs(server) + reapedProcessorMs(server) + living.reduce((sum, ms) => sum + ms, 0);
}
