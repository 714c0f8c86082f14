import type { DatabaseSync } from 'node:sqlite';
import { contentHash } from './database-content.ts';
import { readEpochLine } from './epoch-line.ts';
import type { MediumFacts } from './media-cuts.ts';
import { writesOf } from './station-database.ts';

/** Reads the whole of one medium: some 20 MB for the largest polling place. */
export function mediumFacts(database: DatabaseSync): MediumFacts {
  return {
    marks: readEpochLine(database).map(({ mark }) => mark),
    writes: writesOf(database),
    content: contentHash(database),
  };
}
