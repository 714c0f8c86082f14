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
export interface RecordSize {
  readonly path: string;
  readonly ballotCount: number;
  /** Answers of the one question. */
  readonly answerCount: number;
}

const UUID = 'BenchRecord1111';

/** Makes a complete record of invented votes, one trustee, ballots encrypted by one worker per core. */
export async function makeRecord({ path, ballotCount, answerCount }: RecordSize): Promise<void> {
  const group = nativeGroup();
  const { privateKey, key } = generateTrustee(group, systemRandom, 'Bench');
  const trusteesText = writeTrustees(group, [{ kind: 'single', key }]);
  const trustees = succeeded(parseTrustees(group, trusteesText));
  const electionText = writeElection({
    uuid: UUID,
    name: 'Bench',
    description: '',
    group: group.name,
    publicKey: electionPublicKey(group, trustees),
    questions: [
      {
        question: 'Kepala desa',
        answers: Array.from({ length: answerCount }, (_, index) => `Calon ${index + 1}`),
        blank: false,
        min: 1,
        max: 1,
      },
    ],
    bilik: { profile: 1, kind: 'exercise', pollingPlace: 'BENCH', signingKey: `${'A'.repeat(43)}=` },
  });
  const election = succeeded(parseElection(electionText, { groups: [group] }));
  const holders = Array.from({ length: ballotCount }, (_, index) =>
    deriveCredential(group, UUID, `bench ${index}`),
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
