import {
  type DataRecord,
  type ReadOptions,
  type RecordStep,
  readSteps,
  type StepFault,
} from '../archive/index.ts';
import type { RecordSource } from './verify.ts';

/** Everything of a record but its ballots, which are too many to hold. */
export interface RecordOutline {
  /** Unix seconds in all headers; says when the archive was begun, nothing later. */
  readonly timestamp?: number;
  /** Election, trustees, credentials and the list of their hashes. */
  readonly setup?: readonly DataRecord[];
  readonly ballotCount: number;
  /** Encrypted tally and sized tally. */
  readonly tally?: readonly DataRecord[];
  /** Hex SHA-256 of the event EncryptedTally: the record's fingerprint when it was sealed. */
  readonly sealedEventHash?: string;
  /** For each event PartialDecryption the partial decryption and the object that names its owner; at most `MAX_SHARES`. */
  readonly shares: readonly (readonly DataRecord[])[];
  /** All of them, those not kept included. */
  readonly shareCount: number;
  readonly result?: readonly DataRecord[];
  /** The last event that could be read. */
  readonly last?: Pick<RecordStep, 'type' | 'eventHash' | 'record'>;
  /** Why reading stopped before the end of the file. */
  readonly fault?: StepFault;
}

/** More partial decryptions than this are not kept, only counted. */
export const MAX_SHARES = 1000;

/**
 * Reads a whole record and checks everything that needs no arithmetic: form, hashes, chain, order.
 * @param onBallot called for each ballot in turn; its content is not kept
 */
export async function readOutline(
  source: RecordSource,
  options: ReadOptions,
  onBallot: (ballot: DataRecord) => void,
): Promise<RecordOutline> {
  const outline: { -readonly [Key in keyof RecordOutline]: RecordOutline[Key] } = {
    ballotCount: 0,
    shares: [],
    shareCount: 0,
  };
  const shares: (readonly DataRecord[])[] = [];
  for await (const step of readSteps(source(), options)) {
    if (!step.ok) {
      outline.fault = step.error;
      break;
    }
    const { type, data, eventHash, record, timestamp } = step.value;
    outline.timestamp = timestamp;
    outline.last = { type, eventHash, record };
    switch (type) {
      case 'Setup':
        outline.setup = data;
        break;
      case 'Ballot':
        outline.ballotCount += 1;
        for (const ballot of data) onBallot(ballot);
        break;
      case 'EndBallots':
        break;
      case 'EncryptedTally':
        outline.tally = data;
        outline.sealedEventHash = eventHash;
        break;
      case 'PartialDecryption':
        outline.shareCount += 1;
        if (shares.length < MAX_SHARES) shares.push(data);
        break;
      case 'Result':
        outline.result = data;
        break;
      default:
        throw new RangeError(`unexpected event ${type satisfies never}`);
    }
  }
  return { ...outline, shares };
}
