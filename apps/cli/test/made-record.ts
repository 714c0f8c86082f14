import { generateKeyPairSync } from 'node:crypto';
import {
  ArchiveWriter,
  checkBallot,
  chooseAnswers,
  combineShares,
  decryptTally,
  deriveCredential,
  electionPublicKey,
  encryptBallot,
  generateTrustee,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  type Result,
  sumBallots,
  writeElection,
  writeEncryptedTally,
  writeOwnedShare,
  writePublicCredentials,
  writeResult,
  writeSizedTally,
  writeTrustees,
} from '@bilik/ballot';
import { nativeGroup, nativeHexHash, systemRandom } from '@bilik/ballot/native';
import { tps01 } from '@bilik/election/fixtures';
import { publicKeyOf } from '@bilik/transfer';

const group = nativeGroup();
const UUID = 'TPSMawar11Desa';
export const FIGURES = tps01.figures;

const { privateKey } = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
/** The station's key, as PKCS#8 PEM. */
export const STATION_KEY: string = privateKey;

/** TPS 01 Melati as everybody knows it: 4 · 2 · 0 and one blank. Card 7 was spoiled, the others never used. */
const VOTES = [0, 0, 0, 0, 1, 1, 3];
export const CARDS = Array.from({ length: FIGURES.tokens.pool }, (_, card) =>
  deriveCredential(group, UUID, `melati ${card}`),
);

const trustee = generateTrustee(group, systemRandom, 'Saksi 1');
const trusteesText = writeTrustees(group, [{ kind: 'single', key: trustee.key }]);
const trustees = succeeded(parseTrustees(group, trusteesText));
const electionText = writeElection({
  uuid: UUID,
  name: 'TPS 01 Melati \u001b[31m',
  description: '',
  group: group.name,
  publicKey: electionPublicKey(group, trustees),
  questions: [
    {
      question: 'Kepala Desa / Village head',
      answers: ['1. Sari', '2. Budi', '3. Wayan', 'SUARA KOSONG / BLANK VOTE'],
      blank: false,
      min: 1,
      max: 1,
    },
  ],
  bilik: {
    profile: 1,
    kind: 'exercise',
    pollingPlace: FIGURES.place,
    signingKey: publicKeyOf(STATION_KEY),
  },
});
export const ELECTION = succeeded(parseElection(electionText, { groups: [group] }));
const credentialsText = writePublicCredentials(CARDS.map(({ publicKey }) => publicKey));
const credentials = succeeded(parsePublicCredentials(group, credentialsText));

/** A ballot of a card. */
export function ballotOf(card: number, answer: number): string {
  const credential = CARDS[card];
  if (credential === undefined) throw new RangeError(`no card ${card}`);
  const choices = chooseAnswers(ELECTION, [answer]);
  return encryptBallot({ election: ELECTION, credential, choices, random: systemRandom }).text;
}

export const BALLOTS: readonly string[] = VOTES.map((answer, card) => ballotOf(card, answer));

/** A whole and right record of some ballots, and the hash of its last event. */
export function recordOf(ballots: readonly string[]): {
  readonly bytes: Uint8Array;
  readonly recordHash: string;
} {
  const hash = (text: string) => nativeHexHash(Buffer.from(text));
  const sorted = ballots.toSorted((left, right) => (hash(left) < hash(right) ? -1 : 1));
  const sum = sumBallots(
    ELECTION,
    sorted.map((text) => succeeded(checkBallot({ election: ELECTION, credentials, text }))),
  );
  const { ciphertexts: tally, totalWeight } = sum;
  const text = decryptTally({
    election: ELECTION,
    tally,
    privateKey: trustee.privateKey,
    random: systemRandom,
  });
  const shares = [{ owner: 1, text }];
  const { counts } = succeeded(combineShares({ election: ELECTION, trustees, tally, totalWeight, shares }));
  const tallyText = writeEncryptedTally(sum);
  const writer = new ArchiveWriter({ timestamp: 1785283200 });
  const bytes = Buffer.concat([
    writer.setup({ election: electionText, trustees: trusteesText, credentials: credentialsText }),
    ...sorted.map((ballot) => writer.ballot(ballot)),
    writer.endBallots(),
    writer.encryptedTally(tallyText, writeSizedTally(sum, tallyText)),
    writer.partialDecryption(text, writeOwnedShare({ owner: 1, text })),
    writer.result(writeResult(counts)),
  ]);
  return { bytes, recordHash: writer.state.lastEventHash ?? '' };
}

function succeeded<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(`the test made a wrong record: ${JSON.stringify(result.error)}`);
}
