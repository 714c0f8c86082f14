import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { holdCeremony } from '../../test/ceremony.ts';
import { at, HEAD_QUESTION, MARK, succeeded, testRandom } from '../../test/place.ts';
import {
  BELENIOS_2048,
  type CheckedBallot,
  checkShare,
  combineShares,
  decryptTally,
  type Election,
  electionPublicKey,
  generateTrustee,
  type OwnedShare,
  parseElection,
  parseTrustees,
  randomScalar,
  type ShareFault,
  sumBallots,
  type TrusteeItemSource,
  type Trustees,
  writeElection,
  writeTrustees,
} from '../index.ts';

const group = BELENIOS_2048;
const { p, q } = group;
const random = testRandom('opening');

interface Counted {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: ReturnType<typeof sumBallots>['ciphertexts'];
  readonly totalWeight: number;
  readonly shares: readonly OwnedShare[];
}

/** An election with these trustees whose sum encrypts some counts, and every trustee's share of it. */
function count(
  items: readonly TrusteeItemSource[],
  privateKeys: readonly bigint[],
  counts: readonly number[],
): Counted {
  const trustees = succeeded(parseTrustees(group, writeTrustees(group, items)));
  const publicKey = electionPublicKey(group, trustees);
  const question = { ...HEAD_QUESTION, answers: counts.map((_, index) => `answer ${index}`) };
  const text = writeElection({
    uuid: 'TPSMawar11Desa',
    name: 'opening',
    description: '',
    group: group.name,
    publicKey,
    questions: [question],
    bilik: MARK,
  });
  const election = succeeded(parseElection(text));
  const answers: CheckedBallot['answers'] = [
    counts.map((votes) => {
      const r = randomScalar(group, random);
      const beta = group.multiply(election.encryptionKey.power(r), group.power(group.g, BigInt(votes)));
      return { alpha: group.generator.power(r), beta };
    }),
  ];
  const { ciphertexts: tally } = sumBallots(election, [{ answers, weight: 1 }]);
  const shares = privateKeys.map((privateKey, index) => ({
    owner: index + 1,
    text: decryptTally({ election, tally, privateKey, random }),
  }));
  const totalWeight = counts.reduce((total, votes) => total + votes, 0);
  return { election, trustees, tally, totalWeight, shares };
}

/** A share's JSON as a cheat may change it. */
interface LooseShare {
  readonly decryption_factors: string[][];
}

/** A share with its JSON changed. */
function spoilt(share: OwnedShare, change: (object: LooseShare) => void): OwnedShare {
  const object = JSON.parse(share.text);
  change(object);
  return { ...share, text: JSON.stringify(object) };
}

describe('three of five trustees (attack I4: bad shares cannot block or change the result)', () => {
  const COUNTS = [40, 2, 0];
  let counted: Counted;
  let privateKeys: readonly bigint[];
  beforeAll(() => {
    const ceremony = holdCeremony('three of five', 5, 3);
    privateKeys = ceremony.privateKeys;
    const { parameters } = ceremony.outcome;
    counted = count([{ kind: 'threshold', parameters }], privateKeys, COUNTS);
  });

  const KINDS = {
    'a factor changed': (share: OwnedShare) =>
      spoilt(share, (object) => {
        const row = at(object.decryption_factors, 0);
        row[0] = String(group.multiply(BigInt(at(row, 0)), group.g));
      }),
    'a factor of another ciphertext': (share: OwnedShare) =>
      spoilt(share, (object) => {
        const row = at(object.decryption_factors, 0);
        row[0] = at(row, 1);
      }),
    'a factor outside the group': (share: OwnedShare) =>
      spoilt(share, (object) => {
        const row = at(object.decryption_factors, 0);
        row[1] = String(p - BigInt(at(row, 1)));
      }),
    'a row missing': (share: OwnedShare) =>
      spoilt(share, (object) => {
        object.decryption_factors.pop();
      }),
    'an extra field': (share: OwnedShare) => spoilt(share, (object) => Object.assign(object, { note: [] })),
    'white space': (share: OwnedShare) => ({ ...share, text: `${share.text}\n` }),
    'no JSON': (share: OwnedShare) => ({ ...share, text: '' }),
    'another owner’s': (share: OwnedShare) => ({ ...share, owner: (share.owner % 5) + 1 }),
    'an owner that does not exist': (share: OwnedShare) => ({ ...share, owner: 6 }),
    'a made-up secret': (share: OwnedShare) => {
      const { election, tally } = counted;
      return { ...share, text: decryptTally({ election, tally, privateKey: 12345n, random }) };
    },
  } as const;
  const FAULTS: Record<keyof typeof KINDS, ShareFault['type']> = {
    'a factor changed': 'proof-invalid',
    'a factor of another ciphertext': 'proof-invalid',
    'a factor outside the group': 'not-a-member',
    'a row missing': 'malformed',
    'an extra field': 'malformed',
    'white space': 'not-canonical',
    'no JSON': 'not-canonical',
    'another owner’s': 'proof-invalid',
    'an owner that does not exist': 'unknown-owner',
    'a made-up secret': 'proof-invalid',
  };
  const kindNames = Object.keys(KINDS) as (keyof typeof KINDS)[];

  test.each(kindNames)('a share with %s is refused and its place named', (kind) => {
    const share = KINDS[kind](at(counted.shares, 1));
    const checked = checkShare({ ...counted, share });
    expect(checked.ok ? undefined : checked.error.type).toBe(FAULTS[kind]);
    if (kind === 'a factor outside the group' && !checked.ok) {
      expect(checked.error).toEqual({ type: 'not-a-member', question: 0, choice: 1 });
    }
  });

  test('every factor, negated, is named by its place (attack I2)', () => {
    for (const choice of [0, 1, 2]) {
      const share = spoilt(at(counted.shares, 4), (object) => {
        const row = at(object.decryption_factors, 0);
        row[choice] = String(p - BigInt(at(row, choice)));
      });
      expect(checkShare({ ...counted, share })).toEqual({
        ok: false,
        error: { type: 'not-a-member', question: 0, choice },
      });
    }
  });

  test('any three good ones open it, whatever the others are: missing, bad in any way, or repeated', () => {
    let withBad = 0;
    let tooFew = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('good', 'missing', ...kindNames), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (states, isReversed) => {
          const shares = states.flatMap((state, index) => {
            const share = at(counted.shares, index);
            if (state === 'missing') return [];
            return state === 'good' ? [share] : [KINDS[state](share)];
          });
          const offered = isReversed ? shares.toReversed() : shares;
          const good = states.flatMap((state, index) => (state === 'good' ? [index + 1] : []));
          const opening = combineShares({ ...counted, shares: offered });
          const badCount = shares.length - good.length;
          if (badCount > 0) withBad += 1;
          if (good.length >= 3) {
            const { counts, shares: used, refused, missing } = succeeded(opening);
            expect(counts).toEqual([COUNTS]);
            expect(used.map(({ owner }) => owner)).toEqual(good);
            expect(refused).toHaveLength(badCount);
            expect(missing).toEqual([1, 2, 3, 4, 5].filter((owner) => !good.includes(owner)));
          } else {
            tooFew += 1;
            expect(opening.ok ? undefined : opening.error).toMatchObject({ type: 'too-few-shares' });
            if (!opening.ok && 'refused' in opening.error)
              expect(opening.error.refused).toHaveLength(badCount);
          }
        },
      ),
      { numRuns: 14, seed: 35, examples: [[['good', 'good', 'good', 'no JSON', 'a made-up secret'], false]] },
    );
    expect(withBad).toBeGreaterThan(5);
    expect(tooFew).toBeGreaterThan(2);
  });

  test('the same trustee twice counts once', () => {
    const [first, second] = counted.shares;
    if (first === undefined || second === undefined) throw new RangeError('five shares');
    const opening = combineShares({ ...counted, shares: [first, second, first] });
    expect(opening).toEqual({
      ok: false,
      error: {
        type: 'too-few-shares',
        refused: [{ owner: 1, fault: { type: 'repeated' } }],
        missing: [3, 4, 5],
      },
    });
  });

  test('two trustees alone learn nothing that opens it: their Lagrange sum is no count', () => {
    const { tally } = counted;
    const { alpha, beta } = at(at(tally, 0), 0);
    const [x1 = 0n, x2 = 0n] = privateKeys;
    // As if the threshold were 2: λ1 = 2, λ2 = −1.
    const guess = (2n * x1 - x2 + q) % q;
    const opened = group.multiply(beta, group.invert(group.power(alpha, guess)));
    expect(opened).not.toBe(group.power(group.g, 40n));
  });
});

describe('single trustees beside threshold ones', () => {
  const single = generateTrustee(group, random, 'Pengawas');
  let counted: Counted;
  beforeAll(() => {
    const { outcome, privateKeys } = holdCeremony('two of three', 3, 2);
    counted = count(
      [
        { kind: 'threshold', parameters: outcome.parameters },
        { kind: 'single', key: single.key },
      ],
      [...privateKeys, single.privateKey],
      [1, 0],
    );
  });

  test('owners are numbered over all items in order', () => {
    expect(counted.trustees.owners.map(({ owner, item, name }) => [owner, item, name])).toEqual([
      [1, 0, 'Trustee 1'],
      [2, 0, 'Trustee 2'],
      [3, 0, 'Trustee 3'],
      [4, 1, 'Pengawas'],
    ]);
  });

  test.each([
    [[1, 2, 4], true],
    [[2, 3, 4], true],
    [[1, 2, 3, 4], true],
    [[1, 2, 3], false],
    [[1, 4], false],
    [[], false],
  ])('owners %j: opens is %j', (owners, opens) => {
    const shares = counted.shares.filter(({ owner }) => owners.includes(owner));
    const opening = combineShares({ ...counted, shares });
    expect(opening.ok).toBe(opens);
    if (opening.ok) expect(opening.value.counts).toEqual([[1, 0]]);
  });
});
