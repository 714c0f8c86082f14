import { type ByteSource, decodeText, readSteps, sha256Base64 } from '@bilik/ballot';
import { nativeHexHash } from '@bilik/ballot/native';
import type { RefusalOf } from '../api/refusal.ts';
import type { BoundElection } from '../election/bound-election.ts';

/**
 * Compares what a record begins with, its election and its trustees, with what this device's key was bound to. Reads no further than
 * that, and computes nothing of it: a record of others may be made such that checking it takes hours.
 * @param source the record's bytes from its first on
 * @returns `undefined` for the bound election; also for what cannot be read so far, because the verifier names that as soon
 */
export async function findForeignSetup(
  source: ByteSource,
  bound: Pick<BoundElection, 'election' | 'trustees'>,
): Promise<RefusalOf<'record-of-other-election' | 'record-of-other-trustees'> | undefined> {
  for await (const step of readSteps(source, { hexHash: nativeHexHash })) {
    if (!step.ok) return undefined;
    const [election, trustees] = step.value.data.map(({ content }) => decodeText(content));
    if (election === undefined || trustees === undefined) return undefined;
    if (election !== bound.election.text) {
      return { type: 'record-of-other-election', fingerprint: sha256Base64(election) };
    }
    return trustees === bound.trustees.text ? undefined : { type: 'record-of-other-trustees' };
  }
  return undefined;
}
