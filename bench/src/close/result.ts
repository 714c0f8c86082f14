import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lessIsBetter, type Measurement } from '../figure.ts';
import { listAt, numberAt, textAt, valueAt } from '../run/answer-fields.ts';
import { askDevice, downloadFrom, tellDevice } from '../run/device-calls.ts';
import {
  BILIK,
  confirmedBy,
  EARLY,
  type ExerciseProcess,
  startExercise,
  TWO_PEOPLE,
} from '../run/exercise-process.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { castAll, openPolls } from './fill-station.ts';
import { checkByTool } from './tool-check.ts';

const BALLOTS = 500;
const BOOTHS = 3;
const OPENING_TRUSTEES = 3;
const LIMIT_S = 30;

/** What each trustee types to unlock its key, from the envelopes on the table. */
async function readPassphrases({ outside }: ExerciseProcess): Promise<string[]> {
  const envelopes = listAt(await askDevice(outside, '/api/outside'), 'envelopes');
  return [...envelopes]
    .sort((a, b) => numberAt(a, 'trustee') - numberAt(b, 'trustee'))
    .map((envelope) => textAt(envelope, 'passphrase'));
}

/**
 * One trustee's own process: brings the record, checks all of it, makes its share, sends it.
 * @param ballotCount the number cast, as the hall announces it
 */
async function openByTrustee(trustee: string, passphrase: string, ballotCount: number): Promise<void> {
  await tellDevice(trustee, '/api/opening/fetch', { from: 'station' });
  await tellDevice(trustee, '/api/opening/share', { passphrase, ballotCount });
  await tellDevice(trustee, '/api/opening/send', {});
}

/** `bilik verify` as anyone runs it, with the void list and the posted fingerprint. Throws unless the record is right. */
async function verify(
  folder: string,
  { station, board }: ExerciseProcess,
  recordHash: string,
): Promise<void> {
  const files = { record: join(folder, 'record.bel'), voided: join(folder, 'void.json') };
  writeFileSync(files.record, await downloadFrom(station, '/api/record/record.bel', board));
  writeFileSync(files.voided, await downloadFrom(station, '/api/record/void', board));
  await promisify(execFile)(process.execPath, [
    BILIK,
    'verify',
    files.record,
    ...['--void', files.voided, '--expect', recordHash, '--json'],
  ]);
}

/**
 * Closing a polling place of 500 ballots to a verified result: close, three of five trustees each check all and give a share, count,
 * `bilik verify`. Against `belenios-tool` doing three verifications and the result on the same record, and against the limit of 30 s.
 */
export const measureClose: Measurement = async function* (say) {
  const ballots = scaled(BALLOTS, 10);
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-'));
  say(`opening a polling place with ${ballots} voters`);
  const exercise: ExerciseProcess = await startExercise({ voters: ballots, booths: BOOTHS });
  try {
    const { station, board } = exercise;
    await openPolls(exercise);
    say(`casting ${ballots} ballots`);
    const cast = await castAll(exercise, ballots);
    const passphrases = await readPassphrases(exercise);
    const confirmations = await confirmedBy(exercise, TWO_PEOPLE);
    const command = (name: string) => () =>
      tellDevice(
        station,
        '/api/board/command',
        {
          command: name,
          confirmations,
          reason: EARLY,
        },
        board,
      );
    const step = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      const started = performance.now();
      await act();
      say(`${name}: ${((performance.now() - started) / 1000).toFixed(2)} s`);
    };

    say(describeLoad());
    const started = performance.now();
    await step('close, seal the record', command('close'));
    await step(`${OPENING_TRUSTEES} trustees check and open`, () =>
      Promise.all(
        exercise.trustees
          .slice(0, OPENING_TRUSTEES)
          .map((trustee, index) => openByTrustee(trustee, passphrases[index] ?? '', ballots)),
      ),
    );
    await step('count', command('count'));
    const outcome = valueAt(await askDevice(station, '/api/board/state', board), 'outcome');
    await step('bilik verify', () => verify(folder, exercise, textAt(outcome, 'recordHash')));
    const seconds = (performance.now() - started) / 1000;

    const counted = listAt(outcome, 'counts', 0);
    if (JSON.stringify(counted) !== JSON.stringify(cast)) throw new Error('the result is not what was cast');
    const election: unknown = JSON.parse(
      Buffer.from(await downloadFrom(station, '/api/record/election.json', board)).toString(),
    );
    const bytes = await downloadFrom(station, '/api/record/record.bel', board);
    const tool = checkByTool(folder, { uuid: textAt(election, 'uuid'), bytes }, OPENING_TRUSTEES);
    const toolSeconds = (tool.verifyMs.reduce((sum, ms) => sum + ms, 0) + tool.computeMs) / 1000;
    say(
      `belenios-tool: verify ${tool.verifyMs.map((ms) => (ms / 1000).toFixed(2)).join(' + ')} s, result ${(tool.computeMs / 1000).toFixed(2)} s`,
    );
    yield lessIsBetter('close.result', 's', seconds, toolSeconds, ballots);
    yield lessIsBetter('close.result.limit', 's', seconds, LIMIT_S, ballots);
  } finally {
    await exercise.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
