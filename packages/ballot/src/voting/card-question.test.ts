import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BELENIOS_2048, type Credential, deriveCredential, randomScalar } from '../index.ts';
import { ballotContext, proveKnowledge } from '../proof/knowledge.ts';
import { type CardQuestion, checkCardQuestion, drawCardNonce, signCardQuestion } from './card-question.ts';

const group = BELENIOS_2048;

function bytesFrom(seed: string): (count: number) => Uint8Array {
  let counter = 0;
  return (count) => {
    counter += 1;
    return new Uint8Array(
      createHash('shake256', { outputLength: count }).update(`${seed}/${counter}`).digest(),
    );
  };
}

const random = bytesFrom('questions');
const election = { group, fingerprint: 'a'.repeat(43) };
const nonce = drawCardNonce(random);
const card = deriveCredential(group, 'BiLikTestVector1', '1'.repeat(24));
const other = deriveCredential(group, 'BiLikTestVector1', '2'.repeat(24));

const ask = (changes: Partial<Parameters<typeof signCardQuestion>[0]> = {}): CardQuestion =>
  signCardQuestion({ election, credential: card, purpose: 'cast', nonce, random, ...changes });
const heard = (
  question: CardQuestion,
  changes: Partial<Omit<Parameters<typeof checkCardQuestion>[0], 'question'>> = {},
): string => {
  const checked = checkCardQuestion({ election, purpose: 'cast', nonce, question, ...changes });
  return checked.ok ? 'heard' : checked.error.type;
};

test('whoever holds a card is heard, for either purpose', () => {
  expect(heard(ask())).toBe('heard');
  expect(heard(ask({ purpose: 'check' }), { purpose: 'check' })).toBe('heard');
  expect(nonce).toMatch(/^[0-9a-f]{64}$/);
});

test('election, purpose, nonce and card are bound', () => {
  expect(heard(ask(), { election: { group, fingerprint: 'b'.repeat(43) } })).toBe('card-not-shown');
  expect(heard(ask(), { purpose: 'check' })).toBe('card-not-shown');
  expect(heard(ask({ purpose: 'check' }))).toBe('card-not-shown');
  expect(heard(ask({ nonce: drawCardNonce(random) }))).toBe('nonce-stale');
  // an old question under the new nonce, and another card's question under this card's name
  expect(heard({ ...ask({ nonce: drawCardNonce(random) }), nonce })).toBe('card-not-shown');
  expect(heard({ ...ask({ credential: other }), credential: ask().credential })).toBe('card-not-shown');
});

test('neither a ballot’s signature nor a question can stand for the other', () => {
  const question = ask();
  const hash = createHash('sha256').update('a ballot').digest('base64').slice(0, 43);
  const proof = proveKnowledge(group, card.secret, ballotContext(hash), random);
  const signature = { challenge: String(proof.challenge), response: String(proof.response) };
  expect(heard({ ...question, signature })).toBe('card-not-shown');
  expect(ballotContext(hash).startsWith('sig|')).toBe(true);
});

test('any changed digit, and any form that is not the one form, is refused and never throws', () => {
  const question = ask();
  const { challenge, response } = question.signature;
  const forms = [
    '',
    '0',
    `0${challenge}`,
    `+${challenge}`,
    `${challenge} `,
    `-${challenge}`,
    String(BigInt(challenge) + group.q),
    `0x${BigInt(challenge).toString(16)}`,
    String(group.q),
  ];
  for (const form of forms) {
    expect(heard({ ...question, signature: { challenge: form, response } })).toBe('card-not-shown');
    expect(heard({ ...question, signature: { challenge, response: form } })).toBe('card-not-shown');
  }
  let changed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('challenge' as const, 'response' as const),
      fc.nat({ max: 76 }),
      fc.integer({ min: 1, max: 9 }),
      (field, place, add) => {
        const digits = question.signature[field];
        const at = place % digits.length;
        const digit = (Number(digits[at]) + add) % 10;
        if (at === 0 && digit === 0) return;
        changed += 1;
        const text = digits.slice(0, at) + digit + digits.slice(at + 1);
        expect(heard({ ...question, signature: { ...question.signature, [field]: text } })).toBe(
          'card-not-shown',
        );
      },
    ),
    { numRuns: 40, seed: 1607 },
  );
  expect(changed).toBeGreaterThan(30);
});

test('a key that is none is refused, whatever was signed for it', () => {
  const keyOf = (secret: bigint, publicKey: bigint): Credential => ({ secret, publicKey });
  // the identity has the secret 0, which everybody knows
  expect(heard(ask({ credential: keyOf(0n, 1n) }))).toBe('card-not-shown');
  // −C is outside the group: a proof made with C's secret would pass for it whenever the challenge is even
  const outside = keyOf(card.secret, group.p - card.publicKey);
  const even = Array.from({ length: 8 }, () => ask({ credential: outside })).filter(
    ({ signature }) => BigInt(signature.challenge) % 2n === 0n,
  );
  expect(even.length).toBeGreaterThan(0);
  for (const question of even) expect(heard(question)).toBe('card-not-shown');
  for (const credential of ['0', String(group.p), `0${card.publicKey}`, '', 'satu']) {
    expect(heard({ ...ask(), credential })).toBe('card-not-shown');
  }
});

test('a question made up without the secret is refused: the public list is not enough', () => {
  const credential = String(card.publicKey);
  for (let tries = 0; tries < 20; tries += 1) {
    const signature = {
      challenge: String(randomScalar(group, random)),
      response: String(randomScalar(group, random)),
    };
    expect(heard({ credential, nonce, signature })).toBe('card-not-shown');
  }
});
