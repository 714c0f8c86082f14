import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type ExercisePerson, personOf } from './exercise-people.ts';
import { type OfficeLine, OfficeRefused } from './office-line.ts';
import { paperFigures, type SheetFigures } from './paper-figures.ts';
import { openSheet, sendPhoto, typeSheet } from './paper-places.ts';
import { registeredOf } from './prepare-lists.ts';
import type { Rehearsal } from './rehearsed-regency.ts';
import { seededDraw, seededHex } from './seeded-draw.ts';

/** How far the paper results are, in polling places. */
export interface Arrived {
  readonly definitive: number;
  readonly of: number;
  /** Photos that lie there for the newcomer's own hands. */
  readonly forYou: number;
  /** Held until a supervisor has looked. */
  readonly held: number;
}

const Sheets = z.looseObject({
  expected: z.int(),
  bySteps: z.record(z.string(), z.int()),
  lines: z.array(
    z.looseObject({
      place: z.string(),
      area: z.string(),
      village: z.string(),
      number: z.int(),
      step: z.string(),
      photos: z.int(),
    }),
  ),
});
type Line = z.output<typeof Sheets>['lines'][number];
const Decided = z.looseObject({ open: z.boolean() });
const Anything = z.unknown();

/** Steps from which typists go on; the others wait for people. */
const UNDER_WAY: readonly string[] = ['awaited', 'first_entry', 'differs', 'warned'];
/** Too few for every screen to have something: then all of them simply arrive. */
const FEWEST_FOR_ALL = 20;
/** One in so many sheets lies there untyped, one in so many is held. */
const ONE_FOR_YOU = 24;
const ONE_HELD = 40;
/** Sheets whose photo lies there from the first minute, so that a newcomer types at once. */
const FIRST_FOR_YOU = 4;
/** Three are wanted (rule Q02). */
const TOO_FEW_SIGNATURES = 2;

export interface Arrival {
  readonly office: OfficeLine;
  readonly people: readonly ExercisePerson[];
  readonly election: string;
  readonly seed: number;
  /** Between two sheets, so that the machine stays free for the booth. */
  readonly paceMs: number;
  readonly signal: AbortSignal;
  readonly onArrived: (arrived: Arrived) => void;
}

/**
 * Lets the results of paper polling places come in as people bring them: a photo, two typists, sometimes a third, now and then a sheet that is
 * held, a few that nobody types. Goes on where it stopped. The public is told as it comes.
 */
export async function arriveResults(arrival: Arrival): Promise<void> {
  const { office, people, election, paceMs, signal } = arrival;
  const supervisor = personOf(people, 'penyelia');
  const { open } = await office.act(supervisor, 'publish.show', { election }, Decided);
  if (!open) {
    const reason = 'Latihan: hasil diumumkan begitu tetap';
    await office.act(supervisor, 'publish.decide', { election, open: true, reason }, Anything);
  }
  const lines = await look(arrival);
  for (const { line, role, isThereAtOnce } of turnsOf(lines, arrival.seed)) {
    if (signal.aborted) return;
    const isMine = UNDER_WAY.includes(line.step) && !(role === 'for-you' && line.photos > 0);
    if (!isMine) continue;
    await bring(arrival, line, role, lines);
    await look(arrival);
    if (!isThereAtOnce) await wait(paceMs, undefined, { signal }).catch(() => {});
  }
}

type Role = 'arrives' | 'for-you' | 'held';

/** In which order the sheets come: a few photos for the newcomer's own hands first and at once, then village by village. */
export function turnsOf<Sheet extends Pick<Line, 'place' | 'area'>>(
  lines: readonly Sheet[],
  seed: number,
): readonly { readonly line: Sheet; readonly role: Role; readonly isThereAtOnce: boolean }[] {
  const inTurn = lines
    .map((line) => ({
      ...{ line, role: roleOf(line, lines.length, seed) },
      turn: seededDraw(seed, `turn/${line.area}`),
    }))
    .sort((one, other) => one.turn - other.turn);
  const first = inTurn.filter(({ role }) => role === 'for-you').slice(0, FIRST_FOR_YOU);
  const others = inTurn.filter((turn) => !first.includes(turn));
  return [...first, ...others].map((turn) => ({ ...turn, isThereAtOnce: first.includes(turn) }));
}

/** What is to become of a sheet: the same one at every start. */
function roleOf({ place }: Pick<Line, 'place'>, sheets: number, seed: number): Role {
  if (sheets < FEWEST_FOR_ALL) return 'arrives';
  const draw = seededDraw(seed, `role/${place}`);
  if (draw < 1 / ONE_FOR_YOU) return 'for-you';
  return draw < 1 / ONE_FOR_YOU + 1 / ONE_HELD ? 'held' : 'arrives';
}

async function look({ office, people, election, seed, onArrived }: Arrival): Promise<readonly Line[]> {
  const { expected, bySteps, lines } = await office.act(
    personOf(people, 'penyelia'),
    'sheets.list',
    { election },
    Sheets,
  );
  onArrived({
    ...{ definitive: bySteps['definitive'] ?? 0, of: expected, held: bySteps['quarantined'] ?? 0 },
    forYou: lines.filter(
      (line) =>
        line.photos > 0 && UNDER_WAY.includes(line.step) && roleOf(line, lines.length, seed) === 'for-you',
    ).length,
  });
  return lines;
}

async function bring(arrival: Arrival, line: Line, role: Role, all: readonly Line[]): Promise<void> {
  const { office, people, election, seed } = arrival;
  const rehearsal: Rehearsal = { office, election, seed, atOnce: 1, people: officeOf(people) };
  const { regency } = rehearsal.people;
  const { form } = await openSheet(rehearsal, regency, line.place);
  const [contest] = form.contests;
  if (contest === undefined) return;
  const places = Math.max(...all.filter(({ area }) => area === line.area).map(({ number }) => number));
  const modes = Array.from({ length: places }, () => 'paper' as const);
  const place = (await registeredOf(rehearsal, line.area, modes)).find(({ id }) => id === line.place);
  if (place === undefined) throw new Error(`${line.place} is not among the places of its village`);
  const options = contest.options.map(({ key }) => key);
  const whole = paperFigures(seed, place, contest.contest, options);
  const figures = role === 'held' ? { ...whole, 'signatures.board': TOO_FEW_SIGNATURES } : whole;
  const title = contest.title.id;
  await sendPhoto(rehearsal, regency, form, figures, title);
  if (role === 'for-you') return;
  try {
    if (role === 'held') await typeTwice(rehearsal, line.place, figures);
    else await typeSheet(rehearsal, line.place, contest.contest, figures);
  } catch (error) {
    // the newcomer was quicker, or did something else with this sheet: it is theirs
    if (!(error instanceof OfficeRefused)) throw error;
  }
}

async function typeTwice(
  { office, election, people, seed }: Rehearsal,
  place: string,
  figures: SheetFigures,
): Promise<void> {
  for (const typist of people.typists) {
    const sentAs = seededHex(seed, `${typist.account}/${place}/1`);
    await office.act(typist, 'sheets.enter', { election, place, figures, sentAs }, Anything);
  }
}

function officeOf(people: readonly ExercisePerson[]): Rehearsal['people'] {
  const of = (account: string) => personOf(people, account);
  return {
    ...{ regency: of('kabupaten'), registrar: of('dukcapil'), desk: of('desk'), auditor: of('auditor') },
    ...{ typists: [of('pengetik-1'), of('pengetik-2')], third: of('pengetik-3') },
    subDistricts: new Map(),
  };
}
