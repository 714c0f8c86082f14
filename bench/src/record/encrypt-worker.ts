import { parentPort, workerData } from 'node:worker_threads';
import { type Ciphertext, type Credential, chooseAnswers, encryptBallot, parseElection } from '@bilik/ballot';
import { nativeGroup, systemRandom } from '@bilik/ballot/native';

/** What one worker encrypts. */
export interface EncryptionTask {
  readonly electionText: string;
  readonly answerCount: number;
  readonly holders: readonly Credential[];
}

/** A ballot for the record. */
export interface MadeBallot {
  readonly text: string;
  readonly hash: string;
  /** Of its one question. */
  readonly ciphertexts: readonly Ciphertext[];
}

const { electionText, answerCount, holders }: EncryptionTask = workerData;
const election = parseElection(electionText, { groups: [nativeGroup()] });
if (!election.ok) throw new Error('the bench made a wrong election');
const made = holders.map((credential, index): MadeBallot => {
  const choices = chooseAnswers(election.value, [index % answerCount]);
  const { text, hash } = encryptBallot({
    election: election.value,
    credential,
    choices,
    random: systemRandom,
  });
  return { text, hash, ciphertexts: ciphertextsOf(text) };
});
parentPort?.postMessage(made);

/** The ciphertexts of a ballot of one question that was just made. */
function ciphertextsOf(text: string): Ciphertext[] {
  return [...text.matchAll(/"alpha":"([0-9]+)","beta":"([0-9]+)"/g)].map(([, alpha = '', beta = '']) => ({
    alpha: BigInt(alpha),
    beta: BigInt(beta),
  }));
}
