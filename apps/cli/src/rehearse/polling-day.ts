import { type BallotMaker, openBallotMaker, parseElection } from '@bilik/ballot';
import { z } from 'zod';
import { HALL_BOARD } from '../exercise/exercise-devices.ts';
import type { Exercise } from '../exercise/open-exercise.ts';
import type { Hall } from '../exercise/open-hall.ts';
import { askDevice, stationAs, tellDevice } from './device-calls.ts';
import type { SimulatedVoter } from './simulated-people.ts';

const Anything = z.unknown();
const BoothPlace = z.looseObject({
  election: z.string(),
  contests: z.array(z.looseObject({ id: z.string(), options: z.array(z.looseObject({ key: z.string() })) })),
});
const Card = z.strictObject({ code: z.string() });
const Nonce = z.looseObject({ nonce: z.string() });
const Standing = z.looseObject({ standing: z.string() });
const Prepared = z.looseObject({ fingerprint: z.string() });

/** What a day needs of a hall. */
export type DayHall = Pick<Hall, 'outside' | 'station' | 'booths'>;

/** Who confirms what in a rehearsal: ids of the exercise's definition. */
const CHAIR = 'ketua';
export const TWO_PEOPLE = [CHAIR, 'anggota-1'];
const BOARD = [CHAIR, 'anggota-1', 'anggota-2'];
const WITNESSES = ['saksi-1', 'saksi-2', 'saksi-3'];

/** A rehearsal waits for no hour; the station asks for a reason before it, and keeps it only then. */
const EARLY = 'Gladi: jadwal tidak menunggu jam yang diumumkan.';

const NO_LOGIC_TEST = 'Gladi: uji hitung dilatih tersendiri.';

/** One booth with its line of voters. */
export interface BoothLine {
  readonly url: string;
  readonly maker: BallotMaker;
  busy: boolean;
}

/** How a day went, as its devices and its paper say. */
export interface DayCounts {
  casts: number;
  batal: number;
  proved: number;
  left: number;
  stayedAway: number;
}

/** Chosen options of all cast ballots, as the simulated people remember them. */
export type Memory = number[][];

export async function openBoothLine(url: string): Promise<BoothLine> {
  const place = await askDevice(url, '/api/place', BoothPlace);
  const election = parseElection(place.election);
  if (!election.ok) throw new Error('A booth shows an election that is none');
  const maker = openBallotMaker(election.value, (count) => crypto.getRandomValues(new Uint8Array(count)));
  maker.warm();
  return { url, maker, busy: false };
}

/** How many options each contest has, as the first booth shows them. */
export async function optionsOfContests(exercise: DayHall): Promise<number[]> {
  const [booth] = exercise.booths;
  if (booth === undefined) throw new Error('An exercise without a booth');
  const place = await askDevice(booth.url, '/api/place', BoothPlace);
  return place.contests.map(({ options }) => options.length);
}

const Pins = z.looseObject({ pins: z.array(z.looseObject({ person: z.string(), pin: z.string() })) });

/** What people type who stand behind an act: their PINs from the envelopes on the table. */
export async function confirmedBy(
  exercise: DayHall,
  people: readonly string[],
): Promise<{ readonly person: string; readonly pin: string }[]> {
  const { pins } = await askDevice(exercise.outside.url, '/api/outside', Pins);
  return people.map((person) => {
    const found = pins.find((envelope) => envelope.person === person);
    if (found === undefined) throw new Error(`There is no PIN of ${person} on the table`);
    return { person, pin: found.pin };
  });
}

/** Two people go on without the logic test; zero report, signatures, opening by two people. */
export async function openPolls(exercise: DayHall): Promise<void> {
  const board = await stationAs(exercise, HALL_BOARD);
  const both = await confirmedBy(exercise, TWO_PEOPLE);
  const skip = { act: 'skip', confirmations: both, reason: NO_LOGIC_TEST };
  await board.tell('/api/board/logic-test', skip, Anything);
  const { fingerprint } = await board.tell('/api/board/zero-report', {}, Prepared);
  await board.download('/papers/laporan-nol.pdf');
  const chair = await confirmedBy(exercise, [CHAIR]);
  const signed = { fingerprint, confirmations: both, witnesses: ['saksi-1'] };
  await board.tell('/api/board/zero-report-signed', signed, Anything);
  await board.tell('/api/board/command', { command: 'prove_zero', confirmations: chair }, Anything);
  const open = { command: 'open', confirmations: both, reason: EARLY };
  await board.tell('/api/board/command', open, Anything);
}

/** A card from the pile, the choice, the tracker slip: nothing has reached the station. */
async function voteUpToTracker(exercise: DayHall, line: BoothLine, answers: readonly number[]) {
  const { code } = await tellDevice(exercise.outside.url, '/api/take-card', {}, Card);
  const card = line.maker.readCard(code);
  if (!card.ok) throw new Error(`A printed card is ${card.error.type}`);
  const { nonce } = await tellDevice(line.url, '/api/card-nonce', {}, Nonce);
  const { standing } = await tellDevice(line.url, '/api/token', line.maker.askToCast(nonce), Standing);
  if (standing !== 'ready') throw new Error(`A fresh card is ${standing}`);
  const ballot = line.maker.make(answers);
  await tellDevice(line.url, '/api/tracker', { hash: ballot.hash }, Anything);
  return ballot;
}

/** One voter in one booth, up to the slip that hangs without a mark. @returns the ballot's hash */
export async function voteUpToSlip(
  exercise: DayHall,
  line: BoothLine,
  answers: readonly number[],
): Promise<string> {
  const { hash, text } = await voteUpToTracker(exercise, line, answers);
  await tellDevice(line.url, '/api/cast', { ballot: text, options: answers }, Anything);
  return hash;
}

/** One voter in one booth, from card to reset. */
async function useBooth(
  exercise: DayHall,
  line: BoothLine,
  answers: readonly number[],
  does: 'confirms' | 'rejects' | 'proves',
): Promise<void> {
  if (does === 'proves') {
    const { text } = await voteUpToTracker(exercise, line, answers);
    await tellDevice(line.url, '/api/prove', { ballot: text, opening: line.maker.prove() }, Anything);
  } else {
    const hash = await voteUpToSlip(exercise, line, answers);
    const said = does === 'confirms' ? '/api/confirm' : '/api/reject';
    await tellDevice(line.url, said, { hash }, Anything);
  }
  line.maker.forget();
  await tellDevice(line.url, '/api/reset', {}, Anything);
}

/**
 * Sends all people through desks and booths: as many check-ins at once as there are desks, one voter a booth, a queue between.
 * @param onCast called after each cast
 */
export async function voteAllDay(
  exercise: DayHall,
  people: readonly SimulatedVoter[],
  desks: number,
  onCast: () => void,
): Promise<{
  readonly counts: DayCounts;
  readonly memory: Memory;
  readonly checkInMs: number[];
  readonly castMs: number[];
}> {
  const lines = await Promise.all(exercise.booths.map(({ url }) => openBoothLine(url)));
  const contests = people[0]?.answers.length ?? 0;
  const memory: Memory = Array.from({ length: contests }, () => []);
  const counts: DayCounts = { casts: 0, batal: 0, proved: 0, left: 0, stayedAway: 0 };
  const checkInMs: number[] = [];
  const castMs: number[] = [];
  const yard: SimulatedVoter[] = [];
  let comingIndex = 0;
  let desksOpen = desks;
  const wakers: (() => void)[] = [];
  const wake = (): void => {
    for (const one of wakers.splice(0)) one();
  };

  const staffDesk = async (desk: number): Promise<void> => {
    const line = await stationAs(exercise, `desk-${desk}`);
    for (let voter = people[comingIndex++]; voter !== undefined; voter = people[comingIndex++]) {
      if (voter.conduct === 'stays-away') {
        counts.stayedAway += 1;
        continue;
      }
      const started = performance.now();
      const identity = { method: 'name-and-photo', override: null };
      await line.tell('/api/desk/check-in', { voter: voter.number, identity }, Anything);
      checkInMs.push(performance.now() - started);
      if (voter.conduct === 'leaves') {
        await tellDevice(exercise.outside.url, '/api/take-card', {}, Card);
        counts.left += 1;
      } else {
        yard.push(voter);
        wake();
      }
    }
    desksOpen -= 1;
    wake();
  };

  const staffBooth = async (line: BoothLine): Promise<void> => {
    for (;;) {
      const voter = yard.shift();
      if (voter === undefined) {
        if (desksOpen === 0) return;
        await new Promise<void>((resolve) => wakers.push(resolve));
        continue;
      }
      if (voter.conduct === 'proves-first') {
        await useBooth(
          exercise,
          line,
          voter.answers.map(() => 0),
          'proves',
        );
        counts.proved += 1;
      }
      if (voter.conduct === 'rejects-slip-once') {
        await useBooth(exercise, line, voter.answers, 'rejects');
        counts.batal += 1;
      }
      const started = performance.now();
      await useBooth(exercise, line, voter.answers, 'confirms');
      castMs.push(performance.now() - started);
      voter.answers.forEach((answer, contest) => {
        const votes = memory[contest];
        if (votes !== undefined) votes[answer] = (votes[answer] ?? 0) + 1;
      });
      counts.casts += 1;
      onCast();
    }
  };

  await Promise.all([
    ...Array.from({ length: desks }, (_, index) => staffDesk(index + 1)),
    ...lines.map((line) => staffBooth(line)),
  ]);
  return { counts, memory, checkInMs, castMs };
}

/** The chair closes what voters left behind; two people close the polls. */
export async function closePolls(exercise: DayHall, left: number): Promise<void> {
  const board = await stationAs(exercise, HALL_BOARD);
  const chair = await confirmedBy(exercise, [CHAIR]);
  const request = { abandonedBefore: 0, count: left, confirmations: chair };
  if (left > 0) await board.tell('/api/board/abandon', request, Anything);
  const confirmations = await confirmedBy(exercise, TWO_PEOPLE);
  const close = { command: 'close', confirmations, reason: EARLY };
  await board.tell('/api/board/command', close, Anything);
}

/**
 * As many trustees as suffice check the whole record, each on its own device, and give their shares; then the sum is opened. Each types
 * the number of ballots cast as the hall's board has it.
 */
export async function openSum(exercise: Exercise, threshold: number): Promise<void> {
  const board = await stationAs(exercise, HALL_BOARD);
  const { poll } = await board.ask(
    '/api/board/state',
    z.looseObject({ poll: z.looseObject({ casts: z.int() }) }),
  );
  const { envelopes } = await askDevice(
    exercise.outside.url,
    '/api/outside',
    z.looseObject({ envelopes: z.array(z.looseObject({ trustee: z.number(), passphrase: z.string() })) }),
  );
  await Promise.all(
    exercise.trustees.slice(0, threshold).map(async ({ url }, index) => {
      const envelope = envelopes.find(({ trustee }) => trustee === index + 1);
      await tellDevice(url, '/api/opening/fetch', { from: 'station' }, Anything);
      const typed = { passphrase: envelope?.passphrase ?? '', ballotCount: poll.casts };
      await tellDevice(url, '/api/opening/share', typed, Anything);
      await tellDevice(url, '/api/opening/send', {}, Anything);
    }),
  );
  await board.tell(
    '/api/board/command',
    { command: 'count', confirmations: await confirmedBy(exercise, TWO_PEOPLE) },
    Anything,
  );
}

/** Hands count cards and paper, people fill in, print and sign the minutes, two seal. */
export async function sealDay(exercise: DayHall, cardsReturned: number): Promise<void> {
  const board = await stationAs(exercise, HALL_BOARD);
  const { tray } = exercise.outside;
  const confirmations = await confirmedBy(exercise, TWO_PEOPLE);
  const outside = await askDevice(
    exercise.outside.url,
    '/api/outside',
    z.looseObject({ cardsLeft: z.number() }),
  );
  await board.tell(
    '/api/board/hand-count',
    {
      basedOn: 0,
      count: {
        cardsLeft: outside.cardsLeft,
        cardsReturned,
        slipBox: { inBox: tray.count('slip-box'), contests: tray.countBox() },
        reason: null,
      },
      confirmations,
    },
    Anything,
  );
  await board.tell(
    '/api/board/minutes-fields',
    {
      basedOn: 0,
      fields: {
        boardPresent: BOARD,
        witnessesPresent: WITNESSES,
        incidents: [],
        objections: [],
        helpedVoters: 0,
        trusteesUnable: false,
      },
    },
    Anything,
  );
  const { fingerprint } = await board.tell('/api/board/minutes-paper', {}, Prepared);
  await board.download('/papers/berita-acara.pdf');
  const signed = {
    fingerprint,
    confirmations: await confirmedBy(exercise, BOARD),
    witnesses: WITNESSES,
    notSigned: [],
  };
  await board.tell('/api/board/minutes-signed', signed, Anything);
  await board.tell('/api/board/command', { command: 'seal', confirmations }, Anything);
}
