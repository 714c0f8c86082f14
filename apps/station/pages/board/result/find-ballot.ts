import { readSteps, type Tracker } from '@bilik/ballot';
import * as z from 'zod/mini';

export { parseTracker } from '@bilik/ballot';

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

/**
 * Looks for a ballot in the record and in the void list. Every record's content is hashed here: the ballot is in it, not just its name.
 * @param record the bytes of record.bel
 * @param voidText the text of void.json
 */
export async function findBallot(
  record: Uint8Array,
  voidText: string,
  { ballotHash }: Tracker,
): Promise<BallotPlace> {
  let isCounted = false;
  for await (const step of readSteps([record])) {
    if (!step.ok) return 'damaged';
    if (step.value.type === 'Ballot' && step.value.data[0]?.hash === ballotHash) isCounted = true;
  }
  if (isCounted) return 'counted';
  const read = voidFile.safeParse(parsedOrNull(voidText));
  if (!read.success) return 'damaged';
  return read.data.credentials.find(({ ballot }) => ballot === ballotHash)?.reason ?? 'absent';
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
