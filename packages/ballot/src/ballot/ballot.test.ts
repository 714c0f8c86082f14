import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, buildPlace, HEAD_QUESTION, MARK, succeeded, testRandom } from '../../test/place.ts';
import {
  ballotLengthLimit,
  type Choices,
  checkBallot,
  chooseAnswers,
  combineShares,
  decryptTally,
  encryptBallot,
  type Question,
  randomScalar,
  reencryptBallot,
  seededRandom,
  sha256Base64,
  sha256Hex,
  sumBallots,
  warmTables,
} from '../index.ts';
import { areValidChoices } from './choices.ts';

const random = testRandom('ballots');

/** Any question of a few answers with the choices of a valid vote for it. */
const questionWithChoices = fc
  .record({ answerCount: fc.integer({ min: 1, max: 3 }), blank: fc.boolean(), extra: fc.nat({ max: 2 }) })
  .chain(({ answerCount, blank, extra }) =>
    fc.record({
      votes: fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: answerCount, maxLength: answerCount }),
      votesBlank: fc.boolean(),
      below: fc.nat({ max: 1 }),
      blank: fc.constant(blank),
      extra: fc.constant(extra),
    }),
  )
  .map(({ votes, votesBlank, below, blank, extra }) => {
    const total = votes.filter((vote) => vote === 1).length;
    const question: Question = {
      question: 'q',
      answers: votes.map((_, index) => `answer ${index}`),
      blank,
      min: Math.max(0, total - below),
      max: total + extra,
    };
    const zeros = votes.map((): 0 => 0);
    const choices: readonly (0 | 1)[] = blank ? (votesBlank ? [1, ...zeros] : [0, ...votes]) : votes;
    return { question, choices };
  });

describe('encrypting', () => {
  test('whatever is asked and chosen: the ballot is accepted, repeats from its seed, and opens to the choices', () => {
    let blankVotes = 0;
    fc.assert(
      fc.property(fc.array(questionWithChoices, { minLength: 1, maxLength: 2 }), (items) => {
        const questions = items.map(({ question }) => question);
        const choices: Choices = items.map((item) => item.choices);
        const { election, credentials, trustees, trusteeSecret, holders } = buildPlace({
          name: 'any questions',
          questions,
          voters: 1,
        });
        const credential = at(holders, 0);
        const ballot = encryptBallot({ election, credential, choices, random });
        expect(ballot.text.length).toBeLessThanOrEqual(ballotLengthLimit(election));
        const checked = succeeded(checkBallot({ election, credentials, text: ballot.text }));
        expect(checked).toMatchObject({ hash: ballot.hash, tracker: ballot.tracker, weight: 1 });

        const { signature, seed } = ballot;
        const { publicKey } = credential;
        expect(reencryptBallot({ election, publicKey, signature, seed, choices }).text).toBe(ballot.text);

        const { ciphertexts: tally, totalWeight } = sumBallots(election, [checked]);
        const text = decryptTally({ election, tally, privateKey: trusteeSecret, random });
        const shares = [{ owner: 1, text }];
        const opening = succeeded(combineShares({ election, trustees, tally, totalWeight, shares }));
        expect(opening.counts).toEqual(choices);
        if (items.some((item) => item.question.blank && item.choices[0] === 1)) blankVotes += 1;
      }),
      { numRuns: 12, seed: 1607 },
    );
    expect(blankVotes).toBeGreaterThan(1);
  });

  const place = buildPlace({ name: 'TPS 01', bilik: MARK });
  const { election, credentials } = place;
  const credential = at(place.holders, 0);
  const choices = chooseAnswers(election, [1]);
  const ballot = encryptBallot({ election, credential, choices, random });

  test('hash and tracker are the two forms of one digest of the text', () => {
    expect(ballot.hash).toBe(sha256Hex(ballot.text));
    expect(ballot.tracker).toBe(sha256Base64(ballot.text));
    expect(Buffer.from(ballot.tracker, 'base64').toString('hex')).toBe(ballot.hash);
    expect(ballot.seed).toHaveLength(32);
  });

  test('two ballots of one choice have no element or number in common', () => {
    const other = encryptBallot({ election, credential, choices, random });
    const numbers = (text: string) => new Set(text.match(/[0-9]{60,}/g));
    const others = numbers(other.text);
    expect([...numbers(ballot.text)].filter((number) => others.has(number))).toEqual([
      String(credential.publicKey),
    ]);
  });

  test('a proved ballot: another choice, seed, card or election gives another tracker', () => {
    const { signature, seed } = ballot;
    const proved = { election, publicKey: credential.publicKey, signature, seed, choices };
    expect(reencryptBallot(proved).tracker).toBe(ballot.tracker);
    const otherPlace = buildPlace({ name: 'TPS 02', bilik: MARK });
    const others = [
      { ...proved, choices: chooseAnswers(election, [0]) },
      { ...proved, seed: seed.with(0, at([...seed], 0) ^ 1) },
      { ...proved, publicKey: at(place.holders, 1).publicKey },
      { ...proved, election: otherPlace.election },
      { ...proved, signature: { ...signature, response: signature.response + 1n } },
    ];
    for (const other of others) expect(reencryptBallot(other).tracker).not.toBe(ballot.tracker);
  });

  test('the seed of a proved ballot does not tell the secret of its card', () => {
    const { group } = election;
    const { seed, signature } = ballot;
    // Whoever knew w would compute the secret as (w − response) / challenge. No scalar of the seed's stream is w.
    const stream = seededRandom(seed);
    for (let draw = 0; draw < 100; draw += 1) {
      const w = randomScalar(group, stream);
      const recomputed = group.multiply(
        group.generator.power(signature.response),
        group.power(credential.publicKey, signature.challenge),
      );
      expect(group.generator.power(w)).not.toBe(recomputed);
    }
  });

  test('with the same seed and another signature nonce only the signature differs', () => {
    const { seed } = ballot;
    const sources = [testRandom('nonce 1'), testRandom('nonce 2')].map((nonces) => {
      let isFirst = true;
      return (byteCount: number) => {
        const bytes = isFirst ? seed : nonces(byteCount);
        isFirst = false;
        return bytes;
      };
    });
    const texts = sources.map(
      (source) => encryptBallot({ election, credential, choices, random: source }).text,
    );
    const unsigned = texts.map((text) => text.slice(0, text.indexOf('"signature"')));
    expect(unsigned[0]).toBe(unsigned[1]);
    expect(texts[0]).not.toBe(texts[1]);
  });

  test('tables are warmed in pieces until complete', () => {
    const { election: cold } = buildPlace({ name: 'cold', bilik: MARK });
    let pieces = 1;
    while (!warmTables(cold, 1000)) pieces += 1;
    expect(pieces).toBeGreaterThanOrEqual(8);
    expect(warmTables(cold, 0)).toBe(true);
  });

  test('encryption takes powers of g and the key only: no engine is asked for any other', () => {
    const { group } = election;
    const refuse = () => {
      throw new Error('a power of another base was asked for');
    };
    const engine = { ...group.engine, powers: refuse, powersOfOne: refuse, secretPower: refuse };
    const strict = {
      ...election,
      group: { ...group, engine, power: refuse, powers: refuse, secretPower: refuse },
    };
    const { text } = encryptBallot({ election: strict, credential, choices, random });
    expect(checkBallot({ election, credentials, text }).ok).toBe(true);
  });
});

describe('choices', () => {
  const { election } = buildPlace({
    name: 'choices',
    questions: [HEAD_QUESTION, { ...HEAD_QUESTION, blank: true }],
  });

  test('one answer a question, the Belenios blank left unchosen', () => {
    expect(chooseAnswers(election, [3, 0])).toEqual([
      [0, 0, 0, 1],
      [0, 1, 0, 0, 0],
    ]);
    for (const wrong of [[], [1], [1, 1, 1], [4, 0], [-1, 0], [0.5, 0]]) {
      expect(() => chooseAnswers(election, wrong)).toThrow(RangeError);
    }
  });

  const valid = chooseAnswers(election, [3, 0]);
  const [first = [], second = []] = valid;
  test.each<[string, Choices, boolean]>([
    ['one each', valid, true],
    ['blank alone', [first, [1, 0, 0, 0, 0]], true],
    ['blank and an answer', [first, [1, 1, 0, 0, 0]], false],
    ['nothing', [[0, 0, 0, 0], second], false],
    ['too many', [[1, 1, 0, 0], second], false],
    ['too short', [[1, 0, 0], second], false],
    ['too long', [[1, 0, 0, 0, 0], second], false],
    ['a question missing', [first], false],
  ])('%s', (_, choices, expected) => {
    expect(areValidChoices(election, choices)).toBe(expected);
    const { holders } = buildPlace({ name: 'choices', voters: 1 });
    const encrypt = () => encryptBallot({ election, credential: at(holders, 0), choices, random });
    if (expected) expect(encrypt).not.toThrow();
    else expect(encrypt).toThrow(RangeError);
  });
});
