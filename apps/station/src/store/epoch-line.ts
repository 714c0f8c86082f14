import type { DatabaseSync } from 'node:sqlite';
import { civilTimeSchema } from '@bilik/election';
import { z } from 'zod';

/** Why an epoch began. */
export const EPOCH_CAUSES = ['prepared', 'new-medium', 'one-medium', 'takeover'] as const;

/**
 * One epoch of a polling place. Its mark is drawn at random: two stations that each went on without the other have epochs of the same
 * number and different marks, and whoever saw one refuses the other.
 */
export const EpochSchema = z.strictObject({
  mark: z.string().regex(/^[0-9a-f]{16}$/),
  cause: z.enum(EPOCH_CAUSES),
  /** Numbers of the media in service from then on. */
  media: z.array(z.int().min(1)).min(1).max(2),
  /** The wall clock's minute; null for the first. */
  at: civilTimeSchema.nullable(),
  /** Ids of people of the definition. */
  confirmedBy: z.array(z.string().max(60)).max(4),
});
export type Epoch = z.output<typeof EpochSchema>;

/** Who decided to begin an epoch, and when. */
export type EpochDecision = Pick<Epoch, 'at' | 'confirmedBy'>;

export const MARK_BYTES = 8;

/** The line of epochs of a store, oldest first; its length is the number of the present one. */
export function readEpochLine(database: DatabaseSync): readonly Epoch[] {
  return database
    .prepare('SELECT content FROM epoch ORDER BY number')
    .all()
    .map(({ content }) => EpochSchema.parse(JSON.parse(String(content))));
}

/** A row that everybody may see. Call inside a transaction. */
export function appendEpoch(database: DatabaseSync, epoch: Epoch): void {
  database.prepare('INSERT INTO epoch (content) VALUES (?)').run(JSON.stringify(epoch));
}

/** The number that the next medium gets: numbers are never used twice. */
export function nextMediumNumber(line: readonly Epoch[]): number {
  return Math.max(...line.flatMap(({ media }) => media)) + 1;
}
