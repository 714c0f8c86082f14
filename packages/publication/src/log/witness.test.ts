import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signCheckpoint, type TreeHead } from './checkpoint.ts';
import { consistencyProof, hashLeaf, treeHash } from './merkle-tree.ts';
import { noteSigner } from './note-key.ts';
import { type AddCheckpoint, judgeCheckpoint, readAddCheckpoint, writeAddCheckpoint } from './witness.ts';

const log = noteSigner('pilkades.example/log', 'note', new Uint8Array(32).fill(7));
const stranger = noteSigner('pilkades.example/log', 'note', new Uint8Array(32).fill(9));
const leavesOf = (count: number, mark = 0) =>
  Array.from({ length: count }, (_, index) => hashLeaf(Uint8Array.of(index, index < 3 ? mark : 0)));

function headOf(count: number, mark = 0): TreeHead {
  return { origin: log.name, size: count, root: treeHash(leavesOf(count, mark)) };
}
function request(oldSize: number, size: number, mark = 0, signer = log): AddCheckpoint {
  const leaves = leavesOf(size, mark);
  return {
    oldSize,
    proof: oldSize <= size ? consistencyProof(leaves, oldSize) : [],
    checkpoint: signCheckpoint({ size, root: treeHash(leaves) }, signer),
  };
}
const judge = (asked: AddCheckpoint, latest?: TreeHead) => judgeCheckpoint(asked, [log], () => latest);
const refused = (asked: AddCheckpoint, latest?: TreeHead) => {
  const judged = judge(asked, latest);
  return judged.ok ? 'cosigned' : judged.error;
};

describe('a witness after C2SP tlog-witness', () => {
  test('the first checkpoint, a larger one, the same again', () => {
    expect(judge(request(0, 4)).ok).toBe(true);
    expect(judge(request(4, 9), headOf(4)).ok).toBe(true);
    expect(judge(request(9, 9), headOf(9)).ok).toBe(true);
  });

  test('a rollback, a split view, a changed past: each by its name', () => {
    expect(refused(request(4, 4), headOf(9))).toEqual({
      type: 'rolled-back',
      status: 409,
      latestSize: 9,
      size: 4,
    });
    expect(refused(request(9, 9, 1), headOf(9))).toEqual({ type: 'split-view', status: 409, latestSize: 9 });
    expect(refused(request(9, 12, 1), headOf(9))).toEqual({
      type: 'not-consistent',
      status: 422,
      latestSize: 9,
      size: 12,
    });
  });

  test('what the specification refuses', () => {
    expect(refused(request(5, 9), headOf(4))).toEqual({
      type: 'old-size-differs',
      status: 409,
      latestSize: 4,
    });
    expect(refused(request(9, 4))).toEqual({ type: 'old-size-above-size', status: 400 });
    expect(refused(request(0, 4, 0, stranger))).toEqual({ type: 'checkpoint-not-signed', status: 403 });
    const other = noteSigner('lain.example/log', 'note', new Uint8Array(32).fill(9));
    expect(refused(request(0, 4, 0, other))).toEqual({
      type: 'log-unknown',
      status: 404,
      origin: 'lain.example/log',
    });
    expect(refused({ ...request(0, 4), proof: [treeHash([])] })).toMatchObject({ type: 'not-consistent' });
    expect(refused({ ...request(0, 4), checkpoint: 'x' })).toEqual({
      type: 'request-malformed',
      status: 400,
    });
  });

  test('the example body of the specification is read and written back', () => {
    const body = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
    const read = readAddCheckpoint(body);
    expect(read?.oldSize).toBe(20_852_014);
    expect(read?.proof).toHaveLength(4);
    expect(read && writeAddCheckpoint(read)).toBe(body);
    for (const wrong of ['old 01\n\nx', 'old\n\nx', 'old 1\nxx\n\nx', 'new 1\n\nx', 'old 1']) {
      expect(readAddCheckpoint(wrong)).toBeUndefined();
    }
  });
});

test('whatever two histories a log shows, one witness cosigns at most one of them', () => {
  let forked = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ size: fc.integer({ min: 1, max: 12 }), mark: fc.integer({ min: 0, max: 1 }) }), {
        maxLength: 10,
      }),
      (shown) => {
        let latest: TreeHead | undefined;
        const marks = new Set<number>();
        for (const { size, mark } of shown) {
          const oldSize = latest?.size ?? 0;
          const judged = judge(request(oldSize, size, mark), latest);
          if (judged.ok) {
            latest = judged.value;
            marks.add(mark);
          } else if (!marks.has(mark) && marks.size > 0) forked += 1;
          else expect(judged.error.type).not.toBe('split-view');
        }
        expect(marks.size).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 150, seed: 4 },
  );
  expect(forked).toBeGreaterThan(50);
});
