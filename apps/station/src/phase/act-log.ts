import { civilTimeSchema, type PhaseCommand } from '@bilik/election';
import { z } from 'zod';
import { line } from '../minutes/minutes-fields.ts';
import type { StationStore } from '../store/station-store.ts';

export const PHASE_COMMANDS = [
  'prove_zero',
  'open',
  'pause',
  'resume',
  'close',
  'count',
  'count_slips',
  'seal',
] as const satisfies readonly PhaseCommand[];

/** One act of the board, in the order of the day. Acts are public: they name a command and people, never a voter or a ballot. */
export const ActSchema = z.strictObject({
  /** The wall clock's minute. */
  at: civilTimeSchema,
  command: z.enum(PHASE_COMMANDS),
  /** Ids of people of the definition. */
  confirmedBy: z.array(z.string().max(60)).min(1).max(4),
  /** Given before the announced hour, and why; null when it was not early. */
  early: z.strictObject({ announced: civilTimeSchema, reason: line }).nullable(),
});
export type Act = z.output<typeof ActSchema>;

/** The only rows that are inserted during the day: acts of the board, which everybody saw. */
export interface ActLog {
  readonly acts: () => readonly Act[];
  /** Call inside a write of the store. */
  readonly append: (act: Act) => void;
}

export function openActLog({
  database,
  afterCommit,
}: Pick<StationStore, 'database' | 'afterCommit'>): ActLog {
  const insert = database.prepare('INSERT INTO act (content) VALUES (?)');
  const acts: Act[] = [];
  for (const row of database.prepare('SELECT content FROM act ORDER BY sequence').iterate()) {
    acts.push(ActSchema.parse(JSON.parse(String(row['content']))));
  }
  return {
    acts: () => acts,
    append(act) {
      insert.run(JSON.stringify(act));
      afterCommit(() => acts.push(act));
    },
  };
}
