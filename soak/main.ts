import { systemRandom } from '@bilik/ballot/native';
import { openPlace, openPolls } from '../test/support/polling-place.ts';
import { cutPower, killAtWrites, recordOpenedDay } from '../test/support/power/power-cuts.ts';
import { prepareHome } from '../test/support/prepared-home.ts';
import { freePorts, prepareVoterDay } from '../test/support/prepared-voter-day.ts';
import { newFolder, removeFolders } from '../test/support/station-disk.ts';
import { openStepCuts } from '../test/support/step-cuts.ts';
import { prepareGround } from './day/ground.ts';
import { soakDay } from './day/soak-day.ts';
import { exitCodeOf, linesOf, openTally } from './report.ts';
import { readSoakArguments, replayOf, type SoakArguments, type SoakPart, USAGE } from './soak-arguments.ts';

const tally = openTally();

type Part = (given: SoakArguments, say: (line: string) => void) => Promise<void>;

/** Whole days, each by its seed. */
const soakDays: Part = async ({ days, seed: first }, say) => {
  const ground = await prepareGround();
  for (let seed = first; seed < first + days; seed += 1) {
    const begun = performance.now();
    const { findings, struck } = await soakDay(ground, seed, systemRandom);
    tally.addDay();
    tally.addCuts(struck.length);
    tally.addFindings(findings);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`hari / day ${seed}: ${struck.length} gangguan / faults, ${seconds} s`);
    const wrong = linesOf(findings);
    if (wrong.length === 0) continue;
    for (const line of [...wrong, ...struck]) say(`  ${line}`);
    say(`  ulangi / replay: ${replayOf(seed)}`);
  }
};

/** Every power cut of a recorded day, and a kill at each of its real writes. */
const soakPower: Part = async (_given, say) => {
  const opened = await prepareHome({ root: newFolder(), voters: 5, cards: 7, booths: 2 });
  const place = openPlace(opened);
  openPolls(place);
  place.close();
  const day = recordOpenedDay(opened);
  for (const [name, found] of [
    ['daya putus / power cuts', cutPower(day, 'all')],
    ['kill -9 pada tulisan / at writes', killAtWrites(day, 'all')],
  ] as const) {
    tally.addCuts(found.cuts);
    tally.addFindings(found);
    say(`${name}: ${found.cuts} dari / of ${found.calls}`);
    for (const line of linesOf(found)) say(`  ${line}`);
  }
};

/** One voter's day, killed at every step of station and booth. */
const soakSteps: Part = async (_given, say) => {
  const { prepared, sessions } = await prepareVoterDay(newFolder());
  const cutting = openStepCuts({ prepared, board: sessions.get('board-1'), nextPort: freePorts() });
  for (const conduct of ['confirms', 'rejects'] as const) {
    const cuts = await cutting.cutsOf(conduct);
    const found = await cutting.live(conduct, cuts);
    tally.addCuts(cuts.length);
    tally.addFindings(found);
    say(`kill -9 pada setiap langkah / at every step, ${conduct}: ${cuts.length}`);
    for (const line of linesOf(found)) say(`  ${line}`);
  }
};

const PARTS: Readonly<Record<SoakPart, Part>> = { days: soakDays, power: soakPower, steps: soakSteps };

/** @returns 0 when nothing was lost, doubled or unexplained; 1 when something was; 2 for a wrong call */
async function main(parameters: readonly string[]): Promise<number> {
  const given = readSoakArguments(parameters);
  if (given === undefined) {
    console.error(USAGE);
    return 2;
  }
  const say = (line: string) => (given.json ? console.error(line) : console.log(line));
  try {
    for (const part of given.parts) await PARTS[part](given, say);
  } finally {
    removeFolders();
  }
  const report = tally.report();
  console.log(given.json ? JSON.stringify(report) : report);
  return exitCodeOf(report);
}

process.exitCode = await main(process.argv.slice(2));
