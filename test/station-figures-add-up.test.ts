import { expect, test } from 'vitest';
import { votersPresent } from '../apps/station/pages/common/where-voters-are.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must } from './support/answers.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  abandon,
  castWhole,
  checkIn,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';

// Whoever adds up what board and desk show gets everybody who came, whatever hangs at a booth.

const prepared = await prepareHome({ root: newFolder(), voters: 12, cards: 16, booths: 3 });
const { keep } = placesOfFile();

/** The figures as the two screens take them: present, and where everybody is. */
function figures(place: PollingPlace) {
  const { checkIns, poll, onTheirWay } = place.board.state();
  const { men, women, mobile } = votersPresent({ checkIns, released: poll.released });
  const { casts, openCases: atBooth, abandoned } = poll;
  return { present: men + women, casts, atBooth, onTheirWay, abandoned, mobile };
}

test('present = votes in + at a booth + on their way + gone without voting, at every moment of a vote', () => {
  const place = keep(openPlace(copyOf(prepared)));
  const hand = openVotingHand(prepared);
  openPolls(place);
  for (let voter = 1; voter <= 5; voter += 1) checkIn(place, voter);
  const seen: string[] = [];
  const add = (): void => {
    const { present, ...parts } = figures(place);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(present);
    seen.push(`${parts.casts} ${parts.atBooth} ${parts.onTheirWay} ${parts.abandoned}`);
  };
  add();
  castWhole(place, hand.vote(0), 1);
  add();
  const confirmed = hand.vote(1);
  const spoiled = hand.vote(2);
  must(place.casting.seal(1, confirmed.text));
  must(place.casting.seal(2, spoiled.text));
  add();
  must(place.casting.confirm(1, confirmed.hash));
  // the case is still open for its slip, and the vote is in
  add();
  must(place.casting.spoil(2, spoiled.hash));
  add();
  abandon(place, 1);
  add();
  expect(seen).toEqual(['0 0 5 0', '1 0 4 0', '1 2 2 0', '2 1 2 0', '2 0 3 0', '2 0 2 1']);
});
