import { parseProvedBallot, repeatProvedBallot } from '@bilik/ballot';
import { afterAll, expect, test } from 'vitest';
import { must } from './support/answers.ts';
import { voteOnPaper } from './support/closed-day.ts';
import { agreeingHandCount, closePolls, sharesOf, writeHandCount } from './support/day-end.ts';
import { CHAIR, checkIn, MEMBER, openPlace, openPolls, openVotingHand } from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

// Attack I9: a booth shows and prints one choice and encrypts another. Station and record are consistent; paper and machine tests find it.

afterAll(removeFolders);

/** What each voter touches, and what the slip says: as they chose. The booth turns the votes for the first candidate into the second's. */
const CHOICES = [0, 1, 0, 2, 3, 0, 1, 0];
const cheat = (choice: number): number => (choice === 0 ? 1 : choice);

test('a machine test shows another choice than the one that was touched; the hand count names every option that differs', async () => {
  const prepared = await prepareHome({
    root: newFolder(),
    voters: CHOICES.length,
    cards: CHOICES.length + 6,
  });
  const place = openPlace(prepared);
  openPolls(place);
  const hand = openVotingHand(prepared);

  // whoever tries the machine with the choice that is turned sees it; with another choice nobody does: so people try more than one
  const shown = CHOICES.slice(0, 4).map((touched, index) => {
    checkIn(place, index + 1);
    const made = hand.vote(cheat(touched));
    const { election } = place.place;
    const proof = must(parseProvedBallot(made.opening));
    expect(must(repeatProvedBallot(election, proof)).hash).toBe(made.hash);
    // a proof that says what was touched leads to another number than the one on the tracker slip
    const lie = must(repeatProvedBallot(election, { ...proof, answers: [touched] }));
    expect(lie.hash === made.hash).toBe(touched === proof.answers[0]);
    return { touched, opened: proof.answers[0] };
  });
  expect(shown.filter(({ touched, opened }) => touched !== opened)).toEqual([
    { touched: 0, opened: 1 },
    { touched: 0, opened: 1 },
  ]);

  const slips = [0, 0, 0, 0];
  for (const [index, choice] of CHOICES.entries()) {
    if (index >= 4) checkIn(place, index + 1);
    voteOnPaper(place, hand.vote(cheat(choice)), 'sah-in-box', index + 1);
    slips[choice] = (slips[choice] ?? 0) + 1;
  }
  closePolls(place);
  for (const { owner, text } of await sharesOf(prepared, place, [1, 2, 3])) {
    must(place.counting.receiveShare(owner, text));
  }
  must(place.board.command('count', [CHAIR, MEMBER]));
  // by itself all of it is right
  expect(place.board.arithmetic().holdReasons).toEqual([]);
  const agreeing = agreeingHandCount(place);
  const [contest] = agreeing.slipBox?.contests ?? [];
  if (contest === undefined) throw new Error('no contest');
  const options = contest.options.map(({ key }, index) => ({ key, votes: slips[index] ?? 0 }));
  const slipBox = { inBox: CHOICES.length, contests: [{ contest: contest.contest, options }] };
  must(writeHandCount(place, { ...agreeing, slipBox }));
  const differences = place.board.arithmetic().slipDifferences;
  expect(differences.map(({ option, left, right }) => [option, left, right])).toEqual([
    ['c1', 4, 0],
    ['c2', 2, 6],
  ]);
  // published in the minutes, and nothing is repaired
  expect(place.board.minutes().sums.filter(({ verdict }) => verdict === 'fails')).toHaveLength(2);
  place.close();
});
