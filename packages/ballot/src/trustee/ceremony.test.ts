import { describe, expect, test } from 'vitest';
import { holdCeremony } from '../../test/ceremony.ts';
import { at, succeeded, testRandom } from '../../test/place.ts';
import {
  BELENIOS_2048,
  checkCertificates,
  electionPublicKey,
  makeShareOutput,
  makeThresholdParameters,
  openDecryptionKey,
  parseTrustees,
  sha256Hex,
  writeTrustees,
} from '../index.ts';
import { nodeCcm } from '../native/ccm.ts';

const group = BELENIOS_2048;
const { q } = group;
const ccm = nodeCcm;
const random = testRandom('ceremony');

/** The private key that some trustees' keys interpolate to, at 0. */
function interpolate(keys: readonly (readonly [number, bigint])[]): bigint {
  const total = keys.reduce((sum, [index, key]) => {
    const coefficient = keys.reduce((product, [other]) => {
      if (other === index) return product;
      // The inverse of a small number mod the prime q, by Fermat.
      const difference = ((BigInt(other - index) % q) + q) % q;
      let [inverse, base, exponent] = [1n, difference, q - 2n];
      for (; exponent > 0n; exponent >>= 1n) {
        if (exponent % 2n === 1n) inverse = (inverse * base) % q;
        base = (base * base) % q;
      }
      return (product * BigInt(other) * inverse) % q;
    }, 1n);
    return sum + key * coefficient;
  }, 0n);
  return ((total % q) + q) % q;
}

describe('a ceremony in which everyone is honest', () => {
  test.each([
    [1, 1],
    [2, 1],
    [2, 2],
    [3, 2],
    [4, 3],
  ])('%i trustees of whom %i open: exactly that many keys give the election’s key', (count, threshold) => {
    const { outcome, privateKeys } = holdCeremony(`${threshold} of ${count}`, count, threshold);
    const text = writeTrustees(group, [{ kind: 'threshold', parameters: outcome.parameters }]);
    const trustees = succeeded(parseTrustees(group, text));
    const publicKey = electionPublicKey(group, trustees);
    const numbered = privateKeys.map((key, index) => [index + 1, key] as const);
    for (const [index, key] of numbered) {
      expect(at(trustees.owners, index - 1).publicKey).toBe(group.generator.power(key));
    }
    expect(group.generator.power(interpolate(numbered.slice(0, threshold)))).toBe(publicKey);
    expect(group.generator.power(interpolate(numbered.slice(-threshold)))).toBe(publicKey);
    if (threshold > 1) {
      expect(group.generator.power(interpolate(numbered.slice(1, threshold)))).not.toBe(publicKey);
    }
  });

  test('ids of certificates are the hashes of their messages, the same for everybody', () => {
    const { certificates } = holdCeremony('3 of 3', 3, 3);
    const ids = succeeded(checkCertificates({ group, certificates }));
    expect(ids).toEqual(certificates.map((text) => sha256Hex(JSON.parse(text).message)));
  });

  test('a device that lost everything but its seed can take step 5 again', () => {
    const { certificates, seeds, shareInputs, polynomials, shareOutputs, privateKeys } = holdCeremony(
      'again',
      3,
      2,
    );
    const [seed, shareInput] = [at(seeds, 1), at(shareInputs, 1)];
    const again = succeeded(makeShareOutput({ group, certificates, seed, shareInput, random, ccm }));
    const replaced = shareOutputs.with(1, again);
    const input = { group, certificates, polynomials, shareOutputs: replaced };
    const { decryptionKeys } = succeeded(makeThresholdParameters(input));
    const key = openDecryptionKey({ group, seed, decryptionKey: at(decryptionKeys, 1), random, ccm });
    expect(succeeded(key)).toBe(privateKeys[1]);
  });
});
