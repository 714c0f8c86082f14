import { ciphertextText } from '../ballot/context.ts';
import { readCiphertextText } from '../ballot/read.ts';
import type { Election } from '../election/election.ts';
import { isHexHash, sha256Hex } from '../hash.ts';
import { hasFields, parseCompactJson, type TextFault, writeCompactJson } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { BallotSum, CiphertextTable } from './sum.ts';
import { findCell, readCount, readTable, type TableFault, tableLengthLimit } from './table.ts';

/** The second object of the event EncryptedTally (format §11). */
export interface SizedTally {
  /** Distinct credentials that voted. */
  readonly ballotCount: number;
  /** Sum of their weights, in votes. */
  readonly totalWeight: number;
  /** Hex SHA-256 of the encrypted tally's text. */
  readonly encryptedTallyHash: string;
}

const SIZED_TALLY_LENGTH_LIMIT = 1_000;

/** The encrypted tally of the record (format §11, first object). */
export function writeEncryptedTally({ ciphertexts }: Pick<BallotSum, 'ciphertexts'>): string {
  return writeCompactJson(ciphertexts.map((row) => row.map(ciphertextText)));
}

/** Its size and hash (format §11, second object). */
export function writeSizedTally(sum: Omit<BallotSum, 'ciphertexts'>, encryptedTallyText: string): string {
  return writeCompactJson({
    num_tallied: sum.ballotCount,
    total_weight: sum.totalWeight,
    encrypted_tally: sha256Hex(encryptedTallyText),
  });
}

/** Reads a tally of this election; every element is tested for membership (1 stands where nobody voted). */
export function parseEncryptedTally(election: Election, text: string): Result<CiphertextTable, TableFault> {
  const { group } = election;
  const json = parseCompactJson(text, tableLengthLimit(election));
  if (!json.ok) return json;
  const table = readTable(election, json.value, '', (item) => {
    const digits = readCiphertextText(item);
    const alpha = digits && group.parseElement(digits.alpha);
    const beta = digits && group.parseElement(digits.beta);
    return alpha === undefined || beta === undefined ? undefined : { alpha, beta };
  });
  if (!table.ok) return table;
  const stranger = findCell(table.value, ({ alpha, beta }) => group.isMember(alpha) && group.isMember(beta));
  return stranger === undefined ? table : fail({ type: 'not-a-member', ...stranger });
}

/** Reads size and hash; whether they are right is for the verifier to compute. */
export function parseSizedTally(
  text: string,
): Result<SizedTally, TextFault | { readonly type: 'malformed'; readonly path: string }> {
  const json = parseCompactJson(text, SIZED_TALLY_LENGTH_LIMIT);
  if (!json.ok) return json;
  if (!hasFields(json.value, ['num_tallied', 'total_weight', 'encrypted_tally'])) {
    return fail({ type: 'malformed', path: '' });
  }
  const { num_tallied, total_weight, encrypted_tally: encryptedTallyHash } = json.value;
  const ballotCount = readCount(num_tallied);
  const totalWeight = readCount(total_weight);
  if (ballotCount === undefined) return fail({ type: 'malformed', path: 'num_tallied' });
  if (totalWeight === undefined) return fail({ type: 'malformed', path: 'total_weight' });
  if (!isHexHash(encryptedTallyHash)) return fail({ type: 'malformed', path: 'encrypted_tally' });
  return succeed({ ballotCount, totalWeight, encryptedTallyHash });
}
