import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import type { PollingPlace } from '../../../apps/station/src/polling-place.ts';
import { openPlace } from '../polling-place.ts';
import type { PreparedHome } from '../prepared-home.ts';
import { copyOf, newFolder } from '../station-disk.ts';
import { type Chance, type Fate, openReplayedMedia } from './crash-images.ts';
import type { DayWord } from './recorded-day.ts';
import { type Call, killDayAtWrite, recordDay } from './syscall-record.ts';

/** What came of starting stations on images of power cuts. */
export interface PowerCuts {
  readonly calls: number;
  readonly cuts: number;
  /** Each names the image: call, fate, and what was wrong. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly unexplained: readonly string[];
}

/** Numbers that depend on the seed alone. */
function chanceOf(seed: string): Chance {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE(0) / 2 ** 32;
  };
}

const FATES: readonly Fate[] = ['dropped', 'kept', 'torn'];
/** A slot's state after each act that was acknowledged. */
const STATE_AFTER: Readonly<Record<string, string>> = {
  seal: 'sealing',
  confirm: 'cast',
  spoil: 'spoiled',
  prove: 'proved',
};

export interface CutChoice {
  readonly seed: string;
  readonly every: number;
  /** One that lies about its syncs is planted, to see that what it loses is found. */
  readonly disk?: 'honest' | 'lies-about-syncs';
}

/**
 * Records a day on both media, and starts a station on what a power cut after its calls may leave.
 * @param opened a prepared place whose polls were opened and whose station was switched off
 * @param choice.every only each so manieth call, beginning with one that the seed chooses; 1 for all
 */
export function cutPower(opened: PreparedHome, { seed, every, disk = 'honest' }: CutChoice): PowerCuts {
  const day = copyOf(opened);
  const before = newFolder();
  cpSync(day.home.root, before, { recursive: true });
  const calls = recordDay(day.home.root);
  const image = copyOf(opened);
  // the replay reads the state before the day, under the paths of the record
  const media = openReplayedMedia(day.home.root, before);
  const words: DayWord[] = [];
  const found: { lost: string[]; doubled: string[]; unexplained: string[] } = {
    lost: [],
    doubled: [],
    unexplained: [],
  };
  const begin = Math.floor(chanceOf(`${seed}/begin`)() * every);
  let cuts = 0;
  for (const [index, call] of calls.entries()) {
    if (disk === 'honest' || call.call !== 'sync') media.replay(call);
    if (call.call === 'word') words.push(call.word);
    if (index % every !== begin) continue;
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

/**
 * Kills the day at writes of its databases and logs, each in a process of its own, and starts a station on what is there.
 * @param choice.every as for `cutPower`
 */
export function killAtWrites(
  opened: PreparedHome,
  { seed, every }: Pick<CutChoice, 'seed' | 'every'>,
): PowerCuts {
  const writes = recordDay(copyOf(opened).home.root).filter(isDatabaseWrite).length;
  const found: { lost: string[]; doubled: string[]; unexplained: string[] } = {
    lost: [],
    doubled: [],
    unexplained: [],
  };
  let cuts = 0;
  for (let when = 1 + Math.floor(chanceOf(`${seed}/kill`)() * every); when <= writes; when += every) {
    const day = copyOf(opened);
    judge(day, killDayAtWrite(day.home.root, when), `killed at write ${when}`, found);
    cuts += 1;
  }
  return { calls: writes, cuts, ...found };
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
