import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OneVoterDay } from './support/one-voter.ts';
import { freePorts, prepareVoterDay } from './support/prepared-voter-day.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { type Cut, judgeVoterDay, openStepCuts, type StepCuts, sampleOfCuts } from './support/step-cuts.ts';

/** A sample; the soak takes every cut (`npm run soak`). */
const SEED = '1';

let days: StepCuts;

beforeAll(async () => {
  const { prepared, sessions } = await prepareVoterDay(newFolder());
  days = openStepCuts({ prepared, board: sessions.get('board-1'), nextPort: freePorts() });
});

afterAll(removeFolders);

// side by side: each day has devices, folders and ports of its own, and waits for processes to start most of the time
describe.concurrent.each(['confirms', 'rejects'] as const)('a voter who %s', (conduct) => {
  test('votes once and has one slip marked SAH, wherever kill -9 meets station or booth', async () => {
    const all = await days.cutsOf(conduct);
    const sample = sampleOfCuts(all, `${SEED}/${conduct}`);
    const halves = [0, 1].map((half) => sample.filter((_, index) => index % 2 === half));
    const lived = await Promise.all(halves.map((cuts) => days.live(conduct, cuts)));
    for (const { asked, ...found } of lived) {
      expect(found).toEqual({ lost: [], doubled: [], unexplained: [] });
      console.log(`${conduct}: ${asked.length} of ${all.length} cuts\n  ${asked.join('\n  ')}`);
    }
    const writes = new Set(kindsOfWrites(all));
    expect(writes).toContain('seal');
    expect(new Set(kindsOfWrites(sample))).toEqual(writes);
    expect(sample.filter(({ device }) => device === 'booth').length).toBeGreaterThan(3);
  });
});

function kindsOfWrites(cuts: readonly Cut[]): (string | undefined)[] {
  return cuts.flatMap(({ device, name }) => (device === 'station' ? [name.split(' ')[0]] : []));
}

describe('planted: what the judgement must find', () => {
  const right: Parameters<typeof judgeVoterDay>[0] = {
    cards: 2,
    board: {
      poll: { released: 1, casts: 1, openCases: 0 },
      cards: { used: 1, voided: 1 },
      openCases: [],
    },
    paper: { sah: 1, batal: 1, unmarked: 0, hangs: false },
  };
  const counts = (end: typeof right): number[] => {
    const { lost, doubled, unexplained } = judgeVoterDay(end);
    return [lost.length, doubled.length, unexplained.length];
  };
  const board = (poll: Partial<Awaited<ReturnType<OneVoterDay['boardState']>>['poll']>) => ({
    ...right,
    board: { ...right.board, poll: { ...right.board.poll, ...poll } },
  });

  test.each([
    ['nothing', right, [0, 0, 0]],
    ['a cast that is gone', board({ casts: 0 }), [1, 0, 0]],
    ['a cast too many', board({ casts: 2 }), [0, 1, 0]],
    ['a second slip marked SAH', { ...right, paper: { ...right.paper, sah: 2 } }, [0, 1, 0]],
    ['a slip that hangs', { ...right, paper: { ...right.paper, hangs: true } }, [0, 0, 1]],
    ['a slip without a mark', { ...right, paper: { ...right.paper, unmarked: 1 } }, [0, 0, 1]],
    ['an open case', board({ openCases: 1 }), [0, 0, 1]],
    ['a card that was not voided', { ...right, cards: 3 }, [0, 0, 1]],
  ])('%s', (_, end, expected) => expect(counts(end)).toEqual(expected));
});
