import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BELENIOS_2048,
  checkCertificates,
  electionPublicKey,
  makeCertificate,
  makePolynomial,
  makeShareInputs,
  makeShareOutput,
  makeThresholdParameters,
  openDecryptionKey,
  parseTrustees,
  writeTrustees,
} from '../src/index.ts';
import { nodeCcm } from '../src/native/ccm.ts';
import { lines, ToolFolder } from './belenios-tool.ts';
import { at, succeeded, testRandom } from './place.ts';

const group = BELENIOS_2048;
const ccm = nodeCcm;
const random = testRandom('mixed ceremony');
const THRESHOLD = ['setup', 'generate-trustee-key-threshold', '--group', 'BELENIOS-2048', '--step'];

type Maker = 'tool' | 'ours';

/** Who takes the steps 1, 3 and 5 of each trustee, and the table's steps 4 and 6. */
interface Plan {
  readonly trustees: readonly (readonly [Maker, Maker, Maker])[];
  readonly table: readonly [Maker, Maker];
  readonly threshold: number;
}

const PLANS: readonly Plan[] = [
  {
    trustees: [
      ['tool', 'tool', 'ours'],
      ['ours', 'ours', 'tool'],
    ],
    table: ['ours', 'ours'],
    threshold: 2,
  },
  {
    trustees: [
      ['tool', 'ours', 'tool'],
      ['ours', 'tool', 'ours'],
      ['tool', 'tool', 'ours'],
    ],
    table: ['ours', 'tool'],
    threshold: 2,
  },
  {
    trustees: [
      ['ours', 'tool', 'tool'],
      ['tool', 'ours', 'ours'],
      ['ours', 'ours', 'tool'],
    ],
    table: ['tool', 'ours'],
    threshold: 2,
  },
  {
    trustees: [
      ['tool', 'ours', 'ours'],
      ['ours', 'tool', 'ours'],
      ['ours', 'ours', 'tool'],
      ['tool', 'tool', 'ours'],
      ['tool', 'ours', 'tool'],
    ],
    table: ['tool', 'tool'],
    threshold: 3,
  },
];

describe.each(PLANS)('a ceremony mixed between belenios-tool and ours: $trustees', (plan) => {
  let folder: ToolFolder;
  beforeAll(() => {
    folder = new ToolFolder();
  });
  afterAll(() => folder.remove());

  test('every message of either is accepted by the other, and all decryption keys open', () => {
    const { threshold } = plan;
    const makers = (step: 0 | 1 | 2) => plan.trustees.map((steps) => steps[step]);

    // Step 1
    const trustees = makers(0).map((maker) =>
      maker === 'ours' ? makeCertificate(group, random) : toolCertificate(),
    );
    const certificates = trustees.map(({ certificate }) => certificate);
    const seeds = trustees.map(({ seed }) => seed);

    // Step 2, both
    folder.write('certs', lines(certificates));
    const ids = succeeded(checkCertificates({ group, certificates }));
    expect(ids).toHaveLength(plan.trustees.length);
    folder.run([...THRESHOLD, '2', '--certs', 'certs']);

    // Step 3
    const polynomials = makers(1).map((maker, index) => {
      const seed = at(seeds, index);
      if (maker === 'ours') {
        return succeeded(makePolynomial({ group, certificates, seed, threshold, random, ccm }));
      }
      folder.write('key', seed);
      const args = ['3', '--certs', 'certs', '--key', 'key', '--threshold', String(threshold)];
      return folder.run([...THRESHOLD, ...args]).trimEnd();
    });

    // Step 4, both: the same bytes
    folder.write('polynomials', lines(polynomials));
    folder.run([...THRESHOLD, '4', '--certs', 'certs', '--polynomials', 'polynomials']);
    const toolInputs = ids.map((id) => folder.read(`${id}.vinput`).trimEnd());
    const ourInputs = succeeded(makeShareInputs({ group, certificates, polynomials }));
    expect(ourInputs).toEqual(toolInputs);
    const shareInputs = plan.table[0] === 'ours' ? ourInputs : toolInputs;

    // Step 5
    const shareOutputs = makers(2).map((maker, index) => {
      const [seed, shareInput] = [at(seeds, index), at(shareInputs, index)];
      if (maker === 'ours') {
        return succeeded(
          makeShareOutput({ group, certificates, seed, shareInput, random, ccm, name: `T${index}` }),
        );
      }
      folder.write('key', seed);
      return folder.run([...THRESHOLD, '5', '--certs', 'certs', '--key', 'key'], `${shareInput}\n`).trimEnd();
    });

    // Step 6, both: the same parameters and decryption keys
    const args = ['6', '--certs', 'certs', '--polynomials', 'polynomials'];
    const toolParameters = folder.run([...THRESHOLD, ...args], lines(shareOutputs)).trimEnd();
    const outcome = succeeded(makeThresholdParameters({ group, certificates, polynomials, shareOutputs }));
    expect(outcome.parameters).toBe(toolParameters);
    const toolKeys = ids.map((id) => folder.read(`${id}.dkey`).trimEnd());
    expect(outcome.decryptionKeys).toEqual(toolKeys);
    const decryptionKeys = plan.table[1] === 'ours' ? outcome.decryptionKeys : toolKeys;

    // What comes of it: the tool's list is ours, and every key fits it
    const text = writeTrustees(group, [{ kind: 'threshold', parameters: outcome.parameters }]);
    folder.write('threshold.json', `${toolParameters}\n`);
    folder.write('public_keys.jsons', '');
    folder.run(['setup', 'make-trustees']);
    expect(folder.read('trustees.json').trimEnd()).toBe(text);
    const list = succeeded(parseTrustees(group, text));
    for (const [index, decryptionKey] of decryptionKeys.entries()) {
      const privateKey = succeeded(
        openDecryptionKey({ group, seed: at(seeds, index), decryptionKey, random, ccm }),
      );
      expect(group.generator.power(privateKey)).toBe(at(list.owners, index).publicKey);
    }
    expect(group.isMember(electionPublicKey(group, list))).toBe(true);
  });

  function toolCertificate(): { seed: string; certificate: string } {
    folder.run([...THRESHOLD, '1']);
    const [certificateName = '', keyName = ''] = [folder.names('.cert')[0], folder.names('.key')[0]];
    const made = { seed: folder.read(keyName).trim(), certificate: folder.read(certificateName).trim() };
    folder.delete(certificateName);
    folder.delete(keyName);
    return made;
  }
});
