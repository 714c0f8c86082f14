import { generateKeyPairSync } from 'node:crypto';
import {
  ArchiveWriter,
  type Credential,
  checkBallot,
  deriveCredential,
  type Election,
  electionPublicKey,
  encryptBallot,
  generateCredential,
  type PublicCredentials,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  sumBallots,
  writeElection,
  writeEncryptedTally,
  writePublicCredentials,
  writeSizedTally,
} from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { publicKeyOf, writeVoidList } from '@bilik/transfer';
import { testRandom } from './device.ts';
import { at, succeeded } from './succeeded.ts';

/** An electronic polling place whose sealed records the tests make. */
export interface TestPlace {
  readonly election: Election;
  readonly trusteesText: string;
  readonly credentials: PublicCredentials;
  readonly signingKeyPem: string;
  /** A ballot under the card of this number. */
  readonly vote: (card: number, choice: number) => string;
  /** The record up to its encrypted tally. @param ballots exact texts, in any order */
  readonly seal: (ballots: readonly string[], changes?: SealChanges) => Uint8Array;
  /** @param ballotOf the hash of the ballot that each void card was used for; another for each when left out */
  readonly voidList: (cards?: readonly number[], ballotOf?: (card: number) => string) => string;
}

export interface SealChanges {
  /** Ballots whose sum is claimed instead of that of all. */
  readonly claimedSumOf?: readonly string[];
  readonly trusteesText?: string;
  readonly timestamp?: number;
}

const ANSWERS = ['1. Sari', '2. Budi', '3. Wayan', 'Suara kosong'];
export const CARDS = 8;

export interface PlaceOptions {
  readonly trusteesText: string;
  readonly name?: string;
  readonly uuid?: string;
  readonly kind?: 'exercise' | 'real';
  readonly cards?: number;
}

export function openPlace(options: PlaceOptions): TestPlace {
  const { trusteesText, name = 'TPS 01 Melati', uuid = 'TPSMeLati11111', kind = 'exercise' } = options;
  const group = nativeGroup();
  const random = testRandom(`${name} ${uuid}`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const signingKeyPem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const publicKey = electionPublicKey(group, succeeded(parseTrustees(group, trusteesText)));
  const text = writeElection({
    uuid,
    name,
    description: 'Pemilihan kepala desa',
    group: group.name,
    publicKey,
    questions: [{ question: 'Kepala Desa Melati', answers: ANSWERS, blank: false, min: 1, max: 1 }],
    bilik: { profile: 1, kind, pollingPlace: '16.07.01.2003-TPS-01', signingKey: publicKeyOf(signingKeyPem) },
  });
  const election = succeeded(parseElection(text, { groups: [group] }));
  const holders: Credential[] = Array.from({ length: options.cards ?? CARDS }, () =>
    deriveCredential(group, uuid, generateCredential(random)),
  );
  const list = writePublicCredentials(holders.map((holder) => holder.publicKey));
  const credentials = succeeded(parsePublicCredentials(group, list));

  return {
    election,
    trusteesText,
    credentials,
    signingKeyPem,
    vote: (card, choice) =>
      encryptBallot({
        election,
        credential: at(holders, card),
        choices: [ANSWERS.map((_, index) => (index === choice ? 1 : 0))],
        random,
      }).text,
    seal(ballots, changes = {}) {
      const read = (texts: readonly string[]) =>
        texts.map((ballot) => succeeded(checkBallot({ election, credentials, text: ballot })));
      const checked = [...read(ballots)].sort((left, right) => (left.hash < right.hash ? -1 : 1));
      const sum = sumBallots(election, changes.claimedSumOf ? read(changes.claimedSumOf) : checked);
      const writer = new ArchiveWriter({ timestamp: changes.timestamp ?? 1_800_000_000 });
      const parts = [
        writer.setup({
          election: election.text,
          trustees: changes.trusteesText ?? trusteesText,
          credentials: credentials.text,
        }),
        ...checked.map((ballot) => writer.ballot(ballot.text)),
        writer.endBallots(),
      ];
      const tally = writeEncryptedTally(sum);
      parts.push(writer.encryptedTally(tally, writeSizedTally(sum, tally)));
      return Buffer.concat(parts);
    },
    voidList: (cards = [], ballotOf = (card) => card.toString(16).padStart(2, '0').repeat(32)) =>
      writeVoidList(
        {
          election_uuid: uuid,
          election_hash: election.fingerprint,
          credentials: cards.map((card) => ({
            credential: group.formatElement(at(holders, card).publicKey),
            ballot: ballotOf(card),
            reason: 'spoiled',
          })),
        },
        signingKeyPem,
      ),
  };
}

/** Hash of the last event of an archive: its last record's name. */
export function lastEventHash(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.lastIndexOf('.event.json');
  return text.slice(end - 64, end);
}
