import { createReadStream } from 'node:fs';
import { readSteps } from '@bilik/ballot';
import { nativeHexHash } from '@bilik/ballot/native';
import type { VoidCredential } from '@bilik/transfer';
import { type Language, phrase } from '@bilik/words';

/** What a tracker slip says: the ballot that it names. */
export interface Tracker {
  /** Base64 SHA-256 of the ballot, 43 characters, as the slip shows it but for its spaces. */
  readonly number: string;
  /** The same digest in hex: the ballot's name in a record. */
  readonly ballotHash: string;
}

/** Where the ballot of a tracker slip stands. */
export interface TrackerPlace {
  readonly number: string;
  /** Null: it was not found, and the record is damaged before its end. */
  readonly inRecord: boolean | null;
  /** Why it is void; `not-checked` without a void list that this polling place signed. */
  readonly voidList: VoidCredential['reason'] | 'not-listed' | 'not-checked';
}

/** Reads the number of a tracker slip, with or without its spaces. @returns undefined when it is none */
export function parseTracker(text: string): Tracker | undefined {
  const number = text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]{43}$/.test(number)) return undefined;
  const digest = Buffer.from(number, 'base64');
  // the last character holds four bits of the digest; another spelling of them is on no slip
  if (digest.toString('base64').slice(0, 43) !== number) return undefined;
  return { number, ballotHash: digest.toString('hex') };
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
