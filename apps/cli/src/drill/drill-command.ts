import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nativeGroup } from '@bilik/ballot/native';
import { isLanguage, type Language, phrase } from '@bilik/words';
import { homeInUse, portTaken } from '../exercise/announcement.ts';
import { HALL_BOARD } from '../exercise/exercise-devices.ts';
import { inventPeople } from '../exercise/exercise-people.ts';
import { cardsFor } from '../exercise/exercise-village.ts';
import { type Exercise, freeFirstPort, openExercise, PORT_SPAN } from '../exercise/open-exercise.ts';
import { openingPath } from '../exercise/outside-world.ts';
import { openPolls } from '../rehearse/polling-day.ts';
import { type DrillPeople, openPeopleHere, openRightPeople } from './drill-people.ts';
import { type DrillPlace, openDrillPlace, ordersPath, type StationFacts } from './drill-place.ts';
import { DRILL_STEPS, type DrillStepName, STEPS } from './drill-steps.ts';
import { ORDERS_VARIABLE } from './machine-orders.ts';

export const USAGE = `bilik drill [--home DIR] [--only GANGGUAN]… [--lang id|en] [--auto]
  Latihan gangguan di satu TPS latihan. / A drill of faults in one exercise polling place.
  GANGGUAN / faults: ${DRILL_STEPS.join(', ')}`;

const VOTERS = 30;
const SEED = 7;
/** A machine that was switched on needs a moment until it can say what was done. */
const PATIENT_LOOKS = 40;
const LOOK_AGAIN_MS = 500;

const isStep = (name: string): name is DrillStepName => DRILL_STEPS.some((step) => step === name);

interface DrillValues {
  readonly home: string;
  readonly steps: readonly DrillStepName[];
  readonly language: Language;
  readonly auto: boolean;
}

function readValues(parameters: readonly string[]): DrillValues | undefined {
  try {
    const { home, only, lang, auto } = parseArgs({
      args: [...parameters],
      options: {
        home: { type: 'string', default: join(process.cwd(), '.bilik-drill') },
        only: { type: 'string', multiple: true, default: [] },
        lang: { type: 'string', default: 'id' },
        auto: { type: 'boolean', default: false },
      },
    }).values;
    const steps = only.length === 0 ? DRILL_STEPS : only.filter(isStep);
    if (!isLanguage(lang) || (only.length > 0 && steps.length < only.length)) return undefined;
    return { home, steps, language: lang, auto };
  } catch {
    return undefined;
  }
}

/** What the drill sees at the end of a fault. */
type Found = 'handled' | 'missing' | 'lost';

const passing = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * `bilik drill`: causes one fault after the other in an exercise polling place, says what to do, and looks whether it was done.
 * @returns 0 when all were handled, 1 when one was not or nothing could be opened, 2 for a wrong call
 */
export async function drillCommand(parameters: readonly string[]): Promise<number> {
  const values = readValues(parameters);
  if (values === undefined) {
    console.error(USAGE);
    return 2;
  }
  process.env[ORDERS_VARIABLE] = ordersPath(values.home);
  const firstPort = await freeFirstPort();
  const opened = await openExercise({
    root: values.home,
    firstPort,
    fresh: true,
    people: inventPeople(VOTERS, SEED),
    size: { booths: 2, desks: 2, cards: cardsFor(VOTERS) },
    group: nativeGroup(),
    stationPreload: fileURLToPath(new URL('./failing-machine.ts', import.meta.url)),
    say: (line) => console.error(line),
  });
  if (!opened.ok) {
    const { error } = opened;
    console.error(
      error.type === 'home-in-use'
        ? homeInUse(error.root)
        : portTaken(error.port, firstPort, await freeFirstPort(firstPort + PORT_SPAN)),
    );
    return 1;
  }
  try {
    await openPolls(opened.value);
    return await lead(opened.value, values);
  } catch (error) {
    // Ctrl+C while somebody is asked for Enter
    if (error instanceof Error && error.name === 'AbortError') return 1;
    throw error;
  } finally {
    await opened.value.stop();
  }
}

/** Through all steps. @returns exit code */
async function lead(exercise: Exercise, { steps, language, auto }: DrillValues): Promise<number> {
  const place = openDrillPlace(exercise, VOTERS);
  const people: DrillPeople = auto ? openRightPeople(place) : openPeopleHere();
  const count = steps.length;
  let done = 0;
  const { url } = exercise.outside;
  const [board, desk] = [HALL_BOARD, 'desk-1'].map((device) => `${url}${openingPath(device)}`);
  console.log(phrase(language, 'drill.opening', { count }));
  const booth = `${exercise.booths[0]?.url ?? ''}/bilik/`;
  // nobody presses Enter for people who do all by themselves
  const thenEnter = (sentence: string): string =>
    auto ? sentence : `${sentence} ${phrase(language, 'drill.enter')}`;
  const screens = { board: board ?? '', desk: desk ?? '', booth, outside: `${url}/luar/` };
  console.log(thenEnter(phrase(language, 'drill.screens', screens)));
  await people.begin();
  for (const [index, step] of steps.entries()) {
    const say = (part: 'name' | 'happens' | 'hands' | 'people' | 'missing' | 'done'): string =>
      phrase(language, `drill.${step}.${part}`);
    console.log(`\n${phrase(language, 'drill.step', { number: index + 1, count, name: say('name') })}`);
    const before = await lookBefore(place);
    await STEPS[step].cause(place);
    console.log(say('happens'));
    console.log(thenEnter(phrase(language, 'drill.hands', { text: say('hands') })));
    await people.meet(step);
    await STEPS[step].mend(place);
    console.log(thenEnter(phrase(language, 'drill.people', { text: say('people') })));
    let found: Found = 'missing';
    while (found === 'missing' && (await people.act(step)) === 'goes-on') {
      console.log(phrase(language, 'drill.looking'));
      found = await lookAfter(place, step, before);
      if (found !== 'missing') break;
      console.log(phrase(language, 'drill.missing', { text: say('missing') }));
      if (auto) break;
      console.log(phrase(language, 'drill.again'));
    }
    if (found === 'lost') {
      console.log(phrase(language, 'drill.lost'));
      people.close();
      return 1;
    }
    if (found === 'handled') {
      done += 1;
      console.log(phrase(language, 'drill.done', { text: say('done') }));
    } else console.log(phrase(language, 'drill.skipped'));
  }
  people.close();
  console.log(`\n${phrase(language, 'drill.summary', { done, count })}`);
  return done === count ? 0 : 1;
}

/** How the station stands before a fault. Throws when it does not answer for as long as a machine needs that was just switched on. */
async function lookBefore(place: DrillPlace): Promise<StationFacts> {
  for (let look = 0; look < PATIENT_LOOKS; look += 1) {
    const now = await place.look();
    if (now !== undefined) return now;
    await passing(LOOK_AGAIN_MS);
  }
  throw new Error('The station of the drill does not answer');
}

/** Looks for a while: a machine that was just switched on cannot say yet what was done. */
async function lookAfter(place: DrillPlace, step: DrillStepName, before: StationFacts): Promise<Found> {
  for (let look = 0; look < PATIENT_LOOKS; look += 1) {
    const now = await place.look();
    if (now !== undefined && now.poll.casts < before.poll.casts) return 'lost';
    if (now !== undefined && (await STEPS[step].isHandled(now, before, place))) return 'handled';
    await passing(LOOK_AGAIN_MS);
  }
  return 'missing';
}
