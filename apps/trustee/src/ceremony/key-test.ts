import {
  type Ccm,
  checkShare,
  decryptTally,
  electionPublicKey,
  type Group,
  openDecryptionKey,
  parseElection,
  type RandomSource,
  randomScalar,
  type Trustees,
  writeElection,
} from '@bilik/ballot';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';

/** The largest value that the test encrypts: small, so that finding it again takes no time. */
const TEST_VALUES = 1_000;
const TEST_UUID = 'BiLikKeyTest111';

export interface KeyTestInput {
  readonly group: Group;
  readonly ccm: Ccm;
  readonly random: RandomSource;
  readonly seed: string;
  readonly decryptionKey: string;
  /** The threshold parameters, checked. */
  readonly trustees: Trustees;
  /** This trustee's number in them, from 1. */
  readonly ownerIndex: number;
}

/**
 * Uses the new key as the day of opening will, on values that this very device encrypted: once under the trustee's own
 * key, which must come out again; once under the common key, where the share must be provably right. A key that nobody
 * tried may turn out useless when nothing can be repeated any more.
 */
export function testKey(input: KeyTestInput): Answer<void, RefusalOf<'key-test-failed'>> {
  const { group, ccm, random, seed, decryptionKey, trustees, ownerIndex } = input;
  const opened = openDecryptionKey({ group, seed, decryptionKey, random, ccm });
  if (!opened.ok) return refuse({ type: 'key-test-failed', stage: 'decryption-key' });
  const privateKey = opened.value;
  const own = trustees.owners.find(({ owner }) => owner === ownerIndex);
  if (own === undefined || group.generator.power(privateKey) !== own.publicKey) {
    return refuse({ type: 'key-test-failed', stage: 'key-pair' });
  }

  const alone = encrypt(input, own.publicKey);
  const factor = group.secretPower(alone.alpha, privateKey, random);
  if (group.multiply(alone.beta, group.invert(factor)) !== group.generator.power(alone.value)) {
    return refuse({ type: 'key-test-failed', stage: 'key-pair' });
  }

  const election = testElection(group, trustees);
  const { alpha, beta } = encrypt(input, election.publicKey);
  const tally = [[{ alpha, beta }]];
  const text = decryptTally({ election, tally, privateKey, random });
  const share = { owner: ownerIndex, text };
  return checkShare({ election, trustees, tally, share }).ok
    ? accept(undefined)
    : refuse({ type: 'key-test-failed', stage: 'share' });
}

function encrypt({ group, random }: KeyTestInput, publicKey: bigint) {
  const value = randomScalar(group, random) % BigInt(TEST_VALUES + 1);
  const randomness = randomScalar(group, random);
  return {
    value,
    alpha: group.generator.power(randomness),
    beta: group.multiply(group.power(publicKey, randomness), group.generator.power(value)),
  };
}

/** An election object that exists only for the test: proofs are bound to one. */
function testElection(group: Group, trustees: Trustees) {
  const election = parseElection(
    writeElection({
      uuid: TEST_UUID,
      name: 'key test',
      description: '',
      group: group.name,
      publicKey: electionPublicKey(group, trustees),
      questions: [{ question: 'key test', answers: ['value'], blank: false, min: 0, max: 1 }],
    }),
    { groups: [group] },
  );
  if (!election.ok) throw new Error('the election of the key test does not parse');
  return election.value;
}
