import { readRecords } from '../src/archive/index.ts';
import type { Credential } from '../src/index.ts';
import type { RuleId } from '../src/verify/index.ts';
import { type LooseBallot, looseBallot, resign } from './forging.ts';
import { at, testRandom } from './place.ts';
import {
  bilikRecord,
  byHash,
  type FreeStep,
  type MadeRecord,
  makeRecord,
  pick,
  stepsOf,
  writeRecord,
  writeSteps,
} from './record-maker.ts';
import type { RecordTexts } from './records.ts';

/** One planted fault. */
export interface Tampering {
  /** As format §15.2 and §15.3 name it. */
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** The rule of ours that must fail. */
  readonly rule: RuleId;
  /** What `belenios-tool election verify` says (format §15, tested there). */
  readonly tool: 'accepts' | 'refuses';
}

export const random = testRandom('tampering');
/** Four votes, five cards, one trustee, Bilik profile. */
export const BILIK: MadeRecord = bilikRecord('tampering bilik');
/** The Belenios profile: two singles, a question with the Belenios blank, and a card that votes twice. */
export const BELENIOS: MadeRecord = makeRecord({
  name: 'tampering belenios',
  questions: [{ question: 'Siapa?', answers: ['Sari', 'Budi'], blank: true, min: 1, max: 2 }],
  votes: [
    { card: 0, choices: [[0, 1, 0]] },
    { card: 1, choices: [[1, 0, 0]] },
    { card: 0, choices: [[0, 1, 1]] },
  ],
  trustees: { singles: 2 },
});
/** Two of three open; the third share is there too. */
export const THRESHOLD: MadeRecord = makeRecord({
  name: 'tampering threshold',
  votes: [{ card: 0, choices: pick(1) }],
  trustees: { count: 3, threshold: 2, openers: [1, 2, 3] },
});

/** Another election with the same cards and trustees, as a dishonest server would set it up. */
export const OTHER = makeRecord({
  name: 'tampering bilik',
  votes: [{ card: 0, choices: pick(2) }],
  cardCount: 5,
});

export const stepsWith = (record: MadeRecord, change: (steps: FreeStep[]) => void): Uint8Array => {
  const steps = stepsOf(record.texts);
  change(steps);
  return writeSteps(steps);
};
export const textsWith = (record: MadeRecord, change: Partial<RecordTexts>): Uint8Array =>
  writeRecord({ ...record.texts, ...change });
export const indexOf = (steps: readonly FreeStep[], type: FreeStep['type']) =>
  steps.findIndex((step) => step.type === type);
/** Takes a step out and puts it in before another one. */
export const move = (steps: FreeStep[], from: number, to: number) =>
  steps.splice(to, 0, ...steps.splice(from, 1));

/** Changes the first ballot of a record, signed again by its card where the cheat is its voter; sums made anew. */
export function ballotWith(
  record: MadeRecord,
  change: (ballot: LooseBallot) => void,
  { signed = true }: { readonly signed?: boolean } = {},
): Uint8Array {
  const [first = '', ...rest] = record.texts.ballots;
  const ballot = looseBallot(first);
  const holder = holderOf(record, ballot.credential);
  change(ballot);
  const text = signed ? resign(record.election, ballot, holder, random) : JSON.stringify(ballot);
  return textsWith(record, { ballots: [text, ...rest].sort(byHash) });
}

/** Puts another text in place of the first ballot's, its meaning unchanged. */
export function spelledBallot(record: MadeRecord, change: (text: string) => string): Uint8Array {
  const [first = '', ...rest] = record.texts.ballots;
  return textsWith(record, { ballots: [change(first), ...rest].sort(byHash) });
}

export function holderOf(record: MadeRecord, credential: string): Credential {
  return at(
    record.cards.filter(({ publicKey }) => String(publicKey) === credential),
    0,
  );
}

/** The credentials of a record, changed, with everything that does not depend on them left alone. */
export const credentialsWith = (record: MadeRecord, change: (keys: string[]) => string[]): Uint8Array =>
  textsWith(record, { credentials: JSON.stringify(change(JSON.parse(record.texts.credentials))) });

export const replaced = (text: string, from: string | RegExp, to: string): string => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error('the planted fault is not there');
  return changed;
};

export const numberPlusOne = (text: string, name: string): string =>
  text.replace(
    new RegExp(`"${name}":"([0-9]+)"`),
    (_, digits: string) => `"${name}":"${BigInt(digits) + 1n}"`,
  );

export const reordered = <Value extends object>(value: Value): Value =>
  JSON.parse(
    `{${Object.entries(value)
      .reverse()
      .map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`)
      .join(',')}}`,
  );

export async function recordStarts(bytes: Uint8Array): Promise<number[]> {
  const starts: number[] = [];
  for await (const record of readRecords([bytes])) if (record.ok) starts.push(record.value.offset);
  return [...starts, bytes.length];
}

/** Swaps two records, which keeps every hash right and only breaks the order. */
export async function swapped(bytes: Uint8Array, first: number, second: number): Promise<Uint8Array> {
  const starts = await recordStarts(bytes);
  const records = starts.slice(0, -1).map((start, index) => bytes.subarray(start, starts[index + 1]));
  const [left, right] = [at(records, first), at(records, second)];
  records[first] = right;
  records[second] = left;
  return Buffer.concat(records);
}

export const ELECTION_RULE: Pick<Tampering, 'rule' | 'tool'> = { rule: 'election.valid', tool: 'refuses' };
