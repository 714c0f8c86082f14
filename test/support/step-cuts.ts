import { chanceOf, oneOf } from './chance.ts';
import type { Findings } from './findings.ts';
import { type OneVoterDay, openOneVoterDay } from './one-voter.ts';
import type { Session } from './paired-devices.ts';
import type { PaperSeen } from './paper-seen.ts';
import type { PreparedHome } from './prepared-home.ts';

export type Conduct = 'confirms' | 'rejects';
type Cuttable = 'station' | 'booth';

/** Where a process is killed: the so manieth step of its day, from 1, and how it is called. */
export interface Cut {
  readonly device: Cuttable;
  readonly step: number;
  readonly name: string;
}

/** A day of one voter as it ended, whatever was cut. */
export interface VoterDayEnd {
  /** How many cards the voter took until one was cast. */
  readonly cards: number;
  readonly board: Awaited<ReturnType<OneVoterDay['boardState']>>;
  readonly paper: PaperSeen;
}

/** One check-in, one release, one cast, one slip marked SAH; nothing hangs, nothing is unmarked, nothing is open. */
export function judgeVoterDay({ cards, board, paper }: VoterDayEnd): Findings {
  const { poll } = board;
  const facts = JSON.stringify({ cards, poll, cards2: board.cards, open: board.openCases, paper });
  const found = { lost: [] as string[], doubled: [] as string[], unexplained: [] as string[] };
  const expectOne = (what: string, count: number): void => {
    if (count < 1) found.lost.push(`${what}: ${facts}`);
    if (count > 1) found.doubled.push(`${what}: ${facts}`);
  };
  expectOne('release', poll.released);
  expectOne('cast', poll.casts);
  expectOne('slip marked SAH', paper.sah);
  expectOne('used card', board.cards.used);
  const isExplained =
    poll.openCases === 0 &&
    board.openCases.length === 0 &&
    !paper.hangs &&
    paper.unmarked === 0 &&
    board.cards.voided === cards - 1 &&
    paper.batal <= cards - 1;
  if (!isExplained) found.unexplained.push(facts);
  return found;
}

export interface StepCuts {
  /** All cuts that a day of this voter has: the station at every storage write of a vote, the booth at every step and print. */
  readonly cutsOf: (conduct: Conduct) => Promise<readonly Cut[]>;
  /** Lives the day once for each cut, and kills with SIGKILL there. @returns also what people were asked after each */
  readonly live: (
    conduct: Conduct,
    cuts: readonly Cut[],
  ) => Promise<Findings & { readonly asked: readonly string[] }>;
}

/**
 * Days of one voter in real processes, cut at one step each.
 * @param prepared with polls open, a voter checked in and its devices paired
 * @param nextPort a first port of its own for each day
 */
export function openStepCuts(input: {
  readonly prepared: PreparedHome;
  readonly board: Session | undefined;
  readonly nextPort: () => Promise<number>;
}): StepCuts {
  const liveOne = async (conduct: Conduct, cut?: Cut) => {
    const killAt = cut === undefined ? {} : { [cut.device]: cut.step };
    const day = await openOneVoterDay(input.prepared, await input.nextPort(), killAt, input.board);
    const first = { station: day.station(), booth: day.booth() };
    try {
      const { cards, questions } = await day.voteUntilCast(conduct);
      const end = { cards, board: await day.boardState(), paper: day.paper() };
      return { first, questions, found: judgeVoterDay(end) };
    } finally {
      await day.stop();
    }
  };
  return {
    async cutsOf(conduct) {
      const { first, found } = await liveOne(conduct);
      const wrong = [...found.lost, ...found.doubled, ...found.unexplained];
      if (wrong.length > 0) throw new Error(`A day without a cut does not add up: ${wrong.join('; ')}`);
      const stationFrom = first.station.steps.findIndex((step) => step.startsWith('seal '));
      const from = (device: Cuttable, index: number): readonly Cut[] =>
        first[device].steps.flatMap((name, at) => (at < index ? [] : [{ device, step: at + 1, name }]));
      // the booth's first step is the question at start, before any voter
      return [...from('station', stationFrom), ...from('booth', 1)];
    },
    async live(conduct, cuts) {
      const all = { lost: [] as string[], doubled: [] as string[], unexplained: [] as string[] };
      const asked: string[] = [];
      for (const cut of cuts) {
        const where = `${conduct}, ${cut.device} killed at step ${cut.step} (${cut.name})`;
        const { first, questions, found } = await liveOne(conduct, cut);
        for (const kind of ['lost', 'doubled', 'unexplained'] as const) {
          all[kind].push(...found[kind].map((facts) => `${where}: ${facts}`));
        }
        if (first[cut.device].isAlive()) all.unexplained.push(`${where}: it did not die`);
        asked.push(`${cut.device}, ${cut.name}: ${questions.join(', ') || 'no question'}`);
      }
      return { ...all, asked };
    },
  };
}

const wordsOf = ({ name }: Cut): readonly [write: string, moment: string] => {
  const [write = '', moment = ''] = name.split(' ');
  return [write, moment];
};

/**
 * A sample for every test run: of the station each kind of write once, each at another moment than the one before; of the booth's steps one
 * in three. All of them are for the soak.
 */
export function sampleOfCuts(cuts: readonly Cut[], seed: string): readonly Cut[] {
  const chance = chanceOf(`${seed}/sample`);
  const ofDevice = (device: Cuttable) => cuts.filter((cut) => cut.device === device);
  const moments = [...new Set(ofDevice('station').map((cut) => wordsOf(cut)[1]))];
  const firstMoment = Math.floor(chance() * moments.length);
  const kinds = [...Map.groupBy(ofDevice('station'), (cut) => wordsOf(cut)[0]).values()];
  const station = kinds.map((ofKind, index) => {
    const moment = moments[(firstMoment + index) % moments.length];
    return oneOf(
      ofKind.filter((cut) => wordsOf(cut)[1] === moment),
      chance,
    );
  });
  const names = [...Map.groupBy(ofDevice('booth'), ({ name }) => name).values()];
  const firstName = Math.floor(chance() * 3);
  const booth = names.filter((_, index) => index % 3 === firstName).map((ofName) => oneOf(ofName, chance));
  return [...station, ...booth];
}
