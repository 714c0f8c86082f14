import { beforeAll, describe, expect, test } from 'vitest';
import { holdCeremony, type TestCeremony } from '../../test/ceremony.ts';
import { at, succeeded, testRandom } from '../../test/place.ts';
import {
  BELENIOS_2048,
  type CeremonyFault,
  checkCertificates,
  makeCertificate,
  makePolynomial,
  makeShareInputs,
  makeShareOutput,
  makeThresholdParameters,
  openDecryptionKey,
  type Result,
} from '../index.ts';
import { writeCompactJson } from '../json.ts';
import { nodeCcm } from '../native/ccm.ts';
import { type CeremonySecrets, keysOf, secretsFromSeed } from './ceremony-keys.ts';
import { signCommitments, writeSigned } from './certificate.ts';
import { sendMessage } from './channel.ts';
import { evaluatePolynomial } from './polynomial.ts';
import { signedMessageObject, signMessage } from './signed-message.ts';

const group = BELENIOS_2048;
const { p, q, g } = group;
const ccm = nodeCcm;
const random = testRandom('cheated ceremony');

function faultOf(result: Result<unknown, CeremonyFault>): CeremonyFault | undefined {
  return result.ok ? undefined : result.error;
}

describe('a ceremony with a cheat in it (attacks I2, I4 and I5)', () => {
  /** Trustee 2 is honest and looks; trustee 1 or the table cheats. */
  let ceremony: TestCeremony;
  let cheat: CeremonySecrets;
  let keys: { readonly encryptionKey: bigint; readonly verificationKey: bigint }[];
  beforeAll(() => {
    ceremony = holdCeremony('cheated', 3, 2);
    cheat = secretsFromSeed(at(ceremony.seeds, 0));
    keys = ceremony.seeds.map((seed) => keysOf(group, secretsFromSeed(seed)));
  });

  const step = () => ({
    group,
    certificates: ceremony.certificates,
    seed: at(ceremony.seeds, 1),
    random,
    ccm,
  });

  test.each<[string, () => readonly string[], CeremonyFault]>([
    ['nobody', () => [], { trustee: 0, problem: 'wrong-count' }],
    ['51 trustees', () => new Array(51).fill(''), { trustee: 0, problem: 'wrong-count' }],
    ['no JSON', () => ceremony.certificates.with(1, 'x'), { trustee: 2, problem: 'malformed' }],
    [
      'white space',
      () => ceremony.certificates.with(2, `${ceremony.certificates[2]}\n`),
      { trustee: 3, problem: 'malformed' },
    ],
    [
      'one certificate twice',
      () => ceremony.certificates.with(2, at(ceremony.certificates, 0)),
      { trustee: 3, problem: 'repeated-certificate' },
    ],
    [
      'a changed signature',
      () =>
        ceremony.certificates.with(
          0,
          at(ceremony.certificates, 0).replace(/"response":"[0-9]*"/, '"response":"1"'),
        ),
      { trustee: 1, problem: 'signature-invalid' },
    ],
  ])('certificates: %s', (_, certificates, fault) => {
    expect(faultOf(checkCertificates({ group, certificates: certificates() }))).toEqual(fault);
  });

  test.each<[string, bigint]>([
    ['outside the group', p - g],
    ['of order 2', p - 1n],
    ['that is the identity', 1n],
  ])('certificates: an encryption key %s, signed by its owner', (_, encryption) => {
    const message = writeCompactJson({
      verification: String(at(keys, 0).verificationKey),
      encryption: String(encryption),
    });
    const signed = writeSigned(group, signMessage(group, cheat.signingSecret, message, random));
    const certificates = ceremony.certificates.with(0, signed);
    expect(faultOf(checkCertificates({ group, certificates }))).toEqual({
      trustee: 1,
      problem: 'not-a-member',
    });
  });

  test('step 3: a seed without certificate, and thresholds that make no sense', () => {
    const stranger = makeCertificate(group, random);
    expect(faultOf(makePolynomial({ ...step(), seed: stranger.seed, threshold: 2 }))).toEqual({
      trustee: 0,
      problem: 'not-among-certificates',
    });
    for (const threshold of [0, -1, 1.5, 4, Number.NaN]) {
      expect(faultOf(makePolynomial({ ...step(), threshold }))).toEqual({
        trustee: 0,
        problem: 'threshold-out-of-range',
      });
    }
  });

  /** Trustee 1's message of step 3 with a part replaced. */
  const polynomialWith = (changes: object) => {
    const object = { ...JSON.parse(at(ceremony.polynomials, 0)), ...changes };
    return ceremony.polynomials.with(0, JSON.stringify(object));
  };
  const commitments = (elements: readonly bigint[]) =>
    signedMessageObject(
      group,
      signMessage(group, cheat.signingSecret, writeCompactJson({ coefexps: elements.map(String) }), random),
    );

  test.each<[string, () => readonly string[], CeremonyFault]>([
    ['a message missing', () => ceremony.polynomials.slice(1), { trustee: 0, problem: 'wrong-count' }],
    [
      'messages of others in one’s place',
      () => ceremony.polynomials.with(0, at(ceremony.polynomials, 1)),
      { trustee: 1, problem: 'signature-invalid' },
    ],
    ['a secret less', () => polynomialWith({ secrets: [''] }), { trustee: 1, problem: 'wrong-count' }],
    [
      'a polynomial of another degree',
      () => polynomialWith({ coefexps: commitments([g]) }),
      { trustee: 2, problem: 'wrong-count' },
    ],
    [
      'a commitment outside the group',
      () => polynomialWith({ coefexps: commitments([g, p - g]) }),
      { trustee: 1, problem: 'not-a-member' },
    ],
    [
      'a commitment to 0',
      () => polynomialWith({ coefexps: commitments([g, 1n]) }),
      { trustee: 1, problem: 'not-a-member' },
    ],
    [
      'no commitments',
      () => polynomialWith({ coefexps: commitments([]) }),
      { trustee: 1, problem: 'malformed' },
    ],
  ])('step 4: %s', (_, polynomials, fault) => {
    const input = { group, certificates: ceremony.certificates, polynomials: polynomials() };
    expect(faultOf(makeShareInputs(input))).toEqual(fault);
  });

  /** What trustee 2 gets in step 5, with a part replaced. */
  const shareInputWith = (changes: object) =>
    JSON.stringify({ ...JSON.parse(at(ceremony.shareInputs, 1)), ...changes });
  const secretsWith = (index: number, message: string) =>
    (JSON.parse(at(ceremony.shareInputs, 1)).secrets as string[]).with(index, message);
  const fifth = (shareInput: string) => faultOf(makeShareOutput({ ...step(), shareInput }));
  const send = (recipientKey: bigint, message: string, sender = cheat) =>
    sendMessage({ group, signingSecret: sender.signingSecret, recipientKey, random, ccm }, message);

  test('step 5: the messages as they were sent pass', () => {
    expect(fifth(at(ceremony.shareInputs, 1))).toBeUndefined();
  });

  test('step 5: a secret that does not fit the commitments names its sender', () => {
    const secrets = secretsWith(0, send(at(keys, 1).encryptionKey, '{"secret":"12345"}'));
    expect(fifth(shareInputWith({ secrets }))).toEqual({ trustee: 1, problem: 'secret-mismatch' });
  });

  test('step 5: a longer polynomial than agreed, though its secret fits, would need more trustees', () => {
    const coefficients = [11n, 22n, 33n];
    const secret = evaluatePolynomial(group, coefficients, 2);
    const coefexps = JSON.parse(at(ceremony.shareInputs, 1)).coefexps.with(
      0,
      signedMessageObject(group, signCommitments(group, cheat, coefficients, random)),
    );
    const secrets = secretsWith(0, send(at(keys, 1).encryptionKey, `{"secret":"${secret}"}`));
    expect(fifth(shareInputWith({ secrets, coefexps }))).toEqual({ trustee: 1, problem: 'wrong-count' });
  });

  test('step 5: a right secret may come unreduced, as the tool sends it', () => {
    const coefficients = [11n, 22n];
    const secret = evaluatePolynomial(group, coefficients, 2) + 3n * q;
    const coefexps = JSON.parse(at(ceremony.shareInputs, 1)).coefexps.with(
      0,
      signedMessageObject(group, signCommitments(group, cheat, coefficients, random)),
    );
    const secrets = secretsWith(0, send(at(keys, 1).encryptionKey, `{"secret":"${secret}"}`));
    expect(fifth(shareInputWith({ secrets, coefexps }))).toBeUndefined();
  });

  test.each<[string, () => string, CeremonyFault['problem']]>([
    [
      'a message for somebody else',
      () => at(JSON.parse(at(ceremony.polynomials, 0)).secrets as string[], 2),
      'cannot-decrypt',
    ],
    [
      'signed by another trustee',
      () => send(at(keys, 1).encryptionKey, '{"secret":"1"}', secretsFromSeed(at(ceremony.seeds, 2))),
      'signature-invalid',
    ],
    ['no secret', () => send(at(keys, 1).encryptionKey, '{"polynomial":["1"]}'), 'malformed'],
    ['a secret that is no number', () => send(at(keys, 1).encryptionKey, '{"secret":"-1"}'), 'malformed'],
    ['nothing', () => '', 'malformed'],
    [
      'an α outside the group',
      () =>
        send(at(keys, 1).encryptionKey, '{"secret":"1"}').replace(
          /"alpha":"([0-9]+)"/,
          (_, digits) => `"alpha":"${p - BigInt(digits)}"`,
        ),
      'not-a-member',
    ],
    [
      'a β outside the group',
      () =>
        send(at(keys, 1).encryptionKey, '{"secret":"1"}').replace(
          /"beta":"([0-9]+)"/,
          (_, digits) => `"beta":"${p - BigInt(digits)}"`,
        ),
      'not-a-member',
    ],
    [
      'a flipped bit',
      () =>
        send(at(keys, 1).encryptionKey, '{"secret":"1"}').replace(
          /"data":"(.)/,
          (_, digit) => `"data":"${digit === '0' ? '1' : '0'}`,
        ),
      'cannot-decrypt',
    ],
    [
      'data that is no hex',
      () => send(at(keys, 1).encryptionKey, '{"secret":"1"}').replace('"data":"', '"data":"x'),
      'malformed',
    ],
    [
      'data shorter than a tag',
      () => send(at(keys, 1).encryptionKey, '{"secret":"1"}').replace(/"data":"[0-9a-f]+"/, '"data":"00"'),
      'cannot-decrypt',
    ],
  ])('step 5: a secret message that is %s', (_, message, problem) => {
    expect(fifth(shareInputWith({ secrets: secretsWith(0, message()) }))).toEqual({ trustee: 1, problem });
  });

  test('step 5: a message forwarded to us that names another recipient', () => {
    // Signed for trustee 3, encrypted for trustee 2: what a dishonest recipient could pass on.
    const addressed = writeCompactJson({
      recipient: String(at(keys, 2).encryptionKey),
      message: '{"secret":"1"}',
    });
    const signed = writeSigned(group, signMessage(group, cheat.signingSecret, addressed, random));
    const forwarded = encryptRaw(at(keys, 1).encryptionKey, signed);
    expect(fifth(shareInputWith({ secrets: secretsWith(0, forwarded) }))).toEqual({
      trustee: 1,
      problem: 'other-recipient',
    });
  });

  /** Encrypts any text for a recipient, without a signature around it. */
  function encryptRaw(recipientKey: bigint, text: string): string {
    const substituting = {
      ...ccm,
      encrypt: (key: Uint8Array, nonce: Uint8Array) =>
        ccm.encrypt(key, nonce, new TextEncoder().encode(text)),
    };
    return sendMessage({ group, signingSecret: 1n, recipientKey, random, ccm: substituting }, '');
  }

  test.each<[string, () => object]>([
    [
      'our commitments replaced by another trustee’s',
      () => ({
        coefexps: (JSON.parse(at(ceremony.shareInputs, 1)).coefexps as object[]).with(1, commitments([g, g])),
      }),
    ],
    [
      'our backup replaced by another trustee’s',
      () => ({ polynomial: JSON.parse(at(ceremony.shareInputs, 0)).polynomial }),
    ],
    [
      'our backup of an earlier try',
      () => ({ polynomial: JSON.parse(succeeded(makePolynomial({ ...step(), threshold: 2 }))).polynomial }),
    ],
    [
      'our whole message of an earlier try',
      () => {
        const { coefexps, secrets } = JSON.parse(succeeded(makePolynomial({ ...step(), threshold: 2 })));
        return {
          coefexps: (JSON.parse(at(ceremony.shareInputs, 1)).coefexps as object[]).with(1, coefexps),
          secrets: secretsWith(1, at(secrets as string[], 1)),
        };
      },
    ],
  ])('step 5: the table shows us %s (attack I5)', (_, changes) => {
    const fault = fifth(shareInputWith(changes()));
    expect(fault?.trustee).toBe(2);
    expect(['own-polynomial-changed', 'signature-invalid']).toContain(fault?.problem);
  });

  test.each<[string, () => string]>([
    ['no JSON', () => ''],
    ['a secret less', () => shareInputWith({ secrets: [''] })],
    ['commitments less', () => shareInputWith({ coefexps: [] })],
    ['an extra field', () => shareInputWith({ x: 1 })],
  ])('step 5: %s is the table’s fault', (_, shareInput) => {
    expect(fifth(shareInput())).toEqual({ trustee: 0, problem: 'malformed' });
  });

  test.each<[string, (outputs: readonly string[]) => readonly string[], CeremonyFault]>([
    ['an output missing', (outputs) => outputs.slice(1), { trustee: 0, problem: 'wrong-count' }],
    [
      'outputs swapped',
      (outputs) => outputs.with(0, at(outputs, 1)),
      { trustee: 1, problem: 'key-mismatch' },
    ],
    ['no JSON', (outputs) => outputs.with(2, '{}'), { trustee: 3, problem: 'malformed' }],
    [
      'a changed proof',
      (outputs) =>
        outputs.with(1, at(outputs, 1).replace(/"response":"[0-9]*"\},"public/, '"response":"1"},"public')),
      { trustee: 2, problem: 'proof-invalid' },
    ],
    [
      'a key outside the group',
      (outputs) =>
        outputs.with(
          1,
          at(outputs, 1).replace(
            /"public_key":"([0-9]+)"/,
            (_, digits) => `"public_key":"${p - BigInt(digits)}"`,
          ),
        ),
      { trustee: 2, problem: 'proof-invalid' },
    ],
  ])('step 6: %s', (_, change, fault) => {
    const { certificates, polynomials, shareOutputs } = ceremony;
    const input = { group, certificates, polynomials, shareOutputs: change(shareOutputs) };
    expect(faultOf(makeThresholdParameters(input))).toEqual(fault);
  });

  test('a decryption key opens only for its own seed', () => {
    const { outcome, seeds } = ceremony;
    const decryptionKey = at(outcome.decryptionKeys, 0);
    const open = (seed: string, text = decryptionKey) =>
      openDecryptionKey({ group, seed, decryptionKey: text, random, ccm });
    expect(open(at(seeds, 0)).ok).toBe(true);
    expect(open(at(seeds, 1))).toEqual({ ok: false, error: 'cannot-decrypt' });
    expect(open(at(seeds, 0), at(JSON.parse(at(ceremony.polynomials, 0)).secrets as string[], 0))).toEqual({
      ok: false,
      error: 'malformed',
    });
  });
});
