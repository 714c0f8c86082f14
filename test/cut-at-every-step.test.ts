import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { openOneVoterDay } from './support/one-voter.ts';
import { pairAtRest, type Session } from './support/paired-devices.ts';
import { checkIn, openPlace, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';

/** The station counts its own writes after opening; the first ones are its start. */
let prepared: PreparedHome;
let root: string;
let sessions: ReadonlyMap<string, Session>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'bilik-cuts-'));
  prepared = await prepareHome({ root, voters: 10, cards: 12 });
  sessions = await pairAtRest(prepared);
  const place = openPlace(prepared);
  openPolls(place);
  checkIn(place, 3);
  place.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

let ports: Promise<number> = freeFirstPort();
/** Ports of its own for each day: two days that look for free ones in the same moment would find the same. */
function nextPorts(): Promise<number> {
  ports = ports.then((last) => freeFirstPort(last + 100));
  return ports;
}

/** One day of one voter, cut at one step; afterwards every sum must hold on paper and in the store. */
async function dayCutAt(
  conduct: 'confirms' | 'rejects',
  killAt: { station?: number; booth?: number },
): Promise<{
  steps: { station: readonly string[]; booth: readonly string[] };
  questions: readonly string[];
  died: boolean;
}> {
  const day = await openOneVoterDay(prepared, await nextPorts(), killAt, sessions.get('board-1'));
  const first = { station: day.station(), booth: day.booth() };
  try {
    const { cards, questions } = await day.voteUntilCast(conduct);
    const paper = day.paper();
    const board = await day.boardState();
    const where = `${conduct}, cut at ${JSON.stringify(killAt)}: ${JSON.stringify({ cards, questions, paper, board: board.poll, cards2: board.cards })}`;
    // one check-in, one release, one cast, one slip marked SAH; nothing hangs, nothing is unmarked, nothing is open
    expect(board.poll, where).toMatchObject({ released: 1, casts: 1, openCases: 0 });
    expect(board.openCases, where).toEqual([]);
    expect(paper.sah, where).toBe(1);
    expect(paper.hangs, where).toBe(false);
    expect(paper.unmarked, where).toBe(0);
    expect(board.cards.used, where).toBe(1);
    expect(board.cards.voided, where).toBe(cards - 1);
    expect(paper.batal, where).toBeLessThanOrEqual(cards - 1);
    return {
      steps: { station: first.station.steps, booth: first.booth.steps },
      questions,
      died: !first.station.isAlive() || !first.booth.isAlive(),
    };
  } finally {
    await day.stop();
  }
}

// side by side: each day has devices, folders and ports of its own, and waits for processes to start most of the time
describe.concurrent.each(['confirms', 'rejects'] as const)(
  'a voter who %s, with kill -9 at every step',
  (conduct) => {
    test('the station, at every storage write', async () => {
      const whole = await dayCutAt(conduct, {});
      expect(whole.died).toBe(false);
      const { station: steps } = whole.steps;
      const from = steps.findIndex((step) => step.startsWith('seal ')) + 1;
      expect(from).toBeGreaterThan(0);
      const asked: string[] = [];
      for (let step = from; step <= steps.length; step += 1) {
        const cut = await dayCutAt(conduct, { station: step });
        expect(cut.died, `the station did not die at step ${step}`).toBe(true);
        asked.push(`${steps[step - 1]}: ${cut.questions.join(', ') || 'no question'}`);
      }
      console.log(`station, ${conduct}: ${steps.length - from + 1} cuts\n  ${asked.join('\n  ')}`);
    });

    test('the booth, at every step and print', async () => {
      const whole = await dayCutAt(conduct, {});
      const { booth: steps } = whole.steps;
      expect(steps.length).toBeGreaterThan(8);
      const asked: string[] = [];
      // the first step is the question at start, before any voter
      for (let step = 2; step <= steps.length; step += 1) {
        const cut = await dayCutAt(conduct, { booth: step });
        expect(cut.died, `the booth did not die at step ${step}`).toBe(true);
        asked.push(`${steps[step - 1]}: ${cut.questions.join(', ') || 'no question'}`);
      }
      console.log(`booth, ${conduct}: ${steps.length - 1} cuts\n  ${asked.join('\n  ')}`);
    });
  },
);
