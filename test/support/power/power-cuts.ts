import { cpSync } from 'node:fs';
import type { PollingPlace } from '../../../apps/station/src/polling-place.ts';
import { chanceOf, oneOf } from '../chance.ts';
import type { Findings } from '../findings.ts';
import { openPlace } from '../polling-place.ts';
import type { PreparedHome } from '../prepared-home.ts';
import { copyOf, newFolder } from '../station-disk.ts';
import { type Fate, openReplayedMedia } from './crash-images.ts';
import type { DayWord } from './recorded-day.ts';
import { type Call, killDayAtWrite, recordDay } from './syscall-record.ts';

/** What came of starting stations on images of power cuts. */
export interface PowerCuts extends Findings {
  readonly calls: number;
  readonly cuts: number;
}

const FATES: readonly Fate[] = ['dropped', 'kept', 'torn'];
/** A slot's state after each act that was acknowledged. */
const STATE_AFTER: Readonly<Record<string, string>> = {
  seal: 'sealing',
  confirm: 'cast',
  spoil: 'spoiled',
  prove: 'proved',
};

/** Each, or a seeded sample in which every act of the day and every kind of call is cut at least once. */
export type CutChoice = 'all' | { readonly seed: string };

/** A day on both media, recorded call by call. */
export interface RecordedDay {
  /** Polls opened, station switched off. */
  readonly opened: PreparedHome;
  /** Root under whose paths the calls stand, and a copy of it from before the first call. */
  readonly root: string;
  readonly before: string;
  readonly calls: readonly Call[];
}

/** @param opened a prepared place whose polls were opened and whose station was switched off */
export function recordOpenedDay(opened: PreparedHome): RecordedDay {
  const { root } = copyOf(opened).home;
  const before = newFolder();
  cpSync(root, before, { recursive: true });
  return { opened, root, before, calls: recordDay(root) };
}

/** What each call is a part of, and what it is: `confirm`, `write`. */
function kindsOf(calls: readonly Call[]): readonly (readonly [act: string, call: string])[] {
  let act = 'start';
  return calls.map((call) => {
    if (call.call === 'word') act = call.word.act;
    return [act, call.call];
  });
}

/** Positions of the calls after which the power is cut. */
function chosenCalls(calls: readonly Call[], choice: CutChoice): ReadonlySet<number> {
  const positions = [...calls.keys()];
  if (choice === 'all') return new Set(positions);
  const chance = chanceOf(`${choice.seed}/calls`);
  const kinds = kindsOf(calls);
  return new Set(
    [0, 1].flatMap((part) =>
      [...Map.groupBy(positions, (position) => kinds[position]?.[part]).values()].map((ofKind) =>
        oneOf(ofKind, chance),
      ),
    ),
  );
}

/**
 * Starts a station on what a power cut after calls of the day may leave.
 * @param disk one that lies about its syncs is planted, to see that what it loses is found
 */
export function cutPower(
  { opened, root, before, calls }: RecordedDay,
  choice: CutChoice,
  disk: 'honest' | 'lies-about-syncs' = 'honest',
): PowerCuts {
  const seed = choice === 'all' ? 'all' : choice.seed;
  const image = copyOf(opened);
  // the replay reads the state before the day, under the paths of the record
  const media = openReplayedMedia(root, before);
  const words: DayWord[] = [];
  const found: { lost: string[]; doubled: string[]; unexplained: string[] } = {
    lost: [],
    doubled: [],
    unexplained: [],
  };
  const chosen = chosenCalls(calls, choice);
  let cuts = 0;
  for (const [index, call] of calls.entries()) {
    if (disk === 'honest' || call.call !== 'sync') media.replay(call);
    if (call.call === 'word') words.push(call.word);
    if (!chosen.has(index)) continue;
    for (const fate of FATES) {
      cuts += 1;
      media.writeImage(image.home.root, fate, chanceOf(`${seed}/${index}/${fate}`));
      const where = `call ${index} (${call.call === 'word' ? call.word.act : call.call}), ${fate}`;
      judge(image, words, where, found);
    }
  }
  return { calls: calls.length, cuts, ...found };
}

const isDatabaseWrite = (call: Call): boolean => call.call === 'write' && call.path.includes('station.db');

/** How many kills at real writes are a sample: each is a process of its own. */
const SAMPLED_KILLS = 3;

/** Kills the day at writes of its databases and logs, each in a process of its own, and starts a station on what is there. */
export function killAtWrites({ opened, calls }: RecordedDay, choice: CutChoice): PowerCuts {
  const writes = calls.filter(isDatabaseWrite).length;
  const found: { lost: string[]; doubled: string[]; unexplained: string[] } = {
    lost: [],
    doubled: [],
    unexplained: [],
  };
  const numbers = Array.from({ length: writes }, (_, index) => index + 1);
  const chance = chanceOf(choice === 'all' ? 'all' : `${choice.seed}/kills`);
  const chosen =
    choice === 'all' ? numbers : Array.from({ length: SAMPLED_KILLS }, () => oneOf(numbers, chance));
  for (const when of chosen) {
    const day = copyOf(opened);
    judge(day, killDayAtWrite(day.home.root, when), `killed at write ${when}`, found);
  }
  return { calls: writes, cuts: chosen.length, ...found };
}

/** Starts a station on an image and holds it against what was said until then. */
function judge(
  image: PreparedHome,
  words: readonly DayWord[],
  where: string,
  found: { readonly lost: string[]; readonly doubled: string[]; readonly unexplained: string[] },
): void {
  let place: PollingPlace;
  try {
    place = openPlace(image);
  } catch (error) {
    found.unexplained.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  try {
    const { media, poll, damaged } = place.board.state();
    if (media.state !== 'two') found.unexplained.push(`${where}: media ${JSON.stringify(media)}`);
    if (damaged.length > 0) found.unexplained.push(`${where}: damaged ${damaged.join()}`);
    const acked = words.filter(({ said }) => said === 'ack');
    const asked = words.filter(({ said }) => said === 'ask');
    const count = (list: readonly DayWord[], act: string): number =>
      list.filter((word) => word.act === act).length;
    for (const [act, present] of [
      ['check-in', poll.released],
      ['confirm', poll.casts],
      ['abandon', poll.abandoned],
    ] as const) {
      if (present < count(acked, act)) found.lost.push(`${where}: ${act} ${present} of ${count(acked, act)}`);
      if (present > count(asked, act)) found.doubled.push(`${where}: ${act} ${present}`);
    }
    if (count(acked, 'close') > 0 && place.phase() !== 'closed') found.lost.push(`${where}: closing`);
    judgeCases(place, acked, where, found);
  } finally {
    place.close();
  }
}

/** Each booth's case is one that its paper can answer: settled by it, nothing stays open and the counters agree. */
function judgeCases(
  place: PollingPlace,
  acked: readonly DayWord[],
  where: string,
  found: { readonly lost: string[]; readonly unexplained: string[] },
): void {
  const lastState = new Map<string, string>();
  for (const { act, hash } of acked) {
    const state = STATE_AFTER[act];
    if (state !== undefined) lastState.set(hash, state);
  }
  for (const booth of [1, 2]) {
    const open = place.boothCase(booth);
    if (open === undefined || open.state === 'idle') continue;
    const acknowledged = lastState.get(open.hash);
    if (acknowledged !== undefined && acknowledged !== 'sealing' && open.state === 'sealing') {
      found.lost.push(`${where}: booth ${booth} is sealing, ${acknowledged} was acknowledged`);
    }
    if (open.state === 'sealing' && !place.casting.spoil(booth, open.hash).ok) {
      found.unexplained.push(`${where}: booth ${booth} cannot be voided`);
    }
    const slip = open.state === 'cast' ? 'sah-in-box' : 'batal-in-envelope';
    const ended = place.casting.finish(booth, open.hash, slip);
    if (!ended.ok) found.unexplained.push(`${where}: booth ${booth}: ${JSON.stringify(ended.error)}`);
  }
  const { poll } = place.board.state();
  if (poll.openCases !== 0) found.unexplained.push(`${where}: ${poll.openCases} cases stay open`);
  const acknowledgedCasts = [...lastState.values()].filter((state) => state === 'cast').length;
  if (poll.casts < acknowledgedCasts)
    found.lost.push(`${where}: ${poll.casts} casts of ${acknowledgedCasts}`);
}
