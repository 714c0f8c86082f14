import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { deriveCredential, parseElection } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import type { EncryptionTask, MadeBallot } from '../record/encrypt-worker.ts';
import { listAt, textAt } from '../run/answer-fields.ts';
import { askDevice, downloadFrom, tellDevice } from '../run/device-calls.ts';
import { CHAIR, confirmedBy, EARLY, type ExerciseProcess, TWO_PEOPLE } from '../run/exercise-process.ts';
import { votesInTurn } from './votes-in-turn.ts';

/** Opens the polls as the board does: the reason for no logic test, zero report, signatures, two people. */
export async function openPolls(exercise: ExerciseProcess): Promise<void> {
  const { station, board } = exercise;
  const confirmations = await confirmedBy(exercise, TWO_PEOPLE);
  const skip = { act: 'skip', confirmations, reason: 'Pengukuran.' };
  await tellDevice(station, '/api/board/logic-test', skip, board);
  const fingerprint = textAt(await tellDevice(station, '/api/board/zero-report', {}, board), 'fingerprint');
  await downloadFrom(station, '/papers/laporan-nol.pdf', board);
  await tellDevice(
    station,
    '/api/board/zero-report-signed',
    { fingerprint, confirmations, witnesses: [] },
    board,
  );
  await tellDevice(
    station,
    '/api/board/command',
    {
      command: 'prove_zero',
      confirmations: await confirmedBy(exercise, [CHAIR]),
    },
    board,
  );
  const open = { command: 'open', confirmations, reason: EARLY };
  await tellDevice(station, '/api/board/command', open, board);
}

/** Ballots made by one worker a core, so that whoever casts them has nothing else to do. @returns them with how many were made for each answer */
export async function makeBallots(
  exercise: ExerciseProcess,
  count: number,
): Promise<{ readonly ballots: readonly MadeBallot[]; readonly counts: readonly number[] }> {
  const electionText = Buffer.from(
    await downloadFrom(exercise.station, '/api/record/election.json', exercise.board),
  ).toString();
  const election = parseElection(electionText);
  if (!election.ok) throw new Error('the station shows an election that is none');
  const answerCount = listAt(
    await askDevice(exercise.station, '/api/board/state', exercise.board),
    'contests',
    0,
    'options',
  ).length;
  const codes: string[] = [];
  for (let card = 0; card < count; card += 1) {
    codes.push(textAt(await tellDevice(exercise.outside, '/api/take-card', {}), 'code'));
  }
  const group = nativeGroup();
  const holders = codes.map((code) => deriveCredential(group, election.value.uuid, code));
  const workers = availableParallelism();
  const tasks = Array.from({ length: workers }, (_, part): EncryptionTask => {
    return { electionText, answerCount, holders: holders.filter((_, index) => index % workers === part) };
  });
  const made = await Promise.all(tasks.map(encryptByWorker));
  const counts = votesInTurn(
    tasks.map(({ holders }) => holders.length),
    answerCount,
  );
  return { ballots: made.flat(), counts };
}

function encryptByWorker(workerData: EncryptionTask): Promise<MadeBallot[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../record/encrypt-worker.ts', import.meta.url), { workerData });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

/**
 * Checks as many voters in as ballots are wanted and casts for each, through the station's own door and with the keys of its booths,
 * but without page, paper and patience.
 * @returns votes for each option
 */
export async function castAll(exercise: ExerciseProcess, count: number): Promise<readonly number[]> {
  const { station } = exercise;
  const { ballots, counts } = await makeBallots(exercise, count);
  const identity = { method: 'name-and-photo', override: null };
  const waiting = [...ballots.entries()];
  const staffBooth = async (booth: number): Promise<void> => {
    const headers = exercise.standInForBooth(booth);
    let slipsPrinted = 0;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, { text, hash }] = next;
      slipsPrinted += 1;
      await tellDevice(station, '/api/desk/check-in', { voter: index + 1, identity }, exercise.desk);
      await tellDevice(station, '/api/booth/seal', { ballot: text }, headers);
      await tellDevice(station, '/api/booth/confirm', { hash }, headers);
      const finish = { hash, slip: 'sah-in-box', slipsPrinted, said: 'by-printer' };
      await tellDevice(station, '/api/booth/finish', finish, headers);
    }
  };
  await Promise.all(exercise.booths.map((_, index) => staffBooth(index + 1)));
  return counts;
}
