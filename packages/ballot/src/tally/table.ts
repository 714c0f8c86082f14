import type { Election } from '../election/election.ts';
import { isJsonArray, type JsonValue, type TextFault } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';

/** Why a tally, share or result is refused. Questions and choices are counted from 0. */
export type TableFault =
  | TextFault
  | { readonly type: 'malformed'; readonly path: string }
  | { readonly type: 'not-a-member'; readonly question: number; readonly choice: number };

/** Characters for each choice of a tally or share: two elements, or an element and a proof, generously. */
const LENGTH_PER_CHOICE = 2_000;

/** Longest text of a tally, share or result of this election. */
export function tableLengthLimit({ questions }: Pick<Election, 'questions'>): number {
  return questions.reduce((total, { answers }) => total + (answers.length + 2) * LENGTH_PER_CHOICE, 2_000);
}

/**
 * Reads an array over questions of arrays over choices, of exactly this election's lengths.
 * @param path where the table stands, for the fault
 * @param readItem the item, or `undefined` when it is malformed
 */
export function readTable<Item extends object | bigint | number>(
  { questions }: Pick<Election, 'questions'>,
  value: JsonValue,
  path: string,
  readItem: (value: JsonValue) => Item | undefined,
): Result<readonly (readonly Item[])[], TableFault> {
  if (!isJsonArray(value) || value.length !== questions.length) return fail({ type: 'malformed', path });
  const table: Item[][] = [];
  for (const [index, { answers, blank }] of questions.entries()) {
    const row = value[index];
    const rowPath = `${path}[${index}]`;
    if (!isJsonArray(row) || row.length !== answers.length + (blank ? 1 : 0)) {
      return fail({ type: 'malformed', path: rowPath });
    }
    const items: Item[] = [];
    for (const [choice, cell] of row.entries()) {
      const item = readItem(cell);
      if (item === undefined) return fail({ type: 'malformed', path: `${rowPath}[${choice}]` });
      items.push(item);
    }
    table.push(items);
  }
  return succeed(table);
}

/** The first cell of which `isGood` does not hold. */
export function findCell<Item>(
  table: readonly (readonly Item[])[],
  isGood: (item: Item, question: number, choice: number) => boolean,
): { readonly question: number; readonly choice: number } | undefined {
  for (const [question, row] of table.entries()) {
    for (const [choice, item] of row.entries()) {
      if (!isGood(item, question, choice)) return { question, choice };
    }
  }
  return undefined;
}

/** A count as a JSON number, 0..2^30−1: larger ones the tool writes as text, and no polling place has them. */
export function readCount(value: JsonValue): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 30
    ? value
    : undefined;
}
