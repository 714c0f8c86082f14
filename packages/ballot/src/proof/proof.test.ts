import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testRandom } from '../../test/place.ts';
import { BELENIOS_2048, hashToScalar, randomScalar } from '../index.ts';
import { checkFactor, proveFactor } from './decryption.ts';
import { checkOneOf, type OpenedStatement, proveOneOf, type Statement } from './disjunction.ts';
import {
  ballotContext,
  checkKnowledge,
  messageContext,
  possessionContext,
  proveKnowledge,
} from './knowledge.ts';
import { type Proof, parseProof, proofObject } from './proof.ts';

const group = BELENIOS_2048;
const { p, q, g } = group;

/** Everything that a cheat may do to the two numbers of a proof. */
function changedProofs({ challenge, response }: Proof): Proof[] {
  return [
    { challenge: (challenge + 1n) % q, response },
    { challenge, response: (response + 1n) % q },
    { challenge: response, response: challenge },
    { challenge: 0n, response: 0n },
    { challenge: 0n, response },
    { challenge, response: 0n },
  ];
}

describe('knowledge of a secret (attack I3: each field of the context is bound)', () => {
  const random = testRandom('knowledge');
  const secret = randomScalar(group, random);
  const publicKey = group.generator.power(secret);
  const hash = '0vU0Fa45o3WC0MiXg1qCaX9BH+dpODdaaLl3HkEiXGo';
  const otherKey = group.multiply(publicKey, g);
  const renamed = { ...group, name: 'BELENIOS-2049' };

  test.each([
    {
      name: 'possession of a trustee key',
      context: possessionContext(group, publicKey),
      others: [
        possessionContext(renamed, publicKey),
        possessionContext(group, otherKey),
        messageContext('x'),
        ballotContext(hash),
      ],
    },
    {
      name: 'a ceremony message',
      context: messageContext('{"a":1}'),
      others: [messageContext('{"a":2}'), messageContext('{"a":1}|'), ballotContext('{"a":1}')],
    },
    {
      name: 'a ballot',
      context: ballotContext(hash),
      others: [ballotContext(`1${hash.slice(1)}`), ballotContext(''), messageContext(hash)],
    },
  ])('$name: holds, and for nothing else', ({ context, others }) => {
    const proof = proveKnowledge(group, secret, context, random);
    expect(checkKnowledge(group, publicKey, context, proof)).toBe(true);
    expect(checkKnowledge(group, otherKey, context, proof)).toBe(false);
    for (const other of others) expect(checkKnowledge(group, publicKey, other, proof)).toBe(false);
    for (const changed of changedProofs(proof)) {
      expect(checkKnowledge(group, publicKey, context, changed)).toBe(false);
    }
  });

  test('two signatures of one message share no number, so no secret can be computed from them', () => {
    const proofs = [1, 2].map(() => proveKnowledge(group, secret, messageContext('m'), random));
    expect(new Set(proofs.flatMap(({ challenge, response }) => [challenge, response])).size).toBe(4);
  });
});

describe('one of several statements', () => {
  const random = testRandom('one of');
  const key = group.generator.power(randomScalar(group, random));
  const encryptionKey = group.fixedBase(key);

  function encrypt(plaintext: number): {
    opened: Omit<OpenedStatement, 'plaintext'>;
    alpha: bigint;
    beta: bigint;
  } {
    const randomness = randomScalar(group, random);
    return {
      opened: { randomness, encrypted: plaintext },
      alpha: group.generator.power(randomness),
      beta: group.multiply(encryptionKey.power(randomness), group.power(g, BigInt(plaintext))),
    };
  }

  /** The statements "it encrypts min … max", for prover and verifier. */
  function range(encrypted: number, min: number, max: number) {
    const { opened, alpha, beta } = encrypt(encrypted);
    const plaintexts = Array.from({ length: max - min + 1 }, (_, index) => min + index);
    return {
      opened: plaintexts.map((plaintext): OpenedStatement => ({ ...opened, plaintext })),
      statements: plaintexts.map((plaintext): Statement => ({ alpha, beta, plaintext })),
    };
  }

  test('whichever is true, the proof holds, under an engine with shared squarings and one without', () => {
    const { powersOfOne: _, ...apart } = group.engine;
    const plain = { ...group, engine: apart };
    let cases = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }), (min, count) => {
        const encrypted = min + Math.floor(count / 2);
        const { opened, statements } = range(encrypted, min, min + count);
        const proofs = proveOneOf(group, encryptionKey, opened, 'prove|S|', random);
        expect(checkOneOf(group, encryptionKey, statements, 'prove|S|', proofs)).toBe(true);
        expect(checkOneOf(plain, encryptionKey, statements, 'prove|S|', proofs)).toBe(true);
        cases += 1;
      }),
      { numRuns: 12, seed: 5 },
    );
    expect(cases).toBe(12);
  });

  test('statements over different ciphertexts are kept apart', () => {
    const [first, second] = [range(0, 0, 0), range(3, 0, 0)];
    const statements = [...first.statements, ...second.statements];
    const proofs = proveOneOf(group, encryptionKey, [...first.opened, ...second.opened], 'c', random);
    expect(checkOneOf(group, encryptionKey, statements, 'c', proofs)).toBe(true);
    expect(checkOneOf(group, encryptionKey, statements.toReversed(), 'c', proofs.toReversed())).toBe(false);
  });

  test('a false statement cannot be proved', () => {
    const { opened, statements } = range(2, 0, 1);
    expect(() => proveOneOf(group, encryptionKey, opened, 'c', random)).toThrow(RangeError);
    const lie = opened.map((statement) => ({ ...statement, encrypted: 1 }));
    const proofs = proveOneOf(group, encryptionKey, lie, 'c', random);
    expect(checkOneOf(group, encryptionKey, statements, 'c', proofs)).toBe(false);
  });

  test('context, key, ciphertext, plaintexts, count and order are bound (attack I3)', () => {
    const { opened, statements } = range(1, 0, 1);
    const proofs = proveOneOf(group, encryptionKey, opened, 'c', random);
    const holds = (changes: {
      statements?: readonly Statement[];
      proofs?: readonly Proof[];
      context?: string;
      key?: bigint;
    }) =>
      checkOneOf(
        group,
        changes.key === undefined ? encryptionKey : group.fixedBase(changes.key),
        changes.statements ?? statements,
        changes.context ?? 'c',
        changes.proofs ?? proofs,
      );
    expect(holds({})).toBe(true);
    expect(holds({ context: 'd' })).toBe(false);
    expect(holds({ key: group.multiply(key, g) })).toBe(false);
    const change = (by: (statement: Statement) => Statement) => holds({ statements: statements.map(by) });
    expect(change((statement) => ({ ...statement, alpha: group.multiply(statement.alpha, g) }))).toBe(false);
    expect(change((statement) => ({ ...statement, beta: group.multiply(statement.beta, g) }))).toBe(false);
    expect(change((statement) => ({ ...statement, plaintext: statement.plaintext + 1 }))).toBe(false);
    expect(holds({ statements: statements.toReversed() })).toBe(false);
    expect(holds({ proofs: proofs.toReversed() })).toBe(false);
    expect(holds({ proofs: proofs.slice(1), statements: statements.slice(1) })).toBe(false);
    expect(holds({ proofs: [...proofs, ...proofs] })).toBe(false);
    for (const [index, proof] of proofs.entries()) {
      for (const changed of changedProofs(proof))
        expect(holds({ proofs: proofs.with(index, changed) })).toBe(false);
    }
  });

  test('a proof too many would make its challenge free: a false statement made up with it is refused', () => {
    const { statements } = range(2, 0, 1);
    const simulated = statements.map(() => ({
      challenge: randomScalar(group, random),
      response: randomScalar(group, random),
    }));
    const commitments = statements.flatMap(({ alpha, beta, plaintext }, index) => {
      const { challenge, response } = simulated[index] ?? { challenge: 0n, response: 0n };
      const rest = group.multiply(beta, group.power(g, -BigInt(plaintext)));
      return [
        group.multiply(group.generator.power(response), group.power(alpha, challenge)),
        group.multiply(encryptionKey.power(response), group.power(rest, challenge)),
      ];
    });
    const hash = hashToScalar(group, `c${commitments.join(',')}`);
    const sum = simulated.reduce((total, { challenge }) => total + challenge, 0n);
    const free = { challenge: (((hash - sum) % q) + q) % q, response: 0n };
    // The arithmetic of the cheat is right: all challenges together are the hash.
    expect((sum + free.challenge) % q).toBe(hash);
    expect(checkOneOf(group, encryptionKey, statements, 'c', [...simulated, free])).toBe(false);
  });

  test('challenges shifted so that their sum stays do not pass', () => {
    const { opened, statements } = range(0, 0, 1);
    const proofs = proveOneOf(group, encryptionKey, opened, 'c', random);
    const shifted = proofs.map(({ challenge, response }, index) => ({
      challenge: (challenge + (index === 0 ? 1n : q - 1n)) % q,
      response,
    }));
    expect(checkOneOf(group, encryptionKey, statements, 'c', shifted)).toBe(false);
  });
});

describe('a decryption factor', () => {
  const random = testRandom('factor');
  const privateKey = randomScalar(group, random);
  const context = { fingerprint: 'φ', publicKey: group.generator.power(privateKey) };
  const alpha = group.generator.power(randomScalar(group, random));
  const proven = proveFactor(group, alpha, privateKey, context, random);

  test('is α to the secret, and its proof holds', () => {
    expect(proven.factor).toBe(group.power(alpha, privateKey));
    expect(checkFactor(group, alpha, proven, context)).toBe(true);
  });

  test('election, key, ciphertext, factor and both numbers are bound (attack I3)', () => {
    const { factor, proof } = proven;
    expect(checkFactor(group, alpha, proven, { ...context, fingerprint: 'ψ' })).toBe(false);
    const publicKey = group.multiply(context.publicKey, g);
    expect(checkFactor(group, alpha, proven, { ...context, publicKey })).toBe(false);
    expect(checkFactor(group, group.multiply(alpha, g), proven, context)).toBe(false);
    expect(checkFactor(group, alpha, { factor: group.multiply(factor, g), proof }, context)).toBe(false);
    for (const changed of changedProofs(proof)) {
      expect(checkFactor(group, alpha, { factor, proof: changed }, context)).toBe(false);
    }
  });

  test('a factor times −1 passes this check when the challenge is even: that is why membership is checked too', () => {
    const { factor, proof } = proven;
    const negated = { factor: p - factor, proof };
    expect(group.isMember(negated.factor)).toBe(false);
    expect(checkFactor(group, alpha, negated, context)).toBe(proof.challenge % 2n === 0n);
  });
});

describe('proofs as JSON', () => {
  const text = { challenge: '1', response: '2' };

  test('round trip', () => {
    expect(parseProof(group, proofObject(group, { challenge: 5n, response: q - 1n }))).toEqual({
      challenge: 5n,
      response: q - 1n,
    });
  });

  test.each([
    undefined,
    null,
    '1',
    [],
    {},
    { challenge: '1' },
    { response: '2', challenge: '1' },
    { ...text, extra: '3' },
    { ...text, challenge: 1 },
    { ...text, challenge: '01' },
    { ...text, response: String(q) },
    { ...text, response: '-1' },
  ])('%j is refused', (value) => {
    expect(parseProof(group, value)).toBeUndefined();
  });
});
