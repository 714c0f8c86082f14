import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceContest } from '../fold/result-change.ts';
import { commitmentText, lanesMayMeet, opensCommitment } from './commitment.ts';
import { byWeight, compareLanes, type PlaceLanes } from './compare-lanes.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const result = (...votes: readonly number[]): PlaceContest => {
  const valid = votes.reduce((total, one) => total + one, 0);
  const keys = ['c1', 'c2', 'c3'] as const;
  const options = keys.slice(0, votes.length).map((key, index) => ({ key, votes: votes[index] ?? 0 }));
  return { registered: 300, users: valid, options, valid, invalid: 0, total: valid };
};
const NONCE = '5a'.repeat(32);
const figures = { place: '16.07.05.2003-003', contest: 'kepala-desa', result: result(121, 84, 31) };

describe('the commitment to internal figures', () => {
  test('is one text for one set of figures, whatever the order of its options', () => {
    expect(sha256(commitmentText(figures, NONCE))).toBe(
      '1be1208b1e0567870713e25b3337156b29a3edaf2fac32d2af032a344a698e33',
    );
    const turned = {
      ...figures,
      result: { ...figures.result, options: [...figures.result.options].reverse() },
    };
    expect(commitmentText(turned, NONCE)).toBe(commitmentText(figures, NONCE));
  });

  test('opens by its own figures and random bytes only', () => {
    const commitment = sha256(commitmentText(figures, NONCE));
    expect(opensCommitment(commitment, figures, NONCE, sha256)).toBe(true);
    expect(opensCommitment(commitment, figures, '5b'.repeat(32), sha256)).toBe(false);
    expect(opensCommitment(commitment, figures, 'short', sha256)).toBe(false);
    expect(() => commitmentText(figures, NONCE.toUpperCase())).toThrow('nonce');
    let others = 0;
    fc.assert(
      fc.property(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)), (votes) => {
        const other = { ...figures, result: result(...votes) };
        const isSame = votes.join() === '121,84,31';
        expect(opensCommitment(commitment, other, NONCE, sha256)).toBe(isSame);
        if (!isSame) others += 1;
      }),
      { numRuns: 300, seed: 1607 },
    );
    expect(others).toBeGreaterThan(290);
  });

  test('lets the sides meet when both are in, and never before', () => {
    const sides = [false, true].flatMap((official) =>
      [false, true].map((internalCommitted) => ({ official, internalCommitted })),
    );
    expect(sides.filter(lanesMayMeet)).toEqual([{ official: true, internalCommitted: true }]);
  });
});

describe('lanes compared', () => {
  const place = (number: string, official: PlaceContest, others: Partial<PlaceLanes> = {}): PlaceLanes => ({
    place: `16.07.05.2003-${number}`,
    contest: 'kepala-desa',
    official,
    ...others,
  });

  test('a difference that reaches the margin of the village comes first, however small it is', () => {
    const near = compareLanes([
      place('001', result(100, 98), { internal: result(99, 99) }),
      place('002', result(50, 50)),
    ]);
    expect(near).toMatchObject([{ effect: 2, margin: 2, exceedsMargin: true }]);
    const wide = compareLanes([
      place('001', result(200, 20), { internal: result(170, 20), evidence: result(200, 20) }),
      place('002', result(150, 20), { evidence: result(151, 20) }),
    ]);
    expect(wide.map(({ place: id, effect, exceedsMargin }) => [id.slice(-3), effect, exceedsMargin])).toEqual(
      [
        ['001', 30, false],
        ['002', 0, false],
      ],
    );
    expect([...wide, ...near].sort(byWeight)[0]?.exceedsMargin).toBe(true);
  });

  test('a third option that would overtake is seen, though the second does not', () => {
    const [compared] = compareLanes([place('001', result(100, 95, 80), { internal: result(100, 95, 101) })]);
    expect(compared).toMatchObject({ exceedsMargin: true, effect: 21, margin: 5 });
    expect(compared?.differences).toContainEqual({
      lane: 'internal',
      figure: 'c3',
      official: 80,
      other: 101,
    });
  });

  test('places whose lanes agree, or that have one lane, are left out; a difference outside the votes stays', () => {
    expect(
      compareLanes([place('001', result(3, 2)), place('002', result(3, 2), { internal: result(3, 2) })]),
    ).toEqual([]);
    const users = { ...result(3, 2), users: 7 };
    expect(compareLanes([place('001', result(3, 2), { internal: users })])).toMatchObject([
      { effect: 0, exceedsMargin: false, differences: [{ figure: 'users', official: 5, other: 7 }] },
    ]);
  });

  test('whether a difference could change who is first is what recounting with the other lane says', () => {
    const reached = { changes: 0, keeps: 0 };
    const votes = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(votes, votes, votes, (here, there, otherHere) => {
        const places = [
          place('001', result(...here), { internal: result(...otherHere) }),
          place('002', result(...there)),
        ];
        const [compared] = compareLanes(places);
        if (compared === undefined) return;
        const sum = (one: readonly number[]) => one.map((value, index) => value + (there[index] ?? 0));
        const official = sum(here);
        const most = Math.max(...official);
        if (official.filter((value) => value === most).length > 1) return;
        const other = sum(otherHere);
        const leader = official.indexOf(most);
        const isOvertaken = other.some((value, index) => index !== leader && value >= (other[leader] ?? 0));
        expect(compared.exceedsMargin).toBe(isOvertaken);
        reached[isOvertaken ? 'changes' : 'keeps'] += 1;
      }),
      { numRuns: 1000, seed: 1607 },
    );
    expect(reached.changes).toBeGreaterThan(100);
    expect(reached.keeps).toBeGreaterThan(100);
  });
});
