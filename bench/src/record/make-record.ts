import { closeSync, openSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  ArchiveWriter,
  addBallot,
  combineShares,
  decryptTally,
  deriveCredential,
  electionPublicKey,
  emptySum,
  generateTrustee,
  parseElection,
  parseTrustees,
  type Result,
  writeElection,
  writeEncryptedTally,
  writeOwnedShare,
  writePublicCredentials,
  writeResult,
  writeSizedTally,
  writeTrustees,
} from '@bilik/ballot';
import { nativeGroup, nativeHexHash, systemRandom } from '@bilik/ballot/native';
import type { EncryptionTask, MadeBallot } from './encrypt-worker.ts';

/** What to make. */
export interface RecordOrder {
  readonly path: string;
  readonly ballotCount: number;
  /** Answers of the one question: candidates, and the blank vote last. */
  readonly answerCount: number;
  /** Whose record it is; left out: that of a place that nobody expects. */
  readonly place?: RecordPlace;
}

/** A polling place with a station. */
export interface RecordPlace {
  readonly uuid: string;
  readonly pollingPlace: string;
  /** Base64 of the station's Ed25519 key. */
  readonly signingKey: string;
}

/** What a station would say of the record that was made. */
export interface MadeRecord {
  /** Of its election object. */
  readonly electionHash: string;
  /** Of its last event. */
  readonly recordHash: string;
  /** Votes for each answer. */
  readonly counts: readonly number[];
}

const NOBODYS_PLACE: RecordPlace = {
  uuid: 'BenchRecord1111',
  pollingPlace: 'BENCH',
  signingKey: `${'A'.repeat(43)}=`,
};

/** The answers of a question as a village's ballot has them. */
export function benchAnswers(count: number): readonly string[] {
  const candidates = Array.from({ length: count - 1 }, (_, index) => `${index + 1}. Calon ${index + 1}`);
  return [...candidates, 'SUARA KOSONG / BLANK VOTE'];
}

/** Makes a complete record of invented votes, one trustee, ballots encrypted by one worker per core. */
export async function makeRecord({
  path,
  ballotCount,
  answerCount,
  place = NOBODYS_PLACE,
}: RecordOrder): Promise<MadeRecord> {
  const { uuid, pollingPlace, signingKey } = place;
  const group = nativeGroup();
  const { privateKey, key } = generateTrustee(group, systemRandom, 'Bench');
  const trusteesText = writeTrustees(group, [{ kind: 'single', key }]);
  const trustees = succeeded(parseTrustees(group, trusteesText));
  const electionText = writeElection({
    uuid,
    name: 'Bench',
    description: '',
    group: group.name,
    publicKey: electionPublicKey(group, trustees),
    questions: [
      {
        question: 'Kepala desa',
        answers: [...benchAnswers(answerCount)],
        blank: false,
        min: 1,
        max: 1,
      },
    ],
    bilik: { profile: 1, kind: 'exercise', pollingPlace, signingKey },
  });
  const election = succeeded(parseElection(electionText, { groups: [group] }));
  const holders = Array.from({ length: ballotCount }, (_, index) =>
    deriveCredential(group, uuid, `bench ${index}`),
  );
  const ballots = await encryptAll(electionText, holders, answerCount);
  ballots.sort((left, right) => (left.hash < right.hash ? -1 : 1));

  const writer = new ArchiveWriter({ timestamp: 1_795_290_714 }, { hexHash: nativeHexHash });
  const file = openSync(path, 'w');
  const write = (bytes: Uint8Array) => writeSync(file, bytes);
  write(
    writer.setup({
      election: electionText,
      trustees: trusteesText,
      credentials: writePublicCredentials(holders.map(({ publicKey }) => publicKey)),
    }),
  );
  let sum = emptySum(election);
  for (const { text, ciphertexts } of ballots) {
    write(writer.ballot(text));
    sum = addBallot(group, sum, { answers: [ciphertexts], weight: 1 });
  }
  write(writer.endBallots());
  const tallyText = writeEncryptedTally(sum);
  write(writer.encryptedTally(tallyText, writeSizedTally(sum, tallyText)));
  const share = {
    owner: 1,
    text: decryptTally({ election, tally: sum.ciphertexts, privateKey, random: systemRandom }),
  };
  write(writer.partialDecryption(share.text, writeOwnedShare(share)));
  const { totalWeight, ciphertexts: tally } = sum;
  const { counts } = succeeded(combineShares({ election, trustees, tally, totalWeight, shares: [share] }));
  write(writer.result(writeResult(counts)));
  closeSync(file);
  const { lastEventHash: recordHash } = writer.state;
  if (recordHash === undefined) throw new Error('the bench made a record without events');
  return { electionHash: election.fingerprint, recordHash, counts: counts[0] ?? [] };
}

async function encryptAll(
  electionText: string,
  holders: EncryptionTask['holders'],
  answerCount: number,
): Promise<MadeBallot[]> {
  const workers = availableParallelism();
  const parts = Array.from(
    { length: workers },
    (_, part): EncryptionTask => ({
      electionText,
      answerCount,
      holders: holders.filter((_, index) => index % workers === part),
    }),
  );
  const made = await Promise.all(
    parts.map(
      (workerData) =>
        new Promise<MadeBallot[]>((resolve, reject) => {
          const worker = new Worker(new URL('./encrypt-worker.ts', import.meta.url), { workerData });
          worker.on('message', resolve);
          worker.on('error', reject);
        }),
    ),
  );
  return made.flat();
}

function succeeded<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(`the bench made a wrong record: ${JSON.stringify(result.error)}`);
}
