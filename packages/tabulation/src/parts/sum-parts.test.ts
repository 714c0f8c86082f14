import { tps01 } from '@bilik/election/fixtures';
import { describe, expect, test } from 'vitest';
import { votesOfFigures } from '../sheet/sheet-values.ts';
import { explainPartsProblem, type PartsProblem, type PlacePart, sumParts } from './sum-parts.ts';

const morning = votesOfFigures(tps01.figures);
const [contest] = morning.contests;
if (contest === undefined) throw new Error('TPS 01 has a contest');
const machine: PlacePart = { way: 'machine', votes: morning, evidence: ['aa'.repeat(32)] };
/** After the switch nobody came whom the machine had counted: two more voters, two votes for the first candidate. */
const paper: PlacePart = {
  way: 'paper',
  votes: {
    ...morning,
    registered: morning.registered,
    users: 0,
    contests: [
      {
        ...contest,
        options: contest.options.map(({ key }, index) => ({ key, votes: index === 0 ? 2 : 0 })),
        valid: 2,
        invalid: 0,
        total: 2,
      },
    ],
  },
  evidence: ['bb'.repeat(32)],
};
const problemsOf = (parts: readonly PlacePart[], mayExceed = false) => {
  const summed = sumParts(parts, mayExceed);
  return summed.ok ? [] : summed.error.map(({ type }) => type);
};

describe('a place that went from machine to paper', () => {
  test('has one sum of its two parts, whatever their order', () => {
    const summed = sumParts([paper, machine], false);
    if (!summed.ok) throw new Error('the parts fit');
    expect(summed).toEqual(sumParts([machine, paper], false));
    const [sum] = summed.value.contests;
    expect(sum?.total).toBe(contest.total + 2);
    expect(sum?.options[0]?.votes).toBe((contest.options[0]?.votes ?? 0) + 2);
    expect(summed.value.registered).toBe(morning.registered);
  });

  test('is not summed while a part or its evidence is missing, doubled or another’s', () => {
    expect(problemsOf([machine])).toEqual(['part-missing']);
    expect(problemsOf([])).toEqual(['part-missing', 'part-missing']);
    expect(problemsOf([machine, machine, paper])).toEqual(['part-given-twice']);
    expect(problemsOf([machine, { ...paper, evidence: [] }])).toEqual(['part-without-evidence']);
    expect(problemsOf([machine, { ...paper, evidence: machine.evidence }])).toEqual(['parts-share-evidence']);
    const elsewhere = { ...paper.votes, place: morning.place.replace('001', '002') as typeof morning.place };
    expect(problemsOf([machine, { ...paper, votes: elsewhere }])).toEqual(['parts-of-other-places']);
    const otherContest = { ...paper.votes, contests: [{ ...contest, contest: 'bupati' }] };
    expect(problemsOf([machine, { ...paper, votes: otherContest }])).toEqual(['parts-with-other-contests']);
    const list = { ...paper.votes, registered: 9999 };
    expect(problemsOf([machine, { ...paper, votes: list }])).toEqual(['registered-differ']);
  });

  test('is held when more people used their right than are on the list: somebody may be in both parts', () => {
    const crowd = { ...paper, votes: { ...paper.votes, users: morning.registered + 1 } };
    expect(problemsOf([machine, crowd])).toEqual(['more-users-than-registered']);
    expect(problemsOf([machine, crowd], true)).toEqual([]);
  });

  test('every problem has a sentence of its own', () => {
    const problems: readonly PartsProblem[] = [
      { type: 'part-missing', way: 'paper' },
      { type: 'part-given-twice', way: 'machine' },
      { type: 'part-without-evidence', way: 'paper' },
      { type: 'parts-share-evidence' },
      { type: 'parts-of-other-places' },
      { type: 'parts-with-other-contests' },
      { type: 'registered-differ', machine: 300, paper: 299 },
      { type: 'more-users-than-registered', users: 301, registered: 300 },
    ];
    expect(new Set(problems.map((problem) => explainPartsProblem(problem).en)).size).toBe(problems.length);
  });
});
