import {
  BELENIOS_2048,
  type CeremonyOutcome,
  makeCertificate,
  makePolynomial,
  makeShareInputs,
  makeShareOutput,
  makeThresholdParameters,
  openDecryptionKey,
  type RandomSource,
} from '../src/index.ts';
import { nodeCcm } from '../src/native/ccm.ts';
import { at, succeeded, testRandom } from './place.ts';

/** Every message of a key ceremony. */
export interface TestCeremony {
  readonly random: RandomSource;
  readonly seeds: readonly string[];
  readonly certificates: readonly string[];
  readonly polynomials: readonly string[];
  readonly shareInputs: readonly string[];
  readonly shareOutputs: readonly string[];
  readonly outcome: CeremonyOutcome;
  readonly privateKeys: readonly bigint[];
}

const group = BELENIOS_2048;

/** A whole ceremony. Each step gets only the seed and the messages, as a device that was restarted would. */
export function holdCeremony(name: string, trusteeCount: number, threshold: number): TestCeremony {
  const random = testRandom(name);
  const ccm = nodeCcm;
  const trustees = Array.from({ length: trusteeCount }, () => makeCertificate(group, random));
  const certificates = trustees.map(({ certificate }) => certificate);
  const seeds = trustees.map(({ seed }) => seed);
  const polynomials = seeds.map((seed) =>
    succeeded(makePolynomial({ group, certificates, seed, threshold, random, ccm })),
  );
  const shareInputs = succeeded(makeShareInputs({ group, certificates, polynomials }));
  const shareOutputs = seeds.map((seed, index) => {
    const name = `Trustee ${index + 1}`;
    const shareInput = at(shareInputs, index);
    return succeeded(makeShareOutput({ group, certificates, seed, shareInput, random, ccm, name }));
  });
  const outcome = succeeded(makeThresholdParameters({ group, certificates, polynomials, shareOutputs }));
  const privateKeys = outcome.decryptionKeys.map((decryptionKey, index) =>
    succeeded(openDecryptionKey({ group, seed: at(seeds, index), decryptionKey, random, ccm })),
  );
  return { random, seeds, certificates, polynomials, shareInputs, shareOutputs, outcome, privateKeys };
}
