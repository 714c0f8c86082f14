import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePair, MEDIA_CUTS, type MediumFacts, type PairVerdict } from './media-cuts.ts';

const facts = (marks: readonly string[], writes: number, content: string): MediumFacts => ({
  marks,
  writes,
  content,
});

test.each<[string, MediumFacts, MediumFacts, PairVerdict]>([
  ['nothing happened', facts(['a'], 9, 'x'), facts(['a'], 9, 'x'), 'together'],
  ['the power went between the two commits', facts(['a'], 9, 'x'), facts(['a'], 10, 'y'), 'bring-up-first'],
  ['the folder is an older copy', facts(['a'], 9, 'x'), facts(['a'], 11, 'y'), 'first-older'],
  ['the stick lied about its sync', facts(['a'], 10, 'y'), facts(['a'], 9, 'x'), 'second-older'],
  ['a stick from before the new one', facts(['a', 'b'], 9, 'x'), facts(['a'], 9, 'x'), 'second-older'],
  ['a spare took over', facts(['a'], 9, 'x'), facts(['a', 'c'], 12, 'y'), 'taken-over'],
  [
    'a spare took over while this one went on',
    facts(['a', 'b'], 9, 'x'),
    facts(['a', 'c'], 9, 'y'),
    'two-stations',
  ],
  ['somebody wrote on a stick', facts(['a'], 9, 'x'), facts(['a'], 9, 'y'), 'media-disagree'],
])('%s', (_, first, second, verdict) => {
  expect(judgePair(first, second)).toBe(verdict);
});

describe('over any pair of media', () => {
  const marks = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 3 });
  const medium = fc.record({
    marks,
    writes: fc.integer({ min: 0, max: 4 }),
    content: fc.constantFrom('x', 'y'),
  });

  test('what opens for voting misses at most one write of one epoch, and the second medium misses none', () => {
    const reached = new Set<PairVerdict>();
    fc.assert(
      fc.property(medium, medium, (first, second) => {
        const verdict = judgePair(first, second);
        reached.add(verdict);
        if (MEDIA_CUTS.find((cut) => cut.verdict === verdict)?.opens !== 'voting') return;
        expect(second.marks).toEqual(first.marks);
        expect([0, 1]).toContain(second.writes - first.writes);
      }),
      { numRuns: 5_000, seed: 12 },
    );
    expect(reached).toEqual(new Set(MEDIA_CUTS.map(({ verdict }) => verdict)));
  });

  test('an epoch is never lost: a first medium that misses one does not start', () => {
    let seen = 0;
    fc.assert(
      fc.property(medium, medium, (first, second) => {
        if (second.marks.every((mark, epoch) => first.marks[epoch] === mark)) return;
        seen += 1;
        expect(['taken-over', 'two-stations']).toContain(judgePair(first, second));
      }),
      { numRuns: 2_000, seed: 13 },
    );
    expect(seen).toBeGreaterThan(200);
  });
});
