import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, buildPlace, HEAD_QUESTION, MARK, succeeded, testRandom } from '../../test/place.ts';
import type { Ciphertext } from '../ballot/ciphertext.ts';
import {
  addBallot,
  BELENIOS_2048,
  checkBallot,
  chooseAnswers,
  combineShares,
  decryptTally,
  emptySum,
  encryptBallot,
  mergeSums,
  parseEncryptedTally,
  parseOwnedShare,
  parseResult,
  parseSizedTally,
  sumBallots,
  writeEncryptedTally,
  writeOwnedShare,
  writeResult,
  writeSizedTally,
} from '../index.ts';
import { countFinder } from './count-search.ts';

const random = testRandom('tally');
const { p, g } = BELENIOS_2048;

describe('the sum', () => {
  const questions = [{ ...HEAD_QUESTION, answers: ['a', 'b'] }];
  const { election } = buildPlace({ name: 'sums', questions });
  const { group } = election;

  /** A ballot as the sum sees it: members that are cheap to make. */
  const ballot = fc
    .tuple(
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 4, maxLength: 4 }),
      fc.nat({ max: 3 }),
    )
    .map(([exponents, weight]) => {
      const [a = 1n, b = 1n, c = 1n, d = 1n] = exponents.map((exponent) => group.power(g, exponent));
      const answers: Ciphertext[][] = [
        [
          { alpha: a, beta: b },
          { alpha: c, beta: d },
        ],
      ];
      return { answers, weight };
    });

  test('any partition into parts, merged in any order, is the sum of the whole', () => {
    let parts = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(ballot, fc.nat({ max: 3 })), { maxLength: 8 }), (items) => {
        const whole = sumBallots(
          election,
          items.map(([item]) => item),
        );
        const partials = [0, 1, 2, 3].map((part) =>
          sumBallots(
            election,
            items.flatMap(([item, which]) => (which === part ? [item] : [])),
          ),
        );
        expect(partials.reduce((left, right) => mergeSums(group, left, right))).toEqual(whole);
        expect(partials.reduceRight((left, right) => mergeSums(group, left, right))).toEqual(whole);
        parts = Math.max(parts, new Set(items.map(([, part]) => part)).size);
      }),
      { numRuns: 25, seed: 11 },
    );
    expect(parts).toBeGreaterThan(2);
  });

  test('a weight of n counts like the ballot n times; a weight of 0 changes only the number of ballots', () => {
    fc.assert(
      fc.property(ballot, (item) => {
        const heavy = addBallot(group, emptySum(election), item);
        const copies = Array.from({ length: item.weight }, () => ({ ...item, weight: 1 }));
        expect(heavy.ciphertexts).toEqual(sumBallots(election, copies).ciphertexts);
        expect(heavy).toMatchObject({ ballotCount: 1, totalWeight: item.weight });
      }),
      { numRuns: 15, seed: 12 },
    );
  });

  test('sums of different elections do not mix', () => {
    const { election: other } = buildPlace({ name: 'other', questions: [HEAD_QUESTION] });
    expect(() => mergeSums(group, emptySum(other), emptySum(election))).toThrow(RangeError);
  });
});

describe('several contests (attack P9)', () => {
  const contest = (question: string) => ({ ...HEAD_QUESTION, question, answers: ['a', 'b', 'c'] });
  const { election, trustees, trusteeSecret, credentials, holders } = buildPlace({
    name: 'patterns',
    questions: [contest('Kepala desa'), contest('Dusun')],
    voters: 3,
  });
  /** What is published of ballots that chose so, one answer a contest. */
  const resultOf = (choices: readonly (readonly number[])[]): string => {
    const ballots = choices.map((answers, index) => {
      const ballot = {
        election,
        credential: at(holders, index),
        choices: chooseAnswers(election, answers),
        random,
      };
      return succeeded(checkBallot({ election, credentials, text: encryptBallot(ballot).text }));
    });
    const { ciphertexts: tally, totalWeight } = sumBallots(election, ballots);
    const share = decryptTally({ election, tally, privateKey: trusteeSecret, random });
    const shares = [{ owner: 1, text: share }];
    return writeResult(succeeded(combineShares({ election, trustees, tally, totalWeight, shares })).counts);
  };

  test('who marked which pattern is not in the result: other patterns with the same sums give the same bytes', () => {
    const first = [
      [0, 2],
      [1, 0],
      [2, 1],
    ];
    const others = [
      [0, 0],
      [1, 1],
      [2, 2],
    ];
    expect(resultOf(others)).toBe(resultOf(first));
    // the detector works: another sum is another result
    expect(
      resultOf([
        [0, 2],
        [0, 0],
        [2, 1],
      ]),
    ).not.toBe(resultOf(first));
  });
});

describe('the search for a count', () => {
  test('finds every count up to the maximum, and nothing else', () => {
    for (const maximum of [0, 1, 2, 3, 8, 99]) {
      const find = countFinder(BELENIOS_2048, maximum);
      for (let count = 0; count <= maximum; count += 1) {
        expect(find(BELENIOS_2048.power(g, BigInt(count)))).toBe(count);
      }
      expect(find(BELENIOS_2048.power(g, BigInt(maximum + 1)))).toBeUndefined();
      expect(find(BELENIOS_2048.generatorInverse)).toBeUndefined();
    }
  });

  test('a million votes take a thousand steps', () => {
    const find = countFinder(BELENIOS_2048, 1_000_000);
    expect(find(BELENIOS_2048.power(g, 987_654n))).toBe(987_654);
  });
});

describe('a polling place counted', () => {
  const { election, credentials, trustees, trusteeSecret, holders } = buildPlace({
    name: 'TPS 01 Melati',
    bilik: MARK,
    voters: 7,
  });
  const votes = [0, 0, 1, 0, 3, 1, 0];
  const ballots = votes.map((vote, index) => {
    const choices = chooseAnswers(election, [vote]);
    const { text } = encryptBallot({ election, credential: at(holders, index), choices, random });
    return succeeded(checkBallot({ election, credentials, text }));
  });
  const sum = sumBallots(election, ballots);
  const { ciphertexts: tally, totalWeight } = sum;
  const text = decryptTally({ election, tally, privateKey: trusteeSecret, random });
  const open = (changes: { totalWeight?: number; tally?: typeof tally }) =>
    combineShares({ election, trustees, tally, totalWeight, shares: [{ owner: 1, text }], ...changes });

  test('4 · 2 · 0 and 1 blank', () => {
    expect(succeeded(open({})).counts).toEqual([[4, 2, 0, 1]]);
    expect(sum).toMatchObject({ ballotCount: 7, totalWeight: 7 });
  });

  test('a count above the claimed total is named', () => {
    expect(open({ totalWeight: 3 })).toEqual({
      ok: false,
      error: { type: 'count-out-of-range', question: 0, choice: 0 },
    });
  });

  test('nobody came: the empty sum opens to zeros', () => {
    const empty = emptySum(election);
    const share = decryptTally({ election, tally: empty.ciphertexts, privateKey: trusteeSecret, random });
    const shares = [{ owner: 1, text: share }];
    const opening = combineShares({ election, trustees, tally: empty.ciphertexts, totalWeight: 0, shares });
    expect(succeeded(opening).counts).toEqual([[0, 0, 0, 0]]);
  });

  test('an element outside the group is never decrypted', () => {
    const [row = []] = tally;
    const poisoned = [row.with(2, { alpha: p - g, beta: g })];
    expect(() => decryptTally({ election, tally: poisoned, privateKey: trusteeSecret, random })).toThrow(
      RangeError,
    );
  });

  test('texts are read back', () => {
    const tallyText = writeEncryptedTally(sum);
    expect(succeeded(parseEncryptedTally(election, tallyText))).toEqual(tally);
    const sized = succeeded(parseSizedTally(writeSizedTally(sum, tallyText)));
    expect(sized).toMatchObject({ ballotCount: 7, totalWeight: 7 });
    expect(succeeded(parseResult(election, writeResult([[4, 2, 0, 1]])))).toEqual([[4, 2, 0, 1]]);
    expect(succeeded(parseOwnedShare(writeOwnedShare({ owner: 1, text }))).owner).toBe(1);
  });

  const one = String(g);
  const cell = `{"alpha":"${one}","beta":"${one}"}`;
  const stranger = `{"alpha":"${one}","beta":"${p - g}"}`;
  test.each([
    ['a tally with a question too many', `[[${cell},${cell},${cell},${cell}],[]]`, 'malformed'],
    ['a tally with a choice missing', `[[${cell},${cell},${cell}]]`, 'malformed'],
    ['a tally with a stranger', `[[${cell},${cell},${stranger},${cell}]]`, 'not-a-member'],
    ['a tally with a zero', `[[${cell},${cell},${cell},{"alpha":"0","beta":"1"}]]`, 'malformed'],
    ['a tally with another order', `[[${cell},${cell},${cell},{"beta":"1","alpha":"1"}]]`, 'malformed'],
    ['white space', `[ [${cell},${cell},${cell},${cell}]]`, 'not-canonical'],
    ['too long', `[${'0,'.repeat(20_000)}0]`, 'too-long'],
  ])('%s is refused', (_, tallyText, type) => {
    const read = parseEncryptedTally(election, tallyText);
    expect(read.ok ? undefined : read.error.type).toBe(type);
  });

  test.each([
    '{"num_tallied":"7","total_weight":7,"encrypted_tally":"x"}',
    '{"num_tallied":-1,"total_weight":7,"encrypted_tally":"x"}',
    '{"num_tallied":7,"total_weight":1073741824,"encrypted_tally":"x"}',
    `{"num_tallied":7,"total_weight":7,"encrypted_tally":"${'A'.repeat(64)}"}`,
    '{"num_tallied":7,"total_weight":7}',
    '[]',
  ])('the size %s is refused', (sizedText) => {
    const read = parseSizedTally(sizedText);
    expect(read.ok ? undefined : read.error.type).toBe('malformed');
  });

  test.each([
    '{"result":[[4,2,0]]}',
    '{"result":[[4,2,0,"1"]]}',
    '{"result":[[4,2,0,0.5]]}',
    '{"result":[[4,2,0,-1]]}',
    '{"result":[[4,2,0,1],[]]}',
    '{"result":[[4,2,0,1]],"x":1}',
    '[[4,2,0,1]]',
  ])('the result %s is refused', (resultText) => {
    const read = parseResult(election, resultText);
    expect(read.ok ? undefined : read.error.type).toBe('malformed');
  });

  test.each(['{"owner":0,"payload":"x"}', '{"owner":1,"payload":"x"}', '{"payload":"x","owner":1}', '1'])(
    'the owner object %s is refused',
    (owned) => {
      const read = parseOwnedShare(owned);
      expect(read.ok ? undefined : read.error.type).toBe('malformed');
    },
  );
});
