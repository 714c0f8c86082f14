import type { Election } from '../election/election.ts';
import { hasFields, parseCompactJson, writeCompactJson } from '../json.ts';
import { fail, type Result } from '../result.ts';
import { readCount, readTable, type TableFault, tableLengthLimit } from './table.ts';

/** For each question the votes for each answer; the Belenios blank first where there is one. */
export type Counts = readonly (readonly number[])[];

/** The result of the record (format §13). */
export function writeResult(counts: Counts): string {
  return writeCompactJson({ result: counts });
}

/** Reads a result of this election; whether it is right is for the verifier to compute. */
export function parseResult(election: Pick<Election, 'questions'>, text: string): Result<Counts, TableFault> {
  const json = parseCompactJson(text, tableLengthLimit(election));
  if (!json.ok) return json;
  if (!hasFields(json.value, ['result'])) return fail({ type: 'malformed', path: '' });
  return readTable(election, json.value.result, 'result', readCount);
}
