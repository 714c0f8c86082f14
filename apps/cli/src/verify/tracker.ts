import { createReadStream } from 'node:fs';
import { readSteps, type Tracker, type TrackerFault } from '@bilik/ballot';
import { nativeHexHash } from '@bilik/ballot/native';
import type { VoidCredential } from '@bilik/transfer';
import { type Language, phrase } from '@bilik/words';

/** Where the ballot of a tracker slip stands. */
export interface TrackerPlace {
  readonly number: string;
  /** Null: it was not found, and the record is damaged before its end. */
  readonly inRecord: boolean | null;
  /** Why it is void; `not-checked` without a void list that this polling place signed. */
  readonly voidList: VoidCredential['reason'] | 'not-listed' | 'not-checked';
}

/** Why what was given is the number of no tracker slip, and what to compare. */
export function describeTrackerFault(fault: TrackerFault, language: Language): string {
  switch (fault.type) {
    case 'wrong-length':
      return phrase(language, 'verify.tracker.wrongLength', { count: fault.length });
    case 'foreign-character':
      return phrase(language, 'verify.tracker.foreignCharacter', { sign: fault.character });
    case 'impossible-last-character':
      return phrase(language, 'verify.tracker.lastCharacter', { sign: fault.character });
  }
}

/** The whole record was searched, and the ballot is neither in it nor known to be void. */
export function isNowhere({ inRecord, voidList }: TrackerPlace): boolean {
  return inRecord === false && (voidList === 'not-listed' || voidList === 'not-checked');
}

/**
 * Looks for the ballot of a tracker slip in a record and in the void list beside it.
 * @param voided the void list's cards; absent when there is no list to be believed
 * @throws the file system's error when the record cannot be read
 */
export async function findTracker(
  { number, ballotHash }: Tracker,
  recordPath: string,
  voided: readonly VoidCredential[] | undefined,
): Promise<TrackerPlace> {
  const voidList =
    voided === undefined
      ? 'not-checked'
      : (voided.find(({ ballot }) => ballot === ballotHash)?.reason ?? 'not-listed');
  return { number, inRecord: await isInRecord(ballotHash, recordPath), voidList };
}

async function isInRecord(ballotHash: string, recordPath: string): Promise<boolean | null> {
  for await (const step of readSteps(createReadStream(recordPath), { hexHash: nativeHexHash })) {
    if (!step.ok) return null;
    if (step.value.type === 'Ballot' && step.value.data.some(({ hash }) => hash === ballotHash)) return true;
  }
  return false;
}

/** Where the ballot stands, and what that means to whoever holds the slip; one sentence a line. */
export function describeTracker({ inRecord, voidList }: TrackerPlace, language: Language): string {
  const record = inRecord === null ? 'unknown' : inRecord ? 'in' : 'absent';
  const lines = [phrase(language, `verify.tracker.record.${record}`)];
  if (voidList === 'not-checked') {
    if (inRecord !== true) lines.push(phrase(language, 'verify.tracker.void.not-checked'));
  } else if (voidList !== 'not-listed') lines.push(phrase(language, `verify.tracker.void.${voidList}`));
  else if (inRecord === false) lines.push(phrase(language, 'verify.tracker.nowhere'));
  return lines.join('\n');
}
