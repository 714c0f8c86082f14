import { readSteps } from '@bilik/ballot';
import * as z from 'zod/mini';

/** 43 characters of base64, as on the tracker slip; the last carries four bits, and two that are zero. */
export const TRACKER_LENGTH = 43;
const TRACKER = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/;

/** Where the ballot behind a tracker slip is. */
export type BallotPlace =
  | 'counted'
  /** Voided: its slip bears BATAL. */
  | 'spoiled'
  /** Opened for a machine test. */
  | 'proved'
  | 'absent'
  /** One of the two files could not be read to its end, so nothing can be said. */
  | 'damaged';

const voidFile = z.object({
  credentials: z.array(z.object({ ballot: z.string(), reason: z.enum(['spoiled', 'proved']) })),
});

/** What was typed, without what people put between groups. */
export function withoutSpaces(typed: string): string {
  return typed.replace(/[\s·.-]/g, '');
}

/** Whether a text of 43 characters can be the hash of a ballot. */
export function isTracker(text: string): boolean {
  return TRACKER.test(text);
}

/** @param tracker as `isTracker` passes it */
function hexOf(tracker: string): string {
  const bytes = Uint8Array.from(atob(tracker), (character) => character.charCodeAt(0));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Looks for a ballot in the record and in the void list. Every record's content is hashed here: the ballot is in it, not just its name.
 * @param record the bytes of record.bel
 * @param voidText the text of void.json
 * @param tracker as `isTracker` passes it
 */
export async function findBallot(
  record: Uint8Array,
  voidText: string,
  tracker: string,
): Promise<BallotPlace> {
  const wanted = hexOf(tracker);
  let isCounted = false;
  for await (const step of readSteps([record])) {
    if (!step.ok) return 'damaged';
    if (step.value.type === 'Ballot' && step.value.data[0]?.hash === wanted) isCounted = true;
  }
  if (isCounted) return 'counted';
  const read = voidFile.safeParse(parsedOrNull(voidText));
  if (!read.success) return 'damaged';
  return read.data.credentials.find(({ ballot }) => ballot === wanted)?.reason ?? 'absent';
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
