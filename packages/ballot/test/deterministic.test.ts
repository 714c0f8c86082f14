import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ArchiveWriter } from '../src/archive/index.ts';
import { signBallot, signedBallot, unsignedBallot } from '../src/ballot/encrypt.ts';
import {
  addBallot,
  BELENIOS_2048,
  checkBallot,
  combineShares,
  decryptTally,
  deriveCredential,
  type Election,
  electionPublicKey,
  emptySum,
  generateTrustee,
  makePolynomial,
  makeShareInputs,
  makeShareOutput,
  makeThresholdParameters,
  openDecryptionKey,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  type RandomSource,
  sha256Hex,
  withEngine,
  writeElection,
  writeEncryptedTally,
  writeOwnedShare,
  writePublicCredentials,
  writeResult,
  writeSizedTally,
  writeTrustees,
} from '../src/index.ts';
import { nodeCcm } from '../src/native/ccm.ts';
import { secretsFromSeed } from '../src/trustee/ceremony-keys.ts';
import { signCertificate, writeSigned } from '../src/trustee/certificate.ts';
import { at, succeeded } from './place.ts';
import { vectorBytes, vectorText } from './records.ts';

/** The vector file: every secret and draw of one whole election, and what must come of it. */
interface DeterministicVector {
  readonly uuid: string;
  readonly timestamp: number;
  readonly secrets: {
    readonly single_private_key: string;
    readonly threshold_seeds: readonly string[];
    readonly threshold_pki: readonly { readonly sk: string; readonly dk: string }[];
    readonly threshold_decryption_keys: readonly string[];
    readonly credentials: readonly string[];
    readonly credential_secrets: readonly string[];
    readonly votes: readonly (readonly (readonly (0 | 1)[])[])[];
  };
  readonly draws: Readonly<Record<string, string>>;
  readonly hashes: readonly {
    readonly for: string;
    readonly prefix: string;
    readonly input_length: number;
    readonly sha256: string;
    readonly scalar: string;
  }[];
  readonly intermediate_sha256: {
    readonly certs: readonly string[];
    readonly polynomials: readonly string[];
    readonly vinputs: readonly string[];
    readonly voutputs: readonly string[];
    readonly threshold_parameters: string;
    readonly trustees: string;
    readonly election: string;
    readonly public_credentials: string;
    readonly ballots: readonly string[];
    readonly encrypted_tally: string;
    readonly archive: string;
  };
  readonly ballot1: string;
  readonly ballot1_unsigned_hash: string;
  readonly sized_encrypted_tally: string;
  readonly result: string;
  readonly hash_input_examples: Readonly<Record<string, string>>;
}

const vector: DeterministicVector = JSON.parse(vectorText('deterministic/deterministic.json'));
const SCALAR_BYTES = 48;

/** Strings that were hashed with SHA-256 by proofs and signatures, in order. */
const hashed: string[] = [];
const group = withEngine(BELENIOS_2048, {
  ...BELENIOS_2048.engine,
  sha256: (text) => {
    hashed.push(text);
    return BELENIOS_2048.engine.sha256(text);
  },
});

const drawn = new Set<string>();

/** Gives the named draws of the vector as the scalars asked for; blinding, which shows in no output, gets zeros. */
function draws(...names: readonly string[]): RandomSource & { readonly left: () => number } {
  const queue = [...names];
  const source = (byteCount: number) => {
    if (byteCount !== SCALAR_BYTES) return new Uint8Array(byteCount);
    const name = queue.shift();
    const value = name === undefined ? undefined : vector.draws[name];
    if (name === undefined || value === undefined) throw new Error(`no draw is left, or none named ${name}`);
    drawn.add(name);
    return Uint8Array.from(
      Buffer.from(
        BigInt(value)
          .toString(16)
          .padStart(2 * SCALAR_BYTES, '0'),
        'hex',
      ),
    );
  };
  return Object.assign(source, { left: () => queue.length });
}

function messageDraws(name: string): string[] {
  return [`${name}.sign.w`, `${name}.encrypt.r`, `${name}.encrypt.s`];
}

/** Names of the draws of one OR-proof: those of the simulated statements that the vector has, then w. */
function proofDraws(name: string): string[] {
  const simulated = [0, 1, 2].filter((index) => `${name}.sim${index}.challenge` in vector.draws);
  return [
    ...simulated.flatMap((index) => [`${name}.sim${index}.challenge`, `${name}.sim${index}.response`]),
    `${name}.w`,
  ];
}

function answerDraws(name: string, choiceCount: number, hasBlank: boolean): string[] {
  const indexes = Array.from({ length: choiceCount }, (_, index) => index);
  return [
    ...indexes.map((index) => `${name}.choice${index}.r`),
    ...indexes.flatMap((index) => proofDraws(`${name}.individual${index}`)),
    ...proofDraws(`${name}.overall`),
    ...(hasBlank ? proofDraws(`${name}.blank`) : []),
  ];
}

interface Rebuilt {
  certificates: string[];
  polynomials: string[];
  shareInputs: readonly string[];
  shareOutputs: string[];
  parameters: string;
  trusteesText: string;
  election: Election;
  credentialsText: string;
  ballots: string[];
  tallyText: string;
  sizedTally: string;
  resultText: string;
  decryptionKeys: bigint[];
  archive: Uint8Array;
  unusedDraws: number;
}

/** The whole election once more, from nothing but its secrets and draws. */
function rebuild(): Rebuilt {
  const sources: ReturnType<typeof draws>[] = [];
  const source = (...names: readonly string[]) => {
    const random = draws(...names);
    sources.push(random);
    return random;
  };

  const single = generateTrustee(group, source('single.private_key', 'single.pok.w'), 'Single trustee');
  const seeds = vector.secrets.threshold_seeds;
  const certificates = seeds.map((seed, index) =>
    writeSigned(group, signCertificate(group, secretsFromSeed(seed), source(`t${index + 1}.cert.sign.w`))),
  );
  const step = (index: number, ...names: readonly string[]) => ({
    group,
    certificates,
    seed: at(seeds, index),
    ccm: nodeCcm,
    random: source(...names),
  });
  const polynomials = seeds.map((_, index) => {
    const name = `t${index + 1}`;
    return succeeded(
      makePolynomial({
        threshold: 2,
        ...step(
          index,
          `${name}.coefficient0`,
          `${name}.coefficient1`,
          ...messageDraws(`${name}.polynomial`),
          ...messageDraws(`${name}.secret_for1`),
          ...messageDraws(`${name}.secret_for2`),
          `${name}.coefexps.sign.w`,
        ),
      }),
    );
  });
  const shareInputs = succeeded(makeShareInputs({ group, certificates, polynomials }));
  const shareOutputs = shareInputs.map((shareInput, index) => {
    const name = `t${index + 1}`;
    const names = [`${name}.share.pok.w`, ...messageDraws(`${name}.decryption_key`)];
    return succeeded(makeShareOutput({ shareInput, ...step(index, ...names) }));
  });
  const outcome = succeeded(makeThresholdParameters({ group, certificates, polynomials, shareOutputs }));
  const trusteesText = writeTrustees(group, [
    { kind: 'single', key: single.key },
    { kind: 'threshold', parameters: outcome.parameters },
  ]);
  const trustees = succeeded(parseTrustees(group, trusteesText));
  const decryptionKeys = outcome.decryptionKeys.map((decryptionKey, index) =>
    succeeded(openDecryptionKey({ decryptionKey, ...step(index) })),
  );

  const electionText = writeElection({
    uuid: vector.uuid,
    name: 'Deterministic vector',
    description: 'd "é"',
    group: group.name,
    publicKey: electionPublicKey(group, trustees),
    questions: [
      { question: 'Q1', answers: ['only'], blank: false, min: 0, max: 1 },
      { question: 'Q2', answers: ['a', 'b'], blank: true, min: 1, max: 2 },
    ],
  });
  const election = succeeded(parseElection(electionText, { groups: [group] }));
  const holders = vector.secrets.credentials.map((text) => deriveCredential(group, vector.uuid, text));
  const credentialsText = writePublicCredentials(holders.map(({ publicKey }) => publicKey));
  const credentials = succeeded(parsePublicCredentials(group, credentialsText));

  const ballots = holders.map((holder, index) => {
    const name = `ballot${index + 1}`;
    const random = source(
      ...answerDraws(`${name}.q0`, 1, false),
      ...answerDraws(`${name}.q1`, 3, true),
      `${name}.signature.w`,
    );
    const unsigned = unsignedBallot(election, holder.publicKey, at(vector.secrets.votes, index), random);
    return signedBallot(election, unsigned, signBallot(election, unsigned, holder.secret, random)).text;
  });
  const checked = ballots.map((text) => succeeded(checkBallot({ election, credentials, text })));
  const sum = checked.reduce((total, ballot) => addBallot(group, total, ballot), emptySum(election));
  const tallyText = writeEncryptedTally(sum);
  const sizedTally = writeSizedTally(sum, tallyText);
  const shares = [single.privateKey, ...decryptionKeys].map((privateKey, index) => {
    const owner = index + 1;
    const names = ['0.0', '1.0', '1.1', '1.2'].map((cell) => `pd${owner}.${cell}.w`);
    const text = decryptTally({ election, tally: sum.ciphertexts, privateKey, random: source(...names) });
    return { owner, text };
  });
  const { counts } = succeeded(
    combineShares({ election, trustees, tally: sum.ciphertexts, totalWeight: 2, shares }),
  );
  const resultText = writeResult(counts);

  const writer = new ArchiveWriter({ timestamp: vector.timestamp }, { order: 'as-given' });
  const archive = Buffer.concat([
    writer.setup({ election: electionText, trustees: trusteesText, credentials: credentialsText }),
    ...ballots.map((text) => writer.ballot(text)),
    writer.endBallots(),
    writer.encryptedTally(tallyText, sizedTally),
    ...shares.map((share) => writer.partialDecryption(share.text, writeOwnedShare(share))),
    writer.result(resultText),
  ]);
  return {
    certificates,
    polynomials,
    shareInputs,
    shareOutputs,
    parameters: outcome.parameters,
    trusteesText,
    election,
    credentialsText,
    ballots,
    tallyText,
    sizedTally,
    resultText,
    decryptionKeys,
    archive,
    unusedDraws: sources.reduce((total, random) => total + random.left(), 0),
  };
}

describe('the deterministic election, rebuilt from its secrets and draws', () => {
  let rebuilt: Rebuilt;
  beforeAll(() => {
    rebuilt = rebuild();
  });

  test('every draw of the vector is used, each once', () => {
    expect(rebuilt.unusedDraws).toBe(0);
    expect(drawn.size).toBe(Object.keys(vector.draws).length);
  });

  test('every message of the key ceremony has the expected bytes', () => {
    const expected = vector.intermediate_sha256;
    expect(rebuilt.certificates.map(sha256Hex)).toEqual(expected.certs);
    expect(rebuilt.polynomials.map(sha256Hex)).toEqual(expected.polynomials);
    expect(rebuilt.shareInputs.map(sha256Hex)).toEqual(expected.vinputs);
    expect(rebuilt.shareOutputs.map(sha256Hex)).toEqual(expected.voutputs);
    expect(sha256Hex(rebuilt.parameters)).toBe(expected.threshold_parameters);
    expect(sha256Hex(rebuilt.trusteesText)).toBe(expected.trustees);
    expect(rebuilt.decryptionKeys.map(String)).toEqual(vector.secrets.threshold_decryption_keys);
  });

  test('ceremony secrets and credential secrets come from seeds and cards', () => {
    for (const [index, seed] of vector.secrets.threshold_seeds.entries()) {
      const { signingSecret, decryptionSecret } = secretsFromSeed(seed);
      const { sk, dk } = at(vector.secrets.threshold_pki, index);
      expect([signingSecret, decryptionSecret].map(String)).toEqual([sk, dk]);
    }
    for (const [index, text] of vector.secrets.credentials.entries()) {
      const { secret } = deriveCredential(group, vector.uuid, text);
      expect(String(secret)).toBe(vector.secrets.credential_secrets[index]);
    }
  });

  test('election, credentials, ballots, tally and result have the expected bytes', () => {
    const expected = vector.intermediate_sha256;
    expect(sha256Hex(rebuilt.election.text)).toBe(expected.election);
    expect(sha256Hex(rebuilt.credentialsText)).toBe(expected.public_credentials);
    expect(rebuilt.ballots[0]).toBe(vector.ballot1);
    expect(rebuilt.ballots.map(sha256Hex)).toEqual(expected.ballots);
    expect(sha256Hex(rebuilt.tallyText)).toBe(expected.encrypted_tally);
    expect(rebuilt.sizedTally).toBe(vector.sized_encrypted_tally);
    expect(rebuilt.resultText).toBe(vector.result);
  });

  test('each of the 43 hashed strings of the vector was hashed, to the same scalar', () => {
    const byDigest = new Map(
      hashed.map((text) => [createHash('sha256').update(text).digest('hex'), text] as const),
    );
    for (const { for: name, prefix, input_length, sha256, scalar } of vector.hashes) {
      const text = byDigest.get(sha256) ?? '';
      expect(text.startsWith(`${prefix}|`), name).toBe(true);
      expect(Buffer.byteLength(text), name).toBe(input_length);
      expect(String(BigInt(`0x${sha256}`) % group.q), name).toBe(scalar);
    }
    expect(vector.hashes).toHaveLength(43);
    for (const example of Object.values(vector.hash_input_examples)) expect(hashed).toContain(example);
  });

  test('the archive is the vector, byte for byte', () => {
    expect(createHash('sha256').update(rebuilt.archive).digest('hex')).toBe(
      vector.intermediate_sha256.archive,
    );
    expect(rebuilt.archive).toEqual(Buffer.from(vectorBytes('deterministic/TestVector1111.bel.gz')));
  });
});
