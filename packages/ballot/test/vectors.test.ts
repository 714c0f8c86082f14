import { pbkdf2Sync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBallot } from '../src/ballot/read.ts';
import {
  addBallot,
  BELENIOS_2048,
  type CheckedBallot,
  checkBallot,
  combineShares,
  decryptTally,
  deriveCredential,
  type Election,
  electionPublicKey,
  emptySum,
  makeShareInputs,
  makeThresholdParameters,
  openDecryptionKey,
  parseElection,
  parseEncryptedTally,
  parseOwnedShare,
  parsePublicCredentials,
  parseResult,
  parseSizedTally,
  parseTrustees,
  sha256Base64,
  sha256Hex,
  sumBallots,
  writeEncryptedTally,
  writeOwnedShare,
  writePublicCredentials,
  writeResult,
  writeSizedTally,
  writeTrustees,
} from '../src/index.ts';
import { nodeCcm } from '../src/native/ccm.ts';
import { secretsFromSeed } from '../src/trustee/ceremony-keys.ts';
import { writeSigned } from '../src/trustee/certificate.ts';
import { at, succeeded, testRandom } from './place.ts';
import { type RecordTexts, readRecord, vectorBytes, vectorText } from './records.ts';

const group = BELENIOS_2048;

interface ExpectedElection {
  readonly uuid: string;
  readonly election_fingerprint: string;
  readonly public_credentials_fingerprint: string;
  readonly credentials: readonly {
    readonly credential: string;
    readonly pbkdf2_hex: string;
    readonly secret: string;
    readonly public: string;
  }[];
  readonly ballots: readonly {
    readonly credential: string;
    readonly choices: readonly (readonly number[])[];
    readonly tracker: string;
    readonly unsigned_hash: string;
  }[];
  readonly sized_encrypted_tally: string;
  readonly result: string;
}

interface ExpectedPlain extends ExpectedElection {
  readonly trustee_private_keys: readonly string[];
  readonly election_private_key_sum: string;
}

interface ExpectedThreshold extends ExpectedElection {
  readonly seeds: readonly string[];
  readonly sk: readonly string[];
  readonly dk: readonly string[];
  readonly cert_ids: readonly string[];
  readonly decryption_keys_mod_q: readonly string[];
  readonly election_private_key: string;
  readonly vinput_sha256: readonly string[];
  readonly threshold_json_sha256: string;
  readonly decrypting_owners: readonly number[];
}

/** Parses and checks everything of a record that the tool made, against what is known of it. */
function checkRecord(record: RecordTexts, expected: ExpectedElection) {
  const election = succeeded(parseElection(record.election));
  expect(election.uuid).toBe(expected.uuid);
  expect(election.profile).toBe('belenios');
  expect(election.fingerprint).toBe(expected.election_fingerprint);
  const trustees = succeeded(parseTrustees(group, record.trustees));
  expect(electionPublicKey(group, trustees)).toBe(election.publicKey);
  const credentials = succeeded(parsePublicCredentials(group, record.credentials));
  expect(sha256Base64(credentials.text)).toBe(expected.public_credentials_fingerprint);

  const ballots = record.ballots.map((text) => succeeded(checkBallot({ election, credentials, text })));
  expect(ballots.map(({ tracker }) => tracker)).toEqual(expected.ballots.map(({ tracker }) => tracker));
  for (const [index, { credential, unsigned_hash }] of expected.ballots.entries()) {
    const listed = expected.credentials.find((entry) => entry.credential === credential);
    expect(at(ballots, index).credential).toBe(listed?.public);
    expect(succeeded(readBallot(election, at(ballots, index).text)).signature.hash).toBe(unsigned_hash);
  }
  // The last ballot of a credential counts (format §11).
  const last = new Map(ballots.map((ballot) => [ballot.credential, ballot] as const));
  const sum = sumBallots(election, last.values());
  expect(writeEncryptedTally(sum)).toBe(record.tally);
  expect(writeSizedTally(sum, record.tally)).toBe(record.sizedTally);
  expect(record.sizedTally).toBe(expected.sized_encrypted_tally);
  expect(succeeded(parseEncryptedTally(election, record.tally))).toEqual(sum.ciphertexts);
  expect(succeeded(parseSizedTally(record.sizedTally)).encryptedTallyHash).toBe(sha256Hex(record.tally));

  const shares = record.shares.map(({ text, owned }) => {
    const { owner, payload } = succeeded(parseOwnedShare(owned));
    expect(payload).toBe(sha256Hex(text));
    expect(writeOwnedShare({ owner, text })).toBe(owned);
    return { owner, text };
  });
  const { totalWeight, ciphertexts: tally } = sum;
  const opening = succeeded(combineShares({ election, trustees, tally, totalWeight, shares }));
  expect(opening.refused).toEqual([]);
  expect(writeResult(opening.counts)).toBe(record.result);
  expect(record.result).toBe(expected.result);
  expect(succeeded(parseResult(election, record.result))).toEqual(opening.counts);
  return { election, trustees, credentials, ballots, sum, shares, opening };
}

/** Opens a ballot with the election's whole secret key, which only a test has. */
function openBallot(election: Election, ballot: CheckedBallot, key: bigint): number[][] {
  return ballot.answers.map((answer) =>
    answer.map(({ alpha, beta }) => {
      const power = group.multiply(beta, group.invert(group.power(alpha, key)));
      const plaintext = [1n, election.group.g].indexOf(power);
      expect(plaintext).toBeGreaterThanOrEqual(0);
      return plaintext;
    }),
  );
}

function checkCredentials({ uuid, credentials }: ExpectedElection): void {
  for (const { credential, pbkdf2_hex, secret, public: publicKey } of credentials) {
    expect(pbkdf2Sync(credential, uuid, 1000, 32, 'sha256').toString('hex')).toBe(pbkdf2_hex);
    const derived = deriveCredential(group, uuid, credential);
    expect(String(derived.secret)).toBe(secret);
    expect(String(derived.publicKey)).toBe(publicKey);
  }
}

test('the group’s numbers are those of the vectors', () => {
  const { p, q, g } = group;
  const expected = JSON.parse(vectorText('groups.json'))['BELENIOS-2048'];
  expect([p, q, g].map(String)).toEqual([expected.p, expected.q, expected.g]);
});

describe('plain: two single trustees, a blank, a re-vote, made by belenios-tool', () => {
  const expected: ExpectedPlain = JSON.parse(vectorText('plain/expected.json'));
  let record: RecordTexts;
  beforeAll(async () => {
    record = await readRecord(vectorBytes('plain/WYgacw2PPoFuSm.bel.gz'));
  });

  test('everything in it is accepted and recomputed to the same bytes', () => {
    const { election, ballots, opening } = checkRecord(record, expected);
    expect(opening.missing).toEqual([]);
    const key = BigInt(expected.election_private_key_sum);
    for (const [index, ballot] of ballots.entries()) {
      expect(openBallot(election, ballot, key)).toEqual(expected.ballots[index]?.choices);
    }
  });

  test('credentials come from their private texts, and their list has its bytes', () => {
    checkCredentials(expected);
    const keys = expected.credentials.map((entry) => BigInt(entry.public));
    expect(writePublicCredentials(keys)).toBe(record.credentials);
  });

  test('trustees: the list is written to the same bytes, and the private keys fit', () => {
    const trustees = succeeded(parseTrustees(group, record.trustees));
    const singles = trustees.items.flatMap((item) => (item.kind === 'single' ? [item] : []));
    expect(writeTrustees(group, singles)).toBe(record.trustees);
    expect(singles.map(({ key }) => key.name)).toEqual(['Trustee one', undefined]);
    expect(singles.map(({ key }) => key.publicKey)).toEqual(
      expected.trustee_private_keys.map((key) => group.generator.power(BigInt(key))),
    );
    const files = [1, 2].map((index) => vectorText(`plain/trustee-${index}.privkey`));
    expect(files.map((text) => JSON.parse(text))).toEqual(expected.trustee_private_keys);
  });

  test('shares made again from the private keys have the same factors and open to the same result', () => {
    const { election, trustees, sum, shares } = checkRecord(record, expected);
    const again = expected.trustee_private_keys.map((key, index) => ({
      owner: index + 1,
      text: decryptTally({
        election,
        tally: sum.ciphertexts,
        privateKey: BigInt(key),
        random: testRandom('plain shares'),
      }),
    }));
    const factors = (text: string) => JSON.parse(text).decryption_factors;
    expect(again.map(({ text }) => factors(text))).toEqual(shares.map(({ text }) => factors(text)));
    const { totalWeight, ciphertexts: tally } = sum;
    const opening = succeeded(combineShares({ election, trustees, tally, totalWeight, shares: again }));
    expect(writeResult(opening.counts)).toBe(expected.result);
  });
});

describe('threshold: two of three trustees, weights 1 and 3, made by belenios-tool', () => {
  const expected: ExpectedThreshold = JSON.parse(vectorText('threshold/expected.json'));
  const lines = (path: string) => vectorText(path).trimEnd().split('\n');
  const polynomials = lines('threshold/polynomials.jsons.gz');
  const shareOutputs = lines('threshold/voutputs.jsons.gz');
  let record: RecordTexts;
  let certificates: string[];
  beforeAll(async () => {
    record = await readRecord(vectorBytes('threshold/KwC7GcbPZQ5MJU.bel.gz'));
    const trustees = succeeded(parseTrustees(group, record.trustees));
    certificates = trustees.items.flatMap((item) =>
      item.kind === 'threshold' ? item.certificates.map(({ signed }) => writeSigned(group, signed)) : [],
    );
  });

  test('everything in it is accepted and recomputed to the same bytes', () => {
    const { election, ballots, opening, credentials } = checkRecord(record, expected);
    expect(credentials.totalWeight).toBe(4);
    expect(opening.shares.map(({ owner }) => owner)).toEqual(expected.decrypting_owners);
    expect(opening.missing).toEqual([2]);
    const key = BigInt(expected.election_private_key);
    for (const [index, ballot] of ballots.entries()) {
      expect(openBallot(election, ballot, key)).toEqual(expected.ballots[index]?.choices);
    }
  });

  test('credentials and ceremony secrets come from their texts', () => {
    checkCredentials(expected);
    const files = [1, 2, 3].map((index) => vectorText(`threshold/trustee-${index}.key`).trim());
    expect(files).toEqual(expected.seeds);
    const secrets = files.map(secretsFromSeed);
    expect(secrets.map(({ signingSecret }) => String(signingSecret))).toEqual(expected.sk);
    expect(secrets.map(({ decryptionSecret }) => String(decryptionSecret))).toEqual(expected.dk);
  });

  test('steps 4 and 6 give the bytes that the tool gave', () => {
    expect(succeeded(makeShareInputs({ group, certificates, polynomials })).map(sha256Hex)).toEqual(
      expected.vinput_sha256,
    );
    const input = { group, certificates, polynomials, shareOutputs };
    const { parameters } = succeeded(makeThresholdParameters(input));
    expect(sha256Hex(parameters)).toBe(expected.threshold_json_sha256);
    expect(writeTrustees(group, [{ kind: 'threshold', parameters }])).toBe(record.trustees);
  });

  test('the tool’s decryption keys open, and every pair of trustees opens the sum', () => {
    const random = testRandom('threshold vector');
    const { decryptionKeys } = succeeded(
      makeThresholdParameters({ group, certificates, polynomials, shareOutputs }),
    );
    const keys = decryptionKeys.map((decryptionKey, index) =>
      succeeded(
        openDecryptionKey({
          group,
          seed: at(expected.seeds, index),
          decryptionKey,
          random,
          ccm: nodeCcm,
        }),
      ),
    );
    expect(keys.map(String)).toEqual(expected.decryption_keys_mod_q);
    const { election, trustees, ballots } = checkRecord(record, expected);
    const sum = ballots.reduce((total, ballot) => addBallot(group, total, ballot), emptySum(election));
    const { totalWeight, ciphertexts: tally } = sum;
    const shares = keys.map((privateKey, index) => ({
      owner: index + 1,
      text: decryptTally({ election, tally, privateKey, random }),
    }));
    for (const absent of [0, 1, 2]) {
      const present = shares.filter((_, index) => index !== absent);
      const opening = succeeded(combineShares({ election, trustees, tally, totalWeight, shares: present }));
      expect(writeResult(opening.counts)).toBe(expected.result);
      expect(opening.missing).toEqual([absent + 1]);
    }
  });
});
