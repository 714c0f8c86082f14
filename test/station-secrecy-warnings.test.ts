import { describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must } from './support/answers.ts';
import { closePolls, sharesOf } from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  CHAIR,
  castWhole,
  checkIn,
  MEMBER,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 34, cards: 36 });
const places = placesOfFile();

const warned = ({ board }: PollingPlace) =>
  board.state().secrecyWarnings.map(({ code, contest }) => (contest === null ? code : `${code} ${contest}`));

/** A day of these choices, as the board sees it at each stage. */
async function warningsOf(choices: readonly number[]) {
  const home = copyOf(prepared);
  const place = places.keep(openPlace(home));
  openPolls(place);
  const hand = openVotingHand(prepared);
  for (const [index, choice] of choices.entries()) {
    checkIn(place, index + 1);
    castWhole(place, hand.vote(choice));
  }
  const open = warned(place);
  closePolls(place);
  const closed = warned(place);
  for (const { owner, text } of await sharesOf(prepared, place, [1, 2, 3])) {
    must(place.counting.receiveShare(owner, text));
  }
  must(place.board.command('count', [CHAIR, MEMBER]));
  return { open, closed, counted: warned(place) };
}

describe('a result that tells how people voted is warned of before it is published', () => {
  test('few casts from the closing on, one choice for all once it is counted; nothing while somebody can still vote', async () => {
    expect(await warningsOf([1, 1])).toEqual({
      open: [],
      closed: ['few-casts'],
      counted: ['few-casts', 'unanimous village-head'],
    });
    expect(await warningsOf([0, 1])).toMatchObject({ counted: ['few-casts'] });
  });

  test('enough casts of more than one choice: no warning', async () => {
    const choices = Array.from({ length: 30 }, (_, index) => index % 2);
    expect(await warningsOf(choices)).toEqual({ open: [], closed: [], counted: [] });
  });
});
