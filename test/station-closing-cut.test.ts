import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { refusalOf } from './support/answers.ts';
import { throwFull, whenSynced } from './support/cut-files.ts';
import { closePolls, countAndSeal } from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  CHAIR,
  castWhole,
  checkIn,
  EARLY,
  MEMBER,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';

/** Open, with one vote cast: what a closing writes now tells who voted before it. */
let open: PreparedHome;
const places = placesOfFile();

beforeAll(async () => {
  open = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
  const place = openPlace(open);
  openPolls(place);
  checkIn(place, 1);
  castWhole(place, openVotingHand(open).vote(1));
  place.close();
});

const countFolder = ({ home }: PreparedHome): string => join(home.station, 'count');
/** Each file of a closing as it is called while it is given to the medium, in the order of writing. */
const WRITTEN = ['.void.json.part', '.sealed.bel.part'];

/** The polls are open as if nothing had been; another votes, and the day ends with both. */
async function voteOn(home: PreparedHome, place: PollingPlace): Promise<void> {
  expect(place.phase()).toBe('open');
  checkIn(place, 2);
  const hand = openVotingHand({ ...home, codes: home.codes.slice(0, -1) });
  castWhole(place, hand.vote(2));
  expect(readdirSync(countFolder(home))).toEqual([]);
  closePolls(place);
  await countAndSeal(home, place);
  expect(place.counting.outcome()?.counts).toEqual([[0, 1, 1, 0]]);
}

describe('a closing that ends in the middle, after which voting goes on, leaves no list of who voted before it', () => {
  test.each(WRITTEN)('the medium is full at %s', async (file) => {
    const home = copyOf(open);
    const place = places.keep(openPlace(home));
    let lay: string[] = [];
    const answer = whenSynced(
      file,
      () => {
        lay = readdirSync(countFolder(home));
        throwFull();
      },
      () => place.board.command('close', [CHAIR, MEMBER], EARLY),
    );
    expect(refusalOf(answer)).toBe('store-failed');
    expect(lay).toContain(file);
    expect(readdirSync(countFolder(home))).toEqual([]);
    await voteOn(home, place);
  });

  test.each(WRITTEN)('the process is killed at %s', async (file) => {
    const home = copyOf(open);
    const program = join(import.meta.dirname, 'support', 'killed-closing.ts');
    const { signal, stderr } = spawnSync(
      process.execPath,
      [program, '--root', home.home.root, '--file', file],
      { encoding: 'utf8' },
    );
    expect([signal, stderr.includes('Error')]).toEqual(['SIGKILL', false]);
    expect(existsSync(join(countFolder(home), file))).toBe(true);
    const place = places.keep(openPlace(home));
    expect(readdirSync(countFolder(home))).toEqual([]);
    await voteOn(home, place);
  });

  test('the medium lets one of two files go no more: the other goes all the same', () => {
    const home = copyOf(open);
    const place = places.keep(openPlace(home));
    // a folder in the place of the record: nothing can be renamed onto it, and it is no file that can be removed
    const inTheWay = join(countFolder(home), 'sealed.bel');
    mkdirSync(inTheWay);
    writeFileSync(join(inTheWay, 'x'), '');
    expect(refusalOf(place.board.command('close', [CHAIR, MEMBER], EARLY))).toBe('store-failed');
    expect(readdirSync(countFolder(home))).toEqual(['sealed.bel']);
  });
});

test('whatever the phase, a start removes what was never whole, and nothing else', () => {
  const home = copyOf(open);
  const place = openPlace(home);
  closePolls(place);
  place.close();
  const whole = readdirSync(countFolder(home));
  for (const file of [...WRITTEN, '.record.bel.part', '.result.json.part']) {
    writeFileSync(join(countFolder(home), file), 'never whole');
  }
  places.keep(openPlace(home));
  expect(readdirSync(countFolder(home))).toEqual(whole);
});
